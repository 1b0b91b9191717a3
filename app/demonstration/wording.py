# SPDX-License-Identifier: EUPL-1.2
"""The catalogue's words: descriptions, keywords, contacts, how a Musterdatensatz is named."""

from app.demonstration.draft import Contact
from app.demonstration.source_files import Entry, Kommune, Topic

CONCEPTS = "https://musterdatenkatalog.de/def/musterdatensatz"
ALL_MARKED = "Demonstrationsdatensatz von Datenspiegel: frei erfunden, keine Angabe"
INSPIRE_WORD = "inspireidentifiziert"  # the keyword GDI-DE agreed on


def description(kommune: Kommune, topic: Topic, entry: Entry, year: int) -> str:
    """What it holds, what is special here, for which year; the last sentence marks it."""
    said = topic.text.replace("{in}", kommune.where).replace("{von}", kommune.whose)
    parts = [said, entry.text, f"Berichtsjahr {year}." if year else ""]
    return " ".join([*filter(None, parts), f"{ALL_MARKED} {kommune.whose}."])


def keywords(kommune: Kommune, topic: Topic, entry: Entry) -> tuple[str, ...]:
    """The topic's words, the place, and the Musterdatensatz where a Kommune names it so."""
    words = [*topic.words, kommune.name, "Demonstration"]
    if kommune.reference == "label":
        words.append(topic.label)
    if entry.inspire:
        words.append(INSPIRE_WORD)
    return tuple(words)


def references(kommune: Kommune, topic: Topic, entry: Entry) -> tuple[str, ...]:
    """The publisher's own reference to the Musterdatensatz, where it gives one."""
    if kommune.reference == "v4":
        return (f"{CONCEPTS}/{entry.of.replace('--', '/')}",)
    return (topic.old,) if kommune.reference == "old" and topic.old else ()


def contact(kommune: Kommune) -> Contact:
    """An office, or a person whose name is invented and looks it."""
    host = f"{kommune.slug}.example"
    if not kommune.person:
        return Contact(f"Ansprechstelle Open Data, {kommune.name}", f"opendata@{host}")
    given, _, family = kommune.person.removeprefix("Dr. ").lower().partition(" ")
    mail = f"{given}.{family}@{host}".replace("ü", "ue")
    return Contact(kommune.person, mail, person=True)

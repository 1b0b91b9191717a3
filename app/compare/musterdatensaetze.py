# SPDX-License-Identifier: EUPL-1.2
"""All Musterdatensätze of the catalogue with how many Kommunen publish them, also nobody."""

from dataclasses import replace
from typing import NamedTuple

from app.compare import places, reading
from app.compare.answer import Answer, Column, Link, Note
from app.compare.masks import union
from app.compare.meaning import topic_link
from app.compare.order import fold
from app.compare.paging import paged
from app.compare.places import MUNICIPAL
from app.model.selection import Selection
from app.store import Session
from app.vocabulary import Vocabulary

SLUG = "musterdatensaetze"
PAGE = 300
COLUMNS = (
    Column("datenbestand", "link", "name"),
    Column("thema", "link", "thema"),
    Column("kommunen", "number", "kommunen"),
    Column("datensaetze", "number", "datensaetze"),
    Column("bestaende", "number", "bestaende"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = (
    *("musterdatensatz", "lizenz", "offen", "format", "standard"),
    *("stand", "modified_since"),
)


class Line(NamedTuple):
    """One Musterdatensatz."""

    datenbestand: Link
    thema: Link
    kommunen: int
    datensaetze: int
    bestaende: int


def answer(
    session: Session, vocabulary: Vocabulary, selection: Selection, lang: str = "de"
) -> Answer:
    """The list; ``q`` looks in names. SelectionError for a bad sort field."""
    asked = replace(selection, typ=selection.typ or MUNICIPAL)
    generation, matrix = reading.matrix(session, places.unit(asked), selection.portal)
    chosen = places.chosen(matrix, vocabulary, asked)
    topics = {topic.key: topic for topic in matrix.topics}
    link = topic_link(vocabulary, lang)
    found = []
    for entry in vocabulary.musterdaten:
        datenbestand, thema = link("musterdatensatz", entry.slug)
        if not _wanted(selection, datenbestand, thema):
            continue
        topic = topics.get(entry.slug)
        units = topic.offering & chosen if topic else 0
        counts = topic.totals(units) if topic and units else (0, 0)
        found.append(Line(datenbestand, thema, units.bit_count(), *counts))
    page = paged(found, selection, "thema", SORTINGS, _value, PAGE)
    base = (union(topic.offering for topic in matrix.topics) & chosen).bit_count()
    return page.answer(
        SLUG,
        COLUMNS,
        tuple(page.lines),
        _notes(selection, base),
        base=base,
        generation=generation,
    )


def _wanted(selection: Selection, datenbestand: Link, thema: Link) -> bool:
    if selection.thema and thema.key not in selection.thema:
        return False
    name = fold(f"{datenbestand.label} {thema.label}")
    return all(word in name for word in fold(selection.q).split())


def _value(line: Line, name: str) -> int | tuple[str, str]:
    if name == "name":
        return fold(line.datenbestand.label), line.datenbestand.key
    if name == "thema":
        return fold(line.thema.label), fold(line.datenbestand.label)
    counts = {
        "kommunen": line.kommunen,
        "datensaetze": line.datensaetze,
        "bestaende": line.bestaende,
    }
    return counts[name]


def _notes(selection: Selection, base: int) -> tuple[Note, ...]:
    notes = [Note("note.musterdatensaetze_base", {"count": base})]
    notes.append(Note("note.musterdatensatz_category"))
    if selection.typ == ("land",):
        notes.append(Note("note.musterdatensatz_land"))
    ignored = [name for name in IGNORED if getattr(selection, name)]
    return (*notes, *(Note("note.ignored", {"parameter": name}) for name in ignored))

# SPDX-License-Identifier: EUPL-1.2
"""A credit as the answer programs get: entries, and the whole as text, HTML, Markdown and RDF."""

from app.licensing.credit import Credit, Entry
from app.licensing.credit_rdf import turtle
from app.licensing.credit_text import HTML, MARKDOWN, TEXT, Say, line, note_text, whole

Json = dict[str, object]


def answer(credit: Credit, lang: str, say: Say) -> Json:
    """``{"entries", "text", "html", "markdown", "rdf"}``; say: sentences of ``lang``.

    An entry's text is "" where nothing is due or the licence is not clear: its notes say more.
    """
    return {
        "entries": [_entry(entry, lang, say) for entry in credit.entries],
        "text": whole(credit, TEXT, say),
        "html": whole(credit, HTML, say),
        "markdown": whole(credit, MARKDOWN, say),
        "rdf": turtle(credit, lang, say),
    }


def _entry(entry: Entry, lang: str, say: Say) -> Json:
    return {
        "dataset": entry.dataset,
        "text": line(entry, TEXT, say) if entry.obligation == "due" else "",
        "missing": list(entry.missing),
        "licence": entry.licence,
        "obligation": entry.obligation,
        "elements": [element.kind for element in entry.elements],
        "clause": entry.clause,
        "notes": list(notes(entry, lang, say)),
    }


def notes(entry: Entry, lang: str, say: Say) -> tuple[str, ...]:
    """What is worth knowing about an entry, in sentences; of a free one how it may be named."""
    told = [note_text(note, lang, say) for note in entry.notes]
    named = line(entry, TEXT, say) if entry.obligation == "free" else ""
    return (say("credit.may_name", name=named), *told) if named else tuple(told)

# SPDX-License-Identifier: EUPL-1.2
"""Lizenzwechsel: which licences became others, when, and whether that restricts more or less.

Counted in the swap (app.store.licence_change_writes): only where the portal said something else;
what we merely read anew is no change. ``modified_since`` asks from when.
"""

from datetime import datetime
from typing import NamedTuple

from app.compare import places
from app.compare.answer import Answer, Cell, Column, Link, Note, Portion
from app.compare.meaning import licence_look
from app.compare.order import fold, ordered
from app.compare.place_links import place_link, portal_link
from app.compare.strictness import Direction, direction
from app.model.selection import Selection
from app.store import Session, licence_change_queries, state_queries
from app.store.licence_change_queries import LicenceChange
from app.vocabulary import Vocabulary

SLUG = "lizenzwechsel"
PAGE = 50
COLUMNS = (
    Column("kommune", "link", "name"),
    Column("gesehen", "date", "gesehen"),
    Column("vorher", "portions"),
    Column("nachher", "portions"),
    Column("richtung", "code", "richtung"),
    Column("datensaetze", "number", "datensaetze"),
    Column("beispiel", "link"),
    Column("portal", "link"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = ("q", "musterdatensatz", "thema", "offen", "format", "standard", "stand")
STATES = ("ambiguous", "mixed")
DIRECTIONS: tuple[Direction, ...] = ("offener", "gleich", "strenger", "unklar")


class Line(NamedTuple):
    """One change and where it leads."""

    change: LicenceChange
    link: Link
    to: Direction


def answer(
    session: Session, vocabulary: Vocabulary, selection: Selection, lang: str = "de"
) -> Answer:
    """The answer for a checked selection; ``lizenz`` asks for changes from or to a licence."""
    since = datetime.fromisoformat(selection.modified_since) if selection.modified_since else None
    found = licence_change_queries.changes(session, since, selection.portal)
    everyone = _lines(found, vocabulary, selection)
    lines, sorting = ordered(everyone, selection.sortierung or "-gesehen", SORTINGS, _value)
    size = selection.pro_seite or PAGE
    start = (selection.seite - 1) * size
    return Answer(
        question=SLUG,
        columns=COLUMNS,
        rows=tuple(_row(line, vocabulary, lang) for line in lines[start : start + size]),
        notes=_notes(selection, lines),
        total=len(lines),
        base=sum(line.change.datasets for line in lines),
        page=selection.seite,
        page_size=size,
        sorting=sorting,
        selection=selection,
        generation=state_queries.generation(session),
    )


def _lines(
    found: tuple[LicenceChange, ...], vocabulary: Vocabulary, selection: Selection
) -> list[Line]:
    keys = {each.kommune for each in found}
    chosen = set(places.chosen_keys(keys, vocabulary, selection))
    asked = {"" if value == "none" else value for value in selection.lizenz}
    return [
        Line(
            each,
            place_link(vocabulary, each.kommune),
            direction(vocabulary, each.before, each.after),
        )
        for each in found
        if each.kommune in chosen and (not asked or asked & {each.before, each.after})
    ]


def _value(line: Line, name: str) -> int | datetime | tuple[str, str]:
    if name == "name":
        return fold(line.link.label), line.link.key
    if name == "gesehen":
        return line.change.at
    return DIRECTIONS.index(line.to) if name == "richtung" else line.change.datasets


def _row(line: Line, vocabulary: Vocabulary, lang: str) -> tuple[Cell, ...]:
    change = line.change
    title = change.example_title or change.example
    return (
        line.link,
        change.at.date(),
        _licence(vocabulary, change.before, lang),
        _licence(vocabulary, change.after, lang),
        line.to,
        change.datasets,
        Link(change.example, title, f"/datensatz/{change.example}"),
        portal_link(change.portal, change.portal_title),
    )


def _licence(vocabulary: Vocabulary, key: str, lang: str) -> tuple[Portion, ...]:
    """The licence; its state where no single one was read."""
    if key in STATES:
        return (Portion(key, None, code=f"licence_state.{key}"),)
    if not key:
        return (Portion("", None),)
    known = licence_look(vocabulary, lang)(key)
    return (Portion(key, known.label, open=known.open),)


def _notes(selection: Selection, lines: list[Line]) -> tuple[Note, ...]:
    counts: dict[str, str | int] = {
        name: sum(line.change.datasets for line in lines if line.to == name) for name in DIRECTIONS
    }
    first = min((line.change.at for line in lines), default=None)
    notes = [Note("note.lizenzwechsel_base", {"count": sum(map(int, counts.values())), **counts})]
    if first is not None:
        notes.append(Note("note.lizenzwechsel_since", {"day": first.date().isoformat()}))
    notes += [Note("note.lizenzwechsel_reading"), Note("note.lizenzwechsel_order")]
    ignored = [name for name in IGNORED if getattr(selection, name)]
    return (*notes, *(Note("note.ignored", {"parameter": name}) for name in ignored))

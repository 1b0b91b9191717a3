# SPDX-License-Identifier: EUPL-1.2
"""Lizenzwechsel: which licences became others, when, and whether that restricts more or less.

Counted in the swap (app.store.licence_change_writes): only where the portal said something else;
what we merely read anew is no change. ``modified_since`` asks from when.
"""

from collections.abc import Mapping
from datetime import datetime
from operator import attrgetter, itemgetter
from typing import NamedTuple

from app.compare import places, reading
from app.compare.answer import Answer, Cell, Column, Link, Note, Portion
from app.compare.meaning import licence_look
from app.compare.order import fold, ordered_by
from app.compare.place_links import place_link, portal_link
from app.compare.strictness import Direction, direction
from app.model.selection import Selection
from app.store import Session, licence_change_queries
from app.store.licence_change_queries import LicenceChange, Named
from app.store.licence_writes import members
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
    """One change and, as numbers by the names of SORTINGS, what thousands of them are sorted by.

    name: rank of the Kommune among all by name. gesehen: less for what was seen before.
    richtung: place in DIRECTIONS.
    """

    name: int
    gesehen: int
    richtung: int
    datensaetze: int
    change: LicenceChange


_BY = {name: itemgetter(at) for at, name in enumerate(Line._fields[:-1])}
_KOMMUNE = attrgetter("kommune")
_PAIR = attrgetter("before", "after")


def answer(
    session: Session, vocabulary: Vocabulary, selection: Selection, lang: str = "de"
) -> Answer:
    """The answer for a checked selection; ``lizenz`` asks for changes from or to a licence."""
    since = datetime.fromisoformat(selection.modified_since) if selection.modified_since else None
    generation, found = reading.licence_changes(session, selection.portal)
    if since is not None:
        found = tuple(each for each in found if each.at >= since)
    everyone = _lines(found, vocabulary, selection)
    sorting = selection.sortierung or "-gesehen"
    lines = ordered_by(everyone, sorting, SORTINGS, _BY)
    size = selection.pro_seite or PAGE
    start = (selection.seite - 1) * size
    shown = lines[start : start + size]
    named = licence_change_queries.titles(session, [line.change.example for line in shown])
    watched = licence_change_queries.watched_since(session, selection.portal)
    return Answer(
        question=SLUG,
        columns=COLUMNS,
        rows=tuple(_row(line, named, vocabulary, lang) for line in shown),
        notes=_notes(selection, lines, watched),
        total=len(lines),
        base=sum(map(_BY["datensaetze"], lines)),
        page=selection.seite,
        page_size=size,
        sorting=sorting,
        selection=selection,
        generation=generation,
    )


def _lines(
    found: tuple[LicenceChange, ...], vocabulary: Vocabulary, selection: Selection
) -> list[Line]:
    ranks = _ranks(set(map(_KOMMUNE, found)), vocabulary, selection)
    asked = {"" if value == "none" else value for value in selection.lizenz}
    chosen = (pair for pair in set(map(_PAIR, found)) if _wanted(pair, asked))
    ways = {pair: DIRECTIONS.index(direction(vocabulary, *pair)) for pair in chosen}
    lines, age, last = [], 0, None
    for change in found:  # newest first
        at, _, kommune, before, after, datasets, _ = change
        age -= at != last
        last = at
        rank, way = ranks.get(kommune), ways.get((before, after))
        if rank is not None and way is not None:
            lines.append(Line(rank, age, way, datasets, change))
    return lines


def _ranks(keys: set[str], vocabulary: Vocabulary, selection: Selection) -> dict[str, int]:
    """Key of each chosen Kommune -> where it stands by name; thousands of rows sort by it."""
    chosen = places.chosen_keys(keys, vocabulary, selection)
    named = sorted((fold(place_link(vocabulary, key).label), key) for key in chosen)
    return {key: rank for rank, (_, key) in enumerate(named)}


def _wanted(pair: tuple[str, str], asked: set[str]) -> bool:
    return not asked or any(not asked.isdisjoint(members(word)) for word in pair)


def _row(
    line: Line, named: Mapping[str, Named], vocabulary: Vocabulary, lang: str
) -> tuple[Cell, ...]:
    change = line.change
    titles = named[change.example]
    return (
        place_link(vocabulary, change.kommune),
        change.at.date(),
        _licences(vocabulary, change.before, lang),
        _licences(vocabulary, change.after, lang),
        DIRECTIONS[line.richtung],
        change.datasets,
        Link(change.example, titles.title or change.example, f"/datensatz/{change.example}"),
        portal_link(change.portal, titles.portal_title),
    )


def _licences(vocabulary: Vocabulary, word: str, lang: str) -> tuple[Portion, ...]:
    """The licences, "not given" last; their state where no single one was read."""
    look = licence_look(vocabulary, lang)
    found = []
    for key in sorted(members(word), key=lambda key: (not key, key)):
        known = look(key) if key and key not in STATES else None
        label = known.label if known else None
        code = f"licence_state.{key}" if key in STATES else ""
        found.append(Portion(key, label, code=code, open=known.open if known else None))
    return tuple(found)


def _notes(selection: Selection, lines: list[Line], watched: datetime | None) -> tuple[Note, ...]:
    counts = [0] * len(DIRECTIONS)
    for _, _, way, datasets, _ in lines:
        counts[way] += datasets
    told: dict[str, str | int] = dict(zip(DIRECTIONS, counts, strict=True))
    notes = [Note("note.lizenzwechsel_base", {**told, "count": sum(counts)})]
    if watched is not None:
        notes.append(Note("note.lizenzwechsel_watched", {"day": watched.date().isoformat()}))
    if lines:
        first = min(lines, key=_BY["gesehen"]).change.at
        notes.append(Note("note.lizenzwechsel_since", {"day": first.date().isoformat()}))
    notes += [Note("note.lizenzwechsel_reading"), Note("note.lizenzwechsel_order")]
    ignored = [name for name in IGNORED if getattr(selection, name)]
    return (*notes, *(Note("note.ignored", {"parameter": name}) for name in ignored))

# SPDX-License-Identifier: EUPL-1.2
"""Lizenzen je Kommune: how many holdings of each Kommune stand under which licence.

The unit is the holding: yearly slices of one series are one. A holding with two licences counts
under each, so the numbers of one Kommune make no sum; "not given" and "not recognised" are values.
"""

from collections.abc import Callable, Collection
from typing import NamedTuple

from app.compare import places, portions, reading
from app.compare.answer import Answer, Cell, Column, Link, Note
from app.compare.facets import Look
from app.compare.having import OPEN
from app.compare.licence_families import Family, family_of
from app.compare.meaning import is_open, licence_look
from app.compare.order import fold
from app.compare.paging import paged
from app.compare.place_links import land_name, place_link
from app.compare.tally import Count, Tally
from app.model.selection import Selection
from app.store import Session
from app.vocabulary import Vocabulary

SLUG = "lizenzen-je-kommune"
PAGE = 50
COLUMNS = (
    Column("kommune", "link", "name"),
    Column("land", "text", "land"),
    Column("datensaetze", "number", "datensaetze"),
    Column("bestaende", "number", "bestaende"),
    Column("offen", "number", "offen"),
    Column("offen_anteil", "share", "offen-anteil"),
    Column("lizenzen", "portions"),
    Column("familien", "portions"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = ("q", "musterdatensatz", "format", "standard", "stand", "modified_since")


class Line(NamedTuple):
    """One Kommune (Land) of the selection. open: holdings with at least one open licence."""

    link: Link
    land: str
    has: Count
    open: int


def answer(
    session: Session, vocabulary: Vocabulary, selection: Selection, lang: str = "de"
) -> Answer:
    """The answer for a checked selection. SelectionError for a sort field it does not have."""
    unit = places.unit(selection)
    generation, counts = reading.tallies(session, unit, selection.portal)
    keys = places.chosen_keys(counts.keys(selection.thema), vocabulary, selection)
    everyone = _lines(counts, vocabulary, selection.thema, keys)
    found = [line for line in everyone if _wanted(line.has, vocabulary, selection)]
    page = paged(found, selection, "-bestaende", SORTINGS, _value, PAGE)
    row = _row_in(vocabulary, lang)
    return page.answer(
        SLUG,
        _columns(unit),
        tuple(row(line, unit) for line in page.lines),
        _notes(selection, unit, len(everyone)),
        base=len(everyone),
        generation=generation,
    )


def _columns(unit: str) -> tuple[Column, ...]:
    if unit == "kommune":
        return COLUMNS
    return (Column("land", "link", "name"), *COLUMNS[2:])


def _lines(
    counts: Tally, vocabulary: Vocabulary, themen: Collection[str], keys: Collection[str]
) -> list[Line]:
    open_ones = open_licences(vocabulary)
    lines = []
    for key in keys:
        count = counts.of(key, themen)
        if count.datasets:
            link, land = place_link(vocabulary, key), land_name(vocabulary, key)
            lines.append(Line(link, land, count, count.with_any(open_ones)))
    return lines


def open_licences(vocabulary: Vocabulary) -> frozenset[str]:
    """Ids of licences known to be open."""
    return frozenset(each.id for each in vocabulary.licences if is_open(vocabulary, each.id))


def _wanted(count: Count, vocabulary: Vocabulary, selection: Selection) -> bool:
    if selection.lizenz:
        keys = {"" if value == "none" else value for value in selection.lizenz}
        if not count.with_any(keys):
            return False
    if not selection.offen:
        return True
    asked = {OPEN[value] for value in selection.offen}
    return any(is_open(vocabulary, licence) in asked for licence in count.per_licence())


def _value(line: Line, name: str) -> float | tuple[str, str]:
    if name == "name":
        return fold(line.link.label), line.link.key
    if name == "land":
        return fold(line.land), line.link.key
    return {
        "datensaetze": line.has.datasets,
        "bestaende": line.has.holdings,
        "offen": line.open,
        "offen-anteil": line.open / line.has.holdings,
    }[name]


def _row_in(vocabulary: Vocabulary, lang: str) -> Callable[[Line, str], tuple[Cell, ...]]:
    look, family = licence_look(vocabulary, lang), family_of(vocabulary)

    def row(line: Line, unit: str) -> tuple[Cell, ...]:
        first: tuple[Cell, ...] = (line.link, line.land) if unit == "kommune" else (line.link,)
        return (*first, *licence_cells(line.has, line.open, look, family))

    return row


def licence_cells(count: Count, open: int, look: Look, family: Family) -> tuple[Cell, ...]:
    """Datasets, holdings, open ones and their share, licences, families."""
    return (
        count.datasets,
        count.holdings,
        open,
        open / count.holdings,
        portions.licences(count, look),
        portions.families(count, family),
    )


def _notes(selection: Selection, unit: str, base: int) -> tuple[Note, ...]:
    notes = [
        Note("note.lizenzen_base", {"unit": unit, "count": base}),
        Note("note.lizenzen_counting"),
        Note("note.lizenzen_open"),
        Note("note.lizenzen_families"),
    ]
    if selection.lizenz or selection.offen:
        notes.append(Note("note.lizenzen_filter"))
    if len(selection.thema) > 1:
        notes.append(Note("note.offenheit_thema"))
    ignored = [name for name in IGNORED if getattr(selection, name)]
    return (*notes, *(Note("note.ignored", {"parameter": name}) for name in ignored))

# SPDX-License-Identifier: EUPL-1.2
"""Offenheit: which share of the holdings is open, commercially usable, fit for HVD; by a choice.

The unit is the holding, as in Lizenzen je Kommune. What was not read and what was not given are
counted apart and never as open; shares of few holdings are marked.
"""

from collections.abc import Iterator
from typing import NamedTuple

from app.compare import choices, places, portions, reading
from app.compare.answer import Answer, Cell, Column, Link, Note
from app.compare.licence_families import family_of
from app.compare.openness import SMALL, Openness, kinds, openness, together
from app.compare.order import fold
from app.compare.paging import paged
from app.compare.place_links import place_link
from app.compare.tally import Count, Tally
from app.model.selection import Selection
from app.store import Session
from app.vocabulary import Vocabulary

SLUG = "offenheit"
PAGE = 50
CHOICES = {"nach": ("kommune", "land", "groesse", "thema")}
COLUMNS = (
    Column("bestaende", "number", "bestaende"),
    Column("grundlage", "code"),
    Column("offen", "number"),
    Column("offen_anteil", "share", "offen"),
    Column("kommerziell_nutzbar", "number"),
    Column("kommerziell_anteil", "share", "kommerziell"),
    Column("hvd_geeignet", "number"),
    Column("hvd_anteil", "share", "hvd"),
    Column("nicht_gelesen", "number", "nicht-gelesen"),
    Column("nicht_angegeben", "number", "nicht-angegeben"),
    Column("familien", "portions"),
)
SORTINGS: tuple[str, ...] = ("name", *(each.sorting for each in COLUMNS if each.sorting))
IGNORED = (
    *("q", "musterdatensatz", "lizenz", "offen", "format", "standard"),
    *("stand", "modified_since"),
)


class Line(NamedTuple):
    """One group. link: without a label where only a message names it; rank: before the label."""

    link: Link
    rank: str
    has: Count
    found: Openness


def answer(
    session: Session,
    vocabulary: Vocabulary,
    selection: Selection,
    lang: str = "de",
    nach: str = "",
) -> Answer:
    """The answer for a checked selection, by ``nach``; SelectionError for a bad choice or field."""
    by = choices.one_of(CHOICES, "nach", nach)
    unit = places.unit(selection)
    generation, counts = reading.tallies(session, unit, selection.portal)
    keys = places.chosen_keys(counts.in_all, vocabulary, selection)
    everyone = _lines(counts, vocabulary, selection, keys, by, lang)
    page = paged(everyone, selection, "-bestaende", SORTINGS, _value, PAGE)
    family = family_of(vocabulary)
    return page.answer(
        SLUG,
        (_first(by, unit), *COLUMNS),
        tuple(_row(line, portions.families(line.has, family)) for line in page.lines),
        _notes(selection, by, unit, len(keys)),
        base=len(keys),
        generation=generation,
        further=choices.further(CHOICES, nach=by),
    )


def _first(by: str, unit: str) -> Column:
    if by == "groesse":
        return Column("groesse", "code", "name")
    return Column(unit if by == "kommune" else by, "link", "name")


def _lines(
    counts: Tally,
    vocabulary: Vocabulary,
    selection: Selection,
    keys: tuple[str, ...],
    by: str,
    lang: str,
) -> list[Line]:
    if by == "thema":
        groups = _by_thema(counts, vocabulary, selection, keys, lang)
    else:
        groups = _by_place(counts, vocabulary, selection, keys, by)
    known = kinds(vocabulary)
    return [
        Line(link, rank, has, openness(has, known)) for link, rank, has in groups if has.holdings
    ]


def _by_thema(
    counts: Tally,
    vocabulary: Vocabulary,
    selection: Selection,
    keys: tuple[str, ...],
    lang: str,
) -> Iterator[tuple[Link, str, Count]]:
    for key in selection.thema or counts.packed_themen:
        known = vocabulary.musterdaten.themen.get(key)
        label = known.name(lang) if known else ""
        yield Link(key, label), "" if label else "\uffff", counts.among(key, keys)


def _by_place(
    counts: Tally,
    vocabulary: Vocabulary,
    selection: Selection,
    keys: tuple[str, ...],
    by: str,
) -> Iterator[tuple[Link, str, Count]]:
    if by == "kommune":
        for key in keys:
            yield place_link(vocabulary, key), "", counts.of(key, selection.thema)
        return
    members: dict[str, list[Count]] = {}
    for key in keys:
        place = vocabulary.register.get(key)
        group = key[:2] if by == "land" else (place.size_class if place else "") or "none"
        members.setdefault(group, []).append(counts.of(key, selection.thema))
    for group, found in members.items():
        link = place_link(vocabulary, group) if by == "land" else Link(group, "")
        yield link, group if by == "groesse" else "", together(found)


def _value(line: Line, name: str) -> float | tuple[str, str, str]:
    if name == "name":
        return line.rank, fold(line.link.label), line.link.key
    found = line.found
    return {
        "bestaende": found.holdings,
        "offen": found.open / found.holdings,
        "kommerziell": found.commercial / found.holdings,
        "hvd": found.hvd / found.holdings,
        "nicht-gelesen": found.unread,
        "nicht-angegeben": found.missing,
    }[name]


def _row(line: Line, families: Cell) -> tuple[Cell, ...]:
    found, of = line.found, line.found.holdings
    return (
        line.link if line.link.label else (line.link.key or None),
        of,
        "klein" if found.few else "genug",
        found.open,
        found.open / of,
        found.commercial,
        found.commercial / of,
        found.hvd,
        found.hvd / of,
        found.unread,
        found.missing,
        families,
    )


def _notes(selection: Selection, by: str, unit: str, base: int) -> tuple[Note, ...]:
    notes = [
        Note("note.lizenzen_base", {"unit": unit, "count": base}),
        Note("note.lizenzen_counting"),
        Note("note.offenheit_reading"),
        Note("note.offenheit_apart"),
        Note("note.offenheit_small", {"count": SMALL}),
        *([Note("note.offenheit_thema")] if by == "thema" or len(selection.thema) > 1 else []),
    ]
    ignored = [name for name in IGNORED if getattr(selection, name)]
    return (*notes, *(Note("note.ignored", {"parameter": name}) for name in ignored))

# SPDX-License-Identifier: EUPL-1.2
"""The list of Kommunen that publish data: kind, Land, population, datasets, share open."""

from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from app.compare import places, reading
from app.compare.answer import Answer, Cell, Column, Link, Note
from app.compare.lizenzen_je_kommune import open_licences
from app.compare.order import fold
from app.compare.paging import paged
from app.compare.place_links import land_name, place_link, place_name
from app.compare.places import MUNICIPAL
from app.compare.tally import Count, Tally
from app.model.selection import Selection
from app.store import Session
from app.vocabulary import Kommune, Vocabulary

SLUG = "kommunen"
PAGE = 50
COLUMNS = (
    Column("kommune", "link", "name"),
    Column("typ", "code"),
    Column("groesse", "code"),
    Column("land", "text", "land"),
    Column("einwohner", "number", "einwohner"),
    Column("datenbestaende", "number", "datenbestaende"),
    Column("datensaetze", "number", "datensaetze"),
    Column("bestaende", "number", "bestaende"),
    Column("offen_anteil", "share", "offen-anteil"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = (
    *("musterdatensatz", "thema", "lizenz", "offen", "format", "standard"),
    *("stand", "modified_since"),
)


class Line(NamedTuple):
    """One place. topics: Musterdatensätze it has; open: share of holdings, None without any."""

    place: Kommune
    link: Link
    land: str
    topics: int
    has: Count
    open: float | None


def answer(
    session: Session, vocabulary: Vocabulary, selection: Selection, lang: str = "de"
) -> Answer:
    """The list for a checked selection; ``q`` looks in names, of Kommunen without data as well."""
    asked = replace(selection, typ=selection.typ or MUNICIPAL)
    unit = places.unit(asked)
    generation, counts = reading.tallies(session, unit, selection.portal)
    _, matrix = reading.matrix(session, unit, selection.portal)
    found = _lines(vocabulary, asked, counts, matrix.held)
    base = sum(line.has.datasets > 0 for line in found)
    page = paged(found, selection, "-datensaetze", SORTINGS, _value, PAGE)
    return page.answer(
        SLUG,
        COLUMNS,
        tuple(_row(line) for line in page.lines),
        _notes(selection, base),
        base=base,
        generation=generation,
    )


def _lines(
    vocabulary: Vocabulary, selection: Selection, counts: Tally, topics: Counter[str]
) -> list[Line]:
    open_ones = open_licences(vocabulary)
    keys = _named(vocabulary, selection.q) if selection.q else counts.in_all
    lines = []
    for key in places.chosen_keys(keys, vocabulary, selection):
        place, has = vocabulary.register.get(key), counts.of(key)
        if place:
            share = has.with_any(open_ones) / has.holdings if has.holdings else None
            link, land = place_link(vocabulary, key), land_name(vocabulary, key)
            lines.append(Line(place, link, land, topics[key], has, share))
    return lines


def _named(vocabulary: Vocabulary, text: str) -> list[str]:
    """Keys of all places of the register with every word of the text in their names."""
    words = fold(text).split()
    named = ((place.key, fold(place_name(vocabulary, place))) for place in vocabulary.register)
    return [key for key, name in named if all(word in name for word in words)]


def _value(line: Line, name: str) -> float | tuple[str, str]:
    if name == "name":
        return fold(line.link.label), line.link.key
    if name == "land":
        return fold(line.land), line.link.key
    return {
        "einwohner": line.place.population,
        "datenbestaende": line.topics,
        "datensaetze": line.has.datasets,
        "bestaende": line.has.holdings,
        "offen-anteil": -1.0 if line.open is None else line.open,
    }[name]


def _row(line: Line) -> tuple[Cell, ...]:
    return (
        line.link,
        line.place.typ,
        line.place.size_class or "none",
        line.land,
        line.place.population,
        line.topics,
        line.has.datasets,
        line.has.holdings,
        line.open,
    )


def _notes(selection: Selection, base: int) -> tuple[Note, ...]:
    notes = [Note("note.kommunen_base", {"count": base}), Note("note.kommunen_counting")]
    if selection.q:
        notes.append(Note("note.kommunen_search"))
    ignored = [name for name in IGNORED if getattr(selection, name)]
    return (*notes, *(Note("note.ignored", {"parameter": name}) for name in ignored))

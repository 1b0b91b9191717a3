# SPDX-License-Identifier: EUPL-1.2
"""Häufigste Datenbestände: what Kommunen hold most often, with licences, formats and standards.

The unit is Kommune x Musterdatensatz (for Länder: Land x INSPIRE theme or HVD category), never the
file: a Kommune with forty files of one holding weighs as much as one with a single file.
"""

from collections.abc import Callable
from typing import NamedTuple

from app.compare import facets, places, reading
from app.compare.answer import Answer, Cell, Column, Link, Note
from app.compare.facets import Look
from app.compare.masks import union
from app.compare.matrix import Topic
from app.compare.meaning import format_look, licence_look, standard_look, topic_link
from app.compare.offered_topics import Offered, columns_for, offered
from app.compare.order import fold
from app.compare.paging import paged
from app.model.selection import Selection
from app.store import Session
from app.vocabulary import Vocabulary

SLUG = "haeufigste-datenbestaende"
PAGE = 25
COLUMNS = (
    Column("datenbestand", "link", "name"),
    Column("thema", "link", "thema"),
    Column("kommunen", "number", "kommunen"),
    Column("anteil", "share"),
    Column("datensaetze", "number", "datensaetze"),
    Column("bestaende", "number", "bestaende"),
    Column("lizenzen", "list"),
    Column("formate", "list"),
    Column("nur_ansicht", "number"),
    Column("formate_konkurrenz", "competition"),
    Column("formate_nenner", "reach"),
    Column("formate_menge", "reach"),
    Column("standards", "list"),
    Column("standards_konkurrenz", "competition"),
    Column("standards_nenner", "reach"),
    Column("standards_menge", "reach"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = ("q", "stand", "modified_since")


class Looks(NamedTuple):
    """The meaning of values, in the language of the answer."""

    licence: Look
    format: Look
    standard: Look
    topic: Callable[[str, str], tuple[Link, Link]]


class Line(NamedTuple):
    """One topic within the chosen places, before its facets are worked out."""

    topic: Topic
    units: int
    datenbestand: Link
    thema: Link
    kommunen: int
    datensaetze: int
    bestaende: int


def answer(
    session: Session, vocabulary: Vocabulary, selection: Selection, lang: str = "de"
) -> Answer:
    """The answer for a checked selection. SelectionError for a sort field it does not have."""
    unit = places.unit(selection)
    generation, matrix = reading.matrix(session, unit, selection.portal)
    looks = _looks(vocabulary, lang)
    chosen = places.chosen(matrix, vocabulary, selection)
    lines = [_line(each) for each in offered(matrix, vocabulary, selection, looks.topic)]
    page = paged(lines, selection, "-kommunen", SORTINGS, _value, PAGE)
    base = (union(topic.offering for topic in matrix.topics) & chosen).bit_count()
    return page.answer(
        SLUG,
        columns_for(unit, COLUMNS),
        tuple(_row(line, base, looks, unit) for line in page.lines),
        _notes(selection, unit, base),
        base=base,
        generation=generation,
    )


def _looks(vocabulary: Vocabulary, lang: str) -> Looks:
    return Looks(
        licence_look(vocabulary, lang),
        format_look(vocabulary, lang),
        standard_look(vocabulary, lang),
        topic_link(vocabulary, lang),
    )


def _line(found: Offered) -> Line:
    return Line(*found, found.units.bit_count(), *found.topic.totals(found.units))


def _value(line: Line, name: str) -> int | tuple[str, str]:
    if name == "name":
        return fold(line.datenbestand.label), line.topic.key
    if name == "thema":
        return fold(line.thema.label or line.topic.kind), fold(line.datenbestand.label)
    counts = {
        "kommunen": line.kommunen,
        "datensaetze": line.datensaetze,
        "bestaende": line.bestaende,
    }
    return counts[name]


def _row(line: Line, base: int, looks: Looks, unit: str) -> tuple[Cell, ...]:
    masks, units = line.topic.facets, line.units
    licences = facets.facet(masks.get("licence", {}), units, looks.licence)
    formats = facets.facet(masks.get("format", {}), units, looks.format)
    standards = facets.facet(masks.get("standard", {}), units, looks.standard)
    said = {value: mask for value, mask in licences.values.items() if value}
    return (
        line.datenbestand,
        line.thema if unit == "kommune" else line.topic.kind,
        line.kommunen,
        line.kommunen / base,
        line.datensaetze,
        line.bestaende,
        facets.shares(licences, facets.only_ways(said)),
        facets.shares(formats, facets.only_ways(facets.accessible(formats))),
        facets.only_viewed(formats),
        facets.competitions(formats),
        facets.single_reach(formats),
        facets.full_reach(formats),
        facets.shares(standards, facets.only_ways_per_level(standards)),
        facets.competitions(standards),
        facets.single_reach(standards),
        facets.full_reach(standards),
    )


def _notes(selection: Selection, unit: str, base: int) -> tuple[Note, ...]:
    notes = [
        Note("note.base", {"unit": unit, "count": base}),
        Note("note.counting", {"unit": unit}),
    ]
    ignored = [name for name in IGNORED if getattr(selection, name)]
    if unit == "land":
        notes.append(Note("note.laender"))
        ignored += [name for name in ("musterdatensatz", "thema") if getattr(selection, name)]
    if selection.lizenz or selection.offen or selection.format or selection.standard:
        notes.append(Note("note.facet_filter"))
    notes += [Note("note.ignored", {"parameter": name}) for name in ignored]
    return tuple(notes)

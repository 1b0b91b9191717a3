# SPDX-License-Identifier: EUPL-1.2
"""One Musterdatensatz: which Kommunen publish it, and what is in use among them."""

from dataclasses import replace
from typing import NamedTuple

from app.compare import facets, places, portions, reading
from app.compare.answer import Answer, Cell, Column, Competition, Link, Note, Reach, Share
from app.compare.having import having
from app.compare.matrix import Matrix, Topic
from app.compare.order import fold
from app.compare.paging import paged
from app.compare.place_links import land_name, place_link
from app.compare.places import MUNICIPAL
from app.compare.portions import Looks
from app.model.selection import Selection
from app.store import Session
from app.vocabulary import Kommune, Vocabulary

SLUG = "musterdatensatz"
PAGE = 50
COLUMNS = (
    Column("kommune", "link", "name"),
    Column("land", "text", "land"),
    Column("einwohner", "number", "einwohner"),
    Column("datensaetze", "number", "datensaetze"),
    Column("bestaende", "number", "bestaende"),
    Column("formate", "portions"),
    Column("standards", "portions"),
    Column("lizenzen", "portions"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = ("q", "musterdatensatz", "thema", "stand", "modified_since")


class Use(NamedTuple):
    """What the Kommunen of the selection use, as in the question of the most frequent holdings."""

    licences: tuple[Share, ...]
    formats: tuple[Share, ...]
    formats_single: Reach | None
    formats_full: Reach | None
    formats_apart: tuple[Competition, ...]
    standards: tuple[Share, ...]
    standards_single: Reach | None
    standards_full: Reach | None
    standards_apart: tuple[Competition, ...]


class Line(NamedTuple):
    """One Kommune; bit: its place in the matrix."""

    place: Kommune
    link: Link
    land: str
    bit: int
    counts: tuple[int, int]


def answer(
    session: Session, vocabulary: Vocabulary, slug: str, selection: Selection, lang: str = "de"
) -> tuple[Answer, Use]:
    """Who publishes the Musterdatensatz, and what they use. SelectionError for a bad sort field."""
    asked = replace(selection, typ=selection.typ or MUNICIPAL)
    generation, matrix = reading.matrix(session, places.unit(asked), selection.portal)
    topic = next((each for each in matrix.topics if each.key == slug), _nothing(slug))
    chosen = places.chosen(matrix, vocabulary, asked)
    units = topic.offering & chosen & having(topic, vocabulary, selection)
    found = _lines(matrix, vocabulary, topic, units)
    page = paged(found, selection, "-einwohner", SORTINGS, _value, PAGE)
    looks = portions.looks(vocabulary, lang)
    shown = page.answer(
        SLUG,
        COLUMNS,
        tuple(_row(line, topic, looks) for line in page.lines),
        _notes(selection),
        base=page.total,
        generation=generation,
    )
    return shown, _use(topic, units, looks)


def _nothing(slug: str) -> Topic:
    return Topic("musterdatensatz", slug)


def _lines(matrix: Matrix, vocabulary: Vocabulary, topic: Topic, units: int) -> list[Line]:
    lines = []
    for bit, counts in topic.counts.items():
        key = matrix.places[bit]
        place = vocabulary.register.get(key) if units >> bit & 1 else None
        if place:
            link, land = place_link(vocabulary, key), land_name(vocabulary, key)
            lines.append(Line(place, link, land, bit, counts))
    return lines


def _value(line: Line, name: str) -> int | tuple[str, str]:
    if name == "name":
        return fold(line.link.label), line.link.key
    if name == "land":
        return fold(line.land), line.link.key
    datasets, holdings = line.counts
    counts = {
        "einwohner": line.place.population,
        "datensaetze": datasets,
        "bestaende": holdings,
    }
    return counts[name]


def _row(line: Line, topic: Topic, looks: Looks) -> tuple[Cell, ...]:
    return (
        line.link,
        line.land,
        line.place.population,
        *line.counts,
        portions.present(topic, "format", line.bit, looks.format),
        portions.present(topic, "standard", line.bit, looks.standard),
        portions.present(topic, "licence", line.bit, looks.licence),
    )


def _use(topic: Topic, units: int, looks: Looks) -> Use:
    licences = facets.facet(topic.facets.get("licence", {}), units, looks.licence)
    formats = facets.facet(topic.facets.get("format", {}), units, looks.format)
    standards = facets.facet(topic.facets.get("standard", {}), units, looks.standard)
    said = {value: mask for value, mask in licences.values.items() if value}
    return Use(
        facets.shares(licences, facets.only_ways(said)),
        facets.shares(formats, facets.only_ways(facets.accessible(formats))),
        facets.single_reach(formats),
        facets.full_reach(formats),
        facets.competitions(formats),
        facets.shares(standards, facets.only_ways_per_level(standards)),
        facets.single_reach(standards),
        facets.full_reach(standards),
        facets.competitions(standards),
    )


def _notes(selection: Selection) -> tuple[Note, ...]:
    notes = [Note("note.musterdatensatz_category"), Note("note.kommune_presence")]
    if selection.typ == ("land",):
        notes.append(Note("note.musterdatensatz_land"))
    if selection.lizenz or selection.offen or selection.format or selection.standard:
        notes.append(Note("note.facet_filter"))
    ignored = [name for name in IGNORED if getattr(selection, name)]
    return (*notes, *(Note("note.ignored", {"parameter": name}) for name in ignored))

# SPDX-License-Identifier: EUPL-1.2
"""Musterdatensatz im Vergleich: one Musterdatensatz, Kommunen side by side.

Formats, standards and licences come from the precomputed cells and so stand for all datasets of a
Kommune; titles are the first ones, Stand der Daten is the latest.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from app.compare import facets, places, portions, reading
from app.compare.answer import Answer, Cell, Column, Link, Note, Portion
from app.compare.errors import SelectionError
from app.compare.having import having
from app.compare.masks import union
from app.compare.matrix import Matrix, Topic
from app.compare.order import fold
from app.compare.paging import paged
from app.compare.place_links import place_link, portal_link
from app.compare.portions import Looks
from app.model.selection import Selection
from app.store import Session, holding_queries
from app.store.holding_queries import Facts, Title
from app.vocabulary import Vocabulary

SLUG = "musterdatensatz-im-vergleich"
PAGE = 25
TITLES = 10
COLUMNS = (
    Column("kommune", "link", "name"),
    Column("einwohner", "number", "einwohner"),
    Column("titel", "links"),
    Column("datensaetze", "number", "datensaetze"),
    Column("formate", "portions"),
    Column("standards", "portions"),
    Column("lizenzen", "portions"),
    Column("aktualisierung", "portions"),
    Column("stand", "date"),
    Column("portale", "links"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = ("q", "thema", "stand", "modified_since")
REQUIRED = "musterdatensatz"


class Line(NamedTuple):
    """One Kommune that has the Musterdatensatz; bit: its place in the matrix."""

    bit: int
    link: Link
    population: int
    datasets: int


def answer(
    session: Session, vocabulary: Vocabulary, selection: Selection, lang: str = "de"
) -> Answer:
    """The answer for a checked selection.

    SelectionError without a Musterdatensatz, with several, for Länder, for a bad sort field.
    """
    slug = one(selection.musterdatensatz, REQUIRED)
    if places.unit(selection) == "land":
        raise SelectionError("selection.not_for_laender")
    generation, matrix = reading.matrix(session, "kommune", selection.portal)
    topic = next((each for each in matrix.topics if each.key == slug), None)
    looks = portions.looks(vocabulary, lang)
    units = _units(matrix, topic, vocabulary, selection)
    found = _lines(matrix, topic, units, vocabulary) if topic else []
    page = paged(found, selection, "name", SORTINGS, _value, PAGE)
    return page.answer(
        SLUG,
        COLUMNS,
        _rows(session, vocabulary, topic, page.lines, selection, lang),
        _notes(selection, vocabulary, topic, units, looks, _silent(selection, found)),
        base=page.total,
        generation=generation,
    )


def one(values: Collection[str], parameter: str) -> str:
    """The single value of a parameter. SelectionError where there is none or more than one."""
    if not values:
        raise SelectionError("selection.required", parameter=parameter)
    if len(values) > 1:
        raise SelectionError("selection.repeated", parameter=parameter)
    return next(iter(values))


def _units(
    matrix: Matrix, topic: Topic | None, vocabulary: Vocabulary, selection: Selection
) -> int:
    if topic is None:
        return 0
    return (
        topic.offering
        & places.chosen(matrix, vocabulary, selection)
        & having(topic, vocabulary, selection)
    )


def _lines(matrix: Matrix, topic: Topic, units: int, vocabulary: Vocabulary) -> list[Line]:
    lines = []
    for bit, (datasets, _) in topic.counts.items():
        key = matrix.places[bit]
        place = vocabulary.register.get(key)
        if place and units >> bit & 1:
            lines.append(Line(bit, place_link(vocabulary, key), place.population, datasets))
    return lines


def _silent(selection: Selection, lines: list[Line]) -> tuple[str, ...]:
    """Kommunen that were asked for and have nothing here."""
    shown = {line.link.key for line in lines}
    return tuple(key for key in selection.kommune if key not in shown)


def _value(line: Line, name: str) -> int | tuple[str, str]:
    if name == "name":
        return fold(line.link.label), line.link.key
    return line.population if name == "einwohner" else line.datasets


def _rows(
    session: Session,
    vocabulary: Vocabulary,
    topic: Topic | None,
    lines: list[Line],
    selection: Selection,
    lang: str,
) -> tuple[tuple[Cell, ...], ...]:
    if topic is None or not lines:
        return ()
    keys = [line.link.key for line in lines]
    titles, facts = defaultdict(list), defaultdict(list)
    for title in holding_queries.titles(session, topic.key, keys, selection.portal, TITLES):
        titles[title.kommune].append(dataset_link(title))
    for fact in holding_queries.facts(session, topic.key, keys, selection.portal):
        facts[fact.kommune].append(fact)
    looks = portions.looks(vocabulary, lang)
    return tuple(
        (
            line.link,
            line.population,
            tuple(titles[line.link.key]),
            line.datasets,
            portions.present(topic, "format", line.bit, looks.format),
            portions.present(topic, "standard", line.bit, looks.standard),
            portions.present(topic, "licence", line.bit, looks.licence),
            _frequencies(facts[line.link.key], vocabulary, lang),
            _latest(facts[line.link.key]),
            _portals(facts[line.link.key]),
        )
        for line in lines
    )


def _latest(facts: list[Facts]) -> date | None:
    return max((fact.data_as_of for fact in facts if fact.data_as_of), default=None)


def dataset_link(title: Title) -> Link:
    """The link to a dataset; its id where it has no title."""
    return Link(title.id, title.title or title.id, f"/datensatz/{title.id}")


def _frequencies(facts: list[Facts], vocabulary: Vocabulary, lang: str) -> tuple[Portion, ...]:
    def label(key: str | None) -> str | None:
        known = vocabulary.frequencies.get(key) if key else None
        return known.name(lang) if known else key

    return portions.named(
        (fact.frequency or "", label(fact.frequency), fact.datasets) for fact in facts
    )


def _portals(facts: list[Facts]) -> tuple[Link, ...]:
    found = {fact.portal: fact.portal_title for fact in facts}
    return tuple(portal_link(key, title) for key, title in found.items())


def _notes(
    selection: Selection,
    vocabulary: Vocabulary,
    topic: Topic | None,
    units: int,
    looks: Looks,
    silent: tuple[str, ...],
) -> tuple[Note, ...]:
    notes = [Note("note.vergleich_base", {"count": units.bit_count()})]
    if topic and units:
        notes += denominators(topic, units, looks)
    if silent:
        names = "; ".join(place_link(vocabulary, key).label for key in silent)
        notes.append(Note("note.vergleich_silent", {"count": len(silent), "names": names}))
    notes.append(Note("note.vergleich_reading"))
    if selection.lizenz or selection.offen or selection.format or selection.standard:
        notes.append(Note("note.facet_filter"))
    ignored = [name for name in IGNORED if getattr(selection, name)]
    return (*notes, *(Note("note.ignored", {"parameter": name}) for name in ignored))


def denominators(topic: Topic, units: int, looks: Looks) -> list[Note]:
    """The common denominator of formats and of standards, as notes."""
    notes = []
    for name, look in (("format", looks.format), ("standard", looks.standard)):
        facet = facets.facet(topic.facets.get(name, {}), units, look)
        single, full = facets.single_reach(facet), facets.full_reach(facet)
        if single is None or full is None:
            notes.append(Note(f"note.{name}_none"))
            continue
        counts = {"count": single.kommunen, "all": single.of, "base": units.bit_count()}
        notes.append(Note(f"note.{name}_single", {"names": ", ".join(single.labels), **counts}))
        if len(full.labels) > 1:
            names = " + ".join(full.labels)
            notes.append(Note(f"note.{name}_full", {"names": names, "all": full.kommunen}))
        shown = union(facet.values[key] for key in facet.values if key)
        if name == "format" and (silent := (units & ~shown).bit_count()):
            notes.append(Note("note.format_silent", {"count": silent}))
    return notes

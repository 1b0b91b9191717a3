# SPDX-License-Identifier: EUPL-1.2
"""One Kommune (Land): what it holds by topic, how much in all, under which licences."""

from typing import NamedTuple

from app.compare import portions, reading
from app.compare.answer import Answer, Cell, Column, Link, Note, Portion
from app.compare.licence_families import family_of
from app.compare.lizenzen_je_kommune import open_licences
from app.compare.matrix import Matrix, Topic
from app.compare.meaning import topic_link
from app.compare.order import fold
from app.compare.paging import paged
from app.compare.portions import Looks
from app.model.selection import Selection
from app.store import Session
from app.store.cell_queries import Unit
from app.vocabulary import Vocabulary

SLUG = "kommune"
PAGE = 100
COLUMNS = (
    Column("datenbestand", "link", "name"),
    Column("thema", "link", "thema"),
    Column("datensaetze", "number", "datensaetze"),
    Column("bestaende", "number", "bestaende"),
    Column("formate", "portions"),
    Column("standards", "portions"),
    Column("lizenzen", "portions"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = (
    *("q", "kommune", "land", "groesse", "typ", "musterdatensatz", "thema"),
    *("lizenz", "offen", "format", "standard", "stand", "modified_since"),
)


class Figures(NamedTuple):
    """A place in figures. open: holdings with an open licence; topics: Musterdatensätze."""

    datasets: int
    holdings: int
    topics: int
    open: int
    licences: tuple[Portion, ...]
    families: tuple[Portion, ...]


class Line(NamedTuple):
    """One topic the place has; bit: of the place."""

    topic: Topic
    bit: int
    datenbestand: Link
    thema: Link


def unit_of(key: str) -> Unit:
    """``land`` for a key of two digits."""
    return "land" if len(key) == 2 else "kommune"


def answer(
    session: Session, vocabulary: Vocabulary, key: str, selection: Selection, lang: str = "de"
) -> Answer:
    """The holdings of the place with this key. SelectionError for a bad sort field."""
    unit = unit_of(key)
    generation, matrix = reading.matrix(session, unit, selection.portal)
    found = _lines(matrix, vocabulary, key, lang)
    page = paged(found, selection, "thema", SORTINGS, _value, PAGE)
    looks = portions.looks(vocabulary, lang)
    return page.answer(
        SLUG,
        _columns(unit),
        tuple(_row(line, looks, unit) for line in page.lines),
        _notes(session, key, selection, found),
        base=1,
        generation=generation,
    )


def _columns(unit: Unit) -> tuple[Column, ...]:
    if unit == "kommune":
        return COLUMNS
    first = (Column("land_thema", "link", "name"), Column("art", "code", "thema"))
    return (*first, *COLUMNS[2:])


def _lines(matrix: Matrix, vocabulary: Vocabulary, key: str, lang: str) -> list[Line]:
    if key not in matrix.places:
        return []
    bit = matrix.places.index(key)
    link = topic_link(vocabulary, lang)
    return [
        Line(topic, bit, *link(topic.kind, topic.key))
        for topic in matrix.topics
        if topic.offering >> bit & 1
    ]


def _value(line: Line, name: str) -> int | tuple[str, str]:
    if name == "name":
        return fold(line.datenbestand.label), line.topic.key
    if name == "thema":
        return fold(line.thema.label or line.topic.kind), fold(line.datenbestand.label)
    datasets, holdings = line.topic.at(line.bit)
    return datasets if name == "datensaetze" else holdings


def _row(line: Line, looks: Looks, unit: Unit) -> tuple[Cell, ...]:
    topic, bit = line.topic, line.bit
    return (
        line.datenbestand,
        line.thema if unit == "kommune" else topic.kind,
        *topic.at(bit),
        portions.present(topic, "format", bit, looks.format),
        portions.present(topic, "standard", bit, looks.standard),
        portions.present(topic, "licence", bit, looks.licence),
    )


def _notes(session: Session, key: str, selection: Selection, lines: list[Line]) -> tuple[Note, ...]:
    notes = [Note("note.kommune_presence")]
    _, counts = reading.tallies(session, unit_of(key), selection.portal)
    classified = sum(line.topic.at(line.bit)[0] for line in lines)
    loose = counts.of(key).datasets - classified
    if len(key) > 2 and loose > 0:
        notes.append(Note("note.kommune_unclassified", {"count": loose}))
    ignored = [name for name in IGNORED if getattr(selection, name)]
    return (*notes, *(Note("note.ignored", {"parameter": name}) for name in ignored))


def figures(session: Session, vocabulary: Vocabulary, key: str, lang: str = "de") -> Figures:
    """The place in figures, over all portals; zeros where nothing of it is known."""
    unit = unit_of(key)
    _, counts = reading.tallies(session, unit)
    _, matrix = reading.matrix(session, unit)
    has = counts.of(key)
    bit = matrix.places.index(key) if key in matrix.places else None
    topics = 0 if bit is None else sum(topic.offering >> bit & 1 for topic in matrix.topics)
    looks = portions.looks(vocabulary, lang)
    return Figures(
        has.datasets,
        has.holdings,
        topics,
        has.with_any(open_licences(vocabulary)),
        portions.licences(has, looks.licence),
        portions.families(has, family_of(vocabulary)),
    )


def members(session: Session, vocabulary: Vocabulary, key: str) -> tuple[str, ...]:
    """Keys of the Kommunen with data inside a Kreis or Verband, by key; () for others."""
    _, counts = reading.tallies(session, "kommune")
    found = []
    for other in counts.in_all:
        place = vocabulary.register.get(other)
        if place and key in {place.kreis, place.verband} and other != key:
            found.append(other)
    return tuple(sorted(found))

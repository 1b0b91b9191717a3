# SPDX-License-Identifier: EUPL-1.2
"""One standard: which Kommunen publish by it, in which Datenbestände, and how that is known."""

from collections.abc import Callable
from typing import NamedTuple

from app.compare import places, reading
from app.compare.answer import Answer, Cell, Column, Link, Note
from app.compare.facets import EVIDENCE
from app.compare.masks import sums, union
from app.compare.matrix import Matrix, Topic
from app.compare.meaning import topic_link
from app.compare.order import fold
from app.compare.paging import paged
from app.compare.place_links import land_name, place_link
from app.compare.places import MUNICIPAL
from app.compare.standards_list import Counts, masks_by_standard, tuple_of
from app.compare.standards_masks import standards_of
from app.model.selection import Selection
from app.store import Session
from app.vocabulary import Vocabulary

SLUG = "standard"
PAGE = 25
MOST_TOPICS = 12
COLUMNS = (
    Column("kommune", "link", "name"),
    Column("land", "text", "land"),
    Column("bestaende_standard", "number", "bestaende"),
    Column("bestaende_standard_anteil", "share"),
    Column("nachgewiesen", "number"),
    Column("angegeben", "number"),
    Column("erschlossen", "number"),
    Column("datenbestaende_namen", "links"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = (
    *("q", "musterdatensatz", "thema", "lizenz", "offen", "format", "standard"),
    *("stand", "modified_since"),
)


TopicLink = Callable[[str, str], tuple[Link, Link]]


class Part(NamedTuple):
    """A topic, the places that have it, and those with the standard by strongest evidence."""

    topic: Topic
    units: int
    graded: tuple[int, ...]


class Line(NamedTuple):
    """One Kommune: its Datenbestände by the standard, by grade, and all of them."""

    bit: int
    link: Link
    land: str
    graded: tuple[int, ...]
    held: int


class TopicUse(NamedTuple):
    """A Musterdatensatz and how many Kommunen publish it by the standard."""

    link: Link
    kommunen: int


class Overview(NamedTuple):
    """topics: the Musterdatensätze most Kommunen publish by it; kommunen: by strongest evidence."""

    topics: tuple[TopicUse, ...]
    kommunen: Counts


def answer(
    session: Session, vocabulary: Vocabulary, standard: str, selection: Selection, lang: str = "de"
) -> Answer:
    """Kommunen with data by the standard; places choose. SelectionError for a bad sort field."""
    generation, matrix = reading.matrix(session, "kommune", selection.portal)
    parts = _parts(matrix, standard)
    found = _lines(matrix, vocabulary, parts, selection)
    page = paged(found, selection, "-bestaende", SORTINGS, _value, PAGE)
    link = topic_link(vocabulary, lang)
    return page.answer(
        SLUG,
        COLUMNS,
        tuple(_row(line, _names(parts, line.bit, link)) for line in page.lines),
        _notes(selection, page.total),
        base=page.total,
        generation=generation,
    )


def overview(session: Session, vocabulary: Vocabulary, standard: str, lang: str = "de") -> Overview:
    """What the standard is used for, and by how many Kommunen by strongest evidence."""
    _, matrix = reading.matrix(session, "kommune")
    parts, link = _parts(matrix, standard), topic_link(vocabulary, lang)
    found = [
        TopicUse(link(part.topic.kind, part.topic.key)[0], union(part.graded).bit_count())
        for part in parts
    ]
    found.sort(key=lambda each: (-each.kommunen, fold(each.link.label)))
    everywhere = (1 << len(matrix.places)) - 1
    masks = masks_by_standard(matrix, everywhere).get(standard, [0] * len(EVIDENCE))
    return Overview(tuple(found[:MOST_TOPICS]), tuple_of(masks))


def _parts(matrix: Matrix, standard: str) -> list[Part]:
    parts = []
    for topic in matrix.topics:
        masks, seen, graded = standards_of(topic), 0, []
        for kind in EVIDENCE:
            here = masks.get((standard, kind), 0)
            graded.append(here & ~seen)
            seen |= here
        if seen:
            parts.append(Part(topic, topic.offering, tuple(graded)))
    return parts


def _lines(
    matrix: Matrix, vocabulary: Vocabulary, parts: list[Part], selection: Selection
) -> list[Line]:
    size = len(matrix.places)
    columns = [sums((part.graded[at] for part in parts), size) for at in range(len(EVIDENCE))]
    plain = Selection(
        kommune=selection.kommune,
        land=selection.land,
        groesse=selection.groesse,
        typ=selection.typ or MUNICIPAL,
    )
    chosen = places.chosen(matrix, vocabulary, plain)
    lines = []
    for bit, (key, *graded) in enumerate(zip(matrix.places, *columns, strict=True)):
        if any(graded) and chosen >> bit & 1:
            link, land = place_link(vocabulary, key), land_name(vocabulary, key)
            lines.append(Line(bit, link, land, tuple(graded), matrix.held[key]))
    return lines


def _names(parts: list[Part], bit: int, link: TopicLink) -> tuple[Link, ...]:
    here = (part.topic for part in parts if union(part.graded) >> bit & 1)
    found = [link(topic.kind, topic.key)[0] for topic in here]
    return tuple(sorted(found, key=lambda each: fold(each.label)))


def _value(line: Line, name: str) -> int | tuple[str, str]:
    if name == "name":
        return fold(line.link.label), line.link.key
    if name == "land":
        return fold(line.land), line.link.key
    return sum(line.graded)


def _row(line: Line, names: tuple[Link, ...]) -> tuple[Cell, ...]:
    number = sum(line.graded)
    return line.link, line.land, number, number / line.held, *line.graded, names


def _notes(selection: Selection, base: int) -> tuple[Note, ...]:
    notes = [Note("note.standard_base", {"count": base}), Note("note.standards_grades")]
    ignored = [name for name in IGNORED if getattr(selection, name)]
    return (*notes, *(Note("note.ignored", {"parameter": name}) for name in ignored))

# SPDX-License-Identifier: EUPL-1.2
"""Standards je Musterdatensatz: offered by how many Kommunen, the only way for how many.

The unit is Kommune x Musterdatensatz (for Länder: Land x INSPIRE theme or HVD category). Beside
what is offered stands what the steward of a standard made it for.
"""

from typing import NamedTuple

from app.compare import choices, facets, places, reading
from app.compare.answer import Answer, Cell, Column, Link
from app.compare.facets import Look
from app.compare.masks import union
from app.compare.matrix import Masks, Matrix, Topic
from app.compare.meaning import standard_look, topic_link
from app.compare.offered_topics import Offered, columns_for, offered
from app.compare.order import fold
from app.compare.paging import paged
from app.compare.place_links import place_link
from app.compare.standards_links import standard_links
from app.compare.standards_masks import CHOICES, Grades, grades, picked, sharing_nothing
from app.compare.standards_masks import standards_of as masks_of
from app.compare.standards_notes import notes
from app.model.selection import Selection
from app.store import Session
from app.store.topic_pack import bits_of
from app.vocabulary import Vocabulary
from app.vocabulary.standards import Standard

__all__ = ["CHOICES", "IGNORED", "SLUG", "SORTINGS", "answer"]
SLUG = "standards-je-musterdatensatz"
PAGE = 25
NAMED = 5
COLUMNS = (
    Column("datenbestand", "link", "name"),
    Column("thema", "link", "thema"),
    Column("kommunen", "number", "kommunen"),
    Column("mit_standard", "number", "mit-standard"),
    Column("mit_standard_anteil", "share", "anteil"),
    Column("standards", "list"),
    Column("nachgewiesen", "number"),
    Column("angegeben", "number"),
    Column("erschlossen", "number"),
    Column("ohne_standard", "number"),
    Column("teilen_keinen", "number", "teilen-keinen"),
    Column("teilen_keinen_wer", "links"),
    Column("standards_konkurrenz", "competition"),
    Column("standards_nenner", "reach"),
    Column("standards_menge", "reach"),
    Column("vorgesehen", "links"),
    Column("vorgesehen_kommunen", "number", "vorgesehen"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = ("q", "stand", "modified_since")
OWN_NOTES = ("note.standards_only_way", "note.standards_alone", "note.standards_made_for")


class Frame(NamedTuple):
    """What every line of the answer needs."""

    matrix: Matrix
    vocabulary: Vocabulary
    look: Look
    base: int
    unit: str


class Line(NamedTuple):
    """One topic within the chosen places. masks: the standards asked for."""

    topic: Topic
    units: int
    datenbestand: Link
    thema: Link
    masks: Masks
    graded: Grades
    look: Look
    made_for: tuple[Standard, ...]

    def facet(self) -> facets.Facet:
        """The standards in use; worked out for the rows that are shown or sorted by it."""
        return facets.facet(self.masks, self.units, self.look)

    def alone(self) -> int:
        """Places none of whose standards another place uses."""
        return sharing_nothing(facets.accessible(self.facet()))

    def fitting(self) -> int:
        """Places with a standard that was made for the topic."""
        ids = {each.id for each in self.made_for}
        found = union(mask for (value, _), mask in self.masks.items() if value in ids)
        return (found & self.units).bit_count()


def answer(
    session: Session,
    vocabulary: Vocabulary,
    selection: Selection,
    lang: str = "de",
    ebene: str = "",
    beleg: str = "",
) -> Answer:
    """The answer for a checked selection; SelectionError for a bad choice or sort field."""
    level, grade = choices.one_of(CHOICES, "ebene", ebene), choices.one_of(CHOICES, "beleg", beleg)
    unit = places.unit(selection)
    generation, matrix = reading.matrix(session, unit, selection.portal)
    chosen = places.chosen(matrix, vocabulary, selection)
    base = (union(topic.offering for topic in matrix.topics) & chosen).bit_count()
    frame = Frame(matrix, vocabulary, standard_look(vocabulary, lang), base, unit)
    topics = offered(matrix, vocabulary, selection, topic_link(vocabulary, lang))
    found = [_line(each, frame, level, grade) for each in topics]
    page = paged(found, selection, "-kommunen", SORTINGS, _value, PAGE)
    return page.answer(
        SLUG,
        columns_for(unit, COLUMNS),
        tuple(_row(line, frame) for line in page.lines),
        notes(selection, unit, base, OWN_NOTES, IGNORED),
        base=base,
        generation=generation,
        further=choices.further(CHOICES, ebene=level, beleg=grade),
    )


def _line(found: Offered, frame: Frame, level: str, grade: str) -> Line:
    masks = picked(masks_of(found.topic), frame.vocabulary, level, grade)
    fits = frame.vocabulary.standards.for_topic(found.topic.key)
    return Line(*found, masks, grades(masks, found.units), frame.look, fits)


def _value(line: Line, name: str) -> float | tuple[str, str]:
    if name == "name":
        return fold(line.datenbestand.label), line.topic.key
    if name == "thema":
        return fold(line.thema.label or line.topic.kind), fold(line.datenbestand.label)
    if name == "teilen-keinen":
        return line.alone().bit_count()
    if name == "vorgesehen":
        return line.fitting()
    count = line.units.bit_count()
    known = count - line.graded.none.bit_count()
    return {"kommunen": count, "mit-standard": known, "anteil": known / count}[name]


def _row(line: Line, frame: Frame) -> tuple[Cell, ...]:
    facet, count = line.facet(), line.units.bit_count()
    alone = sharing_nothing(facets.accessible(facet))
    without = line.graded.none.bit_count()
    keys = (frame.matrix.places[bit] for bit in bits_of(alone))
    names = tuple(place_link(frame.vocabulary, key) for key in list(keys)[:NAMED])
    return (
        line.datenbestand,
        line.thema if frame.unit == "kommune" else line.topic.kind,
        count,
        count - without,
        (count - without) / count,
        facets.shares(facet, facets.only_ways_per_level(facet)),
        *(mask.bit_count() for mask in line.graded),
        alone.bit_count(),
        names,
        facets.competitions(facet),
        facets.single_reach(facet),
        facets.full_reach(facet),
        standard_links(line.made_for),
        line.fitting(),
    )

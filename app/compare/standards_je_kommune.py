# SPDX-License-Identifier: EUPL-1.2
"""Standards je Kommune: in how many of its Datenbestände each Kommune uses which standard.

The unit is Kommune x Musterdatensatz; the four grades of evidence of a row add up to its
Datenbestände. Datasets without a Musterdatensatz are in none of the counts.
"""

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from app.compare import choices, places, reading
from app.compare.answer import Answer, Cell, Column, EvidenceKind, Link, Portion
from app.compare.facets import EVIDENCE, Look
from app.compare.masks import sums
from app.compare.matrix import Masks, Matrix, Topic
from app.compare.meaning import standard_look, topic_link
from app.compare.offered_topics import offered
from app.compare.order import fold
from app.compare.paging import paged
from app.compare.place_links import land_name, place_link
from app.compare.standards_masks import CHOICES, grades, picked, standards_of
from app.compare.standards_notes import notes
from app.model.selection import Selection
from app.store import Session
from app.vocabulary import Vocabulary

__all__ = ["CHOICES", "IGNORED", "SLUG", "SORTINGS", "answer"]
SLUG = "standards-je-kommune"
PAGE = 50
COLUMNS = (
    Column("kommune", "link", "name"),
    Column("land", "text", "land"),
    Column("datenbestaende", "number", "datenbestaende"),
    Column("mit_standard", "number", "mit-standard"),
    Column("mit_standard_anteil", "share", "anteil"),
    Column("standards", "portions"),
    Column("nachgewiesen", "number", "nachgewiesen"),
    Column("angegeben", "number", "angegeben"),
    Column("erschlossen", "number", "erschlossen"),
    Column("ohne_standard", "number", "ohne-standard"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = ("q", "stand", "modified_since")
OWN_NOTES = ("note.standards_sum",)


class Part(NamedTuple):
    """A topic with the places asked about and the standards asked for."""

    topic: Topic
    units: int
    masks: Masks


class Line(NamedTuple):
    """One Kommune. graded: its Datenbestände by strongest evidence, none last."""

    bit: int
    link: Link
    land: str
    held: int
    graded: tuple[int, ...]


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
    parts = _parts(matrix, vocabulary, selection, lang, level, grade)
    found = _lines(matrix, vocabulary, parts)
    page = paged(found, selection, "-mit-standard", SORTINGS, _value, PAGE)
    row = _row_in(parts, standard_look(vocabulary, lang), unit)
    return page.answer(
        SLUG,
        COLUMNS if unit == "kommune" else (Column("land", "link", "name"), *COLUMNS[2:]),
        tuple(row(line) for line in page.lines),
        notes(selection, unit, page.total, OWN_NOTES, IGNORED),
        base=page.total,
        generation=generation,
        further=choices.further(CHOICES, ebene=level, beleg=grade),
    )


def _parts(
    matrix: Matrix,
    vocabulary: Vocabulary,
    selection: Selection,
    lang: str,
    level: str,
    grade: str,
) -> list[Part]:
    parts = []
    for found in offered(matrix, vocabulary, selection, topic_link(vocabulary, lang)):
        masks = picked(standards_of(found.topic), vocabulary, level, grade)
        parts.append(Part(found.topic, found.units, masks))
    return parts


def _lines(matrix: Matrix, vocabulary: Vocabulary, parts: list[Part]) -> list[Line]:
    size = len(matrix.places)
    held = sums((part.units for part in parts), size)
    graded = [grades(part.masks, part.units) for part in parts]
    columns = [sums(masks, size) for masks in zip(*graded, strict=True)] or [[0] * size] * 4
    lines = []
    for bit, (key, *counts) in enumerate(zip(matrix.places, *columns, strict=True)):
        if held[bit]:
            link, land = place_link(vocabulary, key), land_name(vocabulary, key)
            lines.append(Line(bit, link, land, held[bit], tuple(counts)))
    return lines


def _value(line: Line, name: str) -> float | tuple[str, str]:
    if name == "name":
        return fold(line.link.label), line.link.key
    if name == "land":
        return fold(line.land), line.link.key
    known = line.held - line.graded[3]
    return {
        "datenbestaende": line.held,
        "mit-standard": known,
        "anteil": known / line.held,
        "nachgewiesen": line.graded[0],
        "angegeben": line.graded[1],
        "erschlossen": line.graded[2],
        "ohne-standard": line.graded[3],
    }[name]


def _row_in(parts: list[Part], look: Look, unit: str) -> Callable[[Line], tuple[Cell, ...]]:
    def row(line: Line) -> tuple[Cell, ...]:
        known = line.held - line.graded[3]
        return (
            line.link,
            *((line.land,) if unit == "kommune" else ()),
            line.held,
            known,
            known / line.held,
            _portions(parts, line.bit, look),
            *line.graded,
        )

    return row


def _portions(parts: list[Part], bit: int, look: Look) -> tuple[Portion, ...]:
    """Standard -> Datenbestände of the place with it, most first, with its strongest evidence."""
    found: Counter[str] = Counter()
    kinds: dict[str, set[str]] = {}
    for part in parts:
        if part.units >> bit & 1:
            here = {key for key, mask in part.masks.items() if mask >> bit & 1}
            found.update({value for value, _ in here})
            for value, kind in here:
                kinds.setdefault(value, set()).add(kind)
    order = sorted(found, key=lambda key: (-found[key], key))
    return tuple(_portion(key, found[key], kinds[key], look) for key in order)


def _portion(key: str, number: int, kinds: set[str], look: Look) -> Portion:
    known = look(key)
    strongest: EvidenceKind | None = next((kind for kind in EVIDENCE if kind in kinds), None)
    return Portion(key, known.label, number, "", known.view, known.open, strongest)

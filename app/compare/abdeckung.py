# SPDX-License-Identifier: EUPL-1.2
"""Abdeckung: Kommunen x Musterdatensätze (Länder x themes), who has what, as a matrix.

Rows are paged as everywhere; columns stand in groups of twelve, the most frequent first, because
241 columns are no table. ``spalten=alle`` gives the whole matrix, for programs and spreadsheets.
"""

from typing import NamedTuple

from app.compare import choices, places, reading
from app.compare.answer import Answer, Cell, Column, Link, Note
from app.compare.masks import sums
from app.compare.matrix import Matrix, Topic
from app.compare.meaning import topic_link
from app.compare.offered_topics import offered
from app.compare.order import fold
from app.compare.paging import paged
from app.compare.place_links import land_name, place_link
from app.model.selection import Selection
from app.store import Session
from app.vocabulary import Vocabulary

SLUG = "abdeckung"
PAGE = 25
WIDTH = 12
GROUPS = 21  # of twelve, for the 241 Musterdatensätze and Sonstiges
EVERY = "alle"
CHOICES = {"spalten": (*(str(number + 1) for number in range(GROUPS)), EVERY)}
COLUMNS = (
    Column("kommune", "link", "name"),
    Column("land", "text", "land"),
    Column("vorhanden", "number", "vorhanden"),
    Column("vorhanden_anteil", "share"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = ("q", "stand", "modified_since")


class Topical(NamedTuple):
    """A topic asked about, the places that have it, and its name."""

    topic: Topic
    units: int
    link: Link


class Line(NamedTuple):
    """One place, and how many of the topics it has."""

    bit: int
    link: Link
    land: str
    held: int


def answer(
    session: Session,
    vocabulary: Vocabulary,
    selection: Selection,
    lang: str = "de",
    spalten: str = "",
) -> Answer:
    """The answer for a checked selection; SelectionError for a bad choice or sort field."""
    group = choices.one_of(CHOICES, "spalten", spalten)
    unit = places.unit(selection)
    generation, matrix = reading.matrix(session, unit, selection.portal)
    topics = _topics(matrix, vocabulary, selection, lang)
    shown = _group(topics, group)
    found = _lines(matrix, vocabulary, topics)
    page = paged(found, selection, "-vorhanden", SORTINGS, _value, PAGE)
    return page.answer(
        SLUG,
        (*_columns(unit), *(_column(each) for each in shown)),
        tuple(_row(line, topics, shown, unit) for line in page.lines),
        _notes(selection, unit, page.total, len(topics), len(shown)),
        base=page.total,
        generation=generation,
        further=choices.further(CHOICES, spalten=group),
    )


def groups(topics: int) -> int:
    """How many groups of columns there are."""
    return max(1, -(-topics // WIDTH))


def _columns(unit: str) -> tuple[Column, ...]:
    return COLUMNS if unit == "kommune" else (Column("land", "link", "name"), *COLUMNS[2:])


def _column(topical: Topical) -> Column:
    return Column(topical.topic.key, "number", None, topical.link.label)


def _topics(
    matrix: Matrix, vocabulary: Vocabulary, selection: Selection, lang: str
) -> list[Topical]:
    """What any of the places has, the most frequent first."""
    topics = offered(matrix, vocabulary, selection, topic_link(vocabulary, lang))
    found = [Topical(each.topic, each.units, each.datenbestand) for each in topics]
    found.sort(key=lambda each: (-each.units.bit_count(), fold(each.link.label), each.topic.key))
    return found


def _group(topics: list[Topical], group: str) -> list[Topical]:
    if group == EVERY:
        return topics
    start = (int(group) - 1) * WIDTH
    return topics[start : start + WIDTH]


def _lines(matrix: Matrix, vocabulary: Vocabulary, topics: list[Topical]) -> list[Line]:
    held = sums((each.units for each in topics), len(matrix.places))
    return [
        Line(bit, place_link(vocabulary, key), land_name(vocabulary, key), held[bit])
        for bit, key in enumerate(matrix.places)
        if held[bit]
    ]


def _value(line: Line, name: str) -> int | tuple[str, str]:
    if name == "name":
        return fold(line.link.label), line.link.key
    if name == "land":
        return fold(line.land), line.link.key
    return line.held


def _row(line: Line, topics: list[Topical], shown: list[Topical], unit: str) -> tuple[Cell, ...]:
    return (
        line.link,
        *((line.land,) if unit == "kommune" else ()),
        line.held,
        line.held / len(topics),
        *(_datasets(each, line.bit) for each in shown),
    )


def _datasets(topical: Topical, bit: int) -> int | None:
    """How many datasets the place has there; None where it has none."""
    if not topical.units >> bit & 1:
        return None
    return topical.topic.at(bit)[0]


def _notes(selection: Selection, unit: str, base: int, topics: int, shown: int) -> tuple[Note, ...]:
    counts: dict[str, str | int] = {"shown": shown, "count": topics, "groups": groups(topics)}
    notes = [
        Note("note.base", {"unit": unit, "count": base}),
        Note("note.abdeckung_columns", counts),
        Note("note.abdeckung_reading"),
    ]
    ignored = [name for name in IGNORED if getattr(selection, name)]
    if unit == "land":
        notes.append(Note("note.laender"))
        ignored += [name for name in ("musterdatensatz", "thema") if getattr(selection, name)]
    if selection.lizenz or selection.offen or selection.format or selection.standard:
        notes.append(Note("note.facet_filter"))
    return (*notes, *(Note("note.ignored", {"parameter": name}) for name in ignored))

# SPDX-License-Identifier: EUPL-1.2
"""The topics of a selection: those any of the chosen places has with what is asked for."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from app.compare import places
from app.compare.answer import Column, Link
from app.compare.having import having
from app.compare.matrix import Matrix, Topic
from app.model.selection import Selection
from app.vocabulary import Vocabulary

FOR_LAENDER = {
    "datenbestand": Column("land_thema", "link", "name"),
    "thema": Column("art", "code", "thema"),
    "kommunen": Column("laender", "number", "kommunen"),
}


class Offered(NamedTuple):
    """A topic and the places that have it. thema: what it belongs to, nothing for Länder."""

    topic: Topic
    units: int
    datenbestand: Link
    thema: Link


def offered(
    matrix: Matrix,
    vocabulary: Vocabulary,
    selection: Selection,
    link: Callable[[str, str], tuple[Link, Link]],
) -> Iterator[Offered]:
    """Topics of the selection in the order of the matrix; link: ``meaning.topic_link``."""
    chosen = places.chosen(matrix, vocabulary, selection)
    for topic in matrix.topics:
        datenbestand, thema = link(topic.kind, topic.key)
        if topic.kind == "musterdatensatz" and not _wanted(selection, topic.key, thema.key):
            continue
        units = topic.offering & chosen & having(topic, vocabulary, selection)
        if units:
            yield Offered(topic, units, datenbestand, thema)


def columns_for(unit: str, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of topics as they are headed for Kommunen or for Länder."""
    if unit == "kommune":
        return columns
    return tuple(FOR_LAENDER.get(column.key, column) for column in columns)


def _wanted(selection: Selection, key: str, thema: str) -> bool:
    if selection.musterdatensatz and key not in selection.musterdatensatz:
        return False
    return not selection.thema or thema in selection.thema

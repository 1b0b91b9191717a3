# SPDX-License-Identifier: EUPL-1.2
"""One licence: which Kommunen use it, for how much of what they hold, and for which data."""

from typing import NamedTuple

from app.compare import reading
from app.compare.answer import Answer, Column, Link, Note
from app.compare.lizenzen import NONE
from app.compare.meaning import topic_link
from app.compare.order import fold
from app.compare.paging import paged
from app.compare.place_links import land_name, place_link
from app.model.selection import Selection
from app.store import Session
from app.vocabulary import Vocabulary

SLUG = "lizenz"
PAGE = 25
MOST_TOPICS = 12
COLUMNS = (
    Column("kommune", "link", "name"),
    Column("land", "text", "land"),
    Column("bestaende_lizenz", "number", "bestaende"),
    Column("bestaende_anteil", "share", "anteil"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = (
    *("q", "groesse", "typ", "musterdatensatz", "thema", "lizenz", "offen", "format"),
    *("standard", "stand", "modified_since"),
)
SAID = {key: cell for cell, key in NONE.items()}


class Line(NamedTuple):
    """One Kommune, its holdings under the licence and in all."""

    link: Link
    land: str
    holdings: int
    of: int


class Topic(NamedTuple):
    """A Musterdatensatz and how many Kommunen have it under the licence."""

    link: Link
    kommunen: int


def answer(
    session: Session,
    vocabulary: Vocabulary,
    licence: str,
    selection: Selection,
    further: tuple[tuple[str, str], ...] = (),
) -> Answer:
    """Kommunen with a holding under the licence; ``land``, ``kommune`` and ``portal`` choose.

    further: what else the page was asked, so that every address of the answer keeps it.
    """
    generation, counts = reading.tallies(session, "kommune", selection.portal)
    key = SAID.get(licence, licence)
    found = []
    for place, count in counts.in_all.items():
        holdings = count.with_any((key,))
        if holdings and _wanted(place, selection):
            link, land = place_link(vocabulary, place), land_name(vocabulary, place)
            found.append(Line(link, land, holdings, count.holdings))
    page = paged(found, selection, "-bestaende", SORTINGS, _value, PAGE)
    return page.answer(
        SLUG,
        COLUMNS,
        tuple(
            (line.link, line.land, line.holdings, line.holdings / line.of) for line in page.lines
        ),
        _notes(selection, page.total),
        base=page.total,
        generation=generation,
        further=further,
    )


def topics(
    session: Session, vocabulary: Vocabulary, licence: str, lang: str = "de"
) -> tuple[Topic, ...]:
    """The Musterdatensätze most Kommunen have under the licence."""
    _, matrix = reading.matrix(session, "kommune")
    key, link = SAID.get(licence, licence), topic_link(vocabulary, lang)
    found = []
    for topic in matrix.topics:
        mask = topic.facets.get("licence", {}).get((key, ""), 0)
        if mask:
            found.append(Topic(link(topic.kind, topic.key)[0], mask.bit_count()))
    found.sort(key=lambda each: (-each.kommunen, fold(each.link.label)))
    return tuple(found[:MOST_TOPICS])


def _wanted(place: str, selection: Selection) -> bool:
    if selection.kommune and place not in selection.kommune:
        return False
    return not selection.land or place[:2] in selection.land


def _value(line: Line, name: str) -> float | tuple[str, str]:
    if name == "name":
        return fold(line.link.label), line.link.key
    if name == "land":
        return fold(line.land), line.link.key
    return line.holdings if name == "bestaende" else line.holdings / line.of


def _notes(selection: Selection, base: int) -> tuple[Note, ...]:
    notes = [Note("note.lizenz_base", {"count": base})]
    ignored = [name for name in IGNORED if getattr(selection, name)]
    return (*notes, *(Note("note.ignored", {"parameter": name}) for name in ignored))

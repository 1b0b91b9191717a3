# SPDX-License-Identifier: EUPL-1.2
"""Potenzial: what Vergleichskommunen publish and one Kommune does not (yet); no ranking of anyone.

A gap is an opportunity: each row tells how many of how many peers publish the Musterdatensatz, in
which licences and formats, with examples to look at.
"""

from itertools import islice
from typing import NamedTuple

from app.compare import facets, peers, places, portions, reading
from app.compare.answer import Answer, Cell, Column, Link, Note
from app.compare.errors import SelectionError
from app.compare.matrix import Matrix, Topic
from app.compare.meaning import topic_link
from app.compare.musterdatensatz_im_vergleich import one
from app.compare.order import fold
from app.compare.paging import paged
from app.compare.peers import Peers
from app.compare.place_links import place_link
from app.compare.portions import Looks
from app.model.selection import Selection
from app.store import Session, holding_queries
from app.store.holding_queries import Title
from app.vocabulary import Kommune, Vocabulary

SLUG = "potenzial"
PAGE = 25
EXAMPLES = 3
NAMED = 12
COLUMNS = (
    Column("datenbestand", "link", "name"),
    Column("thema", "link", "thema"),
    Column("vergleichskommunen", "number", "vergleichskommunen"),
    Column("anteil", "share"),
    Column("lizenzen", "list"),
    Column("formate", "list"),
    Column("formate_nenner", "reach"),
    Column("beispiele", "links"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = (
    *("q", "musterdatensatz", "lizenz", "offen", "format", "standard"),
    *("stand", "modified_since"),
)
REQUIRED = "kommune"


class Frame(NamedTuple):
    """What every step of the answer needs."""

    session: Session
    vocabulary: Vocabulary
    selection: Selection
    lang: str
    own: Kommune
    matrix: Matrix
    circle: Peers


class Line(NamedTuple):
    """A Musterdatensatz the Kommune does not publish; units: the peers that do."""

    topic: Topic
    units: int
    datenbestand: Link
    thema: Link


def answer(
    session: Session, vocabulary: Vocabulary, selection: Selection, lang: str = "de"
) -> Answer:
    """The answer for a checked selection.

    SelectionError without a Kommune, with several, for a Land, for a bad sort field.
    """
    own = _own(vocabulary, selection)
    generation, matrix = reading.matrix(session, "kommune", selection.portal)
    circle = peers.peers(matrix, vocabulary, selection, own)
    frame = Frame(session, vocabulary, selection, lang, own, matrix, circle)
    page = paged(_lines(frame), selection, "-vergleichskommunen", SORTINGS, _value, PAGE)
    return page.answer(
        SLUG,
        COLUMNS,
        _rows(frame, page.lines),
        _notes(frame),
        base=len(circle.keys),
        generation=generation,
    )


def _own(vocabulary: Vocabulary, selection: Selection) -> Kommune:
    own = vocabulary.register.get(one(selection.kommune, REQUIRED))
    if own is None or own.level == "land" or places.kinds(selection) == ("land",):
        raise SelectionError("selection.not_for_laender")
    return own


def _lines(frame: Frame) -> list[Line]:
    places = frame.matrix.places
    here = 1 << places.index(frame.own.key) if frame.own.key in places else 0
    link = topic_link(frame.vocabulary, frame.lang)
    lines = []
    for topic in frame.matrix.topics:
        units = topic.offering & frame.circle.mask
        if not units or topic.offering & here or _catch_all(frame.vocabulary, topic.key):
            continue
        datenbestand, thema = link(topic.kind, topic.key)
        if not frame.selection.thema or thema.key in frame.selection.thema:
            lines.append(Line(topic, units, datenbestand, thema))
    return lines


def _catch_all(vocabulary: Vocabulary, slug: str) -> bool:
    """Whether it is the catalogue's entry for whatever fits nowhere: named like its Thema."""
    known = vocabulary.musterdaten.get(slug)
    thema = vocabulary.musterdaten.themen.get(known.thema) if known else None
    return known is not None and thema is not None and known.name == thema.name_de


def _value(line: Line, name: str) -> int | tuple[str, str]:
    if name == "name":
        return fold(line.datenbestand.label), line.topic.key
    if name == "thema":
        return fold(line.thema.label), fold(line.datenbestand.label)
    return line.units.bit_count()


def _rows(frame: Frame, lines: list[Line]) -> tuple[tuple[Cell, ...], ...]:
    looks = portions.looks(frame.vocabulary, frame.lang)
    examples, base = _examples(frame, lines), len(frame.circle.keys)
    return tuple(_row(line, base, looks, examples.get(line.topic.key, ())) for line in lines)


def _row(line: Line, base: int, looks: Looks, examples: tuple[Link, ...]) -> tuple[Cell, ...]:
    licences = facets.facet(line.topic.facets.get("licence", {}), line.units, looks.licence)
    formats = facets.facet(line.topic.facets.get("format", {}), line.units, looks.format)
    said = {value: mask for value, mask in licences.values.items() if value}
    count = line.units.bit_count()
    return (
        line.datenbestand,
        line.thema,
        count,
        count / base,
        facets.shares(licences, facets.only_ways(said)),
        facets.shares(formats, facets.only_ways(facets.accessible(formats))),
        facets.single_reach(formats),
        examples,
    )


def _examples(frame: Frame, lines: list[Line]) -> dict[str, tuple[Link, ...]]:
    """Musterdatensatz -> a dataset each of the peers nearest in population that publish it."""
    pairs = [(key, line.topic.key) for line in lines for key in _nearest(frame, line.units)]
    found = holding_queries.examples(frame.session, pairs, frame.selection.portal)
    titles = {(each.kommune, each.musterdatensatz): each for each in found}
    links: dict[str, tuple[Link, ...]] = {}
    for pair in pairs:
        if title := titles.get(pair):
            links[pair[1]] = (*links.get(pair[1], ()), _example(frame.vocabulary, title))
    return links


def _nearest(frame: Frame, units: int) -> list[str]:
    """The first peers in the mask; as many as there are examples."""
    pairs = zip(frame.circle.keys, frame.circle.bits, strict=True)
    return list(islice((key for key, bit in pairs if units >> bit & 1), EXAMPLES))


def _example(vocabulary: Vocabulary, title: Title) -> Link:
    place = place_link(vocabulary, title.kommune).label
    return Link(title.id, f"{place}: {title.title or title.id}", f"/datensatz/{title.id}")


def _notes(frame: Frame) -> tuple[Note, ...]:
    own, circle = frame.own, frame.circle
    name = place_link(frame.vocabulary, own.key).label
    counted: dict[str, str | int] = {"count": len(circle.keys), "enough": peers.ENOUGH}
    notes = [Note("note.peers", {"step": circle.step, "name": name, **counted})]
    if circle.keys:
        names = [place_link(frame.vocabulary, key).label for key in circle.keys[:NAMED]]
        more = len(circle.keys) - len(names)
        notes.append(Note("note.peer_names", {"names": "; ".join(names), "more": more}))
    if own.key not in frame.matrix.places:
        notes.append(Note("note.potenzial_nothing", {"name": name}))
    notes += [Note("note.bodies"), Note("note.potenzial_reading")]
    ignored = [name for name in IGNORED if getattr(frame.selection, name)]
    return (*notes, *(Note("note.ignored", {"parameter": name}) for name in ignored))

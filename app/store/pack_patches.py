# SPDX-License-Identifier: EUPL-1.2
"""Packs after cells of a few places and topics have changed: only these places are packed anew."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, select
from sqlmodel import Session

from app.store.bulk import batches
from app.store.cell_queries import CELL, ONCE
from app.store.cell_writes import Places
from app.store.pack_writes import (
    ALL,
    KINDS,
    Kind,
    bodies,
    keep_places,
    packs_of,
    places_of,
    portals_with_copies,
    read_cells,
    wait,
    write,
)
from app.store.tables import PortalRow, table_of
from app.store.topic_pack import Uses, decode, encode, patched

C = CELL.c
SPOTS = 4_000  # named in one statement; each takes up to four parameters
Source = tuple[Collection[str], str]  # portals, and the unit in which their cells are


class _Where(NamedTuple):
    """What is patched of one kind: topics by pair of Land and Kommune, and the bits of places."""

    kind: Kind
    topics: Mapping[tuple[str, str], Set[str]]
    known: dict[str, int]

    def bits(self, topic: str) -> Set[int]:
        """The bits of the places where the topic is patched."""
        at = 1 if self.kind[0] == "kommune" else 0
        pairs = [pair for pair, here in self.topics.items() if topic in here]
        return {self.known[pair[at]] for pair in pairs if pair[at] in self.known}


def patch(session: Session, portal: str, spots: Places, variants: Collection[str]) -> None:
    """Brings the portal's packs, and those of all portals, into step with its cells.

    spots: where cells may have changed. variants: behind the unit, nothing or ONCE; all of them in
    which they changed. The portal must have had copies before if it has any now, and the other way
    round.
    """
    wait(session)
    sources = _sources(session)
    for unit, kinds in KINDS.items():
        index = places_of(session, unit)
        known = len(index)
        for kind in kinds:
            if here := spots.get((unit, kind)):
                topics: dict[tuple[str, str], set[str]] = {}
                for land, kommune, topic in here:
                    topics.setdefault((land, kommune), set()).add(topic)
                where = _Where((unit, kind), topics, index)
                _patch(session, portal, where, {spot[2] for spot in here}, variants, sources)
        if len(index) > known:
            keep_places(session, unit, index)


def _sources(session: Session) -> tuple[Collection[str], Collection[str]]:
    """Portals that are counted as they are, and those that are counted without copies."""
    doubles = portals_with_copies(session)
    keys = session.connection().execute(select(table_of(PortalRow).c.key)).scalars()
    return sorted(set(keys) - doubles), sorted(doubles)


def _patch(
    session: Session,
    portal: str,
    where: _Where,
    topics: Set[str],
    variants: Collection[str],
    sources: tuple[Collection[str], Collection[str]],
) -> None:
    unit, kind = where.kind
    changed: set[str] = set()
    for one in (unit + variant for variant in variants):
        changed |= _put(session, (portal, one), where, topics, [([portal], one)])
    _put(session, (ALL, unit), where, changed, [(sources[0], unit), (sources[1], unit + ONCE)])


def _put(
    session: Session,
    of: tuple[str, str],
    where: _Where,
    topics: Set[str],
    sources: Iterable[Source],
) -> set[str]:
    """Patches packs of topics; which of them are others now."""
    if not topics:
        return set()
    kind = where.kind[1]
    fresh = packs_of(_cells_of(session, where, topics, sources), where.known)
    before = bodies(session, *of, kind, topics)
    made = {
        topic: _body(before.get(topic), where.bits(topic), fresh.get(topic, {})) for topic in topics
    }
    changed = {topic for topic in topics if made[topic] != before.get(topic)}
    write(session, *of, kind, {topic: made[topic] for topic in changed})
    return changed


def _cells_of(
    session: Session, where: _Where, topics: Set[str], sources: Iterable[Source]
) -> Iterator[Sequence[Any]]:
    """Only the topics that are patched in a place, not all of them in each."""
    for land, pairs in groupby(sorted(where.topics), key=itemgetter(0)):
        spots = [(pair[1], topic) for pair in pairs for topic in where.topics[pair] & topics]
        for some in batches(spots, SPOTS):
            here = (land, sorted({kommune for kommune, _ in some}))
            yield from _cells(session, where, here, sources, _is_in(some))


def _is_in(spots: Collection[tuple[str, str]]) -> ColumnElement[bool]:
    """Looked at in each cell of the places: SQLite would look for each spot by itself."""
    return (C.kommune + "\n" + C.topic).in_(["\n".join(spot) for spot in spots])


def _body(before: str | None, bits: Set[int], fresh: Uses) -> str | None:
    found = patched(decode(before) if before else {}, bits, fresh)
    return encode(found) if found else None


def _cells(
    session: Session,
    where: _Where,
    places: tuple[str, Collection[str]],
    sources: Iterable[Source],
    *more: ColumnElement[bool],
) -> Iterator[Sequence[Any]]:
    """Of one Land and these Kommunen."""
    here = (C.land == places[0], C.kommune.in_(places[1]))
    for portals, unit in sources:
        if portals:
            of_kind = (C.portal.in_(portals), C.unit == unit, C.topic_kind == where.kind[1])
            yield from read_cells(session, unit, *of_kind, *here, *more)

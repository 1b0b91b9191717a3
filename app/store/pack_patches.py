# SPDX-License-Identifier: EUPL-1.2
"""Packs after cells of a few places and topics have changed: only these places are packed anew."""

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, select
from sqlmodel import Session

from app.store.cell_queries import CELL, ONCE
from app.store.cell_writes import THEMA, Spots
from app.store.pack_writes import (
    ALL,
    KINDS,
    SUM,
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
from app.store.topic_pack import Uses, decode, encode, merged, patched

C = CELL.c
Source = tuple[Collection[str], str]  # portals, and the unit in which their cells are


class _Where(NamedTuple):
    """What is patched of one kind: pairs of Land and Kommune, and the bits of all places."""

    kind: Kind
    pairs: Collection[tuple[str, str]]
    known: dict[str, int]

    def bits(self) -> Set[int]:
        """The bits of the places that are patched."""
        at = 1 if self.kind[0] == "kommune" else 0
        return {self.known[pair[at]] for pair in self.pairs if pair[at] in self.known}


def patch(session: Session, portal: str, spots: Spots, variants: Collection[str]) -> None:
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
                pairs = sorted({spot[:2] for spot in here})
                where = _Where((unit, kind), pairs, index)
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
    own: list[tuple[str, list[Source]]] = [
        (unit + variant, [([portal], unit + variant)]) for variant in variants
    ]
    changed: set[str] = set()
    for one, source in own:
        changed |= _put(session, (portal, one), where, topics, source)
    together: list[Source] = [(sources[0], unit), (sources[1], unit + ONCE)]
    _put(session, (ALL, unit), where, changed, together)
    if kind == THEMA and changed:
        for one, source in own:
            _sum(session, (portal, one), where, source)
        _sum(session, (ALL, unit), where, together)


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
    fresh = packs_of(_cells(session, where, sources, _is_in(topics)), where.known)
    before = bodies(session, *of, kind, topics)
    bits = where.bits()
    made = {topic: _body(before.get(topic), bits, fresh.get(topic, {})) for topic in topics}
    changed = {topic for topic in topics if made[topic] != before.get(topic)}
    write(session, *of, kind, {topic: made[topic] for topic in changed})
    return changed


def _is_in(topics: Set[str]) -> ColumnElement[bool]:
    """Looked at in each cell of the places: SQLite would look for each place with each topic."""
    return (C.topic + "").in_(sorted(topics))


def _sum(session: Session, of: tuple[str, str], where: _Where, sources: Iterable[Source]) -> None:
    """Patches the pack over all Themen."""
    fresh = list(packs_of(_cells(session, where, sources), where.known).values())
    before = bodies(session, *of, SUM).get("")
    made = _body(before, where.bits(), merged(fresh) if fresh else {})
    write(session, *of, SUM, {"": made})


def _body(before: str | None, bits: Set[int], fresh: Uses) -> str | None:
    found = patched(decode(before) if before else {}, bits, fresh)
    return encode(found) if found else None


def _cells(
    session: Session, where: _Where, sources: Iterable[Source], *more: ColumnElement[bool]
) -> Iterator[Sequence[Any]]:
    for land, pairs in groupby(where.pairs, key=itemgetter(0)):
        here = (C.land == land, C.kommune.in_([kommune for _, kommune in pairs]))
        for portals, unit in sources:
            if portals:
                of_kind = (C.portal.in_(portals), C.unit == unit, C.topic_kind == where.kind[1])
                yield from read_cells(session, unit, *of_kind, *here, *more)

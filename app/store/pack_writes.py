# SPDX-License-Identifier: EUPL-1.2
"""Packing the counts of a portal by topic, and those of all portals together, within the swap."""

import json
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, delete, or_, select, text
from sqlmodel import Session

from app.store import bulk
from app.store.cell_counts import Spot
from app.store.cell_queries import CELL, ONCE, TopicKind, Unit
from app.store.tables import DatasetRow, PackRow, PortalRow, table_of
from app.store.topic_pack import COUNTED, Name, Uses, decode, encode, merged, use_of

ALL = ""  # in place of a portal's key
SUM: TopicKind = "all"
PLACES = "places"
KINDS: dict[Unit, tuple[TopicKind, ...]] = {
    "kommune": ("musterdatensatz", "thema", SUM),
    "land": ("inspire", "hvd", "thema", SUM),
}
Kind = tuple[Unit, TopicKind]
PACK = table_of(PackRow)
COLUMNS = tuple(PACK.c.keys())
ADVISORY_LOCK = 7_236_018_154  # any number no other program of the same database uses


class _Places(NamedTuple):
    """Bits and numbers of the places that have a value, as they come."""

    bits: "array[int]"
    datasets: "array[int]"
    holdings: "array[int]"


Topics = dict[str, dict[Name, _Places]]


class Gathered(NamedTuple):
    """Counts as they come. bits: of places, by unit; found: by unit (with ONCE) and kind."""

    bits: dict[Unit, dict[str, int]]
    found: dict[tuple[str, str], Topics]

    def add(self, spot: Spot) -> None:
        """Takes note of what was counted at one spot."""
        bits = self.bits[spot.unit]
        place = spot.kommune if spot.unit == "kommune" else spot.land
        topics = self.found.setdefault((spot.unit + spot.variant, spot.kind), {})
        bit = bits.setdefault(place, len(bits))
        _note(topics.setdefault(spot.topic, {}), bit, spot.numbers)

    def packs(self, unit: str, kind: TopicKind) -> dict[str, Uses]:
        """Topic -> pack; what was gathered of it is given up."""
        return _packed(self.found.pop((unit, kind), {}))


def gather(session: Session) -> Gathered:
    """Nothing yet; with the bits that places have."""
    return Gathered({unit: places_of(session, unit) for unit in KINDS}, {})


def put(session: Session, portal: str, gathered: Gathered) -> None:
    """Puts what was counted in place of the portal's packs.

    Who writes packs of another portal waits until this transaction ends, because all of them share
    the bits of places and the packs of all portals together.
    """
    doubles = portals_with_copies(session)
    for unit, kinds in KINDS.items():
        for kind in kinds:
            counts = {unit: gathered.packs(unit, kind), unit + ONCE: {}}
            if portal in doubles:
                counts[unit + ONCE] = gathered.packs(unit + ONCE, kind)
            _replace(session, portal, (unit, kind), counts, doubles)
        _keep_new_places(session, unit, gathered)


def put_once(session: Session, portal: str, gathered: Gathered) -> None:
    """The same where only the counts without copies are others."""
    doubles = portals_with_copies(session)
    for unit, kinds in KINDS.items():
        for kind in kinds:
            before = bool(bodies(session, portal, unit + ONCE, kind))
            counts = gathered.packs(unit + ONCE, kind)
            changed = _put(session, portal, unit + ONCE, kind, counts)
            if before != (portal in doubles) or before != bool(counts):
                changed |= bodies(session, portal, unit, kind).keys()
            if changed:
                _join(session, (unit, kind), changed, doubles)


def _keep_new_places(session: Session, unit: Unit, gathered: Gathered) -> None:
    index = gathered.bits[unit]
    if len(index) > len(places_of(session, unit)):
        keep_places(session, unit, index)


def wait(session: Session) -> None:
    """Until no other transaction writes packs or decides about copies."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})


def portals_with_copies(session: Session) -> frozenset[str]:
    """Portals with live datasets that are counted elsewhere."""
    d, keys = table_of(DatasetRow).c, table_of(PortalRow).c.key
    wanted = (d.portal == keys, d.copy_of.is_not(None), d.retired_at.is_(None))
    found = session.connection().execute(select(keys).where(select(d.id).where(*wanted).exists()))
    return frozenset(found.scalars())


def places_of(session: Session, unit: Unit) -> dict[str, int]:
    """Key -> bit. Places are added and never taken away, so that bits keep their meaning."""
    here = (PACK.c.portal == ALL, PACK.c.unit == unit, PACK.c.topic_kind == PLACES)
    body = session.connection().execute(select(PACK.c.body).where(*here)).scalar()
    return {key: bit for bit, key in enumerate(json.loads(body))} if body else {}


def keep_places(session: Session, unit: Unit, index: Mapping[str, int]) -> None:
    """Writes which place has which bit."""
    write(session, ALL, unit, PLACES, {"": json.dumps(list(index), separators=(",", ":"))})


def packs_of(cells: Iterable[Sequence[Any]], index: dict[str, int]) -> dict[str, Uses]:
    """Topic -> the pack of cells in any order; places that have no bit yet are given one."""
    return _packed(places_by_topic(cells, index))


def places_by_topic(cells: Iterable[Sequence[Any]], index: dict[str, int]) -> Topics:
    """What packs_of packs."""
    found: Topics = {}
    for place, topic, facet, value, evidence, datasets, holdings in cells:
        numbers = {(facet, value, evidence): (datasets, holdings)}
        _note(found.setdefault(topic, {}), index.setdefault(place, len(index)), numbers)
    return found


def _note(uses: dict[Name, _Places], bit: int, numbers: Mapping[Name, Sequence[int]]) -> None:
    for name, counts in numbers.items():
        places = uses.get(name)
        if places is None:
            places = uses[name] = _Places(array("I"), array("Q"), array("Q"))
        places.bits.append(bit)
        if name[0] in COUNTED:
            places.datasets.append(counts[0])
            places.holdings.append(counts[1])


def _packed(found: Topics) -> dict[str, Uses]:
    return {
        topic: {name: use_of(*places) for name, places in uses.items()}
        for topic, uses in found.items()
    }


def read_cells(
    session: Session, unit: str, *wanted: ColumnElement[bool]
) -> Iterable[Sequence[Any]]:
    """Fields of Cell, in no order: sorting 720,000 of them takes seconds."""
    c = CELL.c
    place = c.kommune if unit.startswith("kommune") else c.land
    columns = (place, c.topic, c.facet, c.value, c.evidence, c.datasets, c.holdings)
    return session.connection().execute(select(*columns).where(*wanted))


def _replace(
    session: Session,
    portal: str,
    of: Kind,
    counts: dict[str, dict[str, Uses]],
    doubles: Collection[str],
) -> None:
    """The portal's packs of one kind, and what they change in those of all portals.

    counts: unit -> topic -> pack, with copies and without. doubles: portals that have any copies.
    """
    unit, kind = of
    double = portal in doubles
    before = bool(bodies(session, portal, unit + ONCE, kind))
    changed = {topic for one in counts for topic in _put(session, portal, one, kind, counts[one])}
    if before != double or double > bool(counts[unit + ONCE]):
        changed |= counts[unit].keys()  # all portals together now take the other ones
    if not changed:
        return
    _join(session, of, changed, doubles)


def _join(session: Session, of: Kind, changed: Collection[str], doubles: Collection[str]) -> None:
    """Packs of all portals together for topics that changed."""
    unit, kind = of
    together = dict(_together(session, unit, kind, changed, doubles))
    write(session, ALL, unit, kind, {topic: together.get(topic) for topic in changed})


def each_once(columns: Any, unit: Unit, doubles: Collection[str]) -> ColumnElement[bool]:
    """What of cells or packs holds each dataset once: without copies where a portal has any."""
    return or_(
        and_(columns.unit == unit, columns.portal.not_in(doubles)),
        and_(columns.unit == unit + ONCE, columns.portal.in_(doubles)),
    )


def _put(
    session: Session, portal: str, unit: str, kind: TopicKind, packs: dict[str, Uses]
) -> set[str]:
    """Topics whose packs are others now."""
    made = {topic: encode(uses) for topic, uses in packs.items()}
    before = bodies(session, portal, unit, kind)
    changed = {key for key in {*before, *made} if before.get(key) != made.get(key)}
    write(session, portal, unit, kind, {key: made.get(key) for key in changed})
    return changed


def bodies(
    session: Session, portal: str, unit: str, kind: str, topics: Collection[str] | None = None
) -> dict[str, str]:
    """Topic -> the portal's pack (of ALL: of all portals together); of these topics or of all."""
    p = PACK.c
    here = [p.portal == portal, p.unit == unit, p.topic_kind == kind]
    if topics is not None:
        here.append(p.topic.in_(topics))
    found = session.connection().execute(select(p.topic, p.body).where(*here))
    return {row.topic: row.body for row in found}


def _together(
    session: Session, unit: Unit, kind: str, topics: Collection[str], doubles: Collection[str]
) -> Iterator[tuple[str, str]]:
    """The packs of the topics over all portals, each dataset once."""
    p = PACK.c
    here = (each_once(p, unit, doubles), p.topic_kind == kind, p.topic.in_(topics), p.portal != ALL)
    statement = select(p.topic, p.body).where(*here).order_by(p.topic, p.portal)
    rows = session.connection().execute(statement).all()
    for topic, of_topic in groupby(rows, key=lambda row: str(row.topic)):
        bodies = [row.body for row in of_topic]
        one = bodies[0] if len(bodies) == 1 else encode(merged([decode(b) for b in bodies]))
        yield topic, one


def write(
    session: Session, portal: str, unit: str, kind: str, packs: Mapping[str, str | None]
) -> None:
    """Puts packs in place of those of the same topics; None for no pack."""
    p = PACK.c
    here = (p.portal == portal, p.unit == unit, p.topic_kind == kind, p.topic.in_(packs))
    session.connection().execute(delete(PACK).where(*here))
    rows = [(portal, unit, kind, topic, body) for topic, body in packs.items() if body is not None]
    bulk.insert(session, PackRow, COLUMNS, rows)

# SPDX-License-Identifier: EUPL-1.2
"""Packing the counts of a portal by topic, and those of all portals together, within the swap."""

import json
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import and_, delete, or_, select, text
from sqlmodel import Session

from app.store import bulk, licence_use_writes, standard_use_writes
from app.store.cell_queries import CELL, ONCE, TopicKind, Unit
from app.store.tables import DatasetRow, PackRow, PortalRow, table_of
from app.store.topic_pack import COUNTED, Name, Uses, decode, encode, merged, use_of

ALL = ""  # in place of a portal's key
SUM = "all"
PLACES = "places"
KINDS: dict[Unit, tuple[TopicKind, ...]] = {
    "kommune": ("musterdatensatz", "thema"),
    "land": ("inspire", "hvd", "thema"),
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


def repack(session: Session, portal: str) -> None:
    """Packs the cells of a portal and its licences anew; one that has none leaves the packs.

    Who writes packs of another portal waits until this transaction ends, because all of them share
    the bits of places and the packs of all portals together.
    """
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})
    doubles = portals_with_copies(session)
    double = portal in doubles
    for unit, kinds in KINDS.items():
        index = _places(session, unit)
        known = len(index)
        for kind in kinds:
            counts = {unit: _packs(session, portal, unit, kind, index), unit + ONCE: {}}
            if double:
                counts[unit + ONCE] = _packs(session, portal, unit + ONCE, kind, index)
            _replace(session, portal, (unit, kind), counts, doubles)
        if len(index) > known:
            body = json.dumps(list(index), separators=(",", ":"))
            _write(session, ALL, unit, PLACES, [("", body)])
    licence_use_writes.recount(session, portal)
    standard_use_writes.recount(session, portal)


def repack_once(
    session: Session, portal: str, topics: Mapping[tuple[Unit, TopicKind], Set[str]]
) -> None:
    """Packs the cells without copies of these topics anew, in a portal that had copies before.

    topics: by unit and kind; the other packs of the portal are right.
    """
    doubles = portals_with_copies(session)
    for unit, kinds in KINDS.items():
        index = _places(session, unit)  # the portal's other packs have all its places
        for kind in kinds:
            if (unit, kind) not in topics:
                continue
            wanted = topics[unit, kind]
            packs = _packs(session, portal, unit + ONCE, kind, index, wanted)
            changed = _put(session, portal, unit + ONCE, kind, packs, wanted)
            if changed:
                _join(session, portal, (unit, kind), (unit + ONCE,), changed, doubles)


def portals_with_copies(session: Session) -> frozenset[str]:
    """Portals with live datasets that are counted elsewhere."""
    d, keys = table_of(DatasetRow).c, table_of(PortalRow).c.key
    wanted = (d.portal == keys, d.copy_of.is_not(None), d.retired_at.is_(None))
    found = session.connection().execute(select(keys).where(select(d.id).where(*wanted).exists()))
    return frozenset(found.scalars())


def _places(session: Session, unit: Unit) -> dict[str, int]:
    """Key -> bit. Places are added and never taken away, so that bits keep their meaning."""
    here = (PACK.c.portal == ALL, PACK.c.unit == unit, PACK.c.topic_kind == PLACES)
    body = session.connection().execute(select(PACK.c.body).where(*here)).scalar()
    return {key: bit for bit, key in enumerate(json.loads(body))} if body else {}


def _packs(
    session: Session,
    portal: str,
    unit: str,
    kind: TopicKind,
    index: dict[str, int],
    topics: Set[str] | None = None,
) -> dict[str, Uses]:
    """Topic -> the portal's pack of it; of all topics or of these."""
    found: dict[str, dict[Name, _Places]] = {}
    for place, topic, *name, datasets, holdings in _cells(session, portal, unit, kind, topics):
        uses = found.setdefault(topic, {})
        places = uses.setdefault(tuple(name), _Places(array("I"), array("Q"), array("Q")))
        places.bits.append(index.setdefault(place, len(index)))
        if name[0] in COUNTED:
            places.datasets.append(datasets)
            places.holdings.append(holdings)
    return {
        topic: {name: use_of(*places) for name, places in uses.items()}
        for topic, uses in found.items()
    }


def _cells(
    session: Session, portal: str, unit: str, kind: TopicKind, topics: Set[str] | None
) -> Iterable[Any]:
    """Fields of Cell, in no order: sorting 720,000 of them takes seconds."""
    c = CELL.c
    place = c.kommune if unit.startswith("kommune") else c.land
    columns = (place, c.topic, c.facet, c.value, c.evidence, c.datasets, c.holdings)
    here = (c.portal == portal, c.unit == unit, c.topic_kind == kind)
    wanted = here if topics is None else (*here, c.topic.in_(topics))
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
    before = bool(_bodies(session, portal, unit + ONCE, kind))
    changed = {topic for one in counts for topic in _put(session, portal, one, kind, counts[one])}
    if before != double or double > bool(counts[unit + ONCE]):
        changed |= counts[unit].keys()  # all portals together now take the other ones
    if not changed:
        return
    _join(session, portal, of, counts, changed, doubles)


def _join(
    session: Session,
    portal: str,
    of: Kind,
    units: Iterable[str],
    changed: Collection[str],
    doubles: Collection[str],
) -> None:
    """Packs of all portals together for topics that changed, and sums over all Themen."""
    unit, kind = of
    _delete(session, ALL, unit, kind, changed)
    _write(session, ALL, unit, kind, _together(session, unit, kind, changed, doubles))
    if kind == "thema":
        for one in units:
            everything = [decode(body) for body in _bodies(session, portal, one, kind).values()]
            ours = [("", encode(merged(everything)))] if everything else []
            _write(session, portal, one, SUM, ours)
        _write(session, ALL, unit, SUM, _together(session, unit, SUM, {""}, doubles))


def _put(
    session: Session,
    portal: str,
    unit: str,
    kind: TopicKind,
    packs: dict[str, Uses],
    topics: Set[str] | None = None,
) -> set[str]:
    """Topics (all, or of these) whose packs are others now."""
    bodies = {topic: encode(uses) for topic, uses in packs.items()}
    before = _bodies(session, portal, unit, kind)
    if topics is not None:
        before = {topic: body for topic, body in before.items() if topic in topics}
    changed = {key for key in {*before, *bodies} if before.get(key) != bodies.get(key)}
    _delete(session, portal, unit, kind, changed)
    _write(session, portal, unit, kind, [(key, bodies[key]) for key in changed if key in bodies])
    return changed


def _bodies(session: Session, portal: str, unit: str, kind: str) -> dict[str, str]:
    p = PACK.c
    here = (p.portal == portal, p.unit == unit, p.topic_kind == kind)
    found = session.connection().execute(select(p.topic, p.body).where(*here))
    return {row.topic: row.body for row in found}


def _together(
    session: Session, unit: Unit, kind: str, topics: Collection[str], doubles: Collection[str]
) -> Iterator[tuple[str, str]]:
    """The packs of the topics over all portals, each dataset once."""
    p = PACK.c
    counted = or_(
        and_(p.unit == unit, p.portal.not_in(doubles)),
        and_(p.unit == unit + ONCE, p.portal.in_(doubles)),
    )
    here = (counted, p.topic_kind == kind, p.topic.in_(topics), p.portal != ALL)
    statement = select(p.topic, p.body).where(*here).order_by(p.topic, p.portal)
    rows = session.connection().execute(statement).all()
    for topic, of_topic in groupby(rows, key=lambda row: str(row.topic)):
        bodies = [row.body for row in of_topic]
        one = bodies[0] if len(bodies) == 1 else encode(merged([decode(b) for b in bodies]))
        yield topic, one


def _delete(session: Session, portal: str, unit: str, kind: str, topics: Collection[str]) -> None:
    p = PACK.c
    here = (p.portal == portal, p.unit == unit, p.topic_kind == kind, p.topic.in_(topics))
    session.connection().execute(delete(PACK).where(*here))


def _write(
    session: Session, portal: str, unit: str, kind: str, bodies: Iterable[tuple[str, str]]
) -> None:
    """Puts packs where there may be some, of the kinds that have one topic only."""
    rows = [(portal, unit, kind, topic, body) for topic, body in bodies]
    if kind in {SUM, PLACES}:
        _delete(session, portal, unit, kind, {""})
    bulk.insert(session, PackRow, COLUMNS, rows)

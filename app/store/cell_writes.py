# SPDX-License-Identifier: EUPL-1.2
"""Counting the live datasets of a portal into cells, packs and numbers, within the swap.

Places: Gemeinden, Verbände and Kreise by Musterdatensatz; bodies of a Land by INSPIRE theme and HVD
category. A dataset with two licences counts once under each, one without any as not given. Every
dataset of either counts once more by Thema (empty where none was read), with its set of licences,
and once in all: a holding with datasets in two Themen is one, with the licences of both.

Everything is read once and counted here: databases took longer to group it, in a second truth.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, delete
from sqlmodel import Session

from app.store import bulk, daily_writes, facts, licence_use_writes, standard_use_writes
from app.store.cell_counts import Spot, spots
from app.store.cell_queries import ONCE
from app.store.pack_writes import (
    KINDS,
    Gathered,
    Kind,
    gather,
    portals_with_copies,
    put,
    put_once,
    wait,
)
from app.store.tables import CellRow, DatasetRow, table_of
from app.store.tables.dataset import OF_LAND
from app.store.tallies import Counts

CELL = table_of(CellRow)
COLUMNS = tuple(CELL.c.keys())
D = table_of(DatasetRow).c
BATCH = 5_000  # cells; in order they are written side by side
KEYS = ("b_portal", "b_unit", "b_kind", "b_land", "b_kommune", "b_topic")
FORMER = delete(CELL).where(  # one after the other: SQLite reads all cells for a list of spots
    *(column == bindparam(key) for column, key in zip(CELL.c, KEYS, strict=False))
)
WITHOUT = tuple(unit + ONCE for unit in KINDS)
Place = tuple[str, str, str]  # Land, Kommune (empty where the unit is the Land), topic
Places = Mapping[Kind, Collection[Place]]


def rebuild_cells(session: Session, portal: str, now: datetime | None = None) -> None:
    """Counts a portal anew: everything about it in the cells and in their packs is replaced.

    now: on which day the numbers of today count.
    """
    wait(session)
    session.connection().execute(delete(CELL).where(CELL.c.portal == portal))
    variants = ("", ONCE) if portal in portals_with_copies(session) else ("",)
    put(session, portal, _count(session, portal, variants, now))


def rebuild_once(session: Session, portal: str, now: datetime | None = None) -> None:
    """The same without copies alone: what is counted with them is right."""
    wait(session)
    former = delete(CELL).where(CELL.c.portal == portal, CELL.c.unit.in_(WITHOUT))
    session.connection().execute(former)
    variants = (ONCE,) if portal in portals_with_copies(session) else ()
    put_once(session, portal, _count(session, portal, variants, now))


def _count(
    session: Session, portal: str, variants: Collection[str], now: datetime | None
) -> Gathered:
    """Writes cells and numbers; what is to be packed is given back."""
    counts, gathered = Counts(), gather(session)
    live = facts.read(session, D.portal == portal, D.retired_at.is_(None))
    found = spots(counts.noted(live), variants)
    _write(session, portal, _noted(found, gathered))
    every, once = counts.tallies()
    licence_use_writes.put(session, portal, every.licences, once.licences)
    standard_use_writes.put(session, portal, every.standards, once.standards)
    daily_writes.record(session, portal, every.series, once.series, now)
    return gathered


def _noted(found: Iterable[Spot], gathered: Gathered) -> Iterator[Spot]:
    for spot in found:
        gathered.add(spot)
        yield spot


def _write(session: Session, portal: str, found: Iterable[Spot]) -> None:
    rows = (row for spot in found for row in _rows(portal, spot))
    for batch in bulk.batches(rows, BATCH):
        batch.sort()
        bulk.insert(session, CellRow, COLUMNS, batch)


def _rows(portal: str, spot: Spot) -> Iterator[tuple[Any, ...]]:
    unit, variant, kind, land, kommune, topic, numbers = spot
    own = (portal, unit + variant, kind, land, kommune, topic)
    for name, counted in numbers.items():
        yield (*own, *name, *counted)


def refill(session: Session, portal: str, variants: Collection[str], places: Places) -> None:
    """Counts a portal's datasets anew where the places are; all other cells stay."""
    for unit in KINDS:
        wanted = {
            (kind, *place) for (of, kind), here in places.items() if of == unit for place in here
        }
        if not wanted:
            continue
        keys = [
            dict(zip(KEYS, (portal, unit + variant, *place), strict=True))
            for place in sorted(wanted)
            for variant in variants
        ]
        session.connection().execute(FORMER, keys)
        _write(session, portal, _at(session, portal, variants, unit, wanted))


def _at(
    session: Session,
    portal: str,
    variants: Collection[str],
    unit: str,
    wanted: Collection[tuple[str, str, str, str]],
) -> Iterator[Spot]:
    at = 2 if unit == "kommune" else 1
    for some in bulk.batches(sorted({place[at] for place in wanted}), bulk.NAMED):
        yield from spots(facts.read(session, *_here(portal, unit, some)), variants, wanted)


def _here(portal: str, unit: str, keys: Collection[str]) -> tuple[ColumnElement[bool], ...]:
    # not the index of the portal, which has too much: SQLite would take it before that of places
    live = (D.portal + "" == portal, D.retired_at.is_(None))
    if unit == "kommune":
        return (*live, D.kommune.in_(keys))
    return (*live, and_(D.land.in_(keys), OF_LAND))

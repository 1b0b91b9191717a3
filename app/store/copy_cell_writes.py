# SPDX-License-Identifier: EUPL-1.2
"""Counting what is left of a portal without copies, where a few of its datasets began or ceased to
be copies: only their places and topics, so that a small town costs no recount of GovData."""

from collections.abc import Collection, Mapping, Set
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, func, literal, or_, select
from sqlmodel import Session

from app.store import bulk, cell_writes, daily_writes, licence_use_writes, standard_use_writes
from app.store.cell_queries import CELL, ONCE, TopicKind, Unit
from app.store.pack_writes import KINDS, Kind, repack_once
from app.store.tables import DatasetRow, table_of

D, C = table_of(DatasetRow).c, CELL.c
FEW = 1_000  # from here on counting the whole portal is quicker


class _Places(NamedTuple):
    """Where the datasets stand: Länder and Kommunen of the unit."""

    laender: Set[str]
    kommunen: Set[str]


def recount(
    session: Session,
    portal: str,
    switched: Mapping[str, Collection[str]],
    now: datetime | None = None,
) -> None:
    """After a swap of a portal: counts it anew, and of others what their copies change.

    switched: ids by portal, as app.store.cluster_writes.refresh returns them.
    """
    for key in sorted({portal, *switched}):
        if key == portal:
            cell_writes.rebuild_cells(session, key, now)
        else:
            recount_copies(session, key, switched[key], now)


def recount_copies(
    session: Session, portal: str, ids: Collection[str], now: datetime | None = None
) -> None:
    """Counts a portal without copies anew after these datasets became copies or ceased to be.

    Nothing else of the portal may have changed since it was counted.
    """
    if len(ids) > FEW or not _has_other_copies(session, portal, ids):
        cell_writes.rebuild_cells(session, portal, now)
        return
    topics: dict[Kind, Set[str]] = {}
    for unit, places in _places(session, ids).items():
        _refill(session, portal, unit, places)
        topics |= {
            (unit, kind): _topics(session, portal, unit, kind, places) for kind in KINDS[unit]
        }
    repack_once(session, portal, topics)
    licence_use_writes.recount(session, portal)
    standard_use_writes.recount(session, portal)
    daily_writes.record(session, portal, now)


def _has_other_copies(session: Session, portal: str, ids: Collection[str]) -> bool:
    """Whether it had copies before and has now: only then is it counted without them at all."""
    wanted = (D.portal == portal, D.copy_of.is_not(None), D.retired_at.is_(None))
    statement = select(D.id).where(*wanted).limit(len(ids) + 1)
    return not set(session.connection().execute(statement).scalars()) <= set(ids)


def _places(session: Session, ids: Collection[str]) -> dict[Unit, _Places]:
    """The places of the datasets in each unit, as app.store.cell_writes counts them there."""
    municipal = (D.kommune.is_not(None), D.level.in_(cell_writes.MUNICIPAL))
    land = func.coalesce(D.land, "")
    of_land = (D.land.is_not(None), or_(D.level == "land", D.body_kind == "land"))
    statements = {
        "kommune": select(land, D.kommune).where(*municipal),
        "land": select(D.land, literal("")).where(*of_land),
    }
    found: dict[Unit, _Places] = {}
    for unit in KINDS:
        rows = [
            row
            for batch in bulk.batches(ids, bulk.NAMED)
            for row in session.connection().execute(
                statements[unit].where(D.id.in_(batch)).distinct()
            )
        ]
        if rows:
            found[unit] = _Places({row[0] for row in rows}, {row[1] for row in rows})
    return found


def _refill(session: Session, portal: str, unit: Unit, places: _Places) -> None:
    connection = session.connection()
    here = (C.portal == portal, C.unit == unit + ONCE, C.topic_kind.in_(KINDS[unit]))
    connection.execute(delete(CELL).where(*here, *_at(places)))
    wanted = [D.portal == portal, D.retired_at.is_(None), D.copy_of.is_(None)]
    wanted.append(func.coalesce(D.land, "").in_(places.laender))
    if unit == "kommune":
        wanted.append(D.kommune.in_(places.kommunen))
    cell_writes.fill(connection, portal, ONCE, tuple(wanted), (unit,))


def _topics(
    session: Session, portal: str, unit: Unit, kind: TopicKind, places: _Places
) -> Set[str]:
    """What has a value there, copies or not: that of the switched datasets is among it."""
    here = (C.portal == portal, C.unit == unit, C.topic_kind == kind)
    found = select(C.topic).where(*here, *_at(places)).distinct()
    return set(session.connection().execute(found).scalars())


def _at(places: _Places) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return C.land.in_(places.laender), C.kommune.in_(places.kommunen)

# SPDX-License-Identifier: EUPL-1.2
"""Tables that are derived from others, and how they are made again when the way of it changes."""

from sqlalchemy import Connection, select
from sqlmodel import Session

from app.store import cell_writes, contradiction_writes, licence_change_backfill, state_writes
from app.store.tables import PortalRow, StateRow, table_of

NAME = "derived"
FOLLOWED = 2  # the first version that takes changes of licences from the whole history
COUNTED = 8  # the version that counts cells and packs as today
VERSION = 8  # to be raised whenever any of these is made or written differently


def is_current(connection: Connection) -> bool:
    """Whether cells and packs were made by this version's rules."""
    return _version(connection) == VERSION


def _version(connection: Connection) -> int:
    c = table_of(StateRow).c
    return connection.execute(select(c.number).where(c.name == NAME)).scalar() or 0


def rebuild(connection: Connection) -> None:
    """Counts every portal anew where that is needed, in the transaction that is handed over."""
    if is_current(connection):
        return
    with Session(connection) as session:
        portals = session.connection().execute(select(table_of(PortalRow).c.key)).scalars().all()
        for portal in portals if _version(connection) < COUNTED else ():
            cell_writes.rebuild_cells(session, portal)
        if portals and _version(connection) < FOLLOWED:
            licence_change_backfill.recount(session)
        if portals:
            contradiction_writes.recount(session)
            state_writes.bump_generation(session)
        state_writes.remember(session, NAME, VERSION)

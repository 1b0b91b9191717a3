# SPDX-License-Identifier: EUPL-1.2
"""Taking a portal away with all it brought: as if it had never been harvested.

What hangs on a portal is found by the foreign keys of the tables, so that a new table is emptied
too without a line here; only cells have none, because there are so many.
"""

from typing import NamedTuple

from sqlalchemy import ColumnElement, Table, delete, func, or_, select
from sqlmodel import Session

from app.store import cell_writes, cluster_writes, copy_cell_writes, run_writes, state_writes
from app.store.cell_queries import CELL
from app.store.tables import METADATA, DatasetRow, PortalRow, RunRow, table_of

PORTAL, DATASET, RUN = table_of(PortalRow), table_of(DatasetRow), table_of(RunRow)


class Removed(NamedTuple):
    """How much went: datasets, retired ones included, and runs."""

    datasets: int
    runs: int


def remove(session: Session, portal: str) -> Removed | None:
    """Deletes the portal, its datasets, persons, history, findings, cells, runs; None if unknown.

    StoreError ``store.run_active`` while it is being harvested.
    """
    if session.get(PortalRow, portal) is None:
        return None
    run_writes.reserve(session, portal)
    connection = session.connection()
    counted = Removed(_count(session, DATASET, portal), _count(session, RUN, portal))
    others = cluster_writes.leave(session, portal)
    for table in reversed(METADATA.sorted_tables):
        conditions = list(_belongs(table, portal))
        if conditions:
            connection.execute(delete(table).where(or_(*conditions)))
    cell_writes.rebuild_cells(session, portal)
    for other in sorted(others):
        copy_cell_writes.recount_copies(session, other, others[other])
    session.expire_all()
    state_writes.bump_generation(session)
    return counted


def _count(session: Session, table: Table, portal: str) -> int:
    counted = select(func.count()).select_from(table).where(table.c.portal == portal)
    return int(session.connection().execute(counted).scalar_one())


def _belongs(table: Table, portal: str) -> list[ColumnElement[bool]]:
    """By which columns a table's rows are the portal's, its datasets' or its runs'."""
    if table is PORTAL:
        return [table.c.key == portal]
    if table is CELL:
        return [table.c.portal == portal]
    owned = {
        DATASET.c.id: select(DATASET.c.id).where(DATASET.c.portal == portal),
        RUN.c.id: select(RUN.c.id).where(RUN.c.portal == portal),
    }
    conditions: list[ColumnElement[bool]] = []
    for foreign in sorted(table.foreign_keys, key=lambda key: key.parent.name):
        if foreign.column is PORTAL.c.key:
            conditions.append(foreign.parent == portal)
        elif foreign.column in owned and table is not DATASET:
            conditions.append(foreign.parent.in_(owned[foreign.column]))
    return conditions

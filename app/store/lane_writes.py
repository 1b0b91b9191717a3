# SPDX-License-Identifier: EUPL-1.2
"""One run at a time at a scheme, host and port, whoever starts it and on which machine (H10)."""

from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session

from app.model.lane import lane_of
from app.store import run_writes
from app.store.errors import StoreError
from app.store.tables import PortalRow, RunRow, table_of

R, P = table_of(RunRow).c, table_of(PortalRow).c


def enter(session: Session, portal: str, url: str, now: datetime) -> None:
    """Until the caller's transaction ends no run of another portal begins at this host.

    StoreError ``store.lane_taken`` names whoever is at it.
    """
    lane = lane_of(url, portal)
    if session.get_bind().dialect.name == "postgresql":  # SQLite has one writer at a time anyway
        session.connection().execute(select(func.pg_advisory_xact_lock(func.hashtext(lane))))
    run_writes.mark_stale(session, now)
    running = (
        select(R.portal, R.owner, R.started, P.url)
        .join_from(R.portal.table, P.key.table, P.key == R.portal)
        .where(R.state == "running", R.portal != portal)
    )
    for other, owner, started, address in session.connection().execute(running):
        if lane_of(address, other) == lane:
            since = started.isoformat(timespec="seconds")
            raise StoreError(
                "store.lane_taken", portal=portal, lane=lane, other=other, owner=owner, since=since
            )

# SPDX-License-Identifier: EUPL-1.2
"""What a monitoring asks every minute: runs by state, and how the last run of each portal went."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlmodel import Session

from app.store.tables import RunRow, table_of

R = table_of(RunRow).c


class LastRun(NamedTuple):
    """The last run of a portal that ended. seconds: how long it took."""

    portal: str
    state: str
    seconds: float


def runs_by_state(session: Session) -> dict[str, int]:
    """How many runs there were, those under way included."""
    counted = select(R.state, func.count()).group_by(R.state).order_by(R.state)
    return {state: int(number) for state, number in session.connection().execute(counted)}


def last_runs(session: Session) -> tuple[LastRun, ...]:
    """By portal."""
    newest = select(func.max(R.id)).where(R.ended.is_not(None)).group_by(R.portal)
    columns = (R.portal, R.state, R.started, R.ended)
    wanted = select(*columns).where(R.id.in_(newest.scalar_subquery())).order_by(R.portal)
    rows = session.connection().execute(wanted)
    return tuple(LastRun(portal, state, _seconds(*times)) for portal, state, *times in rows)


def _seconds(started: datetime, ended: datetime) -> float:
    return max(0.0, (ended - started).total_seconds())

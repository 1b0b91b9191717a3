# SPDX-License-Identifier: EUPL-1.2
"""How many datasets a portal has today, written down where it is another number than before."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy import update as change
from sqlmodel import Session

from app.store import bulk
from app.store.change import moment
from app.store.tables import DailyRow, table_of
from app.store.tallies import DATASETS, FILES, Series

DAILY = table_of(DailyRow)
COLUMNS = ("kind", "key", "portal", "day", "datasets", "latest")
NEVER = (0, date.min)
WITH_COPIES = (DATASETS, FILES)  # what a portal has; all other series count once
C = DAILY.c


def record(
    session: Session,
    portal: str,
    every: Mapping[Series, int],
    once: Mapping[Series, int],
    now: datetime | None = None,
) -> None:
    """Keeps today's numbers of a portal, in the caller's transaction; today's former ones go.

    every: of all its live datasets; once: of those that are no copies. Rows grow with what changes
    and not with time: an unchanged portal leaves none. Where the clock was set back, the day of the
    newest row goes on.
    """
    held = _held(session, portal)
    found = {**dict.fromkeys(held, 0), **once, **{name: every.get(name, 0) for name in WITH_COPIES}}
    _keep(session, portal, held, found, now)


def shift(
    session: Session, portal: str, by: Mapping[Series, int], now: datetime | None = None
) -> None:
    """As record, where the numbers of a portal differ by so much from those that were kept."""
    held = _held(session, portal)
    found = {series: held.get(series, NEVER)[0] + number for series, number in by.items()}
    _keep(session, portal, held, found, now)


def _keep(
    session: Session,
    portal: str,
    held: Mapping[Series, tuple[int, date]],
    found: Mapping[Series, int],
    now: datetime | None,
) -> None:
    different = {key: n for key, n in found.items() if n != held.get(key, NEVER)[0]}
    if different:
        newest = max((row[1] for row in held.values()), default=date.min)
        day = max(moment(now).date(), newest)
        _supersede(session, portal, day, different.keys() & held.keys())
        rows = [(*key, portal, day.isoformat(), n, True) for key, n in sorted(different.items())]
        bulk.insert(session, DailyRow, COLUMNS, rows)


def _held(session: Session, portal: str) -> dict[Series, tuple[int, date]]:
    """The newest number of each series, with its day."""
    statement = select(C.kind, C.key, C.datasets, C.day).where(C.portal == portal, C.latest)
    rows = session.connection().execute(statement)
    return {(kind, key): (number, day) for kind, key, number, day in rows}


def _supersede(session: Session, portal: str, day: date, series: Collection[Series]) -> None:
    """The newest rows of the series are not the newest any more; those of this day go."""
    connection = session.connection()
    for kind in {kind for kind, _ in series}:
        keys = [key for one, key in series if one == kind]
        for batch in bulk.batches(keys, bulk.NAMED):
            here = (C.portal == portal, C.kind == kind, C.key.in_(batch), C.latest)
            connection.execute(delete(DAILY).where(*here, C.day == day))
            connection.execute(change(DAILY).where(*here).values(latest=False))

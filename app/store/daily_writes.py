# SPDX-License-Identifier: EUPL-1.2
"""How many datasets a portal has today, written down where it is another number than before."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, delete, func, literal, select
from sqlalchemy import update as change
from sqlmodel import Session

from app.store import bulk
from app.store.change import moment
from app.store.tables import DailyRow, DatasetRow, DistributionRow, table_of

DAILY, HEAD, PART = table_of(DailyRow), table_of(DatasetRow), table_of(DistributionRow)
COLUMNS = ("kind", "key", "portal", "day", "datasets", "latest")
UNKNOWN = "unknown"
NEVER = (0, date.min)
Series = tuple[str, str]
D, C = HEAD.c, DAILY.c


def record(session: Session, portal: str, now: datetime | None = None) -> None:
    """Keeps today's numbers of a portal, in the caller's transaction; today's former ones go.

    Rows grow with what changes and not with time: an unchanged portal leaves none. Where the
    clock was set back, the day of the newest row goes on.
    """
    live = (D.portal == portal, D.retired_at.is_(None))
    held = _held(session, portal)
    found = dict.fromkeys(held, 0) | dict(totals(session, *live))
    found |= dict(counted(session, *live, D.copy_of.is_(None)))
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


def totals(session: Session, *live: ColumnElement[bool]) -> Iterator[tuple[Series, int]]:
    """How many datasets and files there are, copies included."""
    sums = (func.count(), func.coalesce(func.sum(D.distribution_count), 0))
    datasets, files = session.connection().execute(select(*sums).where(*live)).one()
    yield ("datasets", ""), int(datasets)
    yield ("files", ""), int(files)


def counted(session: Session, *live: ColumnElement[bool]) -> Iterator[tuple[Series, int]]:
    """How many datasets count, in all and by what they are about."""
    all_of_them = session.connection().execute(select(func.count()).where(*live))
    yield ("counted", ""), int(all_of_them.scalar_one())
    for statement in (*_topics(and_(*live)), *_parts(and_(*live))):
        for kind, key, number in session.connection().execute(statement):
            yield (kind, key), int(number)


def _topics(live: ColumnElement[bool]) -> Iterator[Select[Any]]:
    for kind, column in (("kommune", D.kommune), ("musterdatensatz", D.musterdatensatz)):
        counted = select(literal(kind), column, func.count()).where(live, column.is_not(None))
        yield counted.group_by(column)


def _parts(live: ColumnElement[bool]) -> Iterator[Select[Any]]:
    """Each dataset once under each licence and format it has; empty for none given."""
    joined = HEAD.outerjoin(PART, PART.c.dataset == D.id)
    for kind in ("licence", "format"):
        status = func.coalesce(PART.c[f"{kind}_status"], "missing")
        unread = case((status == "missing", ""), else_=UNKNOWN)
        value = func.coalesce(PART.c[kind], unread).label("value")
        pairs = select(D.id, value).select_from(joined).where(live).distinct().subquery()
        counted = select(literal(kind), pairs.c.value, func.count())
        yield counted.group_by(pairs.c.value)

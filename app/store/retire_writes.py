# SPDX-License-Identifier: EUPL-1.2
"""What a complete run did not see, and taking it away when it stays away (promise H4)."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, bindparam, select, update
from sqlmodel import Session

from app.store import bulk
from app.store.add_writes import HISTORY_COLUMNS
from app.store.change import moment
from app.store.columns import instant_text
from app.store.mark_writes import drop_marks
from app.store.tables import DatasetPersonRow, DatasetRow, FindingRow, HistoryRow, table_of

MIN_RUNS = 2
MIN_DAYS = 7
TABLE = table_of(DatasetRow)
Conditions = tuple[ColumnElement[bool], ...]


def missing(
    session: Session, portal: str, identifiers: Collection[str], now: datetime | None = None
) -> int:
    """Notes that a complete run did not see these live datasets, and that it saw all others.

    Only a complete run may call it. Returns how many are missing now.
    """
    gone = set(identifiers)
    c = TABLE.c
    statement = select(c.id, c.identifier, c.missing_runs).where(c.portal == portal)
    rows = list(session.connection().execute(statement.where(c.retired_at.is_(None))))
    at = moment(now)
    absent = [row for row in rows if row.identifier in gone]
    _set(session, [{"b_id": r.id, "b_runs": r.missing_runs + 1, "b_at": at} for r in absent])
    back = [row for row in rows if row.missing_runs and row.identifier not in gone]
    _clear(session, [{"b_id": row.id} for row in back])
    return len(absent)


def seen_again(session: Session, portal: str, identifiers: Collection[str]) -> None:
    """Notes that a run which was not complete saw these datasets: they are not missing."""
    c = TABLE.c
    statement = select(c.id, c.identifier).where(c.portal == portal, c.missing_runs > 0)
    rows = list(session.connection().execute(statement.where(c.retired_at.is_(None))))
    _clear(session, [{"b_id": row.id} for row in rows if row.identifier in identifiers])


def _set(session: Session, rows: list[dict[str, object]]) -> None:
    if rows:
        c = TABLE.c
        first = update(TABLE).where(c.id == bindparam("b_id"), c.missing_since.is_(None))
        count = update(TABLE).where(c.id == bindparam("b_id"))
        dates = [{"b_id": row["b_id"], "b_at": row["b_at"]} for row in rows]
        counts = [{"b_id": row["b_id"], "b_runs": row["b_runs"]} for row in rows]
        session.connection().execute(first.values(missing_since=bindparam("b_at")), dates)
        session.connection().execute(count.values(missing_runs=bindparam("b_runs")), counts)


def _clear(session: Session, rows: list[dict[str, object]]) -> None:
    if rows:
        statement = update(TABLE).where(TABLE.c.id == bindparam("b_id"))
        session.connection().execute(statement.values(missing_since=None, missing_runs=0), rows)


def due(
    session: Session,
    portal: str,
    now: datetime | None = None,
    min_runs: int = MIN_RUNS,
    min_days: int = MIN_DAYS,
) -> tuple[str, ...]:
    """Ids of live datasets that stayed away for so many complete runs and so many days."""
    c = TABLE.c
    statement = select(c.id).where(c.portal == portal, *_stayed_away(now, min_runs, min_days))
    return tuple(session.connection().execute(statement.order_by(c.id)).scalars())


def retire(
    session: Session,
    run_id: int,
    ids: Iterable[str],
    now: datetime | None = None,
    min_runs: int = MIN_RUNS,
    min_days: int = MIN_DAYS,
) -> int:
    """Retires those of the datasets that stayed away long enough, and says how many they were.

    They keep their row and history and lose what was said about persons, and their findings.
    """
    at = moment(now)
    retired = 0
    for batch in bulk.batches(ids, bulk.NAMED):
        c = TABLE.c
        statement = select(c.id).where(c.id.in_(batch), *_stayed_away(at, min_runs, min_days))
        gone = list(session.connection().execute(statement).scalars())
        _retire(session, run_id, gone, at)
        retired += len(gone)
    return retired


def retire_all(
    session: Session, run_id: int, portal: str, now: datetime | None = None
) -> tuple[str, ...]:
    """Retires every live dataset of a portal, however long it was there; their ids."""
    c = TABLE.c
    live = select(c.id).where(c.portal == portal, c.retired_at.is_(None)).order_by(c.id)
    ids = tuple(session.connection().execute(live).scalars())
    for batch in bulk.batches(ids, bulk.NAMED):
        _retire(session, run_id, list(batch), moment(now))
    return ids


def _stayed_away(
    now: datetime | None, min_runs: int, min_days: int
) -> tuple[ColumnElement[bool], ...]:
    c = TABLE.c
    last = moment(now) - timedelta(days=min_days)
    return (c.retired_at.is_(None), c.missing_runs >= min_runs, c.missing_since <= last)


def _retire(session: Session, run: int, ids: list[str], at: datetime) -> None:
    statement = update(TABLE).where(TABLE.c.id.in_(ids))
    session.connection().execute(statement.values(retired_at=at, changed_at=at, run=run))
    bulk.delete(session, DatasetPersonRow, ids)
    bulk.delete(session, FindingRow, ids)
    drop_marks(session, ids)
    history = [(id, run, instant_text(at), "retired", None, None) for id in ids]
    bulk.insert(session, HistoryRow, HISTORY_COLUMNS, history)

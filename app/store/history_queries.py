# SPDX-License-Identifier: EUPL-1.2
"""The trace of changes, read."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session, col, select

from app.store.packing import unpack
from app.store.tables import HistoryRow


class Entry(NamedTuple):
    """What happened to a dataset. kind: added, changed, returned, reread or retired.

    fields: {"field", "before"} of each field that became different. statements: what the portal
    had said before, None where it said the same.
    """

    dataset: str
    run: int
    at: datetime
    kind: str
    fields: Sequence[Mapping[str, Any]]
    statements: str | None


def of_dataset(session: Session, id: str) -> tuple[Entry, ...]:
    """Everything that happened to a dataset, newest first."""
    statement = select(HistoryRow).where(HistoryRow.dataset == id)
    rows = session.exec(statement.order_by(col(HistoryRow.id).desc()))
    return tuple(_entry(row) for row in rows)


class Occasion(NamedTuple):
    """An entry without what the portal had said before."""

    at: datetime
    kind: str
    run: int
    fields: Sequence[Mapping[str, Any]]


def occasions(session: Session, id: str, limit: int) -> tuple[Occasion, ...]:
    """What happened to a dataset last, newest first, without reading former statements."""
    columns = (HistoryRow.at, HistoryRow.kind, HistoryRow.run, HistoryRow.fields)
    statement = select(*columns).where(HistoryRow.dataset == id)
    rows = session.exec(statement.order_by(col(HistoryRow.id).desc()).limit(limit))
    return tuple(Occasion(at, kind, run, tuple(fields or ())) for at, kind, run, fields in rows)


def _entry(row: HistoryRow) -> Entry:
    before = unpack(row.statements) if row.statements is not None else None
    return Entry(row.dataset, row.run, row.at, row.kind, tuple(row.fields or ()), before)

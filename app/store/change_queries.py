# SPDX-License-Identifier: EUPL-1.2
"""Datasets in the order in which they last became different, retired ones included."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlmodel import Session

from app.model.selection import Selection
from app.store.conditions import known_conditions
from app.store.tables import DatasetRow, HistoryRow, table_of

D, H = table_of(DatasetRow).c, table_of(HistoryRow).c


class Changed(NamedTuple):
    """A dataset that became different, without persons.

    publisher: None for a natural person, too. kind, fields: what happened last, as in the history.
    """

    id: str
    portal: str
    title: str | None
    publisher: str | None
    kommune: str | None
    musterdatensatz: str | None
    licence: str | None
    first_seen: datetime
    changed_at: datetime
    retired: bool
    kind: str = "added"
    fields: Sequence[str] = ()


def changed(session: Session, selection: Selection, limit: int, offset: int) -> list[Changed]:
    """Datasets of a resolved selection, the newest change first; three statements."""
    newest = (D.changed_at.desc(), D.id.desc())
    wanted = select(D.id).where(*known_conditions(selection)).order_by(*newest)
    page = wanted.limit(limit).offset(offset)
    ids = list(session.connection().execute(page).scalars())
    if not ids:
        return []
    last = _last(session, ids)
    names = Changed._fields[2:7]
    columns = (D.id, D.portal, D.title, D.publisher_name, *(D[name] for name in names[2:]))
    times = (D.first_seen, D.changed_at, D.retired_at.is_not(None), D.body_kind)
    rows = session.connection().execute(select(*columns, *times).where(D.id.in_(ids)))
    found = {row[0]: _changed(row, last) for row in rows}
    return [found[id] for id in ids]


def _changed(row: Any, last: Mapping[str, tuple[str, tuple[str, ...]]]) -> Changed:
    *values, retired, body = row
    if body == "person":
        values[3] = None
    kind, fields = last.get(row[0], ("added", ()))
    return Changed._make((*values, bool(retired), kind, fields))


def _last(session: Session, ids: Sequence[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    newest = select(func.max(H.id)).where(H.dataset.in_(ids)).group_by(H.dataset)
    rows = session.connection().execute(
        select(H.dataset, H.kind, H.fields).where(H.id.in_(newest.scalar_subquery()))
    )
    return {
        dataset: (kind, tuple(str(each["field"]) for each in fields or ()))
        for dataset, kind, fields in rows
    }

# SPDX-License-Identifier: EUPL-1.2
"""Live datasets in one fixed order, for lists that reach every one of them."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlmodel import Session

from app.model.selection import Selection
from app.store.conditions import conditions
from app.store.tables import DatasetRow, table_of

D = table_of(DatasetRow).c


class Stamped(NamedTuple):
    """A live dataset and when it last became different."""

    id: str
    changed_at: datetime


def ids(session: Session, selection: Selection, limit: int, offset: int = 0) -> list[str]:
    """Ids of a resolved selection, ascending."""
    statement = select(D.id).where(*conditions(selection)).order_by(D.id)
    return list(session.connection().execute(statement.limit(limit).offset(offset)).scalars())


def stamped(session: Session, limit: int, offset: int = 0) -> list[Stamped]:
    """Live datasets by id, copies left out."""
    statement = select(D.id, D.changed_at).where(*conditions(Selection())).order_by(D.id)
    rows = session.connection().execute(statement.limit(limit).offset(offset))
    return [Stamped(*row) for row in rows]


def places(session: Session) -> list[str]:
    """Official keys that live datasets have."""
    live = D.retired_at.is_(None), D.kommune.is_not(None)
    statement = select(D.kommune).where(*live).distinct().order_by(D.kommune)
    return list(session.connection().execute(statement).scalars())


def newest(session: Session) -> tuple[datetime | None, int]:
    """When a live dataset last became different, and how many there are."""
    statement = select(func.max(D.changed_at), func.count()).where(D.retired_at.is_(None))
    moment, count = session.connection().execute(statement).one()
    return moment, int(count)

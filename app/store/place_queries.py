# SPDX-License-Identifier: EUPL-1.2
"""What the store knows about one Kommune or Land beside its cells: through which portals."""

from typing import NamedTuple

from sqlalchemy import func, or_, select
from sqlmodel import Session

from app.store.facts import MUNICIPAL
from app.store.tables import DatasetRow, PortalRow, table_of

TABLE, PORTAL = table_of(DatasetRow), table_of(PortalRow)
D = TABLE.c


class Source(NamedTuple):
    """A portal that has live datasets of the place."""

    key: str
    title: str | None
    datasets: int


def sources(session: Session, key: str) -> tuple[Source, ...]:
    """Portals with datasets of the place, most datasets first; a key of 2 digits is a Land."""
    if len(key) == 2:
        here = (D.land == key, or_(D.level == "land", D.body_kind == "land"))
    else:
        here = (D.kommune == key, D.level.in_(MUNICIPAL))
    statement = (
        select(PORTAL.c.key, PORTAL.c.title, func.count())
        .select_from(TABLE.join(PORTAL, PORTAL.c.key == D.portal))
        .where(D.retired_at.is_(None), *here)
        .group_by(PORTAL.c.key, PORTAL.c.title)
        .order_by(func.count().desc(), PORTAL.c.key)
    )
    return tuple(Source(*row) for row in session.connection().execute(statement))

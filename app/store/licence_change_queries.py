# SPDX-License-Identifier: EUPL-1.2
"""Changes of licences by run, Kommune and pair of licences, newest first."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlmodel import Session

from app.store.tables import DatasetRow, LicenceChangeRow, PortalRow, table_of

TABLE = table_of(LicenceChangeRow)
C, PORTAL, DATASET = TABLE.c, table_of(PortalRow), table_of(DatasetRow)


class LicenceChange(NamedTuple):
    """datasets of a Kommune went from one licence to another; example: id and title of one."""

    at: datetime
    portal: str
    portal_title: str | None
    kommune: str
    before: str
    after: str
    datasets: int
    example: str
    example_title: str | None


def changes(
    session: Session, since: datetime | None = None, portal: Collection[str] = ()
) -> tuple[LicenceChange, ...]:
    """All changes, of the named portals where some are named, from an instant on."""
    wanted = [C.at >= since] if since else []
    wanted += [C.portal.in_(portal)] if portal else []
    keys = (C.run, C.at, C.portal, C.kommune, C.before, C.after)
    grouped = (
        select(*keys, func.sum(C.datasets).label("datasets"), func.min(C.example).label("example"))
        .where(*wanted)
        .group_by(*keys)
        .subquery()
    )
    g = grouped.c
    joined = grouped.join(PORTAL, PORTAL.c.key == g.portal).join(DATASET, DATASET.c.id == g.example)
    statement = (
        select(
            *(g.at, g.portal, PORTAL.c.title, g.kommune, g.before, g.after),
            *(g.datasets, g.example, DATASET.c.title),
        )
        .select_from(joined)
        .order_by(g.at.desc(), g.portal, g.kommune, g.before, g.after)
    )
    return tuple(LicenceChange(*row) for row in session.connection().execute(statement))

# SPDX-License-Identifier: EUPL-1.2
"""What tells whether a dataset of the dump is as it was, for all of them, without reading them."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlmodel import Session

from app.store.tables import DatasetRow, PortalRow, table_of

PAGE = 2_000
TABLE = table_of(DatasetRow)
D = TABLE.c
PORTAL = table_of(PortalRow)


class Stamp(NamedTuple):
    """A live dataset that is no copy. hash: of what the portal said; changed_at: of ours too."""

    id: str
    portal: str
    catalogue: str | None
    hash: str
    first_seen: datetime
    changed_at: datetime


class Name(NamedTuple):
    """What a copy adds to the dataset it is one of (``of``)."""

    of: str
    id: str
    portal_title: str
    name: str


def sizes(session: Session) -> dict[str, int]:
    """How many datasets of each portal are in the dump."""
    counted = select(D.portal, func.count()).where(D.retired_at.is_(None), D.copy_of.is_(None))
    rows = session.connection().execute(counted.group_by(D.portal)).all()
    return {portal: int(count) for portal, count in rows}


def stamps(session: Session) -> Iterator[Stamp]:
    """Of every dataset of the dump, ascending by id."""
    columns = [D[name] for name in Stamp._fields]
    after = ""
    while True:
        live = (D.retired_at.is_(None), D.copy_of.is_(None), D.id > after)
        statement = select(*columns).where(*live).order_by(D.id).limit(PAGE)
        rows = session.connection().execute(statement).all()
        yield from (Stamp(*row) for row in rows)
        if len(rows) < PAGE:
            return
        after = rows[-1].id


def names(session: Session) -> Iterator[Name]:
    """Of every live copy, ascending by id."""
    title = func.coalesce(PORTAL.c.title, PORTAL.c.key)
    joined = TABLE.join(PORTAL, PORTAL.c.key == D.portal)
    after = ""
    while True:
        copies = (D.retired_at.is_(None), D.copy_of.is_not(None), D.id > after)
        columns = (D.copy_of, D.id, title, func.coalesce(D.uri, D.identifier))
        statement = select(*columns).select_from(joined).where(*copies)
        rows = session.connection().execute(statement.order_by(D.id).limit(PAGE)).all()
        yield from (Name(*row) for row in rows)
        if len(rows) < PAGE:
            return
        after = rows[-1].id

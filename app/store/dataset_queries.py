# SPDX-License-Identifier: EUPL-1.2
"""Datasets, read: one whole, a page of a list, and all of a selection as a stream."""

from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, func, select
from sqlmodel import Session

from app.model.selection import Selection
from app.store import stored
from app.store.conditions import conditions
from app.store.errors import StoreError
from app.store.feed_queries import FeedItem, FeedPart, page_start, walk
from app.store.packing import unpack
from app.store.sorting import UNTITLED
from app.store.stored import StoredDataset
from app.store.tables import DatasetPersonRow, DatasetRow, DatasetSourceRow, table_of

__all__ = [
    "FeedItem",
    "FeedPart",
    "Line",
    "Source",
    "StoredDataset",
    "count",
    "get",
    "lines",
    "page_start",
    "source",
    "walk",
]
TABLE = table_of(DatasetRow)
D = TABLE.c
ORDERS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "": (D.sort_title,),
    "titel": (D.sort_title,),
    "-titel": (D.sort_title == UNTITLED, D.sort_title.desc()),
    "stand": (D.data_as_of.desc().nulls_last(),),
    "geaendert": (D.modified.desc().nulls_last(),),
    "neu": (D.first_seen.desc(),),
}


class Source(NamedTuple):
    """What the portal said. personal: about persons, empty when it said nothing."""

    media_type: str
    statements: str
    personal: str


class Line(NamedTuple):
    """A dataset in a list."""

    id: str
    portal: str
    title: str | None
    publisher_name: str | None
    kommune: str | None
    musterdatensatz: str | None
    thema: str | None
    licence: str | None
    licence_status: str
    data_as_of: date | None
    modified: datetime | None
    distribution_count: int


def get(session: Session, id: str) -> StoredDataset | None:
    """A dataset with all its parts and findings, live or retired."""
    return stored.load(session, [id]).get(id)


def source(session: Session, id: str) -> Source | None:
    """What the portal said about a dataset; of a retired one the last it said, without persons."""
    said, persons = table_of(DatasetSourceRow), table_of(DatasetPersonRow)
    statement = (
        select(said.c.media_type, said.c.statements, persons.c.statements)
        .select_from(said.outerjoin(persons, persons.c.dataset == said.c.dataset))
        .where(said.c.dataset == id)
    )
    row = session.connection().execute(statement).first()
    return Source(row[0], unpack(row[1]), row[2] or "") if row else None


def count(session: Session, selection: Selection) -> int:
    """How many live datasets the selection has."""
    statement = select(func.count()).select_from(TABLE).where(*conditions(selection))
    return int(session.connection().execute(statement).scalar_one())


def lines(
    session: Session, selection: Selection, limit: int = 50, offset: int = 0
) -> tuple[Line, ...]:
    """A page of the selection in the order its ``sortierung`` names (a key of ORDERS).

    Untitled datasets and those without the date stand last, on every database.
    """
    order = ORDERS.get(selection.sortierung)
    if order is None:
        raise StoreError("store.filter", filter="sortierung", value=selection.sortierung[:100])
    columns = [D[name] for name in Line._fields]
    statement = select(*columns).where(*conditions(selection)).order_by(*order, D.id)
    rows = session.connection().execute(statement.limit(limit).offset(offset))
    return tuple(Line(*row) for row in rows)

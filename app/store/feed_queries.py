# SPDX-License-Identifier: EUPL-1.2
"""Live datasets of a selection as a stream by id, for export and renormalising.

Paged by key, so that the last page costs what the first does, and no page is held once read.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlmodel import Session

from app.model.selection import Selection
from app.store.conditions import Condition, conditions
from app.store.packing import unpack
from app.store.tables import (
    DatasetPersonRow,
    DatasetRow,
    DatasetSourceRow,
    DistributionRow,
    table_of,
)

PAGE = 200
D = table_of(DatasetRow).c
SAID = table_of(DatasetSourceRow)
PERSONS = table_of(DatasetPersonRow)
PART = table_of(DistributionRow).c


class FeedPart(NamedTuple):
    """A distribution as understood, as far as a feed adds it to what the portal said."""

    position: int
    uri: str | None
    access_url: str | None
    licence: str | None
    licence_status: str
    format: str | None
    format_status: str
    media_type: str | None
    media_type_status: str
    availability: str | None


class FeedItem(NamedTuple):
    """A dataset: what the portal said (statements; personal apart) and what was understood."""

    id: str
    portal: str
    identifier: str
    uri: str | None
    kind: str
    catalogue: str | None
    hash: str
    title: str | None
    publisher_name: str | None
    kommune: str | None
    kommune_status: str
    level: str | None
    land: str | None
    musterdatensatz: str | None
    musterdatensatz_status: str
    thema: str | None
    themes: tuple[str, ...]
    inspire_themes: tuple[str, ...]
    hvd_categories: tuple[str, ...]
    licence: str | None
    licence_status: str
    frequency: str | None
    access_rights: str | None
    availability: str | None
    series: str | None
    holding: str | None
    first_seen: datetime
    changed_at: datetime
    media_type: str
    statements: str
    personal: str
    distributions: tuple[FeedPart, ...]


OWN = FeedItem._fields[: FeedItem._fields.index("media_type")]
COLUMNS = (*(D[name] for name in OWN), SAID.c.media_type, SAID.c.statements, PERSONS.c.statements)


def walk(
    session: Session, selection: Selection, after: str = "", limit: int | None = None
) -> Iterator[FeedItem]:
    """Live datasets whose id follows ``after``, at most ``limit`` of them, ascending by id.

    The session must stay open while the stream is read; what is read is one state of the store.
    """
    left = limit
    while left is None or left > 0:
        page = _page(session, selection, after, PAGE if left is None else min(PAGE, left))
        yield from page
        if len(page) < PAGE:
            return
        after = page[-1].id
        left = None if left is None else left - len(page)


def page_start(session: Session, selection: Selection, offset: int) -> str | None:
    """The id after which ``walk`` gives what follows the first ``offset`` datasets.

    Empty for the start; None where the selection has fewer.
    """
    if offset <= 0:
        return ""
    statement = select(D.id).where(*conditions(selection)).order_by(D.id)
    row = session.connection().execute(statement.offset(offset - 1).limit(1)).first()
    return row[0] if row else None


def named(session: Session, ids: Sequence[str]) -> list[FeedItem]:
    """Those of the datasets that are live, ascending by id. ids: so many as one statement takes."""
    return _read(session, (D.retired_at.is_(None), D.id.in_(ids)), len(ids))


def _page(session: Session, selection: Selection, after: str, size: int) -> list[FeedItem]:
    return _read(session, (*conditions(selection), D.id > after), size)


def _read(session: Session, wanted: tuple[Condition, ...], size: int) -> list[FeedItem]:
    source = (
        table_of(DatasetRow)
        .join(SAID, SAID.c.dataset == D.id)
        .outerjoin(PERSONS, PERSONS.c.dataset == D.id)
    )
    statement = select(*COLUMNS).select_from(source).where(*wanted)
    rows = session.connection().execute(statement.order_by(D.id).limit(size)).all()
    parts = _parts(session, [row[0] for row in rows])
    return [_item(row, tuple(parts.get(row[0], ()))) for row in rows]


def _item(row: Any, parts: tuple[FeedPart, ...]) -> FeedItem:
    return FeedItem._make((*row[:-2], unpack(row[-2]), row[-1] or "", parts))


def _parts(session: Session, ids: list[str]) -> dict[str, list[FeedPart]]:
    parts: dict[str, list[FeedPart]] = defaultdict(list)
    columns = [PART[name] for name in FeedPart._fields]
    statement = select(PART.dataset, *columns).where(PART.dataset.in_(ids))
    for row in session.connection().execute(statement.order_by(PART.dataset, PART.position)):
        parts[row[0]].append(FeedPart(*row[1:]))
    return parts

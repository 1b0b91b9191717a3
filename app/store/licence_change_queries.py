# SPDX-License-Identifier: EUPL-1.2
"""Changes of licences by run, Kommune and pair of licences, newest first."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from operator import itemgetter
from typing import Any, NamedTuple, cast

from sqlalchemy import String, func, select, type_coerce
from sqlmodel import Session

from app.store.tables import DatasetRow, LicenceChangeRow, PortalRow, RunRow, table_of

TABLE = table_of(LicenceChangeRow)
C, PORTAL, DATASET = TABLE.c, table_of(PortalRow), table_of(DatasetRow)
RUN = table_of(RunRow).c
READ = ("complete", "complete-with-rejects", "not-modified", "partial")


class LicenceChange(NamedTuple):
    """datasets of a Kommune went from one licence to another; example: id of one of them.

    before, after: see LicenceChangeRow.
    """

    at: datetime
    portal: str
    kommune: str
    before: str
    after: str
    datasets: int
    example: str


class Mark(NamedTuple):
    """last: number of the last row. told: how many there are, and sums of what they hold."""

    last: int
    told: tuple[int, ...]


class Named(NamedTuple):
    """Titles of an example and of its portal."""

    title: str | None
    portal_title: str | None


def mark(session: Session, until: int | None = None) -> Mark:
    """What tells rows up to a number (of all: None) from others that may stand there later."""
    lengths = (func.sum(func.length(column)) for column in (C.kommune, C.before, C.after))
    sums = (func.sum(C.run), func.sum(C.datasets), *lengths)
    wanted = select(func.max(C.id), func.count(), *sums)
    if until is not None:
        wanted = wanted.where(C.id <= until)
    last, *told = session.connection().execute(wanted).one()
    return Mark(last or 0, tuple(int(each or 0) for each in told))


def changes(session: Session, after: int = 0, until: int | None = None) -> list[LicenceChange]:
    """All changes, or those of the rows after one number up to another, newest first.

    Batches of one run are added up here and titles looked up for the few that are shown: joined
    and grouped in SQL, twenty thousand changes take three times as long.
    """
    wanted = [C.id > after, *([C.id <= until] if until is not None else [])]
    at = type_coerce(C.at, String)  # as the database gives it: a run's is read once, below
    columns = (at, C.portal, C.kommune, C.before, C.after, C.datasets, C.example, C.run)
    rows = session.connection().execute(select(*columns).where(*wanted)).all()
    read = {raw: _instant(raw) for raw in {row[0] for row in rows}}
    batches = {(row[7], *row[:5]) for row in rows}
    found = rows if len(batches) == len(rows) else _added_up(rows)
    made = [LicenceChange(read[row[0]], *row[1:7]) for row in found]
    return sorted(made, key=itemgetter(0), reverse=True)


def _added_up(rows: Iterable[Sequence[Any]]) -> list[Sequence[Any]]:
    """One row for what several batches of a run found; the example is the first."""
    found: dict[tuple[Any, ...], tuple[int, str]] = {}
    for row in rows:
        name = (row[7], *row[:5])
        number, first = found.get(name, (0, row[6]))
        found[name] = number + row[5], min(first, row[6])
    return [(*name[1:], *found[name]) for name in found]


def _instant(raw: Any) -> datetime:
    """Either a text or, where the database has instants, one of them."""
    read = datetime.fromisoformat(raw) if isinstance(raw, str) else raw
    return cast(datetime, read).astimezone(UTC)


def titles(session: Session, examples: Collection[str]) -> Mapping[str, Named]:
    """Id of a dataset -> its title and its portal's."""
    columns = (DATASET.c.id, DATASET.c.title, PORTAL.c.title)
    joined = DATASET.join(PORTAL, PORTAL.c.key == DATASET.c.portal)
    wanted = select(*columns).select_from(joined).where(DATASET.c.id.in_(examples))
    return {row[0]: Named(row[1], row[2]) for row in session.connection().execute(wanted)}


def watched_since(session: Session, portal: Collection[str] = ()) -> datetime | None:
    """When a portal was first read: what portals said before nobody here knows."""
    wanted = [RUN.portal.in_(portal)] if portal else []
    first = select(func.min(RUN.started)).where(RUN.state.in_(READ), *wanted)
    return session.connection().execute(first).scalar()

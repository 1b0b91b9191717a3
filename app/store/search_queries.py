# SPDX-License-Identifier: EUPL-1.2
"""What the search index is made of, and the lines of a page of hits."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select
from sqlmodel import Session

from app.store import bulk
from app.store.sorting import UNTITLED
from app.store.tables import DatasetRow, DistributionRow, PortalRow, StandardUseRow, table_of

NOT_GIVEN = "none"
UNKNOWN = "unknown"
PERSON = "person"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
D = table_of(DatasetRow).c
PART = table_of(DistributionRow).c
USE = table_of(StandardUseRow).c
Values = dict[str, frozenset[str]]


class Entry(NamedTuple):
    """A live dataset as it is searched. Persons are in none of its fields (promise S11).

    licences, formats: of its distributions, ``none`` where one says nothing (or there is none),
    ``unknown`` where something was said that no key stands for. standards: likewise. copy: counted
    in another portal.
    """

    id: str
    portal: str
    title: str | None
    sort_title: str
    description: str | None
    keywords: tuple[str, ...]
    publisher: str | None
    kommune: str | None
    land: str | None
    musterdatensatz: str | None
    thema: str | None
    themes: tuple[str, ...]
    inspire_themes: tuple[str, ...]
    hvd_categories: tuple[str, ...]
    data_as_of: date | None
    changed_at: datetime
    licences: frozenset[str]
    formats: frozenset[str]
    standards: frozenset[str]
    copy: bool


class Heading(NamedTuple):
    """What names a live dataset."""

    title: str | None
    keywords: tuple[str, ...]
    musterdatensatz: str | None


class Hit(NamedTuple):
    """A dataset in a list of hits. publisher: None also where it is a person."""

    id: str
    portal: str
    title: str | None
    publisher: str | None
    kommune: str | None
    musterdatensatz: str | None
    licence: str | None
    licence_status: str
    data_as_of: date | None
    modified: datetime | None
    formats: tuple[str, ...] = ()


COLUMNS = (
    *(D.id, D.portal, D.title, D.sort_title, D.description, D.keywords, D.publisher_name),
    *(D.body_kind, D.kommune, D.land, D.musterdatensatz, D.thema, D.themes, D.inspire_themes),
    *(D.hvd_categories, D.data_as_of, D.changed_at, D.copy_of),
)


def stamps(session: Session) -> dict[str, int]:
    """Id -> microseconds (UTC) at which it last became different, of every live dataset."""
    statement = select(D.id, D.changed_at).where(D.retired_at.is_(None))
    return {id: microseconds(at) for id, at in session.connection().execute(statement)}


def microseconds(moment: datetime) -> int:
    """An instant as a whole number, exactly."""
    return (moment - EPOCH) // MICROSECOND


def live(session: Session) -> int:
    """How many datasets are live."""
    statement = select(func.count()).select_from(table_of(DatasetRow))
    return int(session.connection().execute(statement.where(D.retired_at.is_(None))).scalar_one())


def headings(session: Session) -> Iterator[Heading]:
    """What names each live dataset."""
    statement = select(D.title, D.keywords, D.musterdatensatz).where(D.retired_at.is_(None))
    for row in session.connection().execute(statement):
        yield Heading(*row)


def entries(session: Session) -> Iterator[Entry]:
    """All live datasets, ascending by id; the session must stay open meanwhile."""
    after = ""
    while True:
        live = select(*COLUMNS).where(D.retired_at.is_(None), D.id > after)
        rows = session.connection().execute(live.order_by(D.id).limit(bulk.BATCH)).all()
        yield from _entries(session, rows)
        if len(rows) < bulk.BATCH:
            return
        after = rows[-1].id


def entries_of(session: Session, ids: Iterable[str]) -> Iterator[Entry]:
    """Those of the datasets that are live."""
    for batch in bulk.batches(ids, bulk.NAMED):
        named = select(*COLUMNS).where(D.retired_at.is_(None), D.id.in_(batch))
        yield from _entries(session, session.connection().execute(named).all())


def _entries(session: Session, rows: Iterable[Any]) -> Iterator[Entry]:
    rows = list(rows)
    if not rows:
        return
    ids = [row.id for row in rows]
    files = select(PART.dataset, PART.licence, PART.licence_status, PART.format, PART.format_status)
    uses = select(USE.dataset, USE.key)
    found: tuple[Values, Values] = _parts(session, files.distinct(), ids)
    standards = _standards(session, uses.distinct(), ids)
    silent = frozenset((NOT_GIVEN,))
    for row in rows:
        person = row.body_kind == PERSON
        yield Entry(
            *(row.id, row.portal, row.title),
            "" if row.sort_title == UNTITLED else row.sort_title,
            *(row.description, row.keywords, None if person else row.publisher_name),
            *(row.kommune, row.land, row.musterdatensatz, row.thema),
            *(row.themes, row.inspire_themes, row.hvd_categories),
            *(row.data_as_of, row.changed_at),
            found[0].get(row.id, silent),
            found[1].get(row.id, silent),
            standards.get(row.id, silent),
            row.copy_of is not None,
        )


def _between(session: Session, statement: Select[Any], ids: list[str]) -> Iterable[Any]:
    """Rows of these datasets; a run of neighbours is asked for as one range of the key."""
    column = statement.selected_columns[0]
    if len(ids) > bulk.NAMED:
        return session.connection().execute(statement.where(column.between(ids[0], ids[-1])))
    return session.connection().execute(statement.where(column.in_(ids)))


def _parts(session: Session, statement: Select[Any], ids: list[str]) -> tuple[Values, Values]:
    licences: dict[str, set[str]] = defaultdict(set)
    formats: dict[str, set[str]] = defaultdict(set)
    for id, licence, licence_status, format, format_status in _between(session, statement, ids):
        licences[id].add(licence or _silence(licence_status))
        formats[id].add(format or _silence(format_status))
    return _frozen(licences), _frozen(formats)


def _standards(session: Session, statement: Select[Any], ids: list[str]) -> Values:
    found: dict[str, set[str]] = defaultdict(set)
    for id, key in _between(session, statement, ids):
        found[id].add(key or UNKNOWN)
    return _frozen(found)


def _silence(status: str) -> str:
    return NOT_GIVEN if status == "missing" else UNKNOWN


def _frozen(found: dict[str, set[str]]) -> Values:
    return {id: frozenset(values) for id, values in found.items()}


def hits(session: Session, ids: Iterable[str]) -> tuple[Hit, ...]:
    """Lines of those datasets that are live, in the order of the ids; two statements."""
    wanted = list(ids)
    names = ("id", "portal", "title", "publisher_name", "kommune", "musterdatensatz", "licence")
    columns = [D[name] for name in (*names, "licence_status", "data_as_of", "modified")]
    statement = select(*columns, D.body_kind).where(D.id.in_(wanted), D.retired_at.is_(None))
    rows = {row.id: row for row in session.connection().execute(statement)}
    formats = _formats(session, list(rows))
    return tuple(_hit(rows[id], formats.get(id, ())) for id in wanted if id in rows)


def _hit(row: Any, formats: tuple[str, ...]) -> Hit:
    values = row._mapping
    publisher = None if row.body_kind == PERSON else row.publisher_name
    named = {name: values[name] for name in Hit._fields if name not in ("publisher", "formats")}
    return Hit(**named, publisher=publisher, formats=formats)


def _formats(session: Session, ids: list[str]) -> dict[str, tuple[str, ...]]:
    """Known formats of the datasets in the portal's order, each once."""
    found: dict[str, list[str]] = defaultdict(list)
    statement = select(PART.dataset, PART.format).where(PART.dataset.in_(ids))
    statement = statement.where(PART.format.is_not(None)).order_by(PART.dataset, PART.position)
    for id, format in session.connection().execute(statement):
        found[id].append(format)
    return {id: tuple(dict.fromkeys(values)) for id, values in found.items()}


def portal_titles(session: Session) -> dict[str, str]:
    """Key -> title of every portal that has one."""
    table = table_of(PortalRow).c
    found = session.connection().execute(select(table.key, table.title))
    return {key: title for key, title in found if title}

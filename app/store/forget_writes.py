# SPDX-License-Identifier: EUPL-1.2
"""Takes blocked terms out of every table; a dataset keeps its place, its hash and its history."""

from collections.abc import Iterable

from sqlalchemy import RowMapping, Table, delete, select, text, update
from sqlmodel import Session

from app.store import relaunch_queries, relaunch_writes, state_writes
from app.store.forget_scan import DATASETS, PERSONS, Found, Report, Where, at, scan, without
from harvesters.base.blocked import Guard


def nothing(_rows: int) -> None:
    """Progress nobody watches."""


def erase(session: Session, guard: Guard, found: Iterable[Found]) -> int:
    """Masks the terms in these rows as they stand now, in the caller's transaction; how many.

    Persons of whom a term is said go with all that is said of persons in the dataset. A dataset
    whose identifier held a term keeps its public id.
    """
    _forget_freed_pages(session)
    changed = sum(_change(session, table, key, guard) for table, keys in found for key in keys)
    if changed:
        session.expire_all()
        state_writes.bump_generation(session)
    return changed


def erase_all(session: Session, guard: Guard, report: Report = nothing) -> int:
    """Scans and masks in one transaction, for a store nobody else is writing to."""
    return erase(session, guard, list(scan(session, guard, report)))


def _forget_freed_pages(session: Session) -> None:
    """SQLite overwrites with zeros what it deletes, on this connection from now on."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        connection.execute(text("PRAGMA secure_delete = ON"))


def _change(session: Session, table: Table, key: Where, guard: Guard) -> bool:
    """False where the row is gone or holds nothing any more."""
    here = at(table, key)
    connection = session.connection()
    row = connection.execute(select(table).where(here).with_for_update()).mappings().first()
    if row is None:
        return False
    if table is PERSONS:
        connection.execute(delete(table).where(here))
        return True
    values = without(table, guard, dict(row))
    if values:
        connection.execute(update(table).where(here).values(**values))
    if table is DATASETS and "identifier" in values:
        _keep_id(session, row, values["identifier"])
    return bool(values)


def _keep_id(session: Session, row: RowMapping, identifier: str) -> None:
    """The dataset answers to its masked identifier from now on, under the id it always had.

    What a relaunch noted of it is masked by itself.
    """
    ids, portal, id = relaunch_queries.identities(session), row["portal"], row["id"]
    if ids.moved.get((portal, row["identifier"])) != id and ids.of(portal, identifier) != id:
        relaunch_writes.note_taken(session, row["run"], [(id, identifier)])

# SPDX-License-Identifier: EUPL-1.2
"""A backup takes the place of what the store holds, in one transaction: all of it or nothing."""

import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from sqlalchemy import Connection, inspect, select, text
from sqlmodel import Session

from app.store import blocked_terms, bulk, derived, forget_writes, run_writes, state_writes
from app.store import state_queries as states
from app.store.backup import Report
from app.store.backup_file import Manifest, Part, open_backup
from app.store.backup_rows import BATCH, Broken, parse_rows
from app.store.errors import StoreError, translate
from app.store.preparation import exclusive, head, upgrade
from app.store.session import Store
from app.store.tables import METADATA, PortalRow, table_of
from harvesters.base.blocked import Guard

PORTALS = table_of(PortalRow)
RESTORED = "restored"
LONG_AGO = timedelta(days=-36_500)


class Restored(NamedTuple):
    """What was brought back; masked: rows that held blocked terms."""

    manifest: Manifest
    masked: int


@dataclass(frozen=True, slots=True)
class _Source:
    """An opened backup. file: its name, for messages."""

    archive: zipfile.ZipFile
    manifest: Manifest
    file: str


def look(file: Path, report: Report) -> Manifest:
    """Reads the whole backup and checks every sum; nothing is written. StoreError ``backup.…``."""
    archive, manifest = open_backup(file)
    with closing(archive):
        source = _Source(archive, manifest, file.name)
        if manifest.revision > head():
            raise StoreError("backup.newer", file=file.name, version=manifest.version)
        done = 0
        for part in manifest.parts:
            _check(source, part)
            done += part.rows
            report(done, manifest.rows)
    return manifest


def _check(source: _Source, part: Part) -> None:
    digest, size, rows = hashlib.sha256(), 0, 0
    try:
        with source.archive.open(part.name) as body:
            while (piece := body.read(1 << 20)) and size <= part.bytes:
                digest.update(piece)
                size += len(piece)
                rows += piece.count(b"\n")
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise StoreError("backup.damaged", file=source.file) from error
    rows = rows if part.table else part.rows
    if (size, digest.hexdigest(), rows) != (part.bytes, part.sha256, part.rows):
        raise StoreError("backup.damaged", file=source.file)


def is_empty(store: Store) -> bool:
    """Whether the store never knew a portal."""
    with store.session() as session:
        return session.connection().execute(select(PORTALS.c.key).limit(1)).first() is None


def restore(store: Store, file: Path, report: Report) -> Restored:
    """Puts a backup that ``look`` found sound in place of everything the store holds.

    Readers see the old state until the new one is whole. Terms that are blocked here stay blocked
    and are taken out of what comes back. StoreError: ``backup.…``, or ``store.run_active`` while a
    portal is harvested.
    """
    archive, manifest = open_backup(file)
    with closing(archive), store.errors(), exclusive(store) as connection:
        source = _Source(archive, manifest, file.name)
        with Session(connection) as session:
            blocked, generation = _standing(session)
            _make_room(connection, manifest)
            _load(connection, source, report)
            _bring_up(connection, manifest)
            masked = _settle(session, blocked, generation)
            state_writes.remember(session, RESTORED, text=seal_of(archive))
    return Restored(manifest, masked)


def seal_of(archive: zipfile.ZipFile) -> str:
    """What names a backup among others."""
    return archive.comment.decode("ascii", "replace")[:16]


def restored_seal(store: Store) -> str:
    """Of the backup that was restored last; empty if none was."""
    with store.session() as session:
        return states.text(session, RESTORED)


def _standing(session: Session) -> tuple[Guard, int]:
    """What must outlive the store as it stands; nobody harvests until the end."""
    for portal in session.connection().execute(select(PORTALS.c.key)).scalars().all():
        run_writes.reserve(session, portal)
    session.flush()
    return blocked_terms.guard(session), states.generation(session)


def _make_room(connection: Connection, manifest: Manifest) -> None:
    """Empty tables as the backup knows them. Those of today are not dropped: readers go on."""
    if manifest.revision == head():
        for table in reversed(METADATA.sorted_tables):
            connection.execute(table.delete())
        return
    METADATA.drop_all(connection)
    connection.execute(text("DROP TABLE alembic_version"))
    upgrade(connection, manifest.revision)


def _load(connection: Connection, source: _Source, report: Report) -> None:
    done = 0
    for part in source.manifest.parts:
        if part.table is None:
            continue
        _check_columns(connection, source, part)
        with source.archive.open(part.name) as body:
            for rows in bulk.batches(_rows(source, part, cast(BinaryIO, body)), BATCH):
                _insert(connection, source, part, rows)
                done += len(rows)
                report(done, source.manifest.rows)


def _check_columns(connection: Connection, source: _Source, part: Part) -> None:
    """Names come from a file: they must be names of columns that are there."""
    there = inspect(connection)
    if not there.has_table(part.table or "") or not part.columns:
        raise StoreError("backup.damaged", file=source.file)
    known = {column["name"] for column in there.get_columns(part.table or "")}
    if not known.issuperset(part.columns):
        raise StoreError("backup.damaged", file=source.file)


def _rows(source: _Source, part: Part, body: BinaryIO) -> Iterator[tuple[Any, ...]]:
    try:
        yield from parse_rows(body, len(part.columns))
    except (Broken, zipfile.BadZipFile, EOFError) as error:
        raise StoreError("backup.damaged", file=source.file) from error


def _insert(
    connection: Connection, source: _Source, part: Part, rows: list[tuple[Any, ...]]
) -> None:
    """Rows that the tables refuse are the file's fault; a full disk is not."""
    try:
        bulk.insert_into(connection, part.table or "", part.columns, rows)
    except Exception as error:
        found = translate(error, source.file)
        if found.code != "store.failed":
            raise
        raise StoreError("backup.damaged", file=source.file) from error


def _bring_up(connection: Connection, manifest: Manifest) -> None:
    if manifest.revision != head():
        upgrade(connection)
    if connection.dialect.name == "postgresql":
        _continue_counting(connection)
    derived.rebuild(connection)


def _continue_counting(connection: Connection) -> None:
    """The next number of every table that counts its rows comes after those that were loaded."""
    for table in METADATA.sorted_tables:
        column = table.autoincrement_column
        if column is None:
            continue
        named = {"table": f'"{table.name}"', "column": column.name}
        sequence = text("SELECT pg_get_serial_sequence(:table, :column)")
        if connection.execute(sequence, named).scalar() is None:
            continue
        highest = f'(SELECT COALESCE(MAX("{column.name}"), 0) + 1 FROM "{table.name}")'  # noqa: S608
        connection.execute(
            text(f"SELECT setval(pg_get_serial_sequence(:table, :column), {highest}, false)"),  # noqa: S608
            named,
        )


def _settle(session: Session, blocked: Guard, generation: int) -> int:
    """Runs of the backup are over; what is derived from either state is out of date."""
    session.expire_all()
    blocked_terms.block(session, blocked.terms)
    run_writes.mark_stale(session, lease=LONG_AGO)
    guard = blocked_terms.guard(session)
    masked = forget_writes.erase_all(session, guard) if guard else 0
    newest = max(generation, states.generation(session)) + 1
    state_writes.remember(session, "generation", newest)
    return masked

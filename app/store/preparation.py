# SPDX-License-Identifier: EUPL-1.2
"""Creating and migrating the tables, and refusing what is not, or no longer, ours."""

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, column, inspect, select, table, text

from app.store import derived
from app.store.errors import StoreError
from app.store.session import Store
from app.store.tables import METADATA

MIGRATIONS = Path(__file__).parent / "migrations"
STEPS = MIGRATIONS / "versions"
VERSIONS = "alembic_version"  # the table that holds the revision
ADVISORY_LOCK = 7_236_018_153  # any number no other program of the same database uses
PAGE_SIZE = 8192  # statements are packed into a few thousand bytes
REVISION = re.compile(r"[0-9]{4}")


def prepare(store: Store) -> None:
    """Creates the tables or brings them to this version; if they are there, it does not even lock.

    Counts that older rules made are made again, which takes seconds for a large store.
    Several processes may call it at once. A killed migration leaves what was before. StoreError:
    ``store.newer`` (made by a newer version), ``store.foreign`` (somebody else's database), or what
    keeps it from being opened.
    """
    file = _file(store)
    if is_prepared(store):
        return
    with store.errors():
        if file is not None:
            _make_folder(file)
            _use_wal(store)
        with exclusive(store) as connection:
            _migrate(connection, store)


def is_prepared(store: Store) -> bool:
    """Whether the store is there and of this version; touches nothing. StoreError as prepare."""
    file = _file(store)
    with store.errors():
        return (file is None or file.is_file()) and _is_current(store)


def _migrate(connection: Connection, store: Store) -> None:
    """Alembic joins the transaction it is given, so the steps and their number commit together."""
    _check(connection, store)
    upgrade(connection)
    derived.rebuild(connection)


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Brings the tables to a revision, in the transaction that is handed over."""
    # with what it brings 8 MB and a tenth of a second, which a start without anything to do saves
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _is_current(store: Store) -> bool:
    with store.reader().connect() as connection:
        return _check(connection, store) == head() and derived.is_current(connection)


def head() -> str:
    """The newest revision this version knows, by the names of the steps."""
    return max(path.name[1:5] for path in STEPS.glob("r[0-9][0-9][0-9][0-9]_*.py"))


def _check(connection: Connection, store: Store) -> str | None:
    """The revision of the database, None for an empty one."""
    names = set(inspect(connection).get_table_names())
    found, known = _found(connection, names), head()
    if found is None:
        if _has_other_tables(connection, names):
            raise StoreError("store.foreign", store=store.name)
        return None
    if not REVISION.fullmatch(found):
        raise StoreError("store.foreign", store=store.name)
    if found > known:
        raise StoreError("store.newer", store=store.name, found=found, known=known)
    return found


def _found(connection: Connection, tables: set[str]) -> str | None:
    if VERSIONS not in tables:
        return None
    number: ColumnElement[str] = column("version_num")
    rows = connection.execute(select(number).select_from(table(VERSIONS)))
    return max(rows.scalars(), default=None)


def _has_other_tables(connection: Connection, names: set[str]) -> bool:
    """On PostgreSQL a schema may be shared with extensions; only names we need are in the way."""
    if connection.dialect.name == "sqlite":
        return bool(names - {VERSIONS})
    return not names.isdisjoint(METADATA.tables)


def _file(store: Store) -> Path | None:
    if store.engine.dialect.name != "sqlite":
        return None
    return Path(store.engine.url.database or "")


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StoreError("store.folder", folder=str(file.parent), reason=reason) from error


def _use_wal(store: Store, patience: float = 10.0) -> None:
    """Readers and one writer at once. SQLite does not wait for this lock by itself."""
    deadline = time.monotonic() + patience
    while True:
        connection = store.engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA page_size = {PAGE_SIZE}")  # counts for a new file only
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        finally:
            connection.close()


@contextmanager
def exclusive(store: Store) -> Iterator[Connection]:
    """A transaction that writes and that keeps other processes from changing tables."""
    with store.writer().begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:k)"), {"k": ADVISORY_LOCK})
        yield connection

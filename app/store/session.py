# SPDX-License-Identifier: EUPL-1.2
"""The door to the database: a Store, and sessions that read or write."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlmodel import Session

from app.store.columns import dump
from app.store.errors import StoreError, shown, translate

WRITES = "datenspiegel_writes"
KNOWN_DIALECTS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}
# errors must not repeat what was to be written: it may name persons
COMMON: dict[str, Any] = {"json_serializer": dump, "hide_parameters": True}
IN_MEMORY = (None, "", ":memory:")
# per connection; the journal mode is a property of the file and set once, by prepare
SQLITE_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA cache_size = -12288",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_size_limit = 67108864",
)


@dataclass(frozen=True, slots=True)
class Store:
    """An opened database. name: its address as it may be shown (no password)."""

    engine: Engine
    name: str

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Read: everything asked for sees one state of the store; nothing can be written."""
        with self._session(self.reader()) as session:
            yield session

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Write: all of it or, after any exception, nothing. Waits for another writer's end."""
        with self._session(self.writer()) as session:
            session.connection()  # begins here and not with the first statement
            yield session
            session.commit()

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        with self.errors(), Session(engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turns whatever the database says into a StoreError."""
        # COPY uses the driver without SQLAlchemy, so its own exceptions come through
        driver: type[Exception] = _driver_error(self.engine)
        try:
            yield
        except (SQLAlchemyError, driver) as error:
            raise translate(error, self.name) from error

    def reader(self) -> Engine:
        """The engine for reading: one snapshot a transaction."""
        if self.engine.dialect.name == "postgresql":
            return self.engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        return self.engine

    def writer(self) -> Engine:
        """The engine for writing: SQLite takes the write lock at once instead of half-way."""
        return self.engine.execution_options(**{WRITES: True})

    def close(self) -> None:
        """Closes every connection of this process."""
        self.engine.dispose()


def _driver_error(engine: Engine) -> type[Exception]:
    module: Any = engine.dialect.loaded_dbapi
    return cast(type[Exception], module.Error)


def open_store(url: str, wait: float = 30.0) -> Store:
    """Opens (does not create, see prepare) the database at a URL; connects when first used.

    ``sqlite:///relative``, ``sqlite:////absolute`` or ``postgresql://…``. wait: seconds to wait for
    a lock before ``store.locked``. StoreError for a URL that cannot be a store.
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        return Store(_sqlite(address, wait), shown(address))
    return Store(_postgres(address, wait), shown(address))


def _address(url: str) -> URL:
    try:
        address = make_url(url)
        dialect = address.get_backend_name()
    except (ArgumentError, ValueError) as error:
        raise StoreError("store.url", store=_without_password(url)) from error
    if dialect not in {"sqlite", "postgresql", "postgres"}:
        raise StoreError("store.dialect", dialect=dialect[:40], known=", ".join(KNOWN_DIALECTS))
    if dialect == "sqlite" and address.database in IN_MEMORY:
        raise StoreError("store.memory")
    if dialect != "sqlite" and find_spec("psycopg") is None:
        raise StoreError("store.driver")
    return address.set(drivername=KNOWN_DIALECTS.get(dialect, "postgresql+psycopg"))


def _without_password(url: str) -> str:
    return url[:200] if "@" not in url else url.rpartition("@")[2][:200]


def _sqlite(address: URL, wait: float) -> Engine:
    engine = create_engine(address, connect_args={"timeout": wait}, **COMMON)

    @event.listens_for(engine, "connect")
    def connected(connection: sqlite3.Connection, record: object) -> None:
        connection.isolation_level = None  # BEGIN is ours, see below
        for pragma in SQLITE_PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        writes = bool(connection.get_execution_options().get(WRITES))
        connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    @event.listens_for(engine, "checkin")
    def returned(connection: sqlite3.Connection | None, record: object) -> None:
        # SQLAlchemy takes a transaction whose COMMIT failed (disk full) for ended; SQLite does not,
        # and would keep the lock for writing from everybody.
        if connection is not None and connection.in_transaction:
            connection.rollback()

    return engine


def _postgres(address: URL, wait: float) -> Engine:
    # compiling a statement costs more than any of ours takes
    options = f"-c timezone=UTC -c jit=off -c lock_timeout={int(wait * 1000)}"
    given = {"connect_timeout": 10, "application_name": "datenspiegel", "options": options}
    return create_engine(
        address,
        pool_pre_ping=True,
        **COMMON,
        connect_args={key: value for key, value in given.items() if key not in address.query},
    )

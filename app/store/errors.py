# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with the store, as codes and parameters; drivers' exceptions end here.

StoreError                   carries ``code`` and ``params``; the sentence is made at the edge
"""

import sqlite3
from typing import Any

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

SQLITE_CODES = {
    sqlite3.SQLITE_BUSY: "store.locked",
    sqlite3.SQLITE_LOCKED: "store.locked",
    sqlite3.SQLITE_FULL: "store.full",
    sqlite3.SQLITE_READONLY: "store.readonly",
    sqlite3.SQLITE_CANTOPEN: "store.unopenable",
    sqlite3.SQLITE_PERM: "store.unopenable",
    sqlite3.SQLITE_CORRUPT: "store.corrupt",
    sqlite3.SQLITE_NOTADB: "store.corrupt",
}
# SQLSTATE classes and values, PostgreSQL manual, appendix A
POSTGRES_CODES = {
    "55P03": "store.locked",
    "57014": "store.locked",
    "40P01": "store.locked",
    "40001": "store.locked",
    "53100": "store.full",
    "25006": "store.readonly",
    "42P01": "store.unprepared",
    "42501": "store.readonly",
    "3D000": "store.unreachable",
}
UNREACHABLE_CLASSES = ("08", "28", "53", "57")


class StoreError(Exception):
    """code: id of the message (``store.problem``); params: its values, never a password."""

    def __init__(self, code: str, **params: str | int) -> None:
        self.code = code
        self.params = {name: str(value) for name, value in params.items()}
        super().__init__(f"{code} {self.params}")


def shown(url: URL) -> str:
    """The store's address as it may be shown: a path for SQLite, else the URL without password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    plain = url.set(drivername=url.get_backend_name())
    return plain.render_as_string(hide_password=True)


def translate(error: BaseException, store: str) -> StoreError:
    """The StoreError for an exception of SQLAlchemy or of a driver."""
    cause: Any = error.orig if isinstance(error, DBAPIError) and error.orig else error
    code = _code(cause)
    lines = str(cause).strip().splitlines()
    reason = lines[0][:300] if lines else type(cause).__name__
    return StoreError(code, store=store, reason=reason)


def _code(cause: Any) -> str:
    if isinstance(cause, sqlite3.Error):
        return _sqlite_code(cause)
    state = getattr(cause, "sqlstate", None)
    if state is None:
        # psycopg gives no SQLSTATE when there is no server to give one
        lost = type(cause).__name__ == "OperationalError"
        return "store.unreachable" if lost else "store.failed"
    if state in POSTGRES_CODES:
        return POSTGRES_CODES[state]
    return "store.unreachable" if state[:2] in UNREACHABLE_CLASSES else "store.failed"


def _sqlite_code(cause: sqlite3.Error) -> str:
    extended = getattr(cause, "sqlite_errorcode", 0) or 0
    if "no such table" in str(cause):
        return "store.unprepared"
    return SQLITE_CODES.get(extended & 0xFF, "store.failed")

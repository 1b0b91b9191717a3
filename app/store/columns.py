# SPDX-License-Identifier: EUPL-1.2
"""Column types that hold the same on SQLite and PostgreSQL, and the door every text passes.

Text loses what a database cannot hold (NUL, lone surrogates). Instants are aware UTC datetimes; on
SQLite they are texts of fixed width, so that they sort by time. Keys compare by code point on both.
"""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine

ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def clean(text: str) -> str:
    """The text without NUL and with U+FFFD for lone surrogates: a last line of defence."""
    if "\0" in text:
        text = text.replace("\0", "")
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def plain(value: Any) -> Any:
    """A JSON value with every text in it cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(str(key)): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def dump(value: Any) -> str:
    """JSON text that both databases take."""
    text = ENCODE(value)
    if "\\u0000" in text or clean(text) is not text:
        text = ENCODE(plain(value))
    return text


def instant_text(moment: datetime) -> str:
    """The instant as text of fixed width in UTC. ValueError for a datetime without a zone."""
    if moment.tzinfo is UTC:
        return moment.isoformat(timespec="microseconds")
    if moment.tzinfo is None:
        raise ValueError("an instant needs a zone")
    try:
        return moment.astimezone(UTC).isoformat(timespec="microseconds")
    except OverflowError:  # the first and the last day of the calendar have no UTC everywhere
        return moment.replace(tzinfo=UTC).isoformat(timespec="microseconds")


class Words(TypeDecorator[str]):
    """Text of any length, cleaned."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text without what a database cannot hold."""
        return None if value is None else clean(value)


class Key(Words):
    """Text that is compared and sorted by code point on both databases."""

    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """PostgreSQL sorts by the locale of the database unless told otherwise."""
        if dialect.name == "postgresql":
            return Text(collation="C")
        return Text()


class Instant(TypeDecorator[datetime]):
    """An aware UTC datetime."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """timestamptz, or a text of fixed width where there is none."""
        if dialect.name == "postgresql":
            return DateTime(timezone=True)
        return String(32)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Refuses naive datetimes."""
        return None if value is None else instant_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Aware and in UTC whatever the server's zone is."""
        if value is None:
            return None
        read = datetime.fromisoformat(value) if isinstance(value, str) else value
        return read.astimezone(UTC)


class Json(TypeDecorator[Any]):
    """A JSON value; None is SQL NULL."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """jsonb where there is one."""
        if dialect.name == "postgresql":
            return JSONB(none_as_null=True)
        return JSON(none_as_null=True)


class Strings(Json):
    """A tuple of texts; the empty one is NULL, which keeps rows short."""

    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> Any:
        """A list, or NULL when there is nothing in it."""
        return list(value) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[str, ...]:
        """Always a tuple."""
        return tuple(value) if value else ()

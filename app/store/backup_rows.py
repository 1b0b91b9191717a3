# SPDX-License-Identifier: EUPL-1.2
"""Rows as lines of JSON that both databases give and take: an array of values a row.

Instants and days are ISO texts, JSON columns are texts that hold JSON, bytes are {"b64": …}.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

from sqlalchemy import Column, Table
from sqlmodel import Session

from app.store.columns import Json, dump, instant_text

LONGEST = 64_000_000  # characters of a row; a page's statements have a few thousand
BATCH = 1_000


class Broken(ValueError):
    """A line that is no row."""


def read_rows(session: Session, table: Table) -> Iterator[list[list[Any]]]:
    """The rows of a table in batches, as the session's snapshot has them."""
    connection = session.connection()
    names = ", ".join(_selected(column, connection.dialect.name) for column in table.columns)
    rows = connection.exec_driver_sql(
        f'SELECT {names} FROM "{table.name}"',  # noqa: S608 - our own names
        execution_options={"stream_results": True, "yield_per": BATCH},
    )
    for batch in rows.partitions(BATCH):
        yield [[_plain(value) for value in row] for row in batch]


def _selected(column: Column[Any], dialect: str) -> str:
    is_json = dialect == "postgresql" and isinstance(column.type, Json)
    return f'"{column.name}"::text' if is_json else f'"{column.name}"'


def _plain(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return {"b64": b64encode(value).decode()}
    if isinstance(value, datetime):
        return instant_text(value)
    return value.isoformat() if isinstance(value, date) else value


def lines(rows: Iterable[list[Any]]) -> bytes:
    """The rows as they stand in the file."""
    return "".join(f"{dump(row)}\n" for row in rows).encode()


def parse_rows(source: BinaryIO, width: int) -> Iterator[tuple[Any, ...]]:
    """Rows out of a file; Broken for a line that is none."""
    while line := source.readline(LONGEST):
        try:
            said = json.loads(line)
            if len(line) == LONGEST or not isinstance(said, list) or len(said) != width:
                raise ValueError("no row")
            yield tuple(map(_value, said))
        except (ValueError, RecursionError, TypeError) as error:
            raise Broken from error


def _value(said: Any) -> Any:
    if isinstance(said, dict):
        return b64decode(said.get("b64", 0), validate=True)
    if isinstance(said, list):
        raise Broken
    return said

# SPDX-License-Identifier: EUPL-1.2
"""Where blocked terms stand in the tables, and what their rows say without them.

Every text that a portal may have written is looked at, in whatever table; a new table is searched
too without a line here. Keys of ours, addresses the configuration gave and counts are not.
"""

import zlib
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, LargeBinary, Table, and_, select
from sqlmodel import Session

from app.store.columns import Json, Key, Words
from app.store.packing import pack, unpack
from app.store.sorting import sort_key
from app.store.tables import (
    METADATA,
    BlockedRow,
    CellRow,
    DatasetPersonRow,
    DatasetRow,
    PackRow,
    PortalRow,
    StateRow,
    table_of,
)
from harvesters.base.blocked import Guard
from harvesters.base.discreet import deep

PERSONS, DATASETS = table_of(DatasetPersonRow), table_of(DatasetRow)
OURS = frozenset(table_of(row) for row in (BlockedRow, CellRow, PackRow, StateRow))
CONFIGURED = {table_of(PortalRow): frozenset({"base", "title"})}
SAID_KEYS = frozenset({"identifier", "sort_title", "holding"})
Values = dict[str, Any]
Where = tuple[Any, ...]
Report = Callable[[int], None]
BATCH = 500


class Found(NamedTuple):
    """Primary keys of the rows that hold a term, by table, in the order they are to be changed."""

    table: Table
    keys: list[Where]


def tables() -> list[Table]:
    """Those that hold what portals said."""
    return [table for table in METADATA.sorted_tables if table not in OURS and said(table)]


def said(table: Table) -> list[Column[Any]]:
    """The columns that hold what a portal said."""
    skipped = CONFIGURED.get(table, frozenset())
    return [column for column in table.columns if column.name not in skipped and _is_said(column)]


def _is_said(column: Column[Any]) -> bool:
    if column.foreign_keys or column.primary_key:
        return False
    if isinstance(column.type, Key):
        return column.name in SAID_KEYS
    return isinstance(column.type, Words | Json | LargeBinary)


def scan(session: Session, guard: Guard, report: Report) -> Iterator[Found]:
    """The rows that hold a term. report: called with how many more rows were looked at."""
    for table in tables():
        keys = list(_holding(session, table, guard, report))
        if keys:
            yield Found(table, keys)


def datasets_of(session: Session, found: Found) -> set[str]:
    """The datasets that these rows belong to."""
    table = found.table
    columns = [DATASETS.c.id] if table is DATASETS else []
    columns += [c for c in table.columns if any(f.column is DATASETS.c.id for f in c.foreign_keys)]
    if not columns:
        return set()
    return {
        str(id)
        for key in found.keys
        for id in session.connection().execute(select(columns[0]).where(at(table, key))).scalars()
        if id is not None
    }


def at(table: Table, key: Where) -> ColumnElement[bool]:
    """The row with this primary key."""
    return and_(*(c == value for c, value in zip(table.primary_key.columns, key, strict=True)))


def _holding(session: Session, table: Table, guard: Guard, report: Report) -> Iterator[Where]:
    keys = list(table.primary_key.columns)
    asked = select(*keys, *said(table))
    options = {"stream_results": True, "yield_per": BATCH}
    rows = session.connection().execute(asked, execution_options=options)
    for batch in rows.partitions(BATCH):
        for row in batch:
            if _holds(table, guard, row[len(keys) :]):
                yield tuple(row[: len(keys)])
        report(len(batch))


def _holds(table: Table, guard: Guard, values: Any) -> bool:
    text = "\n".join(_texts(values))
    return guard.names(text) if table is PERSONS else guard.finds(text)


def _texts(values: Any) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, bytes | memoryview):
            yield _unpacked(bytes(value)) or ""
        elif isinstance(value, dict):
            yield from _texts(value.values())
        elif isinstance(value, list | tuple):
            yield from _texts(value)


def without(table: Table, guard: Guard, row: Values) -> Values:
    """The columns of a row that are to be others, with their masked values."""
    values = {column.name: row[column.name] for column in said(table)}
    masked = {name: _masked(guard, value) for name, value in values.items()}
    if masked != values:  # the words a reading was made of stand there one by one
        loose = guard.loosened
        masked |= {name: deep(loose, masked[name]) for name in masked if name.endswith("_raw")}
    if table is DATASETS and masked["title"] != row["title"]:
        masked["sort_title"] = sort_key(masked["title"])
    return {name: value for name, value in masked.items() if value != values[name]}


def _masked(guard: Guard, value: Any) -> Any:
    if not isinstance(value, bytes | memoryview):
        return deep(guard, value)
    text = _unpacked(bytes(value))
    if text is None or not guard.finds(text):
        return value
    return pack(guard.masked(text))


def _unpacked(packed: bytes) -> str | None:
    """None for bytes that are no packed text."""
    try:
        return unpack(packed)
    except (zlib.error, UnicodeDecodeError):
        return None

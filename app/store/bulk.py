# SPDX-License-Identifier: EUPL-1.2
"""Many rows at once: executemany on SQLite, COPY on PostgreSQL; one statement a batch."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy import delete as delete_from
from sqlmodel import Session, SQLModel

from app.store.tables import table_of

T = TypeVar("T")
BATCH = 250  # more at once costs memory and wins nothing
NAMED = 1_000  # ids named in one statement; SQLite allows 32,766 parameters


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Lists of at most ``size`` items."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def insert(
    session: Session,
    into: type[SQLModel],
    columns: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
) -> None:
    """Inserts rows of values that the drivers take as they are (app.store.encoding)."""
    if rows:
        insert_into(session.connection(), table_of(into).name, columns, rows)


def insert_into(
    connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """The same into a table that is named; names must be known to be names."""
    names = ", ".join(f'"{column}"' for column in columns)
    target = f'"{table}" ({names})'
    if connection.dialect.name == "postgresql":
        _copy(connection, target, rows)
        return
    marks = ", ".join("?" * len(columns))
    # names are our own columns, values are parameters
    connection.exec_driver_sql(f"INSERT INTO {target} VALUES ({marks})", list(rows))  # noqa: S608


def _copy(connection: Connection, target: str, rows: Sequence[tuple[Any, ...]]) -> None:
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {target} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def update(
    session: Session,
    table: type[SQLModel],
    columns: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
) -> None:
    """Sets the columns of rows found by id; each tuple holds the values and, last, the id."""
    if not rows:
        return
    connection = session.connection()
    mark = "%s" if connection.dialect.name == "postgresql" else "?"
    settings = ", ".join(f'"{column}" = {mark}' for column in columns)
    name = table_of(table).name
    connection.exec_driver_sql(
        f'UPDATE "{name}" SET {settings} WHERE "id" = {mark}',  # noqa: S608 - our own names
        list(rows),
    )


def delete(session: Session, table: type[SQLModel], ids: Iterable[str]) -> None:
    """Deletes what belongs to these datasets."""
    column = table_of(table).c.dataset
    for batch in batches(ids, NAMED):
        session.connection().execute(delete_from(table_of(table)).where(column.in_(batch)))

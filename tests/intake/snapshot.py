# SPDX-License-Identifier: EUPL-1.2
"""All that a store holds of what portals said, without when and by which run: for comparing."""

from typing import Any

from sqlalchemy import select, text

from app.store import Store
from app.store.packing import unpack
from app.store.tables import (
    METADATA,
    CatalogueRow,
    CellRow,
    DatasetPersonRow,
    DatasetRow,
    DatasetSourceRow,
    DistributionRow,
    FindingRow,
    ServiceRow,
    StandardUseRow,
    table_of,
)

VOLATILE = {"first_seen", "changed_at", "run", "missing_since"}
TABLES: tuple[Any, ...] = (
    *(DatasetRow, DatasetSourceRow, DatasetPersonRow, DistributionRow, ServiceRow),
    *(StandardUseRow, CatalogueRow, CellRow),
)
Snapshot = dict[str, list[tuple[str, ...]]]


def snapshot(store: Store) -> Snapshot:
    """Every row as text, in a fixed order."""
    found: Snapshot = {}
    with store.session() as session:
        for row in TABLES:
            table = table_of(row)
            columns = [
                column.is_(None) if column.name == "retired_at" else column
                for column in table.c
                if column.name not in VOLATILE
            ]
            rows = session.connection().execute(select(*columns))
            found[table.name] = sorted(tuple(map(repr, each)) for each in rows)
        c = table_of(FindingRow).c
        rows = session.connection().execute(select(c.dataset, c.portal, c.code, c.subject))
        found["finding"] = sorted(tuple(map(repr, each)) for each in rows)
    return found


def faults(store: Store) -> list[str]:
    """What the database itself finds wrong; PostgreSQL checks its keys at every statement."""
    if store.engine.dialect.name != "sqlite":
        return []
    with store.session() as session:
        connection = session.connection()
        whole = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check"))]
        keys = [str(row) for row in connection.execute(text("PRAGMA foreign_key_check"))]
    return [line for line in whole if line != "ok"] + keys


def everything(store: Store) -> str:
    """All texts of all tables but those of live persons, packed ones unpacked, for searching."""
    parts: list[str] = []
    with store.session() as session:
        for table in METADATA.sorted_tables:
            if table.name == "dataset_person":
                continue
            for row in session.connection().execute(select(table)):
                parts += [unpack(v) if isinstance(v, bytes) else str(v) for v in row]
    return "\n".join(parts)

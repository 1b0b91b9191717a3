# SPDX-License-Identifier: EUPL-1.2
"""Rewrites the database, so that what was deleted, now or earlier, is not left in its files.

SQLite: VACUUM, then the log is written back and cut to nothing. PostgreSQL: VACUUM FULL; what its
log, replicas and backups of its own still hold is the database administrator's to end.
"""

import time
from typing import Any

from app.store.errors import StoreError
from app.store.forget_scan import tables
from app.store.session import Store

PATIENCE = 30.0
PAUSE = 0.2


def compact(store: Store, patience: float = PATIENCE) -> None:
    """Waits for readers up to ``patience`` seconds; StoreError ``store.locked`` after that."""
    with store.errors():
        if store.engine.dialect.name == "postgresql":
            _compact_postgres(store)
        else:
            _compact_sqlite(store, time.monotonic() + patience)


def _compact_postgres(store: Store) -> None:
    engine = store.engine.execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for table in tables():
            connection.exec_driver_sql(f'VACUUM (FULL, ANALYZE) "{table.name}"')


def _compact_sqlite(store: Store, deadline: float) -> None:
    connection: Any = store.engine.raw_connection()
    try:
        connection.execute("PRAGMA query_only = OFF")
        connection.execute("VACUUM")
        while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            if time.monotonic() > deadline:
                raise StoreError("store.locked", store=store.name)
            time.sleep(PAUSE)
    finally:
        connection.close()

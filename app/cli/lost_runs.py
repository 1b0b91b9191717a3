# SPDX-License-Identifier: EUPL-1.2
"""Runs whose process is gone are ended before a person looks at them (promise H2)."""

from contextlib import suppress

from app.cli.desk import Desk
from app.store import StoreError, run_writes


def end_lost_runs(desk: Desk) -> None:
    """No list shows a run as running that nobody is at. A locked or full store is read as it is."""
    with suppress(StoreError):
        with desk.store.session() as session:
            found = run_writes.has_stale(session)
        if found:
            with desk.store.transaction() as session:
                run_writes.mark_stale(session)

# SPDX-License-Identifier: EUPL-1.2
"""Runs whose process is gone are ended before a reader looks at them (promise H2)."""

from contextlib import suppress
from threading import Lock, Thread

from app.store import Store, StoreError, run_writes
from app.web.desk import close_session, desk, session

PATIENCE = 0.5
_ending = Lock()


def end_lost_runs() -> None:
    """No page shows a run as going on that nobody is at; one statement while there is none.

    Call it before anything else is read. A store that takes no writes, or is being written to for
    long, is shown as it is.
    """
    if not run_writes.has_stale(session()) or not _ending.acquire(blocking=False):
        return
    worker = Thread(target=_end, args=(desk().store,), daemon=True)
    worker.start()
    worker.join(PATIENCE)
    close_session()  # what is read from here on is the state after it


def _end(store: Store) -> None:
    try:
        with suppress(StoreError), store.transaction() as opened:
            run_writes.mark_stale(opened)
    finally:
        _ending.release()

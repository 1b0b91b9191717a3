# SPDX-License-Identifier: EUPL-1.2
"""What the store knows of a due time: whether it was served, and runs that nobody ends.

The store is the only memory: it outlives restarts and is the same for all who share it.
"""

from contextlib import suppress
from datetime import datetime, timedelta

from app.model import Run
from app.scheduler.plan import Order
from app.store import Store, run_queries, run_writes

TRIES = 3
"""A run that was cut off is made up, but one that ends its own process is not tried for ever."""

_INTERRUPTED = frozenset({"run.stopped", "run.owner_lost"})
_AHEAD = timedelta(minutes=5)
_LOOKED_AT = 20


def is_served(store: Store, order: Order, now: datetime) -> bool:
    """Whether a run of the portal began after the due time and came to an end of its own.

    Whoever started it counts. Runs from the future, left by a clock that was wrong, do not.
    StoreError.
    """
    with store.session() as session:
        last = run_queries.history(session, order.entry.portal, _LOOKED_AT)
    since = [run for run in last if run.started and order.due <= run.started <= now + _AHEAD]
    ended = [run for run in since if run.state != "running"]
    return len(ended) >= TRIES or any(not _was_interrupted(run) for run in ended)


def rests_until(store: Store, order: Order) -> datetime | None:
    """Until when the portal itself asked to be left alone (Retry-After) in its last run, if ever.

    StoreError.
    """
    with store.session() as session:
        runs = run_queries.history(session, order.entry.portal, _LOOKED_AT)
    last = next((run for run in runs if run.state != "running"), None)
    for note in last.notes if last else ():
        if note.code == "network.later":
            with suppress(ValueError):
                return datetime.fromisoformat(note.params.get("until", ""))
    return None


def end_lost_runs(store: Store) -> int:
    """Ends the runs of processes that are gone (promise H2); StoreError."""
    with store.transaction() as session:
        return run_writes.mark_stale(session)


def _was_interrupted(run: Run) -> bool:
    return run.state == "failed" and bool(run.notes) and run.notes[0].code in _INTERRUPTED

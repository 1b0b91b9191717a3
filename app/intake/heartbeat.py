# SPDX-License-Identifier: EUPL-1.2
"""Says while a run works that it is alive, so that nobody else takes its portal over (H5)."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from app.store import Store, StoreError, run_writes

EVERY = 8.0


@contextmanager
def heartbeat(
    store: Store, run: int, clock: Callable[[], datetime], every: float = EVERY
) -> Iterator[None]:
    """Beats in a thread of its own until the block ends; a locked store skips one beat."""
    done = threading.Event()

    def beat() -> None:
        while not done.wait(every):
            try:
                with store.transaction() as session:
                    run_writes.beat(session, run, clock())
            except StoreError:
                continue

    thread = threading.Thread(target=beat, name=f"heartbeat-{run}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()

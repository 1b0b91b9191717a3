# SPDX-License-Identifier: EUPL-1.2
"""What is made of the whole store (search index, dump, what SPARQL asks) follows it, but calmly.

Making it after every run would cost more than the runs. It is made when the store has stood still
for one look, or has been ahead for long, whoever changed it: on every machine, since each keeps its
own.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from app.scheduler.child import watch
from app.store import Store, StoreError, state_queries

_LATEST = 600.0
_CEILING = timedelta(hours=2)


@dataclass
class Renewal:
    """command: makes it anew and ends. clock: seconds that only grow."""

    store: Store
    command: Sequence[str]
    is_stopping: Callable[[], bool]
    troubled: Callable[[StoreError | OSError], None]
    clock: Callable[[], float] = time.monotonic
    _made: int | None = None
    _seen: int | None = None
    _ahead_since: float | None = None

    def look(self) -> None:
        """Makes it anew if it is time to; raises nothing."""
        try:
            with self.store.session() as session:
                generation = state_queries.generation(session)
            if self._is_time(generation):
                watch(self.command, _CEILING, self.is_stopping)
                self._made, self._ahead_since = generation, None
        except (StoreError, OSError) as error:
            self.troubled(error)

    def _is_time(self, generation: int) -> bool:
        before, self._seen = self._seen, generation
        if generation == self._made:
            return False
        now = self.clock()
        self._ahead_since = now if self._ahead_since is None else self._ahead_since
        return generation == before or now - self._ahead_since >= _LATEST

# SPDX-License-Identifier: EUPL-1.2
"""Both databases, set as an ordinary server has them, and the processor time each of them takes."""

import os
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from app.store import Store, open_store, prepare
from tests import postgres

ORDINARY = "-c max_connections=40 -c shared_buffers=128MB"  # fsync and the rest as they come
TICKS = os.sysconf("SC_CLK_TCK")
SLOWER = 1 / 1.5  # PostgreSQL may take so much longer


class Database(NamedTuple):
    """An empty database. server: processor seconds of its server so far, 0.0 where it has none."""

    name: str
    url: str
    server: Callable[[], float]

    def spent(self) -> float:
        """Processor seconds of this process, of its children that have ended, and of the server."""
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.process_time() + ended.ru_utime + ended.ru_stime + self.server()

    @contextmanager
    def prepared(self) -> Iterator[Store]:
        """The store with its tables."""
        store = open_store(self.url)
        try:
            prepare(store)
            yield store
        finally:
            store.close()


@contextmanager
def both(folder: Path) -> Iterator[Callable[[str], tuple[Database, ...]]]:
    """Gives SQLite and PostgreSQL, each with a new database of that name, as often as asked."""
    with postgres.started(ORDINARY) as cluster:
        leader = int((cluster.folder / "data" / "postmaster.pid").read_text().split()[0])

        def make(name: str) -> tuple[Database, ...]:
            postgres.create(cluster, name)
            return (
                Database("SQLite", f"sqlite:///{folder}/{name}.sqlite", lambda: 0.0),
                Database("PostgreSQL", cluster.url(name), lambda: _served(leader)),
            )

        yield make


def _served(leader: int) -> float:
    """Of its children that run, to the nanosecond; of those that ended, to the tick."""
    found = 0.0
    for task in Path(f"/proc/{leader}/task").glob("*/children"):
        for child in task.read_text().split():
            try:
                found += int(Path(f"/proc/{child}/schedstat").read_text().split()[0]) / 1e9
            except OSError:  # it has just ended
                continue
    ended = Path(f"/proc/{leader}/stat").read_text().rpartition(")")[2].split()[13:15]
    return found + sum(map(int, ended)) / TICKS

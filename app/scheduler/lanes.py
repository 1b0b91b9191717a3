# SPDX-License-Identifier: EUPL-1.2
"""Lanes on one machine: several runs at once, never two at the same scheme, host and port.

A file lock a lane tells other processes of this machine which hosts are taken; it ends with the
process that holds it, however that ends.
"""

import fcntl
import hashlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.scheduler.plan import Order

_AGAIN = 2.0
"""Seconds after which a lane that another process holds is tried again."""


@dataclass
class Lanes:
    """Orders that wait and the lanes that are taken. work: serves one order, raises nothing.

    folder: of the file locks, shared by the processes of this machine.
    """

    width: int
    folder: Path
    work: Callable[[Order], None]
    _waiting: list[Order] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _closed: bool = False
    _threads: list[threading.Thread] = field(default_factory=list)

    def open(self) -> None:
        """Starts the threads that serve orders, one a lane."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for number in range(self.width):
            thread = threading.Thread(target=self._serve, name=f"lane-{number}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def add(self, order: Order) -> None:
        """Lets an order wait for its lane; a portal that waits already waits once."""
        with self._changed:
            portals = {waiting.entry.portal for waiting in self._waiting}
            if not self._closed and order.entry.portal not in portals:
                self._waiting.append(order)
                self._changed.notify()

    def close(self, patience: float) -> None:
        """Forgets what waits and gives the runs at work so many seconds to end."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._changed.notify_all()
        for thread in self._threads:
            thread.join(patience)

    def _serve(self) -> None:
        while (order := self._next()) is not None:
            try:
                with taken(self.folder, order.entry.lane) as ours:
                    if ours:
                        self.work(order)
            finally:
                self._leave(order)
            if not ours:
                self._wait_for_other(order)

    def _next(self) -> Order | None:
        """The oldest order whose lane is free; None when the lanes are closed."""
        with self._changed:
            while not self._closed:
                for order in self._waiting:
                    if order.entry.lane not in self._taken:
                        self._waiting.remove(order)
                        self._taken.add(order.entry.lane)
                        return order
                self._changed.wait()
        return None

    def _leave(self, order: Order) -> None:
        with self._changed:
            self._taken.discard(order.entry.lane)
            self._changed.notify_all()

    def _wait_for_other(self, order: Order) -> None:
        """Puts the order behind the others: another process is at this host."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed, timeout=_AGAIN)
        self.add(order)


@contextmanager
def taken(folder: Path, lane: str) -> Iterator[bool]:
    """Holds the lock of a lane; gives False where another process of this machine holds it."""
    name = hashlib.sha256(lane.encode()).hexdigest()[:20]
    with (folder / f"{name}.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True

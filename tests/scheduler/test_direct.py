# SPDX-License-Identifier: EUPL-1.2
"""Timetables of one machine: lanes at once, hosts one at a time, ends within seconds."""

import signal
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.scheduler.lanes import Lanes, taken
from app.scheduler.plan import Order
from app.store import Store, run_queries
from tests.scheduler.portals import Host, machines, runs, wait_until, write_config
from tests.scheduler.test_plan import DUE, ENTRY


def order(portal: str, lane: str) -> Order:
    """An order of a portal at a host."""
    return Order(replace(ENTRY, portal=portal, lane=lane), DUE)


class Work:
    """Notes who was at work at once, for each lane and in all."""

    def __init__(self) -> None:
        self.now: list[str] = []
        self.done: list[str] = []
        self.most, self.clash = 0, False
        self.lock = threading.Lock()

    def __call__(self, order: Order) -> None:
        """Serves an order."""
        with self.lock:
            self.clash |= order.entry.lane in self.now
            self.now.append(order.entry.lane)
            self.most = max(self.most, len(self.now))
        time.sleep(0.05)
        with self.lock:
            self.now.remove(order.entry.lane)
            self.done.append(order.entry.portal)


def test_several_at_once_but_one_for_each_host(tmp_path: Path) -> None:
    work = Work()
    lanes = Lanes(3, tmp_path, work)
    lanes.open()
    names = [f"p{number}" for number in range(12)]
    for number, name in enumerate(names):
        lanes.add(order(name, f"http://host-{number % 4}:80"))
    wait_until(lambda: len(work.done) == 12)
    lanes.close(5)
    assert sorted(work.done) == sorted(names)
    assert (work.most, work.clash) == (3, False)


def test_many_portals_of_one_host_leave_lanes_to_others(tmp_path: Path) -> None:
    work = Work()
    lanes = Lanes(2, tmp_path, work)
    for number in range(5):
        lanes.add(order(f"p{number}", "http://busy:80"))
    lanes.add(order("other", "http://other:80"))
    lanes.open()
    wait_until(lambda: len(work.done) == 6)
    lanes.close(5)
    assert work.done.index("other") < 2


def test_a_host_that_another_process_asks_is_waited_for(tmp_path: Path) -> None:
    work = Work()
    lanes = Lanes(1, tmp_path, work)
    with taken(tmp_path, "http://a:80") as ours:
        assert ours
        lanes.open()
        lanes.add(order("a", "http://a:80"))
        lanes.add(order("b", "http://b:80"))
        wait_until(lambda: work.done == ["b"])
    wait_until(lambda: work.done == ["b", "a"])
    lanes.close(5)


def test_what_waits_is_forgotten_at_the_end(tmp_path: Path) -> None:
    work = Work()
    lanes = Lanes(1, tmp_path, work)
    for number in range(50):
        lanes.add(order(f"p{number}", "http://a:80"))
    lanes.open()
    wait_until(lambda: bool(work.done))
    lanes.close(5)
    assert len(work.done) < 10


def test_a_bad_portal_costs_itself_and_the_end_is_polite(
    tmp_path: Path, sqlite_store: Store, host: Callable[..., Host]
) -> None:
    """One portal does not answer and is at work when SIGTERM comes; the others are served."""
    good, slow = host(), host()
    slow.go_on.clear()
    config = write_config(tmp_path, {"gut": (good, ""), "still": (slow, ""), "auch": (good, "")})
    with machines(config, f"sqlite:///{sqlite_store.name}") as (process,):
        assert slow.waited.wait(30)
        wait_until(lambda: [end for _, end in runs(sqlite_store)].count("complete") == 2)
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
        assert time.monotonic() - began < 45
    assert sorted(runs(sqlite_store)) == [
        ("auch", "complete"),
        ("gut", "complete"),
        ("still", "failed"),
    ]
    with sqlite_store.session() as session:
        last = run_queries.latest(session, "still")
    assert last is not None
    assert last.notes[0].code == "run.stopped"


def test_a_restart_makes_up_what_was_cut_off_and_nothing_else(
    tmp_path: Path, sqlite_store: Store, host: Callable[..., Host]
) -> None:
    """The process is killed by SIGKILL; its run ends by itself, since its owner is gone."""
    good, slow = host(), host()
    slow.go_on.clear()
    config = write_config(tmp_path, {"gut": (good, ""), "still": (slow, "")})
    url = f"sqlite:///{sqlite_store.name}"
    with machines(config, url) as (process,):
        assert slow.waited.wait(30)
        wait_until(lambda: ("gut", "complete") in runs(sqlite_store))
        process.kill()
        wait_until(lambda: ("still", "failed") in runs(sqlite_store))
    slow.go_on.set()
    (tmp_path / "machine-0").rename(tmp_path / "before")
    with machines(config, url) as (process,):
        wait_until(lambda: ("still", "complete") in runs(sqlite_store))
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
    assert [portal for portal, _ in runs(sqlite_store)].count("gut") == 1
    assert good.asked == {"/gut.ttl": 1}

# SPDX-License-Identifier: EUPL-1.2
"""Several timetables on one PostgreSQL: each due time is served exactly once, and none is lost."""

import signal
from collections.abc import Callable
from pathlib import Path

import psutil

from app.store import Store
from tests.scheduler.portals import Host, is_alive, machines, runs, said, wait_until, write_config


def test_three_timetables_serve_each_due_time_once(
    tmp_path: Path, postgres: Store, postgres_url: str, host: Callable[..., Host]
) -> None:
    """Twelve portals on eight hosts; those that share a host are never asked at once."""
    hosts = [host(pause=0.2) for _ in range(8)]
    names = [f"portal-{number}" for number in range(12)]
    portals = {name: (hosts[number % 8], "") for number, name in enumerate(names)}
    config = write_config(tmp_path, portals)
    with machines(config, postgres_url, 3) as processes:
        wait_until(lambda: len([end for _, end in runs(postgres) if end != "running"]) >= 12, 60)
        for process in processes:
            process.send_signal(signal.SIGTERM)
        assert [process.wait(20) for process in processes] == [0, 0, 0]
    done = runs(postgres)
    assert sorted(done) == sorted((name, "complete") for name in names)
    assert {host.most for host in hosts} == {1}
    assert sum(sum(host.asked.values()) for host in hosts) == 12
    told = [line for line in said(config) if line["event"] == "run"]
    assert sorted(line["portal"] for line in told) == sorted(names)
    assert not [line for line in said(config) if line["event"] == "trouble"]


def test_what_a_killed_machine_was_at_another_does(
    tmp_path: Path, postgres: Store, postgres_url: str, host: Callable[..., Host]
) -> None:
    """SIGKILL in the middle of a run: no run stays behind, the portal is harvested elsewhere."""
    one = host()
    one.go_on.clear()
    config = write_config(tmp_path, {"allein": (one, "")})
    quick = {"heartbeat": 0.5, "stalled": 3, "tend": 1, "again": 1, "poll": 0.5}
    with machines(config, postgres_url, 2, **quick) as processes:
        assert one.waited.wait(60)
        said_by = [config.parent / f"machine-{number}" for number in range(2)]
        at_work = next(number for number, process in enumerate(processes) if _children(process.pid))
        children = _children(processes[at_work].pid)
        processes[at_work].kill()
        wait_until(lambda: not any(is_alive(child) for child in children))
        one.go_on.set()
        wait_until(lambda: ("allein", "complete") in runs(postgres))
        processes[1 - at_work].send_signal(signal.SIGTERM)
        assert processes[1 - at_work].wait(20) == 0
    assert runs(postgres) == [("allein", "failed"), ("allein", "complete")]
    assert "run" in (said_by[1 - at_work] / "said").read_text("utf-8")


def _children(parent: int) -> list[int]:
    return [child.pid for child in psutil.Process(parent).children()]

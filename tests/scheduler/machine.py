# SPDX-License-Identifier: EUPL-1.2
"""A machine that follows the timetable as ``schedule`` does, with runs that only ask and note.

``python -m tests.scheduler.machine CONFIG URL PACE`` is the machine, with ``PORTAL`` for PACE a run
of it. The runs leave out what makes a harvest dear, so that many fit into a test.
"""

import json
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import urlopen

from app.config import load
from app.intake.heartbeat import heartbeat
from app.model import Finding, Run
from app.scheduler import direct
from app.scheduler.child import BUSY, Ended
from app.scheduler.owner import end_with_owner
from app.scheduler.plan import entries
from app.scheduler.service import Service
from app.store import StoreError, open_store, portal_writes, run_writes
from harvesters.base.record import Portal


def note(**told: object) -> None:
    """One line of JSON."""
    print(json.dumps(told), flush=True)


def utc_now() -> datetime:
    """This instant."""
    return datetime.now(UTC)


def follow(config: Path, url: str, pace: dict[str, float]) -> None:
    """Harvests by the clock until SIGTERM."""
    settings = load(config, {})

    def tell(ended: Ended) -> None:
        note(event="run", portal=ended.order.entry.portal, end=ended.end)

    def troubled(error: StoreError | OSError) -> None:
        note(event="trouble", error=str(error))

    service = Service(
        plan=entries(settings),
        store=open_store(url),
        folder=settings.store.folder,
        command=(sys.executable, "-m", "tests.scheduler.machine", str(config), url),
        renew=(sys.executable, "-c", "pass"),
        tell=tell,
        troubled=troubled,
        lanes=settings.timetable.lanes,
    )
    signal.signal(signal.SIGTERM, lambda *_: service.stopping.set())
    if url.startswith("sqlite"):
        direct.follow(service)
        return
    from app.scheduler import queue

    queue.follow(service, url, queue.Pace(**pace))  # type: ignore[arg-type]


def stop(*_: object) -> None:
    """As a run hears that it shall end."""
    raise KeyboardInterrupt


def run(config: Path, url: str, name: str) -> int:
    """One run: begun, asked, ended."""
    signal.signal(signal.SIGTERM, stop)
    end_with_owner()
    block = load(config, {}).portal(name)
    assert block is not None
    store = open_store(url)
    try:
        with store.transaction() as session:
            portal_writes.remember(session, Portal(name, "dcat", block.url, block.url))
            number = run_writes.start(session, name, f"trial:{os.getpid()}")
    except StoreError:
        return BUSY
    ended = Run(name, state="complete")
    try:
        with heartbeat(store, number, utc_now), urlopen(block.url, timeout=300) as answer:
            answer.read()
    except KeyboardInterrupt:
        ended = Run(name, state="failed", notes=(Finding("run.stopped", name),))
    with store.transaction() as session:
        run_writes.finish(session, number, ended)
    note(portal=name, state=ended.state)
    store.close()
    return 0


if __name__ == "__main__":
    file, address, last = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    if last.startswith("{"):
        follow(file, address, json.loads(last))
    else:
        sys.exit(run(file, address, last))

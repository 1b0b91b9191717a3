# SPDX-License-Identifier: EUPL-1.2
"""Harvest and web at once, on both databases: what one client of the server waits while a run of
ten thousand datasets goes on, and while somebody holds the store's lock for writing.

Time is the wall's, because waiting is what is measured: neighbours of the machine are in it.
"""

import http.client
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from app.cli.ports import next_free
from app.store import open_store, state_writes
from tests.bench import served
from tests.bench.databases import Database, both
from tests.bench.figure import Figure

HOST = "127.0.0.1"
FIRST, PAGES = 10, 100  # of about a hundred datasets each
PATIENCE = 0.5  # seconds at p95
READY = 60.0
PAUSE = 0.03  # seconds between two questions: one in four is held to ten a second
PATHS = (
    *("/", "/suche?q=karte", "/suche?q=daten&format=CSV", "/kommunen", "/musterdatensaetze"),
    *("/vergleich/haeufigste-datenbestaende", "/vergleich/lizenzen-je-kommune", "/lizenzen"),
    *("/api/v1/datasets?q=karte", "/api/v1/compare/offenheit", "/api/v1/portals", "/portal/first"),
    *("/api/3/action/package_search?q=karte", "/catalog.ttl?page=1", "/feed.atom", "/healthz"),
)


class Waits(NamedTuple):
    """Seconds of each answer, and those that were none: path and status or error."""

    seconds: list[float]
    failed: list[str]

    def line(self, name: str) -> Iterator[Figure]:
        """What is told of them."""
        times = sorted(self.seconds)
        middle, high = times[len(times) // 2], times[int(len(times) * 0.95)]
        note = f"p50 {middle * 1000:.0f} ms, p95 {high * 1000:.0f} ms, worst {times[-1]:.2f} s"
        note += f", load {os.getloadavg()[0]:.0f}"
        yield Figure(f"answers at p95, {name}", 1 / high, "per s", 1 / PATIENCE, note)
        well = 100 * (1 - len(self.failed) / len(times))
        note = f"{len(times):,} asked; {', '.join(sorted(set(self.failed))[:3])}"
        yield Figure(f"answers without an error, {name}", well, "%", 100, note)


def measure() -> Iterator[Figure]:
    """Waits and errors of one client, during a harvest and beside a lock."""
    page = served.light_page()
    with tempfile.TemporaryDirectory() as at, both(Path(at)) as make:
        for database in make("serving"):
            folder = Path(at) / database.name
            folder.mkdir()
            yield from _one(database, folder, page)


def _one(database: Database, folder: Path, page: bytes) -> Iterator[Figure]:
    served.configure(folder, database.url)
    with served.portal(folder / "first", page, FIRST) as here:
        served.run(served.command(folder, here, portal="first"))
    with _server(folder) as port, served.portal(folder / "www", page, PAGES) as here:
        with subprocess.Popen(  # noqa: S603
            served.command(folder, here), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as harvest:
            waits = _ask(port, lambda: harvest.poll() is None)
        if harvest.returncode:
            raise RuntimeError(f"the harvest ended with {harvest.returncode}")
        yield from waits.line(f"harvest of {PAGES} pages, {database.name}")
        store = open_store(database.url)
        with store.transaction() as session:
            state_writes.bump_generation(session)
            rounds = iter([True] * 2 * len(PATHS))
            waits = _ask(port, lambda: next(rounds, False))
        store.close()
        yield from waits.line(f"store locked, {database.name}")


@contextmanager
def _server(folder: Path) -> Iterator[int]:
    """The port of the web as an operator starts it, once it is ready."""
    port = next_free(HOST)
    program = Path(sys.executable).with_name("datenspiegel")
    command = [str(program), "--config", str(folder / "config.toml"), "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as web:  # noqa: S603
        try:
            end = time.monotonic() + READY
            while _asked(port, "/readyz") != "200":
                if time.monotonic() > end:
                    raise RuntimeError("the server was not ready in time")
                time.sleep(0.2)
            yield port
        finally:
            web.terminate()


def _ask(port: int, wanted: Callable[[], bool]) -> Waits:
    """One client, one request after the other, as long as it is wanted."""
    waits = Waits([], [])
    for path in cycle(PATHS):
        if not wanted():
            return waits
        start = time.perf_counter()
        said = _asked(port, path)
        waits.seconds.append(time.perf_counter() - start)
        time.sleep(PAUSE)
        if said != "200":
            waits.failed.append(f"{path} {said}")
    return waits


def _asked(port: int, path: str) -> str:
    """The status of an answer that was read to its end; what went wrong if there is none."""
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        return str(answer.status)
    except OSError as error:
        return type(error).__name__
    finally:
        connection.close()

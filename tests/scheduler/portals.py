# SPDX-License-Identifier: EUPL-1.2
"""Portals on loopback that count who asks them and how many at once, and processes that ask."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import psutil

from app.store import Store, run_queries
from tests.conftest import ROOT
from tests.intake.making import catalogue, dataset


class Host:
    """A host with several catalogues. asked: how often each; most: requests at once, ever.

    go_on: while it is not set, answers wait for it.
    """

    def __init__(self, pause: float = 0.0) -> None:
        self.asked: dict[str, int] = {}
        self.most, self.pause, self._now = 0, pause, 0
        self.go_on, self.waited = threading.Event(), threading.Event()
        self.go_on.set()
        self._lock = threading.Lock()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        self.port: int = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def url(self, name: str) -> str:
        """The catalogue of this name."""
        return f"http://127.0.0.1:{self.port}/{name}.ttl"

    def answer(self, path: str) -> bytes:
        """A catalogue with two datasets, after a pause in which others might ask, too."""
        with self._lock:
            self.asked[path] = self.asked.get(path, 0) + 1
            self._now += 1
            self.most = max(self.most, self._now)
        time.sleep(self.pause)
        if not self.go_on.is_set():
            self.waited.set()
            self.go_on.wait(240)
        with self._lock:
            self._now -= 1
        return catalogue([dataset(1), dataset(2)]).encode()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        host = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/robots.txt":
                    self.send_error(404)
                    return
                body = host.answer(self.path)
                try:
                    self.send_response(200)
                    self.send_header("Content-Type", "text/turtle")
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                except OSError:
                    return  # whoever asked is dead

            def log_message(self, *given: object) -> None:
                """Nothing."""

        return Handler

    def close(self) -> None:
        """Ends the server."""
        self.go_on.set()
        self.server.shutdown()
        self.server.server_close()


def write_config(
    folder: Path, portals: dict[str, tuple[Host, str]], minutes_ago: int = 5, **timetable: object
) -> Path:
    """A configuration whose portals were due some minutes ago, once a day.

    portals: id -> host and cron schedule, empty for that of the timetable.
    """
    due = datetime.now(UTC) - timedelta(minutes=minutes_ago)
    given = {"schedule": f"{due.minute} {due.hour} * * *", "timezone": "UTC", "jitter_s": 0}
    lines = ["[timetable]", *(f"{key} = {json.dumps(value)}" for key, value in
                              {**given, **timetable}.items())]  # fmt: skip
    hosts = sorted({f"127.0.0.1:{host.port}" for host, _ in portals.values()})
    lines += ["[harvest]", f"allow_private = {json.dumps(hosts)}"]
    lines += ["[store]", 'folder = "data"']
    for name, (host, schedule) in portals.items():
        lines += ["[[portal]]", f'id = "{name}"', 'kind = "dcat"', f'url = "{host.url(name)}"']
        lines += ["enabled = true", f'schedule = "{schedule}"']
    file = folder / "config.toml"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


@contextmanager
def machines(
    config: Path, url: str, count: int = 1, **pace: float
) -> Iterator[list["subprocess.Popen[str]"]]:
    """So many machines with a folder of its own each; killed at the end."""
    started = []
    for number in range(count):
        folder = config.parent / f"machine-{number}"
        folder.mkdir()
        own = folder / "config.toml"
        own.write_text(config.read_text("utf-8"), "utf-8")
        words = ["-m", "tests.scheduler.machine", str(own), url, json.dumps(pace)]
        with (folder / "said").open("w") as output:
            started.append(
                subprocess.Popen(
                    [sys.executable, *words],
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    env={**os.environ, "PYTHONPATH": str(ROOT)},
                    text=True,
                )
            )
    try:
        yield started
    finally:
        for process in started:
            process.kill()
            process.wait()


def said(config: Path) -> list[dict[str, Any]]:
    """What all processes have said so far; whatever is not JSON is shown by the failure."""
    lines = []
    for file in sorted(config.parent.glob("machine-*/said")):
        lines += [line for line in file.read_text("utf-8").splitlines() if line.strip()]
    return [json.loads(line) for line in lines]


def runs(store: Store) -> list[tuple[str, str]]:
    """Portal and state of every run, in the order they began."""
    with store.session() as session:
        history = run_queries.history(session, limit=1_000)
        return [(run.portal, run.state) for run in reversed(history)]


def wait_until(true: Callable[[], bool], seconds: float = 300.0) -> None:
    """Returns when it is true; fails when that takes too long."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "this took too long"
        time.sleep(0.1)


def is_alive(process: int) -> bool:
    """Whether a process does anything yet; one that nobody has asked for its status does not."""
    try:
        return psutil.Process(process).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False

# SPDX-License-Identifier: EUPL-1.2
"""``up`` shows the demonstration once, ``demo remove`` takes it away for good; ports."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from app.cli import demo, serve
from app.cli.commands import group
from app.cli.ports import address
from app.demonstration import portal
from app.model.demonstration import PORTAL
from app.store import open_store, portal_queries, run_queries, state_queries
from tests.builders import dataset, harvest

Running = Callable[..., Result]


class Served:
    """Stands in for the web server and remembers how it was started."""

    started: list[dict[str, Any]] = []

    def __init__(self, target: str, **settings: Any) -> None:
        self.started.append(settings | {"site": os.environ.get("DATENSPIEGEL_SITE_URL")})

    def serve(self) -> None:
        """Serves nothing."""


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """How the web server was started, in this test."""
    monkeypatch.setattr(serve, "Server", Served)
    monkeypatch.setattr(Served, "started", [])
    for name in ("CONFIG", "DATABASE_URL", "SITE_URL"):  # set by up for its workers
        monkeypatch.setenv(f"DATENSPIEGEL_{name}", "")
        monkeypatch.delenv(f"DATENSPIEGEL_{name}")
    return Served.started


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A configuration whose data are in a folder of this test."""
    file = tmp_path / "config.toml"
    file.write_text('[store]\nfolder = "data"\n', encoding="utf-8")
    return file


@pytest.fixture
def running(config: Path, served: list[dict[str, Any]]) -> Running:
    """Runs a command of the group."""

    def run(*words: str) -> Result:
        for name in ("CONFIG", "DATABASE_URL", "SITE_URL"):
            os.environ.pop(f"DATENSPIEGEL_{name}", None)
        return CliRunner().invoke(group, ["--config", str(config), *words])

    return run


@pytest.fixture
def busy() -> Iterator[int]:
    """A port that another program is at."""
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as other:
        yield other.server_port


def store_of(config: Path) -> str:
    """URL of the store that the configuration leads to."""
    return f"sqlite:///{config.parent}/data/datenspiegel.sqlite"


def datasets(running: Running) -> dict[str, int]:
    """Portal -> live datasets, as the command tells."""
    told = json.loads(running("portals", "--json").output)
    return {item["portal"]: item["datasets"] for item in told}


def test_up_brings_the_demonstration_once(running: Running, config: Path) -> None:
    first = running("up", "--no-demo")
    assert first.exit_code == 0 and datasets(running) == {}
    second, third = running("up"), running("up")
    assert "Demonstrationsportal" in second.output and second.exit_code == 0
    assert datasets(running)[PORTAL] >= 400
    assert "Demonstrationsportal" not in third.output
    store = open_store(store_of(config))
    with store.session() as session:
        assert len(run_queries.history(session, PORTAL)) == 1
        known = portal_queries.get(session, PORTAL)
    store.close()
    assert known == portal()


def test_removed_it_stays_away_until_it_is_asked_for(running: Running, config: Path) -> None:
    running("up")
    number = datasets(running)[PORTAL]
    staged = config.parent / "data" / "staging" / PORTAL / "run-9"
    staged.mkdir(parents=True)
    told = json.loads(running("demo", "remove", "--json").output)
    assert told == {"portal": PORTAL, "datasets": number, "runs": 1}
    assert not staged.exists()
    running("up")
    assert datasets(running) == {}
    assert "nicht im Bestand" in running("demo", "remove").output
    running("up", "--demo")
    assert datasets(running)[PORTAL] == number
    assert str(number) in running("demo", "remove").output


def test_other_portals_stay(running: Running, config: Path) -> None:
    running("up")
    store = open_store(store_of(config))
    harvest(store, dataset("https://a.example/1", "05515000", "verkehr--unfall"))
    store.close()
    running("demo", "remove")
    assert datasets(running) == {"stadt": 1}


def test_a_portal_of_somebody_elses_under_its_id_is_left_alone(
    running: Running, config: Path
) -> None:
    running("up", "--no-demo")
    store = open_store(store_of(config))
    harvest(store, dataset("https://a.example/1", "05515000", portal=PORTAL))
    store.close()
    shown = running("up")
    assert shown.exit_code == 0 and "trotzdem angeboten" in shown.output
    assert running("demo", "remove").exit_code == 0
    assert datasets(running) == {PORTAL: 1}


def test_harvest_leaves_it_to_up(running: Running) -> None:
    running("up")
    refused = running("harvest", PORTAL)
    assert refused.exit_code == 2 and "datenspiegel up" in refused.output
    assert json.loads(running("portals", "--json").output)[0]["state"] == "complete"


def test_another_version_is_harvested_again(
    running: Running, monkeypatch: pytest.MonkeyPatch, config: Path
) -> None:
    running("up")
    monkeypatch.setattr(demo, "version", lambda: "newer")
    assert "Demonstrationsportal" in running("up").output
    store = open_store(store_of(config))
    with store.session() as session:
        assert state_queries.text(session, PORTAL) == "newer"
        latest = run_queries.latest(session, PORTAL)
    store.close()
    assert latest and latest.state == "complete" and latest.same == latest.received


def test_a_failing_demonstration_does_not_keep_the_pages_away(
    running: Running, served: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.demonstration.server.documents", lambda: ())
    failed = running("up")
    assert failed.exit_code == 0 and "konnte nicht" in failed.output
    assert len(served) == 1
    monkeypatch.undo()


def test_a_busy_usual_port_gives_the_next_one(
    running: Running, served: list[dict[str, Any]], busy: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("app.cli.ports", "app.cli.serve"):
        monkeypatch.setattr(f"{module}.PORT", busy)
    shown = running("up", "--no-demo")
    assert shown.exit_code == 0
    port = served[0]["port"]
    assert busy < port < busy + 100
    assert f"Port {busy} ist belegt" in shown.output and f"127.0.0.1:{port}" in shown.output
    assert served[0]["site"] == f"http://127.0.0.1:{port}"


def test_a_busy_port_that_was_asked_for_is_refused_before_the_work(
    running: Running, served: list[dict[str, Any]], busy: int, config: Path
) -> None:
    refused = running("up", "--port", str(busy))
    assert refused.exit_code == 1 and f"Port {busy}" in refused.output
    assert "Demonstrationsportal" not in refused.output
    assert served == []


class _Sharing(HTTPServer):
    """Lets others listen at its port, as the workers of a web server do."""

    def server_bind(self) -> None:
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        super().server_bind()


@pytest.mark.skipif(not hasattr(socket, "SO_REUSEPORT"), reason="ports cannot be shared here")
def test_a_second_web_is_not_let_in_beside_the_first(
    running: Running, served: list[dict[str, Any]]
) -> None:
    with _Sharing(("127.0.0.1", 0), BaseHTTPRequestHandler) as first:
        for command in ("up", "serve"):
            refused = running(command, "--port", str(first.server_port))
            assert refused.exit_code == 1 and f"Port {first.server_port}" in refused.output
    assert served == []


def test_a_worker_that_does_not_end_is_ended(
    running: Running, served: list[dict[str, Any]]
) -> None:
    """Ctrl+C while the workers start, which do not hear it; less than units and containers wait."""
    assert running("up", "--no-demo").exit_code == 0
    assert 0 < served[0]["workers_kill_timeout"] < 10


def test_an_address_that_the_operator_set_stays(
    running: Running, served: list[dict[str, Any]], config: Path
) -> None:
    text = config.read_text(encoding="utf-8")
    config.write_text(f'{text}[site]\nurl = "https://daten.example"\n', encoding="utf-8")
    running("up", "--no-demo")
    assert served[0]["site"] is None


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),  # noqa: S104
        ("::1", "http://[::1]:8000"),
    ],
)
def test_addresses_can_be_typed_into_a_browser(host: str, shown: str) -> None:
    assert address(host, 8000) == shown


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_help_explains_itself(running: Running, lang: str) -> None:
    shown = CliRunner().invoke(group, ["--lang", lang, "demo", "remove", "--help"])
    assert shown.exit_code == 0 and "datenspiegel demo remove" in shown.output
    assert "--no-demo" in CliRunner().invoke(group, ["--lang", lang, "up", "--help"]).output


@pytest.fixture
def program(config: Path) -> Iterator[subprocess.Popen[str]]:
    """``up`` as a program of its own, its data already there."""
    words = ["-c", "from app.cli import main; main()", "--config", str(config), "up"]
    environ = {name: value for name, value in os.environ.items() if "DATENSPIEGEL" not in name}
    process = subprocess.Popen(
        [sys.executable, *words], stdout=subprocess.PIPE, text=True, env=environ
    )
    yield process
    process.terminate()
    process.wait(20)
    assert process.stdout is not None
    process.stdout.close()


def first_page(process: subprocess.Popen[str]) -> tuple[str, int]:
    """The first page of the server that tells its address, and its status."""
    assert process.stdout is not None
    told = next(line for line in process.stdout if "http://" in line)
    found = re.search(r"http://([\d.]+:\d+)", told)
    assert found
    for _ in range(100):
        try:
            with closing(HTTPConnection(found[1], timeout=10)) as connection:
                connection.request("GET", "/")
                answer = connection.getresponse()
                return answer.read().decode(), answer.status
        except ConnectionError:
            time.sleep(0.1)
    raise AssertionError("no answer")


def test_the_second_start_shows_content_soon(
    running: Running, request: pytest.FixtureRequest
) -> None:
    running("up")
    start = time.monotonic()
    page, status = first_page(request.getfixturevalue("program"))
    assert time.monotonic() - start < 60
    assert status == 200 and re.search(r"\b5\d\d\b", page)

# SPDX-License-Identifier: EUPL-1.2
"""The command as a process of its own: signals, closed pipes, a portal that is slow."""

import json
import signal
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Said, one_off, process
from tests.intake.making import HOST, catalogue, dataset, paging, towns


class Slow:
    """A portal over HTTP whose second page waits until it is let go."""

    def __init__(self) -> None:
        self.asked, self.go_on = threading.Event(), threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.port = self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        slow = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/robots.txt":
                    self.send_error(404)
                    return
                page = 2 if "page=2" in self.path else 1
                if page == 2:
                    slow.asked.set()
                    slow.go_on.wait(20)
                text = catalogue([dataset(page), dataset(page + 10), paging(page, 2, 4)])
                body = text.replace(f"{HOST}/katalog?", f"{slow.url}?").encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/turtle")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *given: object) -> None:
                """Nothing."""

        return Handler

    @property
    def url(self) -> str:
        """The first page."""
        return f"http://127.0.0.1:{self.port}/katalog"

    def arguments(self, *more: str) -> list[str]:
        """Arguments that harvest it."""
        opened = ["--allow-private", f"127.0.0.1:{self.port}", "--gap-ms", "0"]
        words = ["harvest", "--kind", "dcat", "--url", self.url, "--portal", "langsam"]
        return [*words, *opened, *more]

    def close(self) -> None:
        """Ends the server."""
        self.go_on.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def slow() -> Iterator[Slow]:
    """A slow portal on loopback."""
    portal = Slow()
    yield portal
    portal.close()


def ended(running: "subprocess.Popen[str]") -> Said:
    """What the process said once it is over."""
    out, err = running.communicate(timeout=30)
    return Said(running.returncode, out, err)


def test_a_portal_over_the_network(command: Command, slow: Slow) -> None:
    slow.go_on.set()
    answer = command(*slow.arguments("--json")).json()
    assert (answer["state"], answer["received"], answer["announced"]) == ("complete", 4, 4)
    again = command(*slow.arguments("--json")).json()
    assert (again["same"], again["added"]) == (4, 0)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda n: n.name)
def test_a_signal_ends_the_run_with_a_reason(command: Command, slow: Slow, number: int) -> None:
    running = process(*slow.arguments())
    assert slow.asked.wait(20)
    running.send_signal(number)
    said = ended(running)
    assert said.status == 1
    assert said.sentence() == "Abgebrochen. Der bisherige Bestand bleibt."
    (run,) = command("runs", "--json").json()
    assert run["state"] == "failed"
    assert "abgebrochen" in run["notes"][0]
    assert command("portals", "--json").json()[0]["datasets"] == 0
    slow.go_on.set()
    answer = command(*slow.arguments("--json")).json()
    assert (answer["state"], answer["added"]) == ("complete", 4)


def test_the_second_is_refused_while_the_first_works(command: Command, slow: Slow) -> None:
    first = process(*slow.arguments("--json"))
    assert slow.asked.wait(20)
    second = command(*slow.arguments())
    assert second.status == 1
    sentence = second.sentence()
    assert "langsam" in sentence
    assert f":{first.pid}" in sentence
    slow.go_on.set()
    said = ended(first)
    assert said.status == 0
    assert json.loads(said.out)["state"] == "complete"
    assert len(command("runs", "--json").json()) == 1


def test_pages_can_be_read_while_a_harvest_works(command: Command, slow: Slow) -> None:
    Path("k.ttl").write_text(towns(1, 2, 3))
    command(*one_off(Path("k.ttl")))
    running = process(*slow.arguments())
    assert slow.asked.wait(20)
    rows = command("portals", "--json").json()
    assert [(row["portal"], row["datasets"]) for row in rows] == [
        ("langsam", 0),
        ("musterstadt", 3),
    ]
    assert command("export", "-", "--format", "nt").status == 0
    slow.go_on.set()
    assert ended(running).status == 0


@pytest.mark.parametrize("words", [["export", "-", "--format", "nt"], ["findings", "--json"]])
def test_a_reader_that_closes_the_pipe_gets_no_traceback(
    command: Command, folder: Path, words: list[str]
) -> None:
    (folder / "k.ttl").write_text(catalogue(dataset(n).replace('"CSV"', '"?"') for n in range(400)))
    assert command(*one_off(folder / "k.ttl")).status == 0
    running = process(*words)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.read(1)
    running.stdout.close()
    err = running.stderr.read()
    running.stderr.close()
    running.wait(30)
    assert "Traceback" not in err
    assert "BrokenPipe" not in err

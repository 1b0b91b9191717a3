# SPDX-License-Identifier: EUPL-1.2
"""Questions asked by POST: body and type, repeats, redirects, the rules of addresses."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from harvesters.base.errors import HarvestError
from harvesters.base.record import Body
from tests.harvesters.ckan_server import door_to

QUESTION = Body(b"<frage/>", "application/xml")
Seen = list[tuple[str, str, str | None, bytes]]


@contextmanager
def serving(answers: list[tuple[int, str]]) -> Iterator[tuple[str, Seen]]:
    """Address and what was asked; answers: status and target of each, then 200."""
    seen: Seen = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._talk(b"")

        def do_POST(self) -> None:
            self._talk(self.rfile.read(int(self.headers["Content-Length"])))

        def _talk(self, body: bytes) -> None:
            seen.append((self.command, self.path, self.headers["Content-Type"], body))
            status, target = answers[len(seen) - 1] if len(seen) <= len(answers) else (200, "")
            self.send_response(status)
            if target:
                self.send_header("Location", target)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"ja")

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/csw", seen
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_the_question_goes_with_its_type() -> None:
    with serving([]) as (url, seen):
        page = door_to(url).post(url, QUESTION, "text/xml", 7)
    assert (page.number, page.name, page.body) == (7, url, b"ja")
    assert seen == [("POST", "/csw", "application/xml", b"<frage/>")]


def test_a_get_carries_no_body() -> None:
    with serving([]) as (url, seen):
        door_to(url).get(url, "text/xml")
    assert seen == [("GET", "/csw", None, b"")]


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_leads_the_question_on(status: int) -> None:
    with serving([(status, "/neu")]) as (url, seen):
        door_to(url).post(url, QUESTION, "text/xml")
    assert [(method, path, body) for method, path, _, body in seen] == [
        ("POST", "/csw", b"<frage/>"),
        ("POST", "/neu", b"<frage/>"),
    ]


def test_see_other_is_a_get() -> None:
    with serving([(303, "/neu")]) as (url, seen):
        door_to(url).post(url, QUESTION, "text/xml")
    assert [(method, path) for method, path, _, _ in seen] == [("POST", "/csw"), ("GET", "/neu")]


def test_a_busy_server_is_asked_again() -> None:
    with serving([(503, ""), (503, "")]) as (url, seen):
        door_to(url).post(url, QUESTION, "text/xml")
    assert [body for _, _, _, body in seen] == [b"<frage/>"] * 3


def test_no_redirect_leads_into_the_inner_network() -> None:
    inner = [(307, "http://169.254.169.254/latest")]
    with serving(inner) as (url, _), pytest.raises(HarvestError) as raised:
        door_to(url).post(url, QUESTION, "text/xml")
    assert raised.value.code == "network.private_address"

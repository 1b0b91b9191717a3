# SPDX-License-Identifier: EUPL-1.2
"""Serves the pages on loopback while they are harvested, and leads requests there."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from urllib.parse import parse_qs, urlsplit

from app.demonstration.pages import Document, documents
from app.demonstration.portal import ORIGIN, PATH
from harvesters.base.errors import PortalUnreachable, UnexpectedAnswer
from harvesters.base.record import Body, Http, Page

HOST = "127.0.0.1"


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, pages: tuple[Document, ...]) -> None:
        self.pages = pages
        super().__init__((HOST, 0), _Handler)

    def server_bind(self) -> None:
        """Binds without asking for this machine's name: that could go out to a name server."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, int(self.server_address[1])


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "Demonstration"
    sys_version = ""

    def do_GET(self) -> None:  # noqa: N802 - named so by http.server
        """A page of the catalogue, or 404."""
        pages = self.server.pages
        number = _page_number(self.path)
        if number is None or not 1 <= number <= len(pages):
            self.send_error(404)
            return
        page = pages[number - 1]
        self.send_response(200)
        self.send_header("Content-Type", page.media_type)
        self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        self.wfile.write(page.body)

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads a log of requests that we send ourselves."""


def _page_number(path: str) -> int | None:
    parts = urlsplit(path)
    said = parse_qs(parts.query).get("seite", ["1"])[0]
    return int(said) if parts.path == PATH and said.isascii() and said.isdigit() else None


@dataclass(frozen=True, slots=True)
class Served:
    """The running server. pair: ``host:port``, to be opened for exactly this harvest."""

    pair: str

    def through(self, http: Http) -> Http:
        """The door with the way to this server: the catalogue's address leads to its port."""
        return _Forwarding(http, f"http://{self.pair}")


@dataclass(frozen=True, slots=True)
class _Forwarding:
    """Asks the server and lets the page keep the catalogue's own address."""

    http: Http
    server: str

    @property
    def largest_answer(self) -> int:
        return self.http.largest_answer

    def get(self, url: str, accept: str, number: int = 1) -> Page:
        """As the network door; an address outside the catalogue is not asked."""
        if not url.startswith(f"{ORIGIN}/"):
            raise PortalUnreachable("network.unknown_host", host=urlsplit(url).hostname or url)
        page = self.http.get(self.server + url.removeprefix(ORIGIN), accept, number)
        return replace(page, name=url)

    def post(self, url: str, question: Body, accept: str, number: int = 1) -> Page:
        """The catalogue is read by GET only."""
        raise UnexpectedAnswer("network.status", url=url, status=405)


@contextmanager
def serving() -> Iterator[Served]:
    """The catalogue on a free port of loopback, for as long as the block lasts."""
    with _Server(documents()) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield Served(f"{HOST}:{server.server_port}")
        finally:
            server.shutdown()
            thread.join()

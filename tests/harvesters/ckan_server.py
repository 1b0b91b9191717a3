# SPDX-License-Identifier: EUPL-1.2
"""A CKAN portal on loopback: package_search, package_list and package_show, with its bad habits."""

import json
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from harvesters.base.http import Door, NetworkDoor

Package = dict[str, Any]
_SPACE = uuid.UUID("6f1c6a51-3b1e-4b57-9a0e-0d1b8f0c2a77")


def make_package(number: int, **more: Any) -> Package:
    """A package; its id is a UUID, so that the order of ids is not that of the numbers."""
    id_ = str(uuid.uuid5(_SPACE, str(number)))
    resource = {"id": f"r-{number}", "url": f"https://daten.example/{number}.csv", "format": "CSV"}
    return {
        "id": id_,
        "name": f"datensatz-{number}",
        "title": f"Datensatz {number}",
        "notes": "Gemessene Werte.",
        "license_id": "dl-de-zero-2.0",
        "organization": {"title": "Stadt Musterhausen", "name": "musterhausen"},
        "resources": [resource],
        **more,
    }


@dataclass
class Catalogue:
    """What the portal holds and how it behaves.

    before: is called with each request's number, from 1, before it is answered. most: packages an
    answer has at most. count: what it claims instead of the truth. obeys: what it heeds of a query.
    fails: names for which package_show answers 500.
    """

    packages: dict[str, Package] = field(default_factory=dict)
    before: Callable[["Catalogue", int], None] = lambda _catalogue, _number: None
    most: int = 1_000
    count: int | None = None
    obeys: frozenset[str] = frozenset({"start", "rows", "sort", "fl"})
    searches: bool = True
    refuses: str = ""
    body: bytes | None = None
    fails: frozenset[str] = frozenset()
    requests: list[str] = field(default_factory=list)

    def add(self, *numbers: int) -> None:
        """Publishes packages."""
        for number in numbers:
            package = make_package(number)
            self.packages[package["id"]] = package

    def remove(self, *numbers: int) -> None:
        """Deletes packages."""
        for number in numbers:
            self.packages.pop(make_package(number)["id"], None)

    def answer(self, action: str, query: dict[str, str]) -> tuple[int, bytes]:
        """Status and body."""
        self.before(self, len(self.requests))
        if self.body is not None:
            return 200, self.body
        if action == "package_search":
            return self._search(query)
        if action == "package_list":
            return _success([each["name"] for each in self.packages.values()])
        return self._show(query.get("id", ""))

    def _search(self, query: dict[str, str]) -> tuple[int, bytes]:
        if not self.searches:
            return 404, b"<html><body>Not found</body></html>"
        if self.refuses and query.get("sort"):
            return 409, b'{"success": false, "error": {"__type": "Search Query Error"}}'
        heeded = {key: value for key, value in query.items() if key in self.obeys}
        found = list(self.packages.values())
        if heeded.get("sort") == "id asc":
            found.sort(key=lambda package: package["id"])
        start = int(heeded.get("start", 0))
        rows = min(int(heeded.get("rows", 10)), self.most)
        window = found[start : start + rows]
        if "fl" in heeded:
            names = heeded["fl"].split(",")
            window = [{name: each[name] for name in names} for each in window]
        count = len(found) if self.count is None else self.count
        return _success({"count": count, "sort": query.get("sort", ""), "results": window})

    def _show(self, name: str) -> tuple[int, bytes]:
        if name in self.fails:
            return 400, b'{"success": false, "error": {"message": "broken"}}'
        for package in list(self.packages.values()):
            if name in (package["id"], package["name"]):
                return _success(package)
        return 404, b'{"success": false, "error": {"__type": "Not Found Error"}}'


def _success(result: Any) -> tuple[int, bytes]:
    return 200, json.dumps({"help": "…", "success": True, "result": result}).encode()


@contextmanager
def serve(catalogue: Catalogue) -> Iterator[str]:
    """The portal's address while it is up."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            catalogue.requests.append(self.path)
            site, _, action = parts.path.rpartition("/")
            query = {key: values[0] for key, values in parse_qs(parts.query).items()}
            known = site in ("/api/3/action", "/ckan/api/3/action")
            status, body = catalogue.answer(action, query) if known else (404, b"")
            self.send_response(status)
            self.send_header("Content-Type", "application/json;charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def door_to(url: str, **more: Any) -> NetworkDoor:
    """A network door open for this loopback server, which need not wait."""
    address = url.split("//", 1)[1].partition("/")[0]
    door = Door(agent="test", allowed=frozenset({address}), gap=0.0, **more)
    return NetworkDoor(door, sleep=lambda _seconds: None)

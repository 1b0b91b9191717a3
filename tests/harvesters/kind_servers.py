# SPDX-License-Identifier: EUPL-1.2
"""Portals of the kinds dkan, opendatasoft and arcgis on loopback, with their bad habits."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from harvesters import HARVESTERS
from harvesters.base.errors import HarvestError
from harvesters.base.record import Broken, Portal
from tests.harvesters.loopback import Answer, Call, answer, door, serve

Thing = dict[str, Any]


def pod(number: int) -> Thing:
    """A dataset of Project Open Data."""
    return {
        "@type": "dcat:Dataset",
        "identifier": f"n-{number:05}",
        "title": f"Datensatz {number}",
        "accessLevel": "public",
        "distribution": [{"downloadURL": f"https://daten.example/{number}.csv", "format": "csv"}],
    }


def package(number: int) -> Thing:
    """A package of DKAN 1."""
    return {
        "id": f"n-{number:05}",
        "name": f"datensatz-{number}",
        "title": f"Datensatz {number}",
        "notes": "",
        "resources": [{"id": "r", "url": f"https://daten.example/{number}.csv"}],
    }


def ods(number: int) -> Thing:
    """A dataset of Explore."""
    name = f"n-{number:05}"
    return {
        "dataset_id": name,
        "has_records": True,
        "features": [],
        "metas": {"default": {"title": f"Datensatz {number}"}},
    }


@dataclass
class Shelf:
    """What a portal holds, and how it behaves.

    before: is called with each request's number, from 1. claims: a total in place of the true one.
    most: datasets an answer has at most. obeys: what it heeds of a query. flat: answers by path.
    """

    numbers: list[int]
    before: Callable[["Shelf", int], None] = lambda _shelf, _number: None
    claims: int | None = None
    most: int = 100
    obeys: frozenset[str] = frozenset({"limit", "offset", "order_by", "select", "page"})
    flat: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """What it says it has."""
        return len(self.numbers) if self.claims is None else self.claims

    def __call__(self, call: Call) -> bytes | None:
        self.asked.append(call.path)
        self.before(self, len(self.asked))
        parts = urlsplit(call.path)
        told = self.flat.get(parts.path)
        if told is not None:
            return told if isinstance(told, bytes) else told(call)
        query = {key: each[0] for key, each in parse_qs(parts.query).items() if key in self.obeys}
        return self._listed(parts.path, query)

    def _listed(self, path: str, query: dict[str, str]) -> bytes:
        if path.endswith("/current_package_list_with_resources"):
            found = [package(number) for number in self._window(query)]
            return as_json({"help": "…", "success": True, "result": [found]})
        if path == "/api/1/search":
            start = (int(query.get("page", 1)) - 1) * self.most
            shown = sorted(self.numbers)[start : start + self.most]
            found_ = {f"dkan_dataset/{number}": pod(number) for number in shown}
            return as_json({"total": str(self.total), "results": found_, "facets": []})
        if path.endswith("/catalog/datasets"):
            return self._catalogue(query)
        if path.endswith("/catalog/exports/json"):
            return as_json([ods(number) for number in self.numbers])
        if "/catalog/datasets/" in path and int(path[-5:]) in self.numbers:
            return as_json(ods(int(path[-5:])))
        return answer("<html><body>Nicht gefunden</body></html>", 404)

    def _catalogue(self, query: dict[str, str]) -> bytes:
        if int(query.get("offset", 0)) + int(query.get("limit", 10)) > 10_000:
            return as_json({"error_code": "InvalidRESTParameterError", "message": "offset"}, 400)
        found = [ods(number) for number in self._window(query)]
        if "select" in query:
            found = [{"dataset_id": each["dataset_id"]} for each in found]
        return as_json({"total_count": self.total, "results": found})

    def _window(self, query: dict[str, str]) -> list[int]:
        ordered = sorted(self.numbers) if "order_by" in query else self.numbers
        start = int(query.get("offset", 0))
        return ordered[start : start + min(self.most, int(query.get("limit", self.most)))]


def as_json(value: Any, status: int = 200) -> bytes:
    """A whole answer in JSON."""
    return answer(json.dumps(value), status, Content_Type="application/json")


@dataclass
class Seen:
    """What a run sees. items: how often each dataset came with new content."""

    items: Counter[str] = field(default_factory=Counter)
    broken: list[Broken] = field(default_factory=list)
    announced: list[int | None] = field(default_factory=list)
    recounted: bool = False
    truncated: bool = False
    titles: list[str] = field(default_factory=list)
    error: HarvestError | None = None

    @property
    def numbers(self) -> set[int]:
        """The numbers of the datasets that came."""
        return {int(name[-5:]) for name in self.items}


def harvest(kind: str, shelf: Shelf | Answer, path: str = "", **limits: object) -> Seen:
    """Fetches, opens and parses as the run does, until the end or an error."""
    harvester, seen = HARVESTERS[kind], Seen()
    hashes: set[tuple[str, str]] = set()
    with serve(shelf) as server:
        site = server.url().rstrip("/")
        portal = Portal("probe", kind, site + path, site + path)
        try:
            for page in harvester.fetch(portal, door(server, **limits)):
                contents = harvester.open(portal, page)
                seen.announced.append(contents.announced)
                seen.broken += contents.broken
                seen.recounted = seen.recounted or contents.recounted
                seen.truncated = seen.truncated or contents.truncated
                new = [
                    each for each in contents.items if (each.identifier, each.hash) not in hashes
                ]
                hashes |= {(each.identifier, each.hash) for each in new}
                seen.items.update(each.identifier for each in new)
                seen.titles += [harvester.parse(portal, each).titles[0].value for each in new]
        except HarvestError as error:
            seen.error = error
    return seen

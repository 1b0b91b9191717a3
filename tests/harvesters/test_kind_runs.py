# SPDX-License-Identifier: EUPL-1.2
"""DKAN, Opendatasoft and ArcGIS portals through the whole intake: good, bad, good again."""

import json
from pathlib import Path

import pytest

from app.intake.guards import Rules
from app.intake.job import Job, Outcome
from app.intake.run import harvest
from app.model.selection import Selection
from app.normalise import make_reader
from app.store import Store, dataset_queries, open_store, prepare
from app.vocabulary import Vocabulary
from harvesters import HARVESTERS
from harvesters.base.http import NetworkDoor
from harvesters.base.record import Portal
from tests.harvesters.kind_reading import FIXTURES
from tests.harvesters.kind_servers import Shelf, as_json, package, pod
from tests.harvesters.loopback import answer, door, serve

FEED = "/api/feed/dcat-us/1.1.json"
LIST = "/api/3/action/current_package_list_with_resources"
CATALOGUE = "/api/explore/v2.1/catalog/datasets"
KINDS = [("dkan", "/data.json"), ("dkan", LIST), ("opendatasoft", CATALOGUE), ("arcgis", FEED)]
BAD = [
    answer("<!DOCTYPE html><html><body>Anmeldung</body></html>"),
    answer("", 503),
    answer(""),
    answer('{"dataset": [], "results": [], "total_count": 0, "success": true, "result": []}'),
    answer('{"dataset": [{"identifier": "n-00001", "title": "Daten'),
]


class Trial:
    """A portal of one kind, whose answers change while its address stays, and a store."""

    def __init__(self, vocabulary: Vocabulary, folder: Path, kind: str, path: str) -> None:
        self.store: Store = open_store(f"sqlite:///{folder / 'store.db'}")
        prepare(self.store)
        self.reader = make_reader(vocabulary)
        self.staging = folder / "staging"
        self.kind, self.path = kind, path
        self.shelf = Shelf([])

    def run(self, *shelves: Shelf) -> list[Outcome]:
        """One run against each of the portal's states."""
        with serve(lambda call: self.shelf(call)) as server:
            url = server.url(self.path)
            return [self._run(shelf, url, door(server)) for shelf in shelves]

    def _run(self, shelf: Shelf, url: str, http: NetworkDoor) -> Outcome:
        self.shelf = shelf
        portal = Portal("probe", self.kind, url, "https://probe.example/")
        rules = Rules()
        job = Job(portal, HARVESTERS[self.kind], http, self.reader, self.staging, rules, "test")
        return harvest(self.store, job)

    def live(self) -> int:
        """Datasets a reader sees."""
        with self.store.session() as session:
            return dataset_queries.count(session, Selection())


def shelf_of(numbers: list[int], path: str) -> Shelf:
    """A portal that gives these datasets at the path."""
    shelf = Shelf(numbers)
    if path in ("/data.json", FEED):
        shelf.flat = {path: as_json({"dataset": [pod(number) for number in numbers]})}
    return shelf


@pytest.mark.parametrize(("kind", "path"), KINDS)
def test_good_the_same_bad_good(
    vocabulary: Vocabulary, tmp_path: Path, kind: str, path: str
) -> None:
    trial = Trial(vocabulary, tmp_path, kind, path)
    numbers = list(range(120))
    good, turned = shelf_of(numbers, path), shelf_of(numbers[::-1], path)
    bad = [Shelf([], flat={path: each}) for each in BAD]
    first, again, *told, last = (each.run for each in trial.run(good, turned, *bad, good))
    assert (first.state, first.received, first.added) == ("complete", 120, 120)
    assert (again.state, again.same, again.added, again.changed) == ("complete", 120, 0, 0)
    for run in told:
        assert run.state in ("failed", "quarantined", "partial")
        assert (run.added, run.retired) == (0, 0)
    assert (last.state, last.same, trial.live()) == ("complete", 120, 120)


def run_once(
    vocabulary: Vocabulary, folder: Path, kind: str, body: bytes, path: str = "/catalog.json"
) -> list[Outcome]:
    """The same answer harvested twice."""
    shelf = Shelf([], flat={path: body})
    return Trial(vocabulary, folder, kind, path).run(shelf, shelf)


def test_each_rejected_item_is_named(vocabulary: Vocabulary, tmp_path: Path) -> None:
    listed = [pod(1), {"title": "Ohne Kennung"}, "Text", pod(2)]
    outcome, _ = run_once(vocabulary, tmp_path, "dkan", as_json({"dataset": listed}))
    assert outcome.run.state == "complete-with-rejects"
    assert (outcome.run.received, outcome.run.rejected) == (4, 2)
    assert [(each.reason, each.position) for each in outcome.run.rejects] == [
        ("item.no_identity", "page 1, dataset 2"),
        ("item.foreign_entry", "page 1, dataset 3"),
    ]


def test_packages_in_a_list_in_the_list(vocabulary: Vocabulary, tmp_path: Path) -> None:
    told = as_json({"success": True, "result": [[package(1), package(2)]]})
    outcome, again = run_once(vocabulary, tmp_path, "dkan", told, LIST)
    assert (outcome.run.state, outcome.run.received, again.run.same) == ("complete", 2, 2)


@pytest.mark.parametrize(
    ("kind", "name", "counts"),
    [
        ("dkan", "data.json", (2, 2)),
        ("dkan", "packages.json", (2, 1)),
        ("dkan", "search.json", (2, 1)),
        ("opendatasoft", "catalog.json", (2, 8)),
        ("arcgis", "dcat_ap_2.json", (2, 3)),
        ("arcgis", "dcat_us.json", (1, 2)),
    ],
)
def test_fixtures_through_the_intake(
    vocabulary: Vocabulary, tmp_path: Path, kind: str, name: str, counts: tuple[int, int]
) -> None:
    body = answer((FIXTURES / kind / name).read_bytes())
    for outcome in run_once(vocabulary, tmp_path, kind, body):
        assert (outcome.run.state, outcome.run.rejected) == ("complete", 0)
        assert (outcome.run.received, outcome.run.distributions) == counts
    assert (outcome.run.added, outcome.run.changed) == (0, 0)


@pytest.mark.parametrize("kind", ["dkan", "opendatasoft", "arcgis"])
@pytest.mark.parametrize("cut", [0, 30])
def test_names_of_persons_reach_no_report(
    vocabulary: Vocabulary, tmp_path: Path, kind: str, cut: int
) -> None:
    contact = {"fn": "Frau Ina Muster", "hasEmail": "ina.muster@stadt.example"}
    text = json.dumps({"dataset": [pod(1), {"contactPoint": contact, "title": "Ohne Kennung"}]})
    body = answer(text[: len(text) - cut])
    outcome, _ = run_once(vocabulary, tmp_path, kind, body)
    assert outcome.run.rejected == 1
    assert "ina.muster" not in repr(outcome) and "Ina Muster" not in repr(outcome)

# SPDX-License-Identifier: EUPL-1.2
"""CKAN portals through the whole intake: a live server, real files, the states of the runs."""

from pathlib import Path

import pytest

from app.intake.guards import Rules
from app.intake.job import Job, Outcome
from app.intake.run import harvest
from app.normalise import make_reader
from app.store import Store, open_store, prepare
from app.vocabulary import Vocabulary
from harvesters import HARVESTERS
from harvesters.base.http import Door, NetworkDoor
from harvesters.base.record import Portal
from tests.harvesters.ckan_server import Catalogue, door_to, serve

REAL = {
    "schleswig-holstein": (7, 6),
    "moers": (1, 1),
    "govdata-2012": (1, 2),
    "mcloud-bahn": (1, 1),
}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    prepare(made)
    return made


def run(store: Store, vocabulary: Vocabulary, url: str, door: NetworkDoor, folder: Path) -> Outcome:
    portal = Portal("stadt", "ckan", url, "https://stadt.invalid/")
    reader = make_reader(vocabulary)
    job = Job(portal, HARVESTERS["ckan"], door, reader, folder / "staging", Rules(), "test")
    return harvest(store, job)


def test_a_thousand_packages_and_the_same_again(
    store: Store, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    catalogue = Catalogue()
    catalogue.add(*range(1_000))
    with serve(catalogue) as url:
        first = run(store, vocabulary, url, door_to(url), tmp_path).run
        again = run(store, vocabulary, url, door_to(url), tmp_path).run
    assert (first.state, first.received, first.added) == ("complete", 1_000, 1_000)
    assert first.announced == 1_000
    assert (again.state, again.same, again.added, again.changed) == ("complete", 1_000, 0, 0)


def test_a_portal_that_changes_while_it_is_walked_is_complete(
    store: Store, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    def change(catalogue: Catalogue, number: int) -> None:
        if number < 9:
            catalogue.remove(*range(number * 9, number * 9 + 9))
            catalogue.add(*range(number * 1_000, number * 1_000 + 4))

    catalogue = Catalogue(before=change, most=100)
    catalogue.add(*range(500))
    with serve(catalogue) as url:
        told = run(store, vocabulary, url, door_to(url), tmp_path).run
    assert (told.state, told.announced, told.rejected) == ("complete", None, 0)
    assert told.received >= len(catalogue.packages)


@pytest.mark.parametrize(("count", "kept"), [(10, 10), (400, 400), (10**400, 10**9)])
def test_a_wrong_count_makes_the_run_partial(
    store: Store, vocabulary: Vocabulary, tmp_path: Path, count: int, kept: int
) -> None:
    catalogue = Catalogue(count=count)
    catalogue.add(*range(150))
    with serve(catalogue) as url:
        told = run(store, vocabulary, url, door_to(url), tmp_path).run
    assert (told.state, told.received, told.announced) == ("partial", 150, kept)


@pytest.mark.shared
@pytest.mark.parametrize("name", REAL)
def test_real_answers(
    store: Store, vocabulary: Vocabulary, tmp_path: Path, shared: Path, name: str
) -> None:
    url = str(shared / "data" / "portals" / "ckan-json" / name)
    outcome = run(store, vocabulary, url, NetworkDoor(Door("test")), tmp_path)
    received = outcome.run
    assert (received.state, received.rejected) == ("complete", 0)
    assert (received.received, received.distributions) == REAL[name]
    assert "licence.unknown" not in {finding.code for finding in outcome.findings}
    again = run(store, vocabulary, url, NetworkDoor(Door("test")), tmp_path).run
    assert (again.added, again.changed, again.retired) == (0, 0, 0)

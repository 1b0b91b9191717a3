# SPDX-License-Identifier: EUPL-1.2
"""The demonstration harvested once a session into a store of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.demonstration import portal, serving
from app.intake.guards import Rules
from app.intake.job import Job, Outcome
from app.intake.run import harvest
from app.model import Dataset, Finding
from app.model.selection import Selection
from app.normalise import make_reader
from app.store import Store, dataset_queries, feed_queries, open_store, prepare
from app.vocabulary import Vocabulary
from harvesters import HARVESTERS
from harvesters.base.http import Door, NetworkDoor


@dataclass(frozen=True)
class Harvested:
    """What came of it. datasets and findings by identifier."""

    store: Store
    job: Job
    outcome: Outcome
    datasets: dict[str, Dataset]
    findings: dict[str, list[Finding]]

    def codes(self) -> set[str]:
        """All codes of findings that occur, those about pages included."""
        return {finding.code for finding in self.outcome.findings}


def run(store: Store, job: Job) -> Outcome:
    """One run over loopback, as ``up`` does it."""
    with serving() as served:
        door = Door(agent="Test", allowed=frozenset({served.pair}), gap=0.0)
        return harvest(store, replace(job, http=served.through(NetworkDoor(door))))


@pytest.fixture(scope="session")
def harvested(
    tmp_path_factory: pytest.TempPathFactory, vocabulary: Vocabulary
) -> Iterator[Harvested]:
    folder = tmp_path_factory.mktemp("demonstration")
    store = open_store(f"sqlite:///{folder}/store.db")
    prepare(store)
    job = _job(folder, vocabulary)
    outcome = run(store, job)
    datasets, findings = _read(store)
    yield Harvested(store, job, outcome, datasets, findings)
    store.close()


def _job(folder: Path, vocabulary: Vocabulary) -> Job:
    target = portal()
    closed = NetworkDoor(Door(agent="Test"))
    reader = make_reader(vocabulary)
    return Job(target, HARVESTERS[target.kind], closed, reader, folder / "staging", Rules(), "test")


def _read(store: Store) -> tuple[dict[str, Dataset], dict[str, list[Finding]]]:
    datasets: dict[str, Dataset] = {}
    findings: dict[str, list[Finding]] = {}
    with store.session() as session:
        for item in feed_queries.walk(session, Selection()):
            stored = dataset_queries.get(session, item.id)
            assert stored is not None
            datasets[item.identifier] = stored.dataset
            findings[item.identifier] = list(stored.findings)
    return datasets, findings

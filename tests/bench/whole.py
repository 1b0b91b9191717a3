# SPDX-License-Identifier: EUPL-1.2
"""A whole run: files of a portal to a filled SQLite store, and the same again."""

import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.intake import run
from app.intake.guards import Rules
from app.intake.job import Job
from app.normalise import make_reader
from app.store import open_store, prepare
from app.vocabulary import load
from harvesters import HARVESTERS
from harvesters.base.http import Door, NetworkDoor
from tests.bench import material
from tests.bench.figure import Figure

COPIES = 20


def measure() -> Iterator[Figure]:
    """Datasets a second of a first run and of a run that finds nothing new."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "portal").mkdir()
        list(material.pages(folder / "portal", COPIES))
        store = open_store(f"sqlite:///{folder}/bench.sqlite")
        prepare(store)
        job = make_job(folder)
        for title in ("whole run, everything new", "whole run, nothing new"):
            start = time.perf_counter()
            outcome = run.harvest(store, job)
            seconds = time.perf_counter() - start
            note = f"{outcome.run.received:,} datasets, state {outcome.run.state}"
            yield Figure(title, outcome.run.received / seconds, "datasets/s", None, note)


def make_job(folder: Path) -> Job:
    """The harvest of the folder ``portal`` in this folder."""
    return Job(
        portal=replace(material.PORTAL, url=str(folder / "portal")),
        harvester=HARVESTERS["dcat"],
        http=NetworkDoor(Door("bench")),
        reader=make_reader(load()),
        staging=folder / "staging",
        rules=Rules(),
        owner="bench",
    )

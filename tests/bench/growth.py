# SPDX-License-Identifier: EUPL-1.2
"""What a swap costs on both databases, whether it grows faster than what it writes, and what a
small one costs beside a large portal. Processor time of the database's server is in it.

The larger part of the datasets is new to the store, so everything is written, linked and counted.
"""

import random
import tempfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from app.model import Run
from app.model.identity import dataset_id
from app.model.mark import Mark
from app.store import Store, portal_writes, run_writes, swap_writes
from app.store.swap_writes import Change
from app.vocabulary import load
from harvesters.base.record import Portal
from tests.bench import searching
from tests.bench.databases import SLOWER, Database, both
from tests.bench.figure import Figure

SMALL, LARGE, COPIED, FEW = 10_000, 150_000, 20_000, 7
LINEAR = 0.8  # the rate with many, as a share of that with few
LATER = timedelta(days=1)


def measure() -> Iterator[Figure]:
    """Rates of a first swap, their ratios, copies found, and swaps of a few datasets."""
    with tempfile.TemporaryDirectory() as name, both(Path(name)) as make:
        few = {each.name: _rate(each, SMALL) for each in make("small")}
        many: dict[str, float] = {}
        costs: dict[str, dict[str, float]] = {}
        for database in make("large"):
            many[database.name] = _rate(database, LARGE)
            costs[database.name] = dict(_further(database))
        for known, rate in many.items():
            note = f"{few[known]:,.0f}/s with {SMALL:,}"
            yield Figure(f"swap of {LARGE:,}, {known}", rate, "datasets/s", note=note)
            yield Figure(f"its rate as a share, {known}", rate / few[known], "×", LINEAR, note)
            for what, seconds in costs[known].items():
                yield Figure(f"{what}, {known}", 1 / seconds, "/s", note=f"{seconds:.2f} s")
        ratio = many["PostgreSQL"] / many["SQLite"]
        yield Figure("swap on PostgreSQL against SQLite", ratio, "×", SLOWER)


def _rate(database: Database, datasets: int) -> float:
    """Datasets a second; making them is not in it."""
    idle = database.spent()
    for _ in _made("bench", range(datasets), 7):
        pass
    idle = database.spent() - idle
    with database.prepared() as store:
        before = database.spent()
        swap(store, "bench", _made("bench", range(datasets), 7), searching.NOW)
        return datasets / (database.spent() - before - idle)


def _further(database: Database) -> Iterator[tuple[str, float]]:
    """Seconds of what comes after: copies in a second portal, then a few datasets at a time."""
    last = LARGE - FEW
    steps = (
        (f"{COPIED:,} copies found", "land", range(COPIED), 8),
        (f"{FEW} new beside {LARGE:,}", "stadt", range(last, LARGE), 9),
        (f"{FEW} changed beside {LARGE:,}", "stadt", range(last, LARGE), 10),
        (f"{FEW} changed of {LARGE:,}", "bench", range(last, LARGE), 11),
    )
    with database.prepared() as store:
        for number, (what, portal, numbers, seed) in enumerate(steps, start=1):
            made = list(_made(portal, numbers, seed))
            before = database.spent()
            swap(store, portal, made, searching.NOW + number * LATER)
            yield what, database.spent() - before


def _made(portal: str, numbers: Collection[int], seed: int) -> Iterator[Change]:
    """Datasets by number: one number is the same dataset in every portal."""
    chance = random.Random(seed)
    names = searching.names_of(load())
    places = searching.places_of(load())
    for number in numbers:
        change = searching.made(number, chance, names, places)
        own = replace(change.dataset, portal=portal, identifier=f"{portal}-{number}")
        marks = (Mark("identifier", 2 * number), Mark("file", 2 * number + 1))
        yield replace(change, dataset=own, marks=marks, hash=str(seed))


def swap(store: Store, portal: str, changes: Iterable[Change], at: datetime) -> None:
    """A complete run of a portal without its reading; of what is known all is changed."""
    with store.transaction() as session:
        address = f"https://{portal}.example/"
        ags = "01" if portal == "land" else None
        portal_writes.remember(session, Portal(portal, "dcat", address, address, ags), at)
        run = run_writes.start(session, portal, "bench", at)
        known = swap_writes.known(session, portal)
        touched: set[str] = set()
        if known:
            changes = list(_noted(changes, touched))
            former = swap_writes.former(session, touched)
            swap_writes.replace(session, run, changes, at)
        else:
            former = swap_writes.former(session, ())
            swap_writes.add(session, run, _noted(changes, touched), at)
        switched = swap_writes.find_copies(session, touched, at)
        swap_writes.recount(session, portal, switched, at, touched, former)
        swap_writes.bump_generation(session)
        run_writes.finish(session, run, Run(portal, run, "complete", at, at), now=at)


def _noted(changes: Iterable[Change], touched: set[str]) -> Iterator[Change]:
    """The changes, and their ids as they pass."""
    for change in changes:
        touched.add(dataset_id(change.dataset.portal, change.dataset.identifier))
        yield change

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

STEP, LARGE = 10_000, 150_000
MANY = LARGE - 2 * STEP  # what one portal brings at once, between the first step and the last
COPIED, FEW, SOME = 20_000, 7, 2_000
LINEAR = 0.8  # the rate of the last step, as a share of that of the first
LATER = timedelta(days=1)


def measure() -> Iterator[Figure]:
    """Rates of swaps as the store grows, their ratios, copies found, and small swaps."""
    rates: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as name, both(Path(name)) as make:
        for database in make("growth"):
            with database.prepared() as store:
                rates[database.name] = found = dict(_grown(database, store))
                yield from _linear(found, database.name)
                for what, seconds in _further(database, store):
                    note = f"{seconds:.2f} s"
                    yield Figure(f"{what}, {database.name}", 1 / seconds, "/s", note=note)
    for what, rate in rates["PostgreSQL"].items():
        ratio = rate / rates["SQLite"][what]
        yield Figure(f"{what} on PostgreSQL against SQLite", ratio, "×", SLOWER)


def _linear(rates: dict[str, float], known: str) -> Iterator[Figure]:
    first, *later = rates.items()
    yield Figure(f"{first[0]}, {known}", first[1], "datasets/s")
    for what, rate in later:
        yield Figure(f"{what}, {known}", rate, "datasets/s")
        note = f"{first[1]:,.0f}/s for {first[0]}"
        yield Figure(f"its rate as a share, {known}", rate / first[1], "×", LINEAR, note)


def _grown(database: Database, store: Store) -> Iterator[tuple[str, float]]:
    """Datasets a second of the first, of very many in one portal, and of the last."""
    steps = (
        (f"first {STEP:,}", "first", range(LARGE, LARGE + STEP)),
        (f"{MANY:,} at once", "bench", range(MANY)),
        (f"last {STEP:,} of {LARGE:,}", "last", range(LARGE + STEP, LARGE + 2 * STEP)),
    )
    for number, (what, portal, numbers) in enumerate(steps):
        idle = database.spent()
        for _ in made(portal, numbers, 7):
            pass
        before = database.spent()
        swap(store, portal, made(portal, numbers, 7), searching.NOW - (9 - number) * LATER)
        # making the datasets is not in it
        yield what, len(numbers) / (database.spent() - before - (before - idle))


def _further(database: Database, store: Store) -> Iterator[tuple[str, float]]:
    """Seconds of what comes after: copies in a second portal, then a few datasets at a time."""
    last = MANY - FEW
    steps = (
        (f"{COPIED:,} copies found", "land", range(COPIED), 8),
        (f"{FEW} new beside {LARGE:,}", "stadt", range(last, MANY), 9),
        (f"{FEW} changed beside {LARGE:,}", "stadt", range(last, MANY), 10),
        (f"{FEW} changed of {MANY:,}", "bench", range(last, MANY), 11),
        (f"{SOME:,} changed of {MANY:,}", "bench", range(MANY - SOME, MANY), 12),
    )
    for number, (what, portal, numbers, seed) in enumerate(steps, start=1):
        changes = list(made(portal, numbers, seed))
        before = database.spent()
        swap(store, portal, changes, searching.NOW + number * LATER)
        yield what, database.spent() - before


def stock(store: Store) -> None:
    """A portal of 150,000 datasets, and copies of some that differ in another one."""
    swap(store, "bench", made("bench", range(LARGE), 7), searching.NOW)
    swap(store, "land", made("land", range(COPIED), 8), searching.NOW + LATER)


def made(portal: str, numbers: Collection[int], seed: int) -> Iterator[Change]:
    """Datasets by number: one number is the same dataset in every portal."""
    chance = random.Random(seed)
    names = searching.names_of(load())
    places = searching.places_of(load())
    for number in numbers:
        change = searching.made(number, chance, names, places)
        own = replace(change.dataset, portal=portal, identifier=str(number))
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

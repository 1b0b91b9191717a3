# SPDX-License-Identifier: EUPL-1.2
"""Every kind of page over 150,000 datasets: what the server takes, warm and right after a swap.

By the processor's clock, which neighbours disturb little.
"""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from flask import Flask

from app.compare import QUESTIONS
from app.config import Settings, StoreSettings
from app.model.identity import dataset_id
from app.search import refresh
from app.store import Store, open_store, prepare, swap_writes
from app.vocabulary import load
from app.web import limits
from app.web.factory import create
from app.web.warming import warm
from tests.bench import licence_pages
from tests.bench.figure import Figure
from tests.bench.searching import DATASETS, fill

ROUNDS = 40
COLD = 5
TOWN = "05315000"
TREES = "floraUndFauna--baumbestand--baumkataster"
NEEDED = {"kommune": TOWN, "musterdatensatz": TREES}
PAGE, QUESTION = 150, 100  # milliseconds
PATHS = (
    *("/", "/suche?q=baumkataster", "/suche?q=daten&land=05&format=CSV", "/kommunen"),
    *("/musterdatensaetze", f"/musterdatensatz/{TREES}", f"/kommune/{TOWN}", "/vergleich"),
    *("/standards", "/standards?land=05", "/standard/csv", "/standard/wms"),
    *("/portale", "/portal/bench", "/ueber", f"/datensatz/{dataset_id('bench', '1')}"),
)

FILTERED = (
    "/vergleich/lizenzen-je-kommune?thema=verkehr",
    "/vergleich/haeufigste-datenbestaende?land=05&format=CSV&sortierung=-datensaetze",
    "/vergleich/haeufigste-datenbestaende?portal=bench",
)


def measure() -> Iterator[Figure]:
    """Pages and questions a second at p95, warm, and the slowest of those right after a swap."""
    with tempfile.TemporaryDirectory() as name:
        url = f"sqlite:///{name}/bench.sqlite"
        store = open_store(url)
        prepare(store)
        fill(store, load(), DATASETS)
        swap(store)
        refresh(store, load(), Path(name) / "index")
        licence_pages.change_licences(store)
        app = application(url, Path(name))
        asked = [*questions(), *licence_pages.questions(store)]
        for path in (*PATHS, *licence_pages.addresses(store), *asked, *map(as_data, asked)):
            yield from _figures(app, store, path)


def application(url: str, folder: Path) -> Flask:
    """The application as a worker has it, without a limit of searches."""
    app = create(Settings(store=StoreSettings(database=url, folder=folder)))
    app.extensions[limits.NAME] = limits.Buckets(burst=1e9, rate=1e9)
    warm(app)
    return app


def questions() -> Iterator[str]:
    """Every question with what it needs, and some with filters."""
    yield from FILTERED
    for question in QUESTIONS.values():
        need = f"?{question.required}={NEEDED[question.required]}" if question.required else ""
        yield f"/vergleich/{question.slug}{need}"


def as_data(path: str) -> str:
    """The same as JSON: the question alone, without the page around it."""
    name, mark, query = path.partition("?")
    return f"{name}.json{mark}{query}"


def swap(store: Store) -> None:
    """What a harvest does to the counts."""
    with store.transaction() as session:
        swap_writes.rebuild_cells(session, "bench")
        swap_writes.bump_generation(session)


def _figures(app: Flask, store: Store, path: str) -> Iterator[Figure]:
    limit = QUESTION if ".json" in path else PAGE
    fresh = sorted(_fresh(app, store, path) for _ in range(COLD))
    times = sorted(_seconds(app, path) for _ in range(ROUNDS))
    middle, high = times[ROUNDS // 2], times[int(ROUNDS * 0.95)]
    note = f"p50 {middle * 1000:.0f} ms, p95 {high * 1000:.0f} ms, after a swap "
    note += f"{fresh[COLD // 2] * 1000:.0f} to {fresh[-1] * 1000:.0f} ms"
    slower = max(high, fresh[-1])
    yield Figure(path[:60], 1 / slower, "per s", 1000 / limit, note)


def _fresh(app: Flask, store: Store, path: str) -> float:
    with store.transaction() as session:
        swap_writes.bump_generation(session)
    return _seconds(app, path)


def _seconds(app: Flask, path: str) -> float:
    client = app.test_client()
    start = time.process_time()
    answer = client.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path}: {answer.status_code}")
    return time.process_time() - start

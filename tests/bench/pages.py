# SPDX-License-Identifier: EUPL-1.2
"""Every kind of page over 150,000 datasets: what the server takes, warm and right after a swap.

Some of them are copies that contradict. By the processor's clock, which neighbours disturb little,
on both databases; what the database's server takes is in it.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from flask import Flask

from app.compare import QUESTIONS
from app.config import Settings, StoreSettings
from app.model.identity import dataset_id
from app.search import refresh
from app.store import Store, swap_writes
from app.vocabulary import load
from app.web import limits
from app.web.factory import create
from app.web.warming import warm
from tests.bench import growth, licence_pages
from tests.bench.databases import Database, both
from tests.bench.figure import Figure
from tests.bench.searching import FILTERS, QUERIES

ROUNDS = 40
COLD = 5
TOWN = "05315000"
TREES = "floraUndFauna--baumbestand--baumkataster"
NEEDED = {"kommune": TOWN, "musterdatensatz": TREES}
PAGE, QUESTION, SEARCH = 150, 100, 20  # milliseconds
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
    "/vergleich/widersprueche?sortierung=portal&seite=900",
    "/vergleich/widersprueche?land=05&seite=100",
    "/vergleich/widersprueche?format=CSV&lizenz=cc-by-4.0&sortierung=-feld",
)


def measure() -> Iterator[Figure]:
    """Pages and questions a second at p95, warm, and the slowest of those right after a swap."""
    with tempfile.TemporaryDirectory() as name, both(Path(name)) as make:
        for database in make("pages"):
            folder = Path(name) / database.name
            with database.prepared() as store:
                growth.stock(store)
                refresh(store, load(), folder / "index")
                licence_pages.change_licences(store)
                yield from figures(database, store, folder)


def figures(database: Database, store: Store, folder: Path) -> Iterator[Figure]:
    """Of every page and question; the folder holds the index."""
    app = application(database.url, folder)
    yield _searches(Asked(app, store, database))
    asked = [*questions(), *licence_pages.questions(store)]
    for path in (*PATHS, *licence_pages.addresses(store), *asked, *map(as_data, asked)):
        yield _figure(Asked(app, store, database), path)


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


class Asked(NamedTuple):
    """Who is asked: the application over a store in a database."""

    app: Flask
    store: Store
    database: Database


def _figure(asked: Asked, path: str) -> Figure:
    limit = QUESTION if ".json" in path else PAGE
    fresh = sorted(_fresh(asked, path) for _ in range(COLD))
    times = sorted(_seconds(asked, path) for _ in range(ROUNDS))
    middle, high = times[ROUNDS // 2], times[int(ROUNDS * 0.95)]
    note = f"p50 {middle * 1000:.0f} ms, p95 {high * 1000:.0f} ms, after a swap "
    note += f"{fresh[COLD // 2] * 1000:.0f} to {fresh[-1] * 1000:.0f} ms"
    name = f"{path[:48]}, {asked.database.name}"
    return Figure(name, 1 / max(high, fresh[-1]), "per s", 1000 / limit, note)


def _searches(asked: Asked) -> Figure:
    """Hits with all facets as data, for all sorts of queries."""
    pairs = [
        [("q", text), *((name, value) for name, values in given.items() for value in values)]
        for text in QUERIES
        for given in FILTERS
    ]
    paths = [f"/suche.json?{urlencode(each)}" for each in pairs]
    times = sorted(_seconds(asked, path) for path in [*paths, *paths])
    middle, high = times[len(times) // 2], times[int(len(times) * 0.95)]
    note = f"p50 {middle * 1000:.1f} ms, p95 {high * 1000:.1f} ms, {len(times)} searches"
    name = f"searches with facets at p95, {asked.database.name}"
    return Figure(name, 1 / high, "per s", 1000 / SEARCH, note)


def _fresh(asked: Asked, path: str) -> float:
    with asked.store.transaction() as session:
        swap_writes.bump_generation(session)
    return _seconds(asked, path)


def _seconds(asked: Asked, path: str) -> float:
    client = asked.app.test_client()
    start = asked.database.spent()
    answer = client.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path}: {answer.status_code}")
    return asked.database.spent() - start

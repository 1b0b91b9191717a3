# SPDX-License-Identifier: EUPL-1.2
"""Searching: a page with all facets among 150,000 datasets, and what the index costs."""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from app.model import Body, Dataset, Distribution, Reading, Run
from app.model.selection import Selection
from app.search import find, refresh
from app.search import folder as place_of
from app.search.snapshot import Snapshot
from app.store import Store, open_store, portal_writes, prepare, run_writes, swap_writes
from app.store.swap_writes import Change
from app.vocabulary import Vocabulary, load
from harvesters.base.record import Portal
from tests.bench import standards
from tests.bench.figure import Figure

DATASETS = 150_000
ROUNDS = 8
NOW = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
FORMATS = ("CSV", "GEOJSON", "WMS_SRVC", "WFS_SRVC", "SHP", "PDF", "XLSX", "JSON")
LICENCES = ("dl-by-de-2.0", "dl-zero-de-2.0", "cc-by-4.0", "cc0-1.0", "cc-by-sa-4.0")
QUERIES = (
    *("baumkataster", "straßenbaumkataster", "bäume", "daten", "stadt", "bebauungsplan der stadt"),
    *(
        '"offene daten"',
        "haltestellen -bus",
        "spielpl",
        "baumkatatser",
        "öffentliche einrichtungen",
    ),
    *("", "schulen karte 2021", "xyzzyplugh", "radwege und straßen im kreis", "b-plan"),
)
FILTERS: tuple[dict[str, tuple[str, ...]], ...] = (
    {},
    {"land": ("05",)},
    {"format": ("CSV", "GEOJSON"), "offen": ("ja",)},
    {"typ": ("kreisfrei",), "groesse": ("2", "3"), "lizenz": ("dl-by-de-2.0",)},
)


def measure() -> Iterator[Figure]:
    """What the index costs, and processor milliseconds of a search (which uses one thread)."""
    vocabulary = load()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = open_store(f"sqlite:///{folder}/bench.sqlite")
        prepare(store)
        fill(store, vocabulary, DATASETS)
        done = refresh(store, vocabulary, folder / "index")
        here = place_of.place(folder / "index", store.name)
        note = f"{done.datasets:,} datasets, {megabytes(here):.0f} MB on disk"
        yield Figure("index built anew", done.datasets / done.seconds, "datasets/s", 5_000, note)
        touch(store, 1_000)
        done = refresh(store, vocabulary, folder / "index")
        note = f"{done.state}, {done.datasets:,} of {DATASETS:,} changed"
        yield Figure("index brought in step", 1 / done.seconds, "per s", 0.2, note)
        known = place_of.newest(here)
        if known is not None:
            yield from _searches(known)


def _searches(known: Snapshot) -> Iterator[Figure]:
    """By the processor's clock, which neighbours disturb little, and by the one on the wall."""
    for name, clock in (("processor", time.process_time), ("wall", time.perf_counter)):
        times = sorted(_times(known, clock))
        middle, high = times[len(times) // 2], times[int(len(times) * 0.95)]
        worst = f"worst {times[-1] * 1000:.1f} ms, {len(times)} runs"
        note = f"p50 {middle * 1000:.1f} ms, p95 {high * 1000:.1f} ms, {worst}"
        yield Figure(f"searches with facets at p95, {name}", 1 / high, "per s", 50, note)


def _times(known: Snapshot, clock: Callable[[], float]) -> Iterator[float]:
    for _ in range(ROUNDS):
        for text in QUERIES:
            for given in FILTERS:
                start = clock()
                find(known, Selection(q=text, **given))  # type: ignore[arg-type]
                yield clock() - start


def megabytes(folder: Path) -> float:
    """What the files of a folder take."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def fill(store: Store, vocabulary: Vocabulary, datasets: int) -> None:
    """One portal with so many datasets, the same on every machine."""
    chance = random.Random(7)
    names, places = names_of(vocabulary), places_of(vocabulary)
    portal = Portal("bench", "dcat", "https://bench.example/", "https://bench.example/")
    with store.transaction() as session:
        portal_writes.remember(session, portal, NOW)
        run = run_writes.start(session, "bench", "bench", NOW)
        changes = (made(number, chance, names, places) for number in range(datasets))
        swap_writes.add(session, run, changes, NOW)
        swap_writes.bump_generation(session)
        run_writes.finish(session, run, Run("bench", run, "complete", NOW, NOW), now=NOW)


def _terms(slug: str) -> tuple[str, ...]:
    return (*load().musterdaten.lexicon.get(slug, ()), load().musterdaten.entries[slug].name)


def names_of(vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Words of titles, each with its Musterdatensatz."""
    found = vocabulary.musterdaten
    return [(word, entry.slug) for entry in found for word in _terms(entry.slug)]


def places_of(vocabulary: Vocabulary) -> list:  # type: ignore[type-arg]
    """Gemeinden that are not small."""
    return [known for known in vocabulary.register.gemeinden if known.size_class in "123456"]


def made(number: int, chance: random.Random, names: list, places: list) -> Change:  # type: ignore[type-arg]
    """One dataset, everything about it by chance."""
    (word, topic), place = chance.choice(names), chance.choice(places)
    said = " ".join(name for name, _ in chance.choices(names, k=chance.randint(4, 45)))
    dataset = Dataset(
        portal="bench",
        identifier=str(number),
        title=f"{word.title()} {place.short_name} {chance.randint(2005, 2026)}",
        description=f"Offene Daten der Stadt {place.short_name} mit {said}.",
        keywords=tuple(name for name, _ in chance.choices(names, k=4)),
        publisher=Body(place.name, _exact(place.key), "gemeinde", "kern"),
        musterdatensatz=_exact(topic),
        thema=_exact(topic.partition("--")[0]),
        themes=("ENVI",),
        data_as_of=date(2026, 1, 1) - timedelta(days=chance.randint(0, 6_000)),
        distributions=tuple(_file(chance) for _ in range(chance.randint(1, 5))),
    )
    return Change(dataset, None, "1", "application/n-triples", "")


def _file(chance: random.Random) -> Distribution:
    licence = _exact(chance.choice(LICENCES)) if chance.random() < 0.9 else Reading()
    format = chance.choice(FORMATS)
    used = standards.uses(format, chance)
    return Distribution(format=_exact(format), licence=licence, standards=used)


def _exact(value: str) -> Reading:
    return Reading(value, "exact", "bench", value)


def touch(store: Store, datasets: int) -> None:
    """Lets so many datasets be different from what the index holds."""
    from app.model.identity import dataset_id
    from app.store.stored import load as stored

    later = NOW + timedelta(days=1)
    with store.transaction() as session:
        ids = [dataset_id("bench", str(number)) for number in range(datasets)]
        found = [each.dataset for each in stored(session, ids).values()]
        run = run_writes.start(session, "bench", "bench", later)
        changes = [Change(each, None, "2", "application/n-triples", "") for each in found]
        swap_writes.replace(session, run, changes, later)
        swap_writes.bump_generation(session)
        run_writes.finish(session, run, Run("bench", run, "complete", later, later), now=later)

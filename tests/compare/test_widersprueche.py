# SPDX-License-Identifier: EUPL-1.2
"""Widersprüche: what copies say otherwise than the dataset that is counted; filters and order."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.model.mark import Mark
from app.model.selection import Selection
from app.store import Store, contradiction_queries, dataset_queries
from app.store.change import Change
from app.vocabulary import Vocabulary
from tests.builders import change, dataset, harvest, part
from tests.compare.asking import KIEL, ROSTOCK, TREES, ask, notes

SLUG = "widersprueche"


def carried(number: int, portal: str, kommune: str, *parts: Any, **more: Any) -> Change:
    """A portal's version of dataset number so-and-so, under an identifier of its own."""
    files = parts or (part("CSV"),)
    made = dataset(f"{portal}-{number:03}", kommune, TREES, *files, portal=portal, **more)
    titled = replace(made, title=f"Bäume {number:03}")
    return replace(change(titled), marks=(Mark("uri", number),))


@pytest.fixture
def twice(sqlite_store: Store) -> Store:
    """A hundred datasets in two portals, two of them with another licence there."""
    town = [carried(n, "stadt", KIEL if n < 50 else ROSTOCK) for n in range(100)]
    closed = part("CSV", "cc-by-nc-4.0")
    land = [
        carried(n, "land", KIEL if n < 50 else ROSTOCK, *((closed,) if n in (7, 77) else ()))
        for n in range(100)
    ]
    harvest(sqlite_store, *town, *land)
    return sqlite_store


def test_a_hundred_datasets_twice_are_a_hundred_and_two_contradict(
    twice: Store, vocabulary: Vocabulary
) -> None:
    with twice.session() as session:
        assert dataset_queries.count(session, Selection()) == 100
    answer = ask(twice, vocabulary, SLUG)
    assert (answer.total, answer.base, len(answer.rows)) == (2, 2, 2)
    base = notes(answer)["note.widersprueche_base"]
    assert (base["count"], base["datasets"]) == (2, 2)
    for row in answer.rows:
        by = dict(zip((column.key for column in answer.columns), row, strict=True))
        assert by["feld"] == "licence"
        assert {by["hier"][0].key, by["dort"][0].key} == {"cc-by-4.0", "cc-by-nc-4.0"}


FILTERS = (
    (f"kommune={KIEL}", 1),
    (f"kommune={KIEL}&kommune={ROSTOCK}", 2),
    ("land=13", 1),
    ("land=05", 0),
    ("portal=stadt", 2),
    ("portal=land", 2),
    (f"portal=land&kommune={ROSTOCK}", 1),
    (f"musterdatensatz={TREES}", 2),
    ("musterdatensatz=abfallentsorgung--abfallkalender", 0),
    ("seite=2&pro-seite=1", 2),
)


@pytest.mark.parametrize(("query", "total"), FILTERS)
def test_filters(twice: Store, vocabulary: Vocabulary, query: str, total: int) -> None:
    answer = ask(twice, vocabulary, SLUG, query)
    assert answer.total == total
    assert len(answer.rows) == (1 if "pro-seite" in query else total)


@pytest.mark.parametrize("sorting", ["datensatz", "feld", "portal"])
def test_order(twice: Store, vocabulary: Vocabulary, sorting: str) -> None:
    up = ask(twice, vocabulary, SLUG, f"sortierung={sorting}").rows
    down = ask(twice, vocabulary, SLUG, f"sortierung=-{sorting}").rows
    assert sorted(map(str, up)) == sorted(map(str, down))
    if sorting == "datensatz":
        assert up == down[::-1]


def test_every_field_is_a_row_and_silence_is_none(
    sqlite_store: Store, vocabulary: Vocabulary
) -> None:
    harvest(
        sqlite_store,
        carried(1, "stadt", KIEL, part("CSV"), issued=date(2020, 1, 1)),
        carried(1, "land", KIEL, part("PDF"), issued=date(2021, 1, 1)),
        carried(2, "stadt", KIEL, part("CSV"), issued=date(2020, 1, 1)),
        carried(2, "land", KIEL, part(None)),
    )
    fields = [row[2] for row in ask(sqlite_store, vocabulary, SLUG).rows]
    assert fields == ["format", "issued"]


def test_numbers_follow_the_store_on_both_databases(store: Store, vocabulary: Vocabulary) -> None:
    closed = part("CSV", "cc-by-nc-4.0")
    harvest(store, carried(1, "stadt", KIEL), carried(1, "land", KIEL, closed, part("PDF")))
    assert ask(store, vocabulary, SLUG).total == 2
    harvest(store, carried(2, "stadt", KIEL), carried(2, "land", KIEL, closed))
    answer = ask(store, vocabulary, SLUG)
    assert (answer.total, answer.base, len(answer.rows)) == (3, 2, 3)
    with store.session() as session:
        joined = contradiction_queries.extent(session, Selection(portal=("stadt", "land")))
        assert contradiction_queries.extent(session, Selection()) == joined == (3, 2)

# SPDX-License-Identifier: EUPL-1.2
"""Contradictions: filters answer as those of datasets do, pages cut the whole list anywhere, and a
store of before keeps its contradictions."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from sqlalchemy import text

from app.model.mark import Mark
from app.model.selection import Selection
from app.store import Store, contradiction_queries, dataset_queries, prepare
from app.store.change import Change
from app.store.contradiction_queries import SORTINGS, Contradiction
from app.store.contradiction_rows import FIELDS, bits, fields_of
from tests.builders import change, dataset, harvest, part
from tests.compare.asking import KIEL, ROSTOCK, TREES

PORTALS = ("stadt", "land", "bund")
WASTE = "abfallentsorgung--abfallkalender"
SELECTIONS = (
    *({"land": ("13",)}, {"kommune": (KIEL,)}, {"kommune": (KIEL, ROSTOCK)}, {"land": ("05",)}),
    *({"format": ("CSV",)}, {"format": ("PDF", "none")}, {"format": ("unknown",)}),
    *({"lizenz": ("cc0-1.0",)}, {"lizenz": ("none",)}, {"standard": ("none",)}),
    *({"musterdatensatz": (TREES,)}, {"thema": ("umwelt",)}, {"stand": "2020-02-01"}),
    *({"q": "baume 3"}, {"q": "xyz"}, {"modified_since": "2000-01-01"}),
    *({"modified_since": "2100-01-01"}, {"format": ("CSV",), "kommune": (ROSTOCK,), "q": "1"}),
)


def version(number: int, portal: str, chance: random.Random) -> Change:
    """A portal's version of a dataset, by chance as others have it or not."""
    kinds, licences = ("CSV", "PDF", None), ("cc-by-4.0", "cc0-1.0", None)
    parts = [
        part(chance.choice(kinds), chance.choice(licences)) for _ in range(chance.choice((0, 1, 2)))
    ]
    topic = TREES if number % 3 else WASTE
    made = dataset(
        f"{portal}-{number}", KIEL if number % 2 else ROSTOCK, topic, *parts, portal=portal
    )
    day = date(2020, 1, 1) + timedelta(days=chance.choice((0, 40)))
    titled = replace(made, title=f"Bäume {number % 7}", issued=day, data_as_of=day)
    return replace(change(titled), marks=(Mark("uri", number),))


@pytest.fixture
def differing(store: Store) -> Store:
    """Forty datasets in three portals that differ by chance."""
    chance = random.Random(5)  # noqa: S311 - the same each time
    made = [version(number, key, chance) for number, key in product(range(40), PORTALS)]
    harvest(store, *made)
    return store


def everything(store: Store, selection: Selection) -> tuple[Contradiction, ...]:
    """All contradictions on one page."""
    with store.session() as session:
        return contradiction_queries.contradictions(session, selection, 10_000)


@pytest.mark.parametrize("given", SELECTIONS, ids=str)
def test_filters_choose_the_datasets_that_other_lists_choose(
    differing: Store, given: dict[str, tuple[str, ...]]
) -> None:
    selection = Selection(**given)  # type: ignore[arg-type]
    with differing.session() as session:
        chosen = {line.id for line in dataset_queries.lines(session, selection, 10_000)}
        extent = contradiction_queries.extent(session, selection)
    wanted = [each for each in everything(differing, Selection()) if each.canonical.id in chosen]
    assert list(everything(differing, selection)) == wanted
    assert extent == (len(wanted), len({each.canonical.id for each in wanted}))


def test_a_portal_is_that_of_either_side(differing: Store) -> None:
    whole = everything(differing, Selection())
    for key in PORTALS:
        found = everything(differing, Selection(portal=(key,)))
        assert list(found) == [e for e in whole if key in (e.canonical.portal, e.copy.portal)]


@pytest.mark.parametrize("sorting", SORTINGS)
@pytest.mark.parametrize("size", [1, 7, 50])
def test_pages_are_the_whole_list_in_pieces(differing: Store, sorting: str, size: int) -> None:
    selection = Selection(sortierung=sorting)
    whole = everything(differing, selection)
    assert len(whole) > 60
    with differing.session() as session:
        pages = [
            contradiction_queries.contradictions(session, selection, size, start)
            for start in range(0, len(whole) + size, size)
        ]
    assert [each for page in pages for each in page] == list(whole)
    keys = list(_keys(sorting, whole))
    assert keys == sorted(keys, reverse=sorting.startswith("-"))


def _keys(sorting: str, found: tuple[Contradiction, ...]) -> Iterator[Any]:
    for each in found:
        name = sorting.removeprefix("-")
        if name == "feld":
            yield FIELDS.index(each.field)
        else:
            yield each.copy.portal if name == "portal" else (each.canonical.title or "").casefold()


def test_fields_are_read_as_they_were_written() -> None:
    for number in range(1 << len(FIELDS)):
        assert bits(fields_of(number)) == number


def test_a_store_of_before_has_its_contradictions_after_the_step(differing: Store) -> None:
    """The table as the former version left it, with rows in it, and counts of that version."""
    before = everything(differing, Selection())
    with differing.writer().begin() as connection:
        for line in (
            "DROP TABLE contradiction",
            "CREATE TABLE contradiction (dataset TEXT NOT NULL, field TEXT NOT NULL)",
            "INSERT INTO contradiction SELECT id, 'title' FROM dataset WHERE copy_of IS NOT NULL",
            "UPDATE alembic_version SET version_num = '0011'",
            "UPDATE state SET number = 6 WHERE name = 'derived'",
        ):
            connection.execute(text(line))
    prepare(differing)
    assert everything(differing, Selection()) == before

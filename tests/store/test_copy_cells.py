# SPDX-License-Identifier: EUPL-1.2
"""Counts without copies: what a few copies change is counted anew, and that is as good as all."""

import random
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from app.model import Body
from app.store import Store, cell_writes, portal_writes, state_queries, swap_writes
from app.store.change import Change
from app.store.tables import CellRow, DailyRow, PackRow, table_of
from tests.store import made
from tests.store.made import NOW, file
from tests.store.test_copies import LAND, TOWN, bring, carrying, heads

PLACES = (
    Body("Stadt A", made.exact("01001000"), "gemeinde", "kern"),
    Body("Stadt B", made.exact("02000000"), "gemeinde", "kern"),
    Body("Land", made.exact("01"), "land", "land"),
    Body("Verein"),
)


def anywhere(numbers: random.Random, number: int, key: str) -> Change:
    """One of a portal's datasets, with one of two marks, somewhere and about something."""
    return carrying(
        f"{key[0]}{number}",
        key,
        ("uri", number + numbers.randrange(2)),
        publisher=numbers.choice(PLACES),
        musterdatensatz=made.exact(numbers.choice(("verkehr--radwege", "umwelt--baumkataster"))),
        thema=made.exact(numbers.choice(("verkehr", "umwelt"))),
        inspire_themes=numbers.choice(((), ("tn",))),
        distributions=tuple(file(numbers.choice(("CSV", "PDF"))) for _ in range(2)),
    )


def counted(store: Store) -> list[Any]:
    """All cells, packs and numbers of days, packs of places apart."""
    tables = (CellRow, PackRow, DailyRow)
    with store.session() as session:
        rows = [list(session.connection().execute(select(table_of(each)))) for each in tables]
    return [sorted(map(str, each)) for each in (rows[0], rows[1], rows[2])]


def test_counting_only_what_copies_changed_is_counting_all(store: Store) -> None:
    numbers = random.Random(3)  # noqa: S311
    bring(store, *(anywhere(numbers, n, key) for key in (TOWN, LAND, "bund") for n in range(20)))
    for step in range(6):
        key = (TOWN, LAND, "bund")[step % 3]
        some = [anywhere(numbers, n, key) for n in range(step, step + 3)]
        bring(store, *(replace(each, hash=f"{step}") for each in some))
        before = counted(store)
        with store.transaction() as session:
            for each in (TOWN, LAND, "bund"):
                swap_writes.rebuild_cells(session, each, NOW)
        assert counted(store) == before, step
    assert len(heads(store)) > 10


def test_a_few_copies_cost_no_recount_of_a_portal(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(store, *(carrying(f"b{n}", "bund", ("uri", n)) for n in range(9)))
    bring(store, carrying("a0", TOWN, ("uri", 0)))
    recounted = []
    rebuild = cell_writes.rebuild_cells

    def noted(session: Any, portal: str, now: Any = None) -> None:
        recounted.append(portal)
        rebuild(session, portal, now)

    monkeypatch.setattr(cell_writes, "rebuild_cells", noted)
    bring(store, carrying("a1", TOWN, ("uri", 1)))
    assert len(heads(store)) == 2
    assert recounted == [TOWN]


def test_what_the_operator_says_of_a_portal_ranks_its_copies_anew(store: Store) -> None:
    """The very town's own portal is nearest, as soon as the settings say whose it is."""
    bring(store, *(carrying(f"a{n}", TOWN, ("uri", n)) for n in range(3)))
    bring(store, *(carrying(f"b{n}", LAND, ("uri", n)) for n in range(3)))
    assert heads(store) == {f"a{n}": f"b{n}" for n in range(3)}
    before = counted(store)
    owner = made.dataset("x").publisher.key.value
    with store.transaction() as session:
        generation = state_queries.generation(session)
        portal_writes.remember(session, made.portal(TOWN, ags=owner), NOW)
        assert state_queries.generation(session) == generation + 1
    assert heads(store) == {f"b{n}": f"a{n}" for n in range(3)}
    with store.transaction() as session:
        portal_writes.remember(session, made.portal(TOWN, ags=owner, title="Neu"), NOW)
        assert state_queries.generation(session) == generation + 1
        portal_writes.remember(session, made.portal(TOWN), NOW)
    assert heads(store) == {f"a{n}": f"b{n}" for n in range(3)}
    assert counted(store) == before

# SPDX-License-Identifier: EUPL-1.2
"""A swap of a few datasets counts these alone, and that is as good as counting everything."""

import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.model import Body, Series, StandardUse
from app.model.mark import Mark
from app.store import (
    Store,
    cell_writes,
    copy_cell_writes,
    pack_patches,
    run_writes,
    swap_writes,
)
from app.store.change import Change
from app.store.tables import CellRow, DailyRow, PackRow, table_of
from tests.store import made
from tests.store.made import DAY, NOW, exact, file, id_of

PORTALS = ("stadt", "land", "bund")
BODIES = (
    Body("Stadt A", exact("01001000"), "gemeinde", "kern"),
    Body("Stadt B", exact("02000000"), "gemeinde", "kern"),
    Body("Kreis", exact("03151"), "kreis", "kern"),
    Body("Land", exact("01"), "land", "land"),
    Body("Landesamt", exact("02"), None, "land"),
    Body("Verein"),
)
LICENCES = ("cc-by-4.0", "cc0-1.0", "dl-by-de-2.0")
USES = (
    (),
    (StandardUse("wfs", "WFS", "inferred"),),
    (StandardUse("wfs", "WFS", "declared"), StandardUse(None, "Hausnorm", "declared")),
)


def anything(chance: random.Random, number: int, key: str) -> Change:
    """A dataset with everything that is counted chosen at random."""
    files = tuple(
        file(
            chance.choice(("CSV", "PDF", "GML")),
            chance.choice(LICENCES),
            standards=chance.choice(USES),
        )
        for _ in range(chance.randrange(4))
    )
    of = made.dataset(
        str(number),
        portal=key,
        title=f"Titel {number}",
        publisher=chance.choice(BODIES),
        musterdatensatz=exact(chance.choice(("verkehr--radwege", "umwelt--baumkataster"))),
        thema=exact(chance.choice(("verkehr", "umwelt", "bildung"))),
        inspire_themes=chance.choice(((), ("tn",), ("tn", "ad"))),
        hvd_categories=chance.choice(((), ("c_1",))),
        series=Series(None, chance.choice((None, "reihe"))),
        distributions=files,
    )
    marks = (Mark("uri", number + chance.randrange(2)),)
    return made.change(of, hash=str(chance.random()), marks=marks)


def swap(store: Store, key: str, changes: list[Change], gone: list[str], at: Any) -> None:
    """One complete run of a portal as app.intake.swap does it."""
    with store.transaction() as session:
        run = made.begin(session, key, at)
        known = swap_writes.known(session, key)
        new = [each for each in changes if each.dataset.identifier not in known]
        old = [each for each in changes if each.dataset.identifier in known]
        swap_writes.missing(session, key, gone, at)
        due = swap_writes.due(session, key, at, 1, 0)
        before = {*due, *(id_of(each.dataset.identifier, key) for each in old)}
        former = swap_writes.former(session, before)
        swap_writes.add(session, run, new, at)
        swap_writes.replace(session, run, old, at)
        swap_writes.retire(session, run, due, at, 1, 0)
        touched = before | {id_of(each.dataset.identifier, key) for each in new}
        switched = swap_writes.find_copies(session, touched, at)
        swap_writes.recount(session, key, switched, at, touched, former)
        run_writes.finish(session, run, made.ended(key), now=at)


def counted(store: Store) -> list[Counter[tuple[Any, ...]]]:
    """Cells with the sets of licences in order, packs, and numbers of days."""
    found = []
    with store.session() as session:
        for each in (CellRow, PackRow, DailyRow):
            rows = session.connection().execute(select(table_of(each))).all()
            found.append(Counter(map(in_order, rows)))
    return found


def in_order(row: Any) -> tuple[Any, ...]:
    """A cell's set of licences is in any order."""
    values = tuple(row)
    if row._fields[0] == "portal" and "facet" in row._fields and row.facet == "licences":
        return (*values[:7], " ".join(sorted(row.value.split())), *values[8:])
    return values


@pytest.fixture
def rebuilt(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The portals that were counted in full."""
    found: list[str] = []
    rebuild = cell_writes.rebuild_cells

    def noted(session: Any, portal: str, now: Any = None) -> None:
        found.append(portal)
        rebuild(session, portal, now)

    monkeypatch.setattr(cell_writes, "rebuild_cells", noted)
    return found


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_counting_what_is_different_is_counting_all(
    store: Store, rebuilt: list[str], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    for key in PORTALS:
        swap(store, key, [anything(chance, n, key) for n in range(20)], [], NOW)
    for step in range(1, 10):
        key, at = chance.choice(PORTALS), NOW + step * DAY
        rebuilt.clear()
        changes = [anything(chance, n, key) for n in chance.sample(range(24), 3)]
        said = {each.dataset.identifier for each in changes}
        gone = [str(n) for n in chance.sample(range(20), 2) if str(n) not in said]
        swap(store, key, changes, gone, at)
        assert rebuilt == []
        before = counted(store)
        with store.transaction() as session:
            for each in PORTALS:
                swap_writes.rebuild_cells(session, each, at)
        assert counted(store) == before, step


@pytest.mark.parametrize(("number", "in_full"), [(2, False), (4, False), (7, True)])
def test_a_share_of_a_large_portal_is_counted_apart(
    store: Store,
    rebuilt: list[str],
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    in_full: bool,
) -> None:
    """Here more than 3 are many, of 20 at most a fourth; spots are named by twos."""
    for name, value in (("FEW", 3), ("MANY", 8), ("SHARE", 4)):
        monkeypatch.setattr(copy_cell_writes, name, value)
    monkeypatch.setattr(pack_patches, "SPOTS", 2)
    chance = random.Random(8)  # noqa: S311
    swap(store, "stadt", [anything(chance, n, "stadt") for n in range(20)], [], NOW)
    rebuilt.clear()
    swap(store, "stadt", [anything(chance, n, "stadt") for n in range(number)], [], NOW + DAY)
    assert rebuilt == ["stadt"] * in_full
    before = counted(store)
    with store.transaction() as session:
        swap_writes.rebuild_cells(session, "stadt", NOW + DAY)
    assert counted(store) == before


def test_copies_come_and_go(store: Store) -> None:
    """The first copy of a portal and its last one change how all of it is counted."""
    chance = random.Random(5)  # noqa: S311
    for key in PORTALS:
        many = [anything(chance, n + 100 * PORTALS.index(key), key) for n in range(8)]
        swap(store, key, many, [], NOW)
    one = anything(chance, 100, "bund")
    for step, change in enumerate((one, replace(one, marks=(), hash="ohne"))):
        at = NOW + timedelta(days=step + 1)
        swap(store, "bund", [change], [], at)
        before = counted(store)
        with store.transaction() as session:
            for each in PORTALS:
                swap_writes.rebuild_cells(session, each, at)
        assert counted(store) == before


def test_a_small_portal_that_loses_all_it_had_leaves_nothing(store: Store) -> None:
    chance = random.Random(6)  # noqa: S311
    swap(store, "stadt", [anything(chance, n, "stadt") for n in range(3)], [], NOW)
    swap(store, "stadt", [], ["0", "1", "2"], NOW + DAY)
    cells, packs, _ = counted(store)
    assert not cells
    assert {pack[2] for pack in packs} <= {"places"}

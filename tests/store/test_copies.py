# SPDX-License-Identifier: EUPL-1.2
"""Copies in several portals: one counts, whatever the order; explained; parted when marks go."""

import random
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select, text

from app.model.mark import Mark, MarkRule
from app.model.selection import Selection
from app.store import (
    Store,
    cluster_writes,
    dataset_queries,
    figure_queries,
    licence_queries,
    matrix_queries,
    portal_removal,
    run_writes,
    swap_writes,
)
from app.store.change import Change
from app.store.cluster_links import MOST
from app.store.contradiction_rows import bits
from app.store.tables import ContradictionRow, CopyRow, DatasetRow, PackRow, table_of
from app.store.topic_pack import decode, merged
from tests.store import made
from tests.store.made import LATER, NOW, change, dataset, file, id_of

TOWN, LAND = "stadt", "land"


def carrying(identifier: str, key: str, *marks: tuple[MarkRule, int], **more: Any) -> Change:
    """A dataset of a portal with these marks."""
    given = dataset(identifier, portal=key, title=f"Titel {identifier[1:]}", **more)
    return change(given, marks=tuple(Mark(*mark) for mark in marks))


def bring(store: Store, *changes: Change) -> None:
    """One swap a portal, in the order the portals come."""
    for key in dict.fromkeys(each.dataset.portal for each in changes):
        mine = [each for each in changes if each.dataset.portal == key]
        with store.transaction() as session:
            run = made.begin(session, key)
            known = swap_writes.known(session, key)
            new = [each for each in mine if each.dataset.identifier not in known]
            old = [each for each in mine if each.dataset.identifier in known]
            swap_writes.add(session, run, new, NOW)
            swap_writes.replace(session, run, old, NOW)
            found(session, mine, key)
            run_writes.finish(session, run, made.ended(key), now=NOW)


def found(session: Any, changes: Iterable[Change], key: str) -> None:
    """What a swap does at its end."""
    ids = [id_of(each.dataset.identifier, key) for each in changes]
    swap_writes.recount(session, key, swap_writes.find_copies(session, ids, NOW), NOW)


def heads(store: Store) -> dict[str, str]:
    """Identifier of each copy -> of the dataset it is a copy of."""
    c = table_of(DatasetRow).c
    with store.session() as session:
        rows = session.connection().execute(select(c.id, c.identifier, c.copy_of)).all()
    names = {row.id: row.identifier for row in rows}
    return {row.identifier: names[row.copy_of] for row in rows if row.copy_of}


def state(store: Store) -> list[Any]:
    """Everything that clustering leaves, without times."""
    tables = (CopyRow, ContradictionRow, PackRow)
    with store.session() as session:
        rows = [
            sorted(map(tuple, session.connection().execute(select(*_columns(each)))))
            for each in tables
        ]
    return [heads(store), *rows[:2], [row for row in rows[2] if row[2] != "places"]]


def _columns(row: Any) -> list[Any]:
    return [column for column in table_of(row).c if column.name != "changed_at"]


def test_one_counts_and_the_others_do_not(store: Store) -> None:
    bring(store, carrying("a1", TOWN, ("uri", 1)), carrying("b1", LAND, ("identifier", 1)))
    assert len(heads(store)) == 1
    with store.session() as session:
        assert figure_queries.figures(session)[:2] == (1, 1)
        assert dataset_queries.count(session, Selection()) == 1
        for key in (TOWN, LAND):
            assert dataset_queries.count(session, Selection(portal=(key,))) == 1
        assert [tuple(use) for use in licence_queries.uses(session)] == [("cc-by-4.0", 1)]
        assert licence_queries.uses(session, portal=(LAND,))[0].datasets == 1
        for portal in ((), (LAND,), (TOWN,)):
            assert holdings(session, portal) == 1


def holdings(session: Any, portal: tuple[str, ...]) -> int:
    """Holdings of the town in all comparisons."""
    packed = matrix_queries.packs(session, "kommune", [matrix_queries.SUM], portal)
    uses = made_uses(packed.bodies[matrix_queries.SUM, ""])
    return sum(sum(use.holdings) for name, use in uses.items() if name[0] == "holding")


def made_uses(bodies: tuple[str, ...]) -> Any:
    return merged([decode(body) for body in bodies])


def test_the_order_in_which_portals_come_changes_nothing(store: Store) -> None:
    everything = [
        carrying(f"{letter}{number}", key, ("uri", number), ("file", 100 + number // 2))
        for number in range(8)
        for letter, key in (("a", TOWN), ("b", LAND), ("c", "bund"))
    ]
    states = []
    for seed in range(4):
        random.Random(seed).shuffle(everything)  # noqa: S311 - an order, no secret
        bring(store, *everything)
        states.append(state(store))
        for key in (TOWN, LAND, "bund"):
            with store.transaction() as session:
                portal_removal.remove(session, key)
        assert state(store) == [{}, [], [], []]
    assert all(each == states[0] for each in states)
    assert len(states[0][0]) == 16


def test_looking_at_all_and_only_at_what_was_touched_is_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = random.Random(7)  # noqa: S311
    changes = [
        carrying(f"{key[0]}{number}", key, *drawn(numbers))
        for number in range(40)
        for key in (TOWN, LAND, "bund")
    ]
    for start in range(0, len(changes), 15):
        bring(store, *changes[start : start + 15])
    step_by_step = state(store)
    assert step_by_step[0]
    monkeypatch.setattr(cluster_writes, "MANY", -1)
    with store.transaction() as session:
        ids = [id_of(each.dataset.identifier, each.dataset.portal) for each in changes]
        assert swap_writes.find_copies(session, ids, LATER) == {}
    assert state(store) == step_by_step


def test_a_large_portal_is_made_known_before_it_is_counted(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_writes, "UNHEARD", 1)
    bring(store, carrying("a1", TOWN, ("uri", 1)), carrying("a2", TOWN, ("uri", 2)))
    with store.session() as session:
        if session.get_bind().dialect.name != "postgresql":
            pytest.skip("only PostgreSQL plans by what it was told of the rows")
        planned = text("SELECT reltuples FROM pg_class WHERE relname IN ('dataset', 'mark')")
        assert session.connection().execute(planned).scalars().all() == [2, 2]


def drawn(numbers: random.Random) -> set[tuple[MarkRule, int]]:
    rules: tuple[MarkRule, ...] = ("uri", "file", "title")
    return {
        (rule, 1000 * at + numbers.randrange(60))
        for at, rule in enumerate(rules)
        if numbers.random() < 0.6
    }


def test_what_many_or_several_of_one_portal_share_names_none_of_them(store: Store) -> None:
    common = [carrying(f"c{n}", f"p{n}", ("uri", 5)) for n in range(MOST + 1)]
    shared = [carrying("a1", TOWN, ("file", 1)), carrying("a2", TOWN, ("file", 1))]
    bring(store, *common, *shared, carrying("b1", LAND, ("file", 1)))
    assert heads(store) == {}


def test_a_title_never_joins_two_of_one_portal_over_a_third(store: Store) -> None:
    one = carrying("a1", TOWN, ("uri", 1))
    other = carrying("a2", TOWN, ("title", 2))
    bring(store, one, other, carrying("b1", LAND, ("uri", 1), ("title", 2)))
    assert set(heads(store)) | set(heads(store).values()) == {"a1", "b1"}


def test_a_name_given_twice_by_a_portal_holds_where_titles_agree(store: Store) -> None:
    bring(store, carrying("a1", TOWN, ("identifier", 1)), carrying("a2", TOWN, ("identifier", 1)))
    assert heads(store) == {}
    bring(store, carrying("b1", LAND, ("identifier", 1)))
    assert set(heads(store)) | set(heads(store).values()) == {"a1", "b1"}


def test_marks_that_go_part_and_marks_that_become_clear_join(store: Store) -> None:
    one, other = carrying("a1", TOWN, ("file", 1)), carrying("a2", TOWN, ("file", 1))
    bring(store, one, other, carrying("b1", LAND, ("file", 1)))
    assert heads(store) == {}
    bring(store, replace(other, marks=(), hash="2"))
    assert set(heads(store)) | set(heads(store).values()) == {"a1", "b1"}
    bring(store, replace(one, marks=(), hash="2"))
    assert heads(store) == {}


def test_the_nearest_to_the_origin_counts_and_says_why(store: Store) -> None:
    home = f"https://{LAND}.example/d/1"
    bring(
        store,
        carrying("a1", TOWN, ("uri", 1), uri=home),
        carrying("b1", LAND, ("uri", 1), uri=home),
    )
    assert heads(store) == {"a1": "b1"}
    c = table_of(CopyRow).c
    with store.session() as session:
        row = session.connection().execute(select(c.rule, c.reason, c.via)).one()
    assert tuple(row) == ("uri", "host", id_of("b1", LAND))


def test_where_copies_differ(store: Store) -> None:
    one = carrying("a1", TOWN, ("uri", 1))
    closed = carrying("b1", LAND, ("uri", 1), distributions=(file("PDF", "cc-by-nc-4.0"),))
    bring(store, one, closed)
    c = table_of(ContradictionRow).c
    with store.session() as session:
        row = session.connection().execute(select(c.fields, c.number, c.head, c.formats)).one()
    assert tuple(row[:2]) == (bits(("licence", "format")), 2)
    own = {id_of("a1", TOWN): " CSV ", id_of("b1", LAND): " PDF "}
    assert row.formats == own[row.head]
    agreed = replace(closed, dataset=replace(closed.dataset, distributions=(file(),)), hash="2")
    bring(store, agreed)
    with store.session() as session:
        assert not session.connection().execute(select(c.fields)).all()


def test_a_copy_counts_again_when_the_other_retires(store: Store) -> None:
    bring(store, carrying("a1", TOWN, ("uri", 1)), carrying("b1", LAND, ("uri", 1)))
    ((copy, head),) = heads(store).items()
    key = TOWN if head == "a1" else LAND
    with store.transaction() as session:
        run = made.begin(session, key, LATER)
        swap_writes.missing(session, key, [head], NOW)
        swap_writes.retire(session, run, [id_of(head, key)], LATER, 1, 0)
        switched = swap_writes.find_copies(session, [id_of(head, key)], LATER)
        swap_writes.recount(session, key, switched, LATER)
    assert heads(store) == {}
    with store.session() as session:
        assert figure_queries.figures(session).datasets == 1
        assert holdings(session, ()) == 1
        since = Selection(modified_since=LATER.isoformat())
        assert dataset_queries.count(session, since) == 1, copy

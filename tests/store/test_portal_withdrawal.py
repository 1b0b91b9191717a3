# SPDX-License-Identifier: EUPL-1.2
"""Withdrawing a portal takes its datasets from every reader and keeps ids, history and runs."""

from datetime import UTC, datetime

import pytest

from app.store import (
    Store,
    StoreError,
    daily_queries,
    dataset_queries,
    figure_queries,
    portal_queries,
    run_queries,
    run_writes,
    state_queries,
)
from app.store.portal_withdrawal import withdraw
from tests.store import made
from tests.store.made import change, fill, id_of, kinds
from tests.store.test_portal_removal import bring, counts

ME = "operator"


def test_nothing_of_it_is_live_and_what_was_is_remembered(store: Store) -> None:
    fill(store, [change("a"), change("b")])
    with store.transaction() as session:
        assert withdraw(session, "stadt", ME, made.LATER) == 2
    with store.session() as session:
        assert figure_queries.figures(session)[:3] == (0, 0, 0)
        found = dataset_queries.get(session, id_of("a"))
        assert found is not None and found.retired_at == made.LATER
        assert found.dataset.title == "Datensatz a"
    assert kinds(store, "a")[0] == "retired"


def test_the_days_before_keep_their_figures(store: Store) -> None:
    fill(store, [change("a"), change("b")])
    with store.transaction() as session:
        withdraw(session, "stadt", ME, datetime.now(UTC) + made.DAY)
    with store.session() as session:
        steps = daily_queries.trend(session, "datasets", portal="stadt")
    assert [step.datasets for step in steps] == [2, 0]


def test_it_is_a_run_of_its_own_and_no_success_of_the_portal(store: Store) -> None:
    fill(store, [change("a")])
    with store.session() as session:
        before = portal_queries.standing(session, "stadt")
    with store.transaction() as session:
        withdraw(session, "stadt", ME, made.LATER)
    with store.session() as session:
        newest = run_queries.history(session, "stadt", 1)[0]
        after = portal_queries.standing(session, "stadt")
    assert (newest.retired, [note.code for note in newest.notes]) == (1, ["run.withdrawn"])
    assert before and after and after[0].last_success == before[0].last_success
    assert (after[0].reason_code, after[0].last_try) == ("run.withdrawn", made.LATER)
    assert after[0].state == "withdrawn"
    assert (after[1].datasets, after[1].retired) == (0, 1)


def test_copies_of_others_count_in_its_place(store: Store) -> None:
    bring(store, "andere")
    with store.session() as session:
        alone = figure_queries.figures(session)
    bring(store, "stadt")
    with store.transaction() as session:
        assert withdraw(session, "stadt", ME) == 2
    with store.session() as session:
        assert figure_queries.figures(session)[:3] == alone[:3]


def test_readers_are_told_by_a_new_generation(store: Store) -> None:
    fill(store, [change("a")])
    with store.session() as session:
        before = state_queries.generation(session)
    with store.transaction() as session:
        withdraw(session, "stadt", ME)
    with store.session() as session:
        assert state_queries.generation(session) == before + 1


def test_while_it_is_harvested_nothing_goes(store: Store) -> None:
    fill(store, [change("a")])
    with store.transaction() as session:
        run_writes.start(session, "stadt", "somebody")
    before = counts(store)
    with pytest.raises(StoreError) as refused, store.transaction() as session:
        withdraw(session, "stadt", ME)
    assert refused.value.code == "store.run_active"
    assert counts(store) == before

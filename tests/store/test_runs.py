# SPDX-License-Identifier: EUPL-1.2
"""Portals and runs: one at a time, none for ever, and all of what they tell comes back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.model import Finding, ItemOutcome, Run
from app.store import Store, StoreError, portal_queries, portal_writes, run_queries, run_writes
from tests.store import made
from tests.store.made import NOW

SECOND = timedelta(seconds=1)


def start(store: Store, key: str = "stadt", owner: str = "a", after: timedelta = SECOND) -> int:
    """A run that is committed."""
    with store.transaction() as session:
        portal_writes.remember(session, made.portal(key), NOW)
        return run_writes.start(session, key, owner, NOW + after)


def test_a_portal_is_remembered_and_brought_up_to_date(store: Store) -> None:
    told = made.portal(ags="01001000", exclusive=True, title="Stadt Ä")
    with store.transaction() as session:
        portal_writes.remember(session, made.portal(), NOW)
        portal_writes.remember(session, told, NOW + SECOND)
        (standing,) = portal_queries.list_portals(session)
    assert standing.portal == told
    assert standing.remembered_at == NOW
    assert (standing.state, standing.last_try, standing.reason_code) == (None, None, None)


def test_another_url_under_a_key_with_datasets_is_refused(store: Store) -> None:
    made.fill(store, [made.change("a")])
    other = made.portal(url="https://other.example/")
    with pytest.raises(StoreError) as caught, store.transaction() as session:
        portal_writes.remember(session, other, NOW)
    assert caught.value.code == "store.other_url"
    assert caught.value.params == {
        "portal": "stadt",
        "known": made.portal().url,
        "given": "https://other.example/",
    }


def test_a_run_comes_back_as_it_ended(store: Store) -> None:
    number = start(store)
    notes = (Finding("run.shrunken", "stadt", {"before": "9"}), Finding("xml.repaired", "p", {}))
    rejects = tuple(ItemOutcome(None, f"page {n}", "item.no_identity", "<x>") for n in range(3))
    told = Run(
        "stadt",
        number,
        "quarantined",
        NOW + SECOND,
        NOW + 5 * SECOND,
        *(10, 1, 2, 4, 0, 3, 25),
        announced=11,
        notes=notes,
        rejects=rejects,
    )
    with store.transaction() as session:
        run_writes.finish(session, number, told)
    with store.session() as session:
        assert run_queries.get(session, number) == told
        assert run_queries.latest(session, "stadt") == replace(told, rejects=())
        assert run_queries.rejects(session, number, limit=1, offset=1) == rejects[1:2]
        assert run_queries.get(session, number + 1) is None
        (standing,) = portal_queries.list_portals(session)
    assert (standing.state, standing.reason_code) == ("quarantined", "run.shrunken")
    assert standing.reason_params == {"before": "9"}
    assert (standing.last_try, standing.last_success) == (NOW + 5 * SECOND, None)


@pytest.mark.parametrize("state", ["complete", "complete-with-rejects", "not-modified"])
def test_what_counts_as_success(store: Store, state: str) -> None:
    number = start(store)
    with store.transaction() as session:
        ended = Run("stadt", state=state, ended=NOW + SECOND)  # type: ignore[arg-type]
        run_writes.finish(session, number, ended)
        (standing,) = portal_queries.list_portals(session)
    assert standing.last_success == standing.last_try == NOW + SECOND


def test_a_failure_keeps_the_last_success(store: Store) -> None:
    made.fill(store, [])
    for state, after in (("complete", SECOND), ("failed", 9 * SECOND)):
        number = start(store, after=after)
        with store.transaction() as session:
            ended = Run("stadt", state=state, ended=NOW + after)  # type: ignore[arg-type]
            run_writes.finish(session, number, ended)
    with store.session() as session:
        (standing,) = portal_queries.list_portals(session)
        states = [run.state for run in run_queries.history(session)]
    assert (standing.last_success, standing.last_try) == (NOW + SECOND, NOW + 9 * SECOND)
    assert states == ["failed", "complete"]


def test_one_run_of_a_portal_at_a_time(store: Store) -> None:
    start(store, owner="host-1")
    start(store, "kreis")
    with pytest.raises(StoreError) as caught:
        start(store, owner="host-2", after=40 * SECOND)
    assert caught.value.code == "store.run_active"
    assert caught.value.params["owner"] == "host-1"


def test_the_database_itself_refuses_a_second_running_run(store: Store) -> None:
    from app.store.tables import RunRow

    start(store)
    with pytest.raises(StoreError), store.transaction() as session:
        session.add(RunRow(portal="stadt", state="running", owner="b", started=NOW, heartbeat=NOW))
        session.flush()


def test_a_dead_owner_is_replaced_and_named(store: Store) -> None:
    dead = start(store, owner="host-1")
    second = start(store, owner="host-2", after=60 * SECOND)
    with store.session() as session:
        lost = run_queries.get(session, dead)
        latest = run_queries.latest(session, "stadt")
    assert lost and lost.state == "failed" and lost.ended == NOW + 60 * SECOND
    assert [(note.code, note.params) for note in lost.notes] == [
        ("run.owner_lost", {"owner": "host-1"})
    ]
    assert latest and latest.id == second and latest.state == "running"


def test_a_heartbeat_keeps_a_run(store: Store) -> None:
    number = start(store)
    with store.transaction() as session:
        assert run_writes.beat(session, number, NOW + 40 * SECOND)
    with store.transaction() as session:
        assert run_writes.mark_stale(session, NOW + 80 * SECOND) == 0
        assert run_writes.mark_stale(session, NOW + 90 * SECOND) == 1
        assert not run_writes.beat(session, number, NOW + 91 * SECOND)


def test_a_waiting_run_is_resumed(store: Store) -> None:
    number = start(store)
    with store.transaction() as session:
        run_writes.finish(session, number, Run("stadt", state="quarantined"), now=NOW + SECOND)
    with store.transaction() as session:
        run_writes.resume(session, number, "host-2", NOW + 2 * SECOND)
    with pytest.raises(StoreError) as caught:
        start(store, owner="host-3", after=3 * SECOND)
    assert caught.value.params["owner"] == "host-2"

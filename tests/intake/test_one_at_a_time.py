# SPDX-License-Identifier: EUPL-1.2
"""One portal is harvested once at a time, whoever starts it (promise H5)."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.intake.heartbeat import heartbeat
from app.intake.job import utc_now
from app.intake.run import accept, harvest
from app.store import Store, StoreError, open_store, portal_writes, run_queries, run_writes
from app.store.tables import RunRow
from harvesters.base.errors import HarvestError
from harvesters.base.record import Portal
from tests.intake.making import catalogue, dataset, towns
from tests.intake.trial import KEY, Trial

PORTAL = Portal(KEY, "dcat", "https://x.example/", "https://x.example/")


class Paused:
    """A progress that waits in the middle of a run until it is told to go on."""

    def __init__(self) -> None:
        self.reached, self.go_on = threading.Event(), threading.Event()

    def __call__(self, received: int, announced: int | None) -> None:
        """Called by the run."""
        self.reached.set()
        assert self.go_on.wait(20)


def in_background(work: Callable[[], object]) -> tuple[threading.Thread, list[object]]:
    """The work in a thread of its own, and what it returned or raised."""
    results: list[object] = []

    def run() -> None:
        try:
            results.append(work())
        except (StoreError, HarvestError) as error:
            results.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread, results


def test_the_second_is_told_who_is_at_it(trial: Trial) -> None:
    trial.put(towns(1, 2))
    paused = Paused()
    first = trial.job(progress=paused, owner="rechner:17")
    thread, results = in_background(lambda: harvest(trial.store, first))
    assert paused.reached.wait(20)
    with pytest.raises(StoreError) as caught:
        harvest(trial.store, trial.job(owner="anderer:4"))
    assert caught.value.code == "store.run_active"
    assert caught.value.params["owner"] == "rechner:17"
    assert caught.value.params["portal"] == KEY
    paused.go_on.set()
    thread.join(20)
    assert [result.run.state for result in results] == ["complete"]  # type: ignore[attr-defined]
    with trial.store.session() as session:
        assert len(run_queries.history(session, KEY)) == 1


def test_two_that_start_at_once_are_one_run(trial: Trial) -> None:
    """Both meet the portal for the first time, so its row is made by one of them as well."""
    trial.put(towns(*range(30)))
    barrier = threading.Barrier(3)

    def work(owner: str) -> object:
        barrier.wait(20)
        return harvest(trial.store, trial.job(owner=owner)).run.state

    started = [in_background(lambda o=owner: work(o)) for owner in ("a", "b", "c")]  # type: ignore[misc]
    for thread, _ in started:
        thread.join(30)
    results = [result for _, found in started for result in found]
    assert len(results) == 3
    assert "complete" in results
    refused = [result for result in results if isinstance(result, StoreError)]
    assert all(error.code == "store.run_active" for error in refused)
    with trial.store.session() as session:
        runs = run_queries.history(session, KEY)
    assert len(runs) == 3 - len(refused)  # one after another is no two at once
    assert len(trial.numbers()) == 30


def test_a_dead_owners_lease_ends_after_45_seconds(trial: Trial) -> None:
    trial.run(towns(1))
    with trial.store.transaction() as session:
        run_writes.start(session, KEY, "tot:1", trial.clock())
    with pytest.raises(StoreError, match="run_active"):
        harvest(trial.store, trial.job())
    trial.clock.pass_by(seconds=46)
    outcome = harvest(trial.store, trial.job())
    assert outcome.run.state == "complete"
    with trial.store.session() as session:
        _, dead, _ = run_queries.history(session, KEY)
    assert (dead.state, dead.notes[0].code) == ("failed", "run.owner_lost")
    assert dead.notes[0].params == {"owner": "tot:1"}


def test_who_was_silent_too_long_writes_nothing(trial: Trial) -> None:
    """A computer that slept: its run was taken over, and another has harvested since."""
    trial.run(towns(1))
    paused = Paused()
    trial.put(catalogue([dataset(1, "verschlafen")]))
    sleeper = trial.job(progress=paused, owner="schläfer:1")
    thread, results = in_background(lambda: harvest(trial.store, sleeper))
    assert paused.reached.wait(20)
    trial.put(catalogue([dataset(1, "wach")]))
    trial.clock.pass_by(minutes=2)
    awake = harvest(trial.store, trial.job(owner="wach:1"))
    paused.go_on.set()
    thread.join(20)
    assert awake.run.state == "complete"
    (slept,) = results
    assert slept.run.state == "failed"  # type: ignore[attr-defined]
    assert slept.run.notes[0].code == "run.taken_over"  # type: ignore[attr-defined]
    assert list(trial.live().values()) == ["wach"]
    with trial.store.session() as session:
        newest, taken, _ = run_queries.history(session, KEY)
    assert (newest.state, taken.state) == ("complete", "failed")
    assert taken.notes[0].code == "run.owner_lost"


def test_a_long_swap_is_not_taken_for_dead(postgres_store: Store, trial: Trial) -> None:
    """Its heartbeat waits for its own lock; whoever comes meanwhile must not end it."""
    store = postgres_store
    with store.transaction() as session:
        portal_writes.remember(session, PORTAL, trial.clock())
        number = run_writes.start(session, KEY, "lang:1", trial.clock())
    later = replace(trial.clock, now=trial.clock.now)
    later.pass_by(minutes=5)
    with store.transaction() as swapping:
        assert run_writes.beat(swapping, number, trial.clock())
        with pytest.raises(StoreError, match="run_active"), store.transaction() as session:
            run_writes.start(session, KEY, "ungeduldig:2", later())
    with store.session() as session:
        run = run_queries.get(session, number)
    assert run is not None
    assert run.state == "running"


def test_nobody_accepts_while_somebody_harvests(trial: Trial) -> None:
    trial.run(towns(*range(20)))
    number = trial.run(towns(1)).id or 0
    with trial.store.transaction() as session:
        run_writes.start(session, KEY, "rechner:17", trial.clock())
    with pytest.raises(StoreError, match="run_active"):
        accept(trial.store, trial.job(), number)
    with trial.store.session() as session:
        waiting = run_queries.get(session, number)
    assert waiting is not None
    assert waiting.state == "quarantined"


def wait_for_a_beat(trial: Trial, number: int) -> None:
    """Returns once the run, begun by the clock of the trial, has given a sign of life since."""
    for _ in range(1_000):
        with trial.store.session() as session:
            row = session.get_one(RunRow, number)
            if row.heartbeat != row.started:
                return
        time.sleep(0.01)
    raise AssertionError("no heartbeat in ten seconds")


def test_the_heart_beats_while_a_run_works(trial: Trial) -> None:
    with trial.store.transaction() as session:
        portal_writes.remember(session, PORTAL)
        number = run_writes.start(session, KEY, "a:1", trial.clock())
    before = threading.active_count()
    with heartbeat(trial.store, number, utc_now, every=0.02):
        wait_for_a_beat(trial, number)
        with trial.store.transaction() as session:
            run_writes.mark_stale(session)
    assert threading.active_count() == before
    with trial.store.session() as session:
        run = run_queries.get(session, number)
    assert run is not None
    assert run.state == "running"


def test_the_heart_survives_a_locked_store(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    with trial.store.transaction() as session:
        portal_writes.remember(session, PORTAL)
        number = run_writes.start(session, KEY, "a:1", trial.clock())
    impatient = open_store(f"sqlite:///{trial.store.name}", wait=0.02)
    with heartbeat(impatient, number, utc_now, every=0.01):
        with trial.store.transaction():
            time.sleep(0.2)  # every beat meets the lock
        wait_for_a_beat(trial, number)
    impatient.close()
    with trial.store.transaction() as session:
        assert run_writes.mark_stale(session) == 0

# SPDX-License-Identifier: EUPL-1.2
"""What the timetable orders: after restarts, leaps of the clock, runs by others, lost runs."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from apscheduler.schedulers.background import BackgroundScheduler

from app.model import Finding, Run, RunState
from app.scheduler.past import TRIES
from app.scheduler.plan import Order
from app.scheduler.timetable import Starts, Timetable
from app.store import Store, StoreError, portal_writes, run_queries, run_writes
from harvesters.base.record import Portal
from tests.scheduler.test_plan import DUE, ENTRY, HOUR

KEY = ENTRY.portal
STOPPED = (Finding("run.stopped", KEY),)


@dataclass
class Trial:
    """A timetable at a clock that is set by hand."""

    store: Store
    now: datetime = DUE + HOUR
    ordered: list[datetime] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def start(self) -> Timetable:
        """A timetable as a process has it that has just started."""

        def place(order: Order) -> None:
            self.ordered.append(order.due)

        def troubled(error: StoreError) -> None:
            self.troubles.append(error.code)

        return Timetable((ENTRY,), self.store, place, troubled, lambda: self.now)

    def run(self, began: datetime, state: RunState, *notes: Finding) -> None:
        """A run of the portal in the store."""
        with self.store.transaction() as session:
            portal_writes.remember(session, Portal(KEY, "dcat", "https://x.example/", ""), began)
            number = run_writes.start(session, KEY, "anybody:1", began)
            if state != "running":
                ended = Run(KEY, state=state, notes=notes)
                run_writes.finish(session, number, ended, (), began)


@pytest.fixture
def trial(sqlite_store: Store) -> Trial:
    """A timetable whose portal was due an hour ago."""
    return Trial(sqlite_store)


def test_what_was_missed_is_made_up_once(trial: Trial) -> None:
    timetable = trial.start()
    timetable.look()
    timetable.look()
    assert trial.ordered == [DUE]
    trial.run(DUE + HOUR, "complete")
    trial.start().look()  # another process, or this one after a restart
    assert trial.ordered == [DUE]


def test_beyond_the_grace_nothing_is_made_up(trial: Trial) -> None:
    trial.now = DUE + 7 * HOUR
    trial.start().look()
    assert trial.ordered == []


@pytest.mark.parametrize("state", ["complete", "not-modified", "partial", "quarantined", "failed"])
def test_whoever_served_it_and_however_it_ended(trial: Trial, state: RunState) -> None:
    trial.run(DUE + timedelta(minutes=1), state, Finding("http.status", KEY, {"status": "500"}))
    trial.start().look()
    assert trial.ordered == []


def test_a_run_from_before_does_not_count(trial: Trial) -> None:
    trial.run(DUE - timedelta(minutes=1), "complete")
    trial.start().look()
    assert trial.ordered == [DUE]


def test_a_run_that_was_cut_off_is_made_up_but_not_for_ever(trial: Trial) -> None:
    for number in range(TRIES):
        trial.run(DUE + timedelta(minutes=number), "failed", *STOPPED)
        trial.start().look()
    assert trial.ordered == [DUE] * (TRIES - 1)


def test_a_portal_that_wants_to_be_left_alone_is(trial: Trial) -> None:
    """Retry-After of hours: the due time is made up when the rest is over, within its grace."""
    rest = {"until": (trial.now + HOUR).isoformat()}
    trial.run(DUE - HOUR, "partial", Finding("network.later", KEY, rest))
    timetable = trial.start()
    timetable.look()
    trial.now += HOUR / 2
    timetable.look()
    assert trial.ordered == []
    trial.now += HOUR
    timetable.look()
    assert trial.ordered == [DUE]


@pytest.mark.parametrize("until", ["", "morgen", "1999-01-01T00:00:00+00:00"])
def test_a_rest_that_is_over_or_nonsense_holds_nothing_up(trial: Trial, until: str) -> None:
    trial.run(DUE - HOUR, "partial", Finding("network.later", KEY, {"until": until}))
    trial.start().look()
    assert trial.ordered == [DUE]


def test_a_later_run_ends_the_rest(trial: Trial) -> None:
    rest = {"until": (trial.now + HOUR).isoformat()}
    trial.run(DUE - 2 * HOUR, "partial", Finding("network.later", KEY, rest))
    trial.run(DUE - HOUR, "complete")
    trial.start().look()
    assert trial.ordered == [DUE]


def test_lost_runs_are_ended_and_made_up(trial: Trial) -> None:
    trial.run(DUE + timedelta(minutes=1), "running")
    trial.start().look()
    with trial.store.session() as session:
        run = run_queries.latest(session, KEY)
    assert run is not None
    assert (run.state, run.notes[0].code) == ("failed", "run.owner_lost")
    assert trial.ordered == [DUE]


def test_a_leap_of_the_clock_forwards_costs_no_run(trial: Trial) -> None:
    trial.now = DUE - HOUR
    timetable = trial.start()
    timetable.look()
    assert trial.ordered == []
    trial.now = DUE + 2 * HOUR  # the computer slept
    timetable.look()
    assert trial.ordered == [DUE]


def test_a_leap_backwards_repeats_no_run(trial: Trial) -> None:
    timetable = trial.start()
    timetable.look()
    trial.now = DUE + timedelta(minutes=10)
    timetable.look()
    assert trial.ordered == [DUE]


def test_runs_from_the_future_block_nothing(trial: Trial) -> None:
    """The clock was a year ahead for a minute and somebody harvested."""
    trial.run(DUE + timedelta(days=365), "complete")
    trial.start().look()
    assert trial.ordered == [DUE]


def test_a_store_that_fails_is_told_and_asked_again(trial: Trial) -> None:
    timetable = trial.start()

    def refuse(order: Order) -> None:
        raise StoreError("store.locked")

    timetable.place, place = refuse, timetable.place
    timetable.look()
    assert trial.troubles == ["store.locked"]
    timetable.place = place
    timetable.look()
    assert trial.ordered == [DUE]


def test_the_scheduler_does_not_loop_where_an_hour_comes_twice() -> None:
    """APScheduler's own trigger names 2026-10-25 01:30 UTC for ever; ours goes on."""
    trigger = Starts(replace(ENTRY, schedule="30 2 * * *", jitter=timedelta(0)))
    job = BackgroundScheduler(timezone=UTC).add_job(print, trigger)
    here = datetime(2026, 10, 24, 12, tzinfo=UTC)
    found = []
    for _ in range(4):
        after = job.trigger.get_next_fire_time(here, here)
        assert after > here
        found.append(after.strftime("%m-%d %H:%M"))
        here = after
    assert found == ["10-25 00:30", "10-26 01:30", "10-27 01:30", "10-28 01:30"]

# SPDX-License-Identifier: EUPL-1.2
"""The clock: APScheduler wakes at every start and twice a minute, and orders what is due.

Both look at the same question, "what should have started by now and was not served?", so that a
restart, a clock that was set, a computer that slept or a wake-up that was missed cost nothing but
time.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.interval import IntervalTrigger

from app.scheduler.past import end_lost_runs, is_served, rests_until
from app.scheduler.plan import Entry, Order, next_start, order_now
from app.store import Store, StoreError

LOOK = timedelta(seconds=30)

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """This instant."""
    return datetime.now(UTC)


class Starts(BaseTrigger):  # type: ignore[misc]  # APScheduler carries no types
    """Fires at the starts of an entry; its own local arithmetic is not asked (app.config.due)."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry

    def get_next_fire_time(self, previous: datetime | None, now: datetime) -> datetime | None:
        """The next start, in UTC."""
        after = max(now, previous) if previous else now
        return next_start(self.entry, after.astimezone(UTC))


@dataclass
class Timetable:
    """What is due, and to whom it goes. place: takes an order; troubled: hears of a StoreError.

    beside: done at every look, in a thread of its own.
    """

    plan: tuple[Entry, ...]
    store: Store
    place: Callable[[Order], None]
    troubled: Callable[[StoreError], None]
    clock: Clock = utc_now
    beside: Callable[[], None] | None = None
    _placed: dict[str, datetime] = field(default_factory=dict)
    _scheduler: Any = None

    def open(self, look: timedelta = LOOK) -> None:
        """Looks once for what was missed, then follows the clock in a thread of its own."""
        same = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        scheduler = BackgroundScheduler(timezone=UTC, job_defaults=same)
        for entry in self.plan:
            scheduler.add_job(self.consider, Starts(entry), args=(entry,), id=entry.portal)
        every = IntervalTrigger(seconds=look.total_seconds(), timezone=UTC)
        scheduler.add_job(self.look, every, id=".look", next_run_time=datetime.now(UTC))
        if self.beside is not None:
            scheduler.add_job(self.beside, every, id=".beside")
        self._scheduler = scheduler
        scheduler.start()

    def close(self) -> None:
        """Orders nothing any more."""
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)

    def look(self) -> None:
        """Ends the runs of the dead and considers every portal."""
        try:
            end_lost_runs(self.store)
        except StoreError as error:
            self.troubled(error)
            return
        for entry in self.plan:
            self.consider(entry)

    def consider(self, entry: Entry) -> None:
        """Orders the run that is due now, unless it was ordered or served before."""
        now = self.clock()
        order = order_now(entry, now)
        if order is None or self._placed.get(entry.portal) == order.due:
            return
        try:
            if not is_served(self.store, order, now):
                rest = rests_until(self.store, order)
                if rest is not None and now < rest:
                    return  # looked at again, within its grace
                self.place(order)
            self._placed[entry.portal] = order.due
        except StoreError as error:
            self.troubled(error)

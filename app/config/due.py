# SPDX-License-Identifier: EUPL-1.2
"""When a timetable is due: arithmetic over instants that survives daylight saving.

APScheduler's trigger reads the fields, but is asked for one instant after another in UTC: fed with
its own local answers it stays at the same minute for ever when an hour comes twice (2026-10-25).
A time of day that comes twice counts once, as cron has it, unless every hour is meant; one that is
left out in spring is due when the clock has passed it.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

_SECOND = timedelta(seconds=1)
_WINDOWS = tuple(timedelta(hours=hours) for hours in (1, 26, 8 * 24, 32 * 24, 367 * 24))
"""How far to look back: the smallest that holds a due time keeps the walk through it short."""


@lru_cache(maxsize=512)
def _trigger(schedule: str, timezone: str) -> CronTrigger:
    minute, hour, day, month, weekday = schedule.lower().split()
    return CronTrigger(
        minute=minute,
        hour=hour,
        day=day,
        month=month,
        day_of_week=weekday,
        timezone=ZoneInfo(timezone),
    )


def next_due(schedule: str, timezone: str, after: datetime) -> datetime | None:
    """The first due time later than ``after`` (aware), in UTC; None for a date that never comes."""
    trigger = _trigger(schedule, timezone)
    every_hour = "*" in schedule.split()[1]
    here = after.astimezone(UTC)
    while True:
        found = trigger.get_next_fire_time(None, here + timedelta(microseconds=1))
        if found is None:
            return None
        instant: datetime = found.astimezone(UTC)
        # of a wall time that comes twice APScheduler may name the one that is over
        if instant <= here:
            here += _SECOND * 60
        elif instant.astimezone(ZoneInfo(timezone)).fold and not every_hour:
            here = instant
        else:
            return instant


def last_due(schedule: str, timezone: str, now: datetime) -> datetime | None:
    """The latest due time that is not later than ``now``; None where a year had none."""
    for window in _WINDOWS:
        due = next_due(schedule, timezone, now - window)
        if due is not None and due <= now:
            return _latest(schedule, timezone, due, now)
    return None


def _latest(schedule: str, timezone: str, due: datetime, now: datetime) -> datetime:
    while (later := next_due(schedule, timezone, due)) is not None and later <= now:
        due = later
    return due


def missed(schedule: str, timezone: str, since: datetime, now: datetime, most: int = 2) -> int:
    """How many due times passed between two instants, at most ``most`` of them."""
    found, here = 0, since
    while found < most:
        due = next_due(schedule, timezone, here)
        if due is None or due > now:
            break
        found, here = found + 1, due
    return found

# SPDX-License-Identifier: EUPL-1.2
"""Which portals are on the timetable, when each starts, and which wait for each other."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.config import PortalSettings, Settings, Timetable
from app.config.due import last_due, next_due
from app.model.lane import lane_of

_PATIENCE = timedelta(minutes=2)
"""What a run may need beyond its ceiling to read, swap and index what it has fetched."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A portal on the timetable. lane: scheme, host and port that take one request at a time.

    jitter: longest delay of a start; grace: so long a missed run is made up; ceiling: so long the
    process of a run may live.
    """

    portal: str
    lane: str
    schedule: str
    timezone: str
    jitter: timedelta
    grace: timedelta
    ceiling: timedelta


@dataclass(frozen=True, slots=True)
class Order:
    """A run that is due. due: the instant by the timetable, the same on every machine."""

    entry: Entry
    due: datetime


def entries(settings: Settings) -> tuple[Entry, ...]:
    """The portals that are harvested by the clock; none where the timetable is switched off."""
    if not settings.timetable.enabled:
        return ()
    return tuple(entry_of(block, settings.timetable) for block in settings.portals if block.enabled)


def entry_of(block: PortalSettings, timetable: Timetable) -> Entry:
    """The entry of one portal."""
    return Entry(
        portal=block.id,
        lane=lane_of(block.url, block.id),
        schedule=block.schedule or timetable.schedule,
        timezone=timetable.timezone,
        jitter=timedelta(seconds=timetable.jitter_s),
        grace=timedelta(minutes=timetable.grace_minutes),
        ceiling=timedelta(minutes=block.limits.run_minutes) + _PATIENCE,
    )


def starts(entry: Entry, due: datetime) -> datetime:
    """When the run of a due time starts: later by a part of the jitter, the same on all machines.

    At most a tenth of the time to the next one, so that frequent timetables keep their pace.
    """
    following = next_due(entry.schedule, entry.timezone, due)
    room = entry.jitter if following is None else min(entry.jitter, (following - due) / 10)
    text = f"{entry.portal}@{due.isoformat()}".encode()
    share = int.from_bytes(hashlib.sha256(text).digest()[:4], "big") / 2**32
    return due + timedelta(seconds=int(room.total_seconds() * share))


def order_now(entry: Entry, now: datetime) -> Order | None:
    """The run that should have started by ``now`` and is within its grace; the latest one only."""
    due = last_due(entry.schedule, entry.timezone, now)
    if due is None or now < starts(entry, due) or now - due > entry.grace:
        return None
    return Order(entry, due)


def next_start(entry: Entry, after: datetime) -> datetime | None:
    """The next start later than ``after``; None where none will come."""
    due = last_due(entry.schedule, entry.timezone, after)
    if due is not None and starts(entry, due) > after:
        return starts(entry, due)
    due = next_due(entry.schedule, entry.timezone, after)
    return starts(entry, due) if due else None

# SPDX-License-Identifier: EUPL-1.2
"""How often a portal is to be read, and when what is known of it has grown old (promise H14)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from app.config.due import missed
from app.config.settings import Settings

Freshness = Literal["fresh", "stale", "never", "unplanned"]
MISSED = 2


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A timetable, and how long after a due time a run may still be under way."""

    schedule: str
    timezone: str
    patience: timedelta


def rhythms(settings: Settings) -> Mapping[str, Rhythm]:
    """The rhythm of each portal that is to be read regularly, whoever keeps the time."""
    asked = settings.timetable
    return {
        block.id: Rhythm(
            block.schedule or asked.schedule,
            asked.timezone,
            timedelta(seconds=asked.jitter_s, minutes=block.limits.run_minutes),
        )
        for block in settings.portals
        if block.enabled
    }


def freshness(rhythm: Rhythm | None, last_success: datetime | None, now: datetime) -> Freshness:
    """``stale`` when two due times passed, each with its patience, since the last success.

    ``unplanned`` for a portal that nobody is to read regularly: its age alone tells.
    """
    if last_success is None:
        return "never"
    if rhythm is None:
        return "unplanned"
    passed = missed(rhythm.schedule, rhythm.timezone, last_success, now - rhythm.patience, MISSED)
    return "stale" if passed >= MISSED else "fresh"

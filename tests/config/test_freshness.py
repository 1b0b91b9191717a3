# SPDX-License-Identifier: EUPL-1.2
"""Stale after two missed intervals of the portal's own timetable (promise H14)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.config import PortalSettings, Settings
from app.config.freshness import Freshness, Rhythm, freshness, rhythms

DAILY = Rhythm("0 3 * * *", "Europe/Berlin", timedelta(minutes=35))
WEEKLY = replace(DAILY, schedule="0 3 * * sun")
# Sunday, 2026-03-29: clocks go forward in Berlin; 03:00 there is 01:00 UTC from then on
SUCCESS = datetime(2026, 3, 29, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("rhythm", "days", "minutes", "expected"),
    [
        (DAILY, 1, 0, "fresh"),
        (DAILY, 2, 24, "fresh"),
        (DAILY, 2, 26, "stale"),
        (DAILY, 300, 0, "stale"),
        (WEEKLY, 13, 0, "fresh"),
        (WEEKLY, 14, 26, "stale"),
        (None, 900, 0, "unplanned"),
    ],
)
def test_two_missed_intervals_make_it_stale(
    rhythm: Rhythm | None, days: int, minutes: int, expected: Freshness
) -> None:
    now = SUCCESS + timedelta(days=days, minutes=minutes)
    assert freshness(rhythm, SUCCESS, now) == expected


def test_what_never_succeeded_is_never_fresh() -> None:
    assert freshness(DAILY, None, SUCCESS) == "never"
    assert freshness(None, None, SUCCESS) == "never"


def test_only_portals_that_are_switched_on_have_a_rhythm() -> None:
    own = PortalSettings(id="a", enabled=True, schedule="0 4 * * mon")
    common = PortalSettings(id="b", enabled=True)
    off = PortalSettings(id="c", enabled=False)
    found = rhythms(Settings(portals=(own, common, off)))
    assert {key: each.schedule for key, each in found.items()} == {
        "a": "0 4 * * mon",
        "b": "0 3 * * *",
    }

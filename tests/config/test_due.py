# SPDX-License-Identifier: EUPL-1.2
"""Due times across the days on which the clock is changed, and how many were missed."""

from datetime import UTC, datetime, timedelta

import pytest

from app.config.due import last_due, missed, next_due

BERLIN = "Europe/Berlin"


def utc(text: str) -> datetime:
    """An instant in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def walk(schedule: str, start: str, count: int) -> list[str]:
    """The next due times in UTC, to the minute."""
    here, found = utc(start), []
    for _ in range(count):
        due = next_due(schedule, BERLIN, here)
        assert due is not None and due > here
        here = due
        found.append(due.strftime("%m-%d %H:%M"))
    return found


@pytest.mark.parametrize(
    ("schedule", "start", "expected"),
    [
        ("0 3 * * *", "2026-10-24T00:00", ["10-24 01:00", "10-25 02:00", "10-26 02:00"]),
        ("0 3 * * *", "2027-03-27T00:00", ["03-27 02:00", "03-28 01:00", "03-29 01:00"]),
        # half past two comes twice in October and counts once
        ("30 2 * * *", "2026-10-24T12:00", ["10-25 00:30", "10-26 01:30", "10-27 01:30"]),
        # and is left out in March: due at what is half past three then
        ("30 2 * * *", "2027-03-27T12:00", ["03-28 01:30", "03-29 00:30"]),
        # every hour means every hour, the doubled one too
        ("30 * * * *", "2026-10-24T23:00", ["10-24 23:30", "10-25 00:30", "10-25 01:30"]),
        ("30 * * * *", "2027-03-27T23:59", ["03-28 00:30", "03-28 01:30", "03-28 02:30"]),
        # Sunday is Sunday
        ("0 4 * * sun", "2026-11-21T00:00", ["11-22 03:00", "11-29 03:00"]),
        ("0 4 1 * *", "2026-11-21T00:00", ["12-01 03:00", "01-01 03:00"]),
    ],
)
def test_due_times(schedule: str, start: str, expected: list[str]) -> None:
    assert walk(schedule, start, len(expected)) == expected


def test_from_every_minute_of_the_doubled_hours_the_next_is_later_and_right() -> None:
    """The instant at which APScheduler's trigger would stand still is among them."""
    start = utc("2026-10-24T23:00")
    for minute in range(240):
        now = start + timedelta(minutes=minute)
        due = next_due("30 2 * * *", BERLIN, now)
        expected = "2026-10-25T00:30" if now < utc("2026-10-25T00:30") else "2026-10-26T01:30"
        assert due == utc(expected), now
        hourly = next_due("30 * * * *", BERLIN, now)
        assert hourly is not None
        assert timedelta(0) < hourly - now <= timedelta(hours=1), now


def test_last_due_is_the_latest_that_has_come() -> None:
    assert last_due("0 3 * * *", BERLIN, utc("2026-11-21T12:00")) == utc("2026-11-21T02:00")
    assert last_due("0 3 * * *", BERLIN, utc("2026-11-21T02:00")) == utc("2026-11-21T02:00")
    assert last_due("0 3 * * *", BERLIN, utc("2026-11-21T01:59")) == utc("2026-11-20T02:00")
    assert last_due("*/5 * * * *", BERLIN, utc("2026-11-21T12:04")) == utc("2026-11-21T12:00")
    assert last_due("0 3 1 jan *", BERLIN, utc("2026-11-21T12:00")) == utc("2026-01-01T02:00")
    assert last_due("30 2 * * *", BERLIN, utc("2026-10-25T01:45")) == utc("2026-10-25T00:30")


def test_a_date_that_never_comes() -> None:
    now = utc("2026-11-21T12:00")
    assert next_due("0 3 31 feb *", BERLIN, now) is None
    assert last_due("0 3 31 feb *", BERLIN, now) is None
    assert missed("0 3 31 feb *", BERLIN, utc("2020-01-01T00:00"), now) == 0


def test_missed_counts_due_times_and_not_hours() -> None:
    success = utc("2026-11-20T02:05")
    assert missed("0 3 * * *", BERLIN, success, utc("2026-11-21T01:00")) == 0
    assert missed("0 3 * * *", BERLIN, success, utc("2026-11-21T02:00")) == 1
    assert missed("0 3 * * *", BERLIN, success, utc("2026-11-22T03:00")) == 2
    assert missed("0 3 * * *", BERLIN, success, utc("2029-11-22T03:00")) == 2
    assert missed("0 3 * * sun", BERLIN, success, utc("2026-11-28T12:00")) == 1

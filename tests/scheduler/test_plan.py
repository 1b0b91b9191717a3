# SPDX-License-Identifier: EUPL-1.2
"""Who is on the timetable, when each starts, and what is ordered at a moment."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.config import PortalSettings, Settings, Timetable
from app.model.lane import lane_of
from app.scheduler.plan import Entry, entries, next_start, order_now, starts

DUE = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
ENTRY = Entry(
    portal="musterstadt",
    lane="https://daten.musterstadt.example:443",
    schedule="0 3 * * *",
    timezone="Europe/Berlin",
    jitter=timedelta(minutes=5),
    grace=6 * HOUR,
    ceiling=HOUR,
)


def test_only_enabled_portals_and_their_own_schedules() -> None:
    portals = (
        PortalSettings(id="a", url="https://a.example/x", enabled=True),
        PortalSettings(id="b", url="https://b.example/x"),
        PortalSettings(id="c", url="c.ttl", enabled=True, schedule="0 4 * * sun"),
    )
    plan = entries(Settings(portals=portals))
    assert [(entry.portal, entry.schedule) for entry in plan] == [
        ("a", "0 3 * * *"),
        ("c", "0 4 * * sun"),
    ]
    assert entries(Settings(portals=portals, timetable=Timetable(enabled=False))) == ()


@pytest.mark.parametrize(
    ("url", "lane"),
    [
        ("https://Daten.Example/a?b", "https://daten.example:443"),
        ("https://daten.example:443/c", "https://daten.example:443"),
        ("http://daten.example/c", "http://daten.example:80"),
        ("http://user@daten.example:8080/c", "http://daten.example:8080"),
        ("pages/catalogue.ttl", "file:x"),
        ("file:///var/catalogue.ttl", "file:x"),
    ],
)
def test_a_lane_is_scheme_host_and_port(url: str, lane: str) -> None:
    assert lane_of(url, "x") == lane


def test_the_jitter_spreads_portals_and_is_the_same_everywhere() -> None:
    found = {starts(replace(ENTRY, portal=f"p{number}"), DUE) - DUE for number in range(50)}
    assert len(found) > 30
    assert min(found) >= timedelta(0)
    assert max(found) <= ENTRY.jitter
    assert starts(ENTRY, DUE) == starts(replace(ENTRY), DUE)


def test_frequent_timetables_keep_their_pace() -> None:
    every = replace(ENTRY, schedule="*/5 * * * *")
    assert starts(every, DUE) - DUE <= timedelta(seconds=30)


def test_ordered_from_the_start_until_the_grace_is_over() -> None:
    start = starts(ENTRY, DUE)
    assert order_now(ENTRY, start - timedelta(seconds=1)) is None
    for now in (start, DUE + HOUR, DUE + 6 * HOUR):
        order = order_now(ENTRY, now)
        assert order is not None
        assert order.due == DUE
    assert order_now(ENTRY, DUE + 6 * HOUR + timedelta(seconds=1)) is None


def test_of_many_that_were_missed_the_latest_is_ordered() -> None:
    often = replace(ENTRY, schedule="0 * * * *", jitter=timedelta(0), grace=24 * HOUR)
    order = order_now(often, DUE + 5 * HOUR + timedelta(minutes=20))
    assert order is not None
    assert order.due == DUE + 5 * HOUR


def test_across_the_days_when_the_clock_is_changed_each_day_has_one_start() -> None:
    for first in (datetime(2026, 10, 23, 12, tzinfo=UTC), datetime(2027, 3, 26, 12, tzinfo=UTC)):
        for schedule in ("0 3 * * *", "30 2 * * *", "0 2 * * *", "59 1 * * *"):
            entry = replace(ENTRY, schedule=schedule)
            ordered = set()
            for minute in range(0, 5 * 24 * 60, 7):
                order = order_now(entry, first + timedelta(minutes=minute))
                ordered |= {order.due} if order else set()
            assert len(ordered) == 5, (schedule, sorted(ordered))


def test_the_next_start_is_later_and_comes_once() -> None:
    here, found = DUE - HOUR, []
    for _ in range(3):
        start = next_start(ENTRY, here)
        assert start is not None and start > here
        found.append(start)
        here = start
    assert [moment.date().day for moment in found] == [21, 22, 23]
    assert next_start(replace(ENTRY, schedule="0 3 31 feb *"), DUE) is None

# SPDX-License-Identifier: EUPL-1.2
"""Issued, Metadaten geändert, the period and Stand der Daten stay apart."""

from datetime import UTC, date, datetime

from app.normalise.times import AsOf, read_as_of, read_day, read_instant, read_period
from harvesters.base.record import RawPeriod
from tests.normalise.builders import TODAY


def test_earliest_issue_and_latest_change_count() -> None:
    days = ("2020-03-01", "01.02.2020")
    assert read_day(days, "dct:issued").value == date(2020, 2, 1)
    assert read_instant(days, "dct:modified").value == datetime(2020, 3, 1, tzinfo=UTC)


def test_a_broken_date_is_noted_with_its_property_and_the_others_count() -> None:
    read = read_instant(("gestern", "2020-03-01", "0000-00-00"), "dct:modified")
    assert read.value == datetime(2020, 3, 1, tzinfo=UTC)
    assert [(note[0], note[1], note[3]) for note in read.notes] == [
        ("date.invalid", "gestern", "dct:modified"),
        ("date.invalid", "0000-00-00", "dct:modified"),
    ]


def test_implausible_years_are_noted_and_not_used() -> None:
    read = read_day(("9999-12-31",), "dct:issued")
    assert read.value is None
    assert read.notes[0][0] == "date.implausible"


def test_period_covers_whole_years_and_several_parts() -> None:
    read = read_period((RawPeriod("2018", "2018"), RawPeriod("2019-05", "Dezember 2020")))
    assert read.value == (date(2018, 1, 1), date(2020, 12, 31))


def test_a_start_alone_leaves_the_period_open_unless_it_is_a_range() -> None:
    assert read_period((RawPeriod("2018", None),)).value == (date(2018, 1, 1), None)
    assert read_period((RawPeriod("2018-2019", None),)).value.end == date(2019, 12, 31)


def test_a_reversed_period_is_noted_and_not_used() -> None:
    read = read_period((RawPeriod("2020-01-01", "2019-01-01"),))
    assert read.value == (None, None)
    assert read.notes == (("temporal.reversed", "2020-01-01", "2019-01-01", ""),)


def test_data_are_as_of_the_end_of_the_period_unless_it_lies_ahead() -> None:
    changed = [datetime(2025, 5, 1, tzinfo=UTC), None]
    ended = read_as_of(date(2020, 12, 31), changed, TODAY)
    assert ended == AsOf(date(2020, 12, 31), "temporal.end")
    ahead = read_as_of(date(2090, 5, 8), changed, TODAY)
    assert ahead == AsOf(date(2025, 5, 1), "distribution.modified")


def test_a_change_in_the_future_says_nothing() -> None:
    assert read_as_of(None, [datetime(2030, 1, 1, tzinfo=UTC)], TODAY) == AsOf()

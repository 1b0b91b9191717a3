# SPDX-License-Identifier: EUPL-1.2
"""Every form of date a portal may use, and the ones that must stay unread."""

from datetime import UTC, date, datetime

import pytest

from app.normalise.dates import plausible, read_date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-12-31", date(2023, 12, 31), date(2023, 12, 31)),
        ("31.12.2023", date(2023, 12, 31), date(2023, 12, 31)),
        ("1.2.2023", date(2023, 2, 1), date(2023, 2, 1)),
        ("2020-06-01+02:00", date(2020, 6, 1), date(2020, 6, 1)),
        ("20201231", date(2020, 12, 31), date(2020, 12, 31)),
        ("28. Januar 2021", date(2021, 1, 28), date(2021, 1, 28)),
        ("Dezember 2020", date(2020, 12, 1), date(2020, 12, 31)),
        ("März 2021", date(2021, 3, 1), date(2021, 3, 31)),
        ("Februar 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("05/2020", date(2020, 5, 1), date(2020, 5, 31)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-2020", date(2019, 1, 1), date(2020, 12, 31)),
        ("2019 bis 2021", date(2019, 1, 1), date(2021, 12, 31)),
        ("Schuljahr 2019/20", date(2019, 8, 1), date(2020, 7, 31)),
        ("01.01.2019 - 31.03.2019", date(2019, 1, 1), date(2019, 3, 31)),
        ("2019-01-01/2019-12-31", date(2019, 1, 1), date(2019, 12, 31)),
        ("I. Quartal 2021", date(2021, 1, 1), date(2021, 3, 31)),
        ("2020-Q4", date(2020, 10, 1), date(2020, 12, 31)),
        ("2. Halbjahr 2021", date(2021, 7, 1), date(2021, 12, 31)),
        ("Stand: 30.06.2020", date(2020, 6, 30), date(2020, 6, 30)),
        ("12/31/2020", date(2020, 12, 31), date(2020, 12, 31)),
        ("Do, 03/04/2021 - 10:00", date(2021, 3, 4), date(2021, 3, 4)),
        ("Date changed  Sa, 04/03/2021", date(2021, 4, 3), date(2021, 4, 3)),
        ('"2020-01-01"^^http://www.w3.org/2001/XMLSchema#date', date(2020, 1, 1), date(2020, 1, 1)),
    ],
)
def test_days_that_a_value_means(text: str, first: date, last: date) -> None:
    span = read_date(text)
    assert span is not None
    assert (span.first, span.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2021-01-28 GMT 01:51:03.349", datetime(2021, 1, 28, 1, 51, 3, 349000, UTC)),
        ("01.01.2020 00:00:00", datetime(2020, 1, 1, tzinfo=UTC)),
        ("2021-01-28T01:51:03+01:00", datetime(2021, 1, 28, 0, 51, 3, tzinfo=UTC)),
        ("2023-01-01T00:00:00.000Z", datetime(2023, 1, 1, tzinfo=UTC)),
        ("2020-06-01T24:00:00", datetime(2020, 6, 2, tzinfo=UTC)),
        ("Thu, 28 Jan 2021 01:51:03 GMT", datetime(2021, 1, 28, 1, 51, 3, tzinfo=UTC)),
        ("Thu Jan 28 2021 01:51:03 GMT+0100 (MEZ)", datetime(2021, 1, 28, 0, 51, 3, tzinfo=UTC)),
        ("31.12.2020, 12:00 Uhr", datetime(2020, 12, 31, 12, 0, tzinfo=UTC)),
        ("1611798663349", datetime(2021, 1, 28, 1, 51, 3, 349000, UTC)),
    ],
)
def test_instants_are_aware_and_in_utc(text: str, at: datetime) -> None:
    span = read_date(text)
    assert span is not None
    assert span.at == at
    assert span.at.tzinfo is UTC


@pytest.mark.parametrize(
    "text",
    [
        *("unbekannt", "laufend", "", "16", "-2015", "2012-15", "2010-01-35", "2018-02-30"),
        *("01/02/2020", "2011/12", "31.12.23", "2019-13-01", "2020-01-01T25:00:00"),
        *("Mi, 03/04/2021 - 10:00", "Fr, 31/02/2023", "Di, 02/13/2020"),
        *("2019/25", "31.12.2020 - 01.01.2019", "3. Halbjahr 2020", "Jahr"),
    ],
)
def test_what_has_no_or_two_meanings_is_not_read(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "judged"), [("0001-01-01", False), ("9999-12-31", False), ("1787-05-01", True)]
)
def test_years_that_can_be_meant(text: str, judged: bool) -> None:
    span = read_date(text)
    assert span is not None
    assert plausible(span) is judged

# SPDX-License-Identifier: EUPL-1.2
"""Dates as portals write them: xsd types, odd clocks, German and English words, ranges.

A value is read as a Span of days, since ``2019`` says a year and ``Dezember 2020`` a month. What
has two meanings (``01/02/2020``, ``2011/12``, ``31.12.23``) is not read. A time without a zone is
taken as UTC, so that the day shown is the day the portal wrote.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from app.normalise.words import flatten

FIRST_YEAR, LAST_YEAR = 1000, 2100


class Span(NamedTuple):
    """First and last day meant; the instant (aware, UTC) where a clock time was said."""

    first: date
    last: date
    at: datetime | None = None


_MONTHS = {
    **dict.fromkeys(("januar", "jaenner", "jan", "january"), 1),
    **dict.fromkeys(("februar", "feb", "february", "feber"), 2),
    **dict.fromkeys(("maerz", "mrz", "march", "mar", "mae"), 3),
    **dict.fromkeys(("april", "apr"), 4),
    **dict.fromkeys(("mai", "may"), 5),
    **dict.fromkeys(("juni", "jun", "june"), 6),
    **dict.fromkeys(("juli", "jul", "july"), 7),
    **dict.fromkeys(("august", "aug"), 8),
    **dict.fromkeys(("september", "sep", "sept"), 9),
    **dict.fromkeys(("oktober", "okt", "october", "oct"), 10),
    **dict.fromkeys(("november", "nov"), 11),
    **dict.fromkeys(("dezember", "dez", "december", "dec"), 12),
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_ZONE = r"(?P<zone>z|utc|gmt|(?:gmt|utc)?[+-]\d\d:?(?:\d\d)?)?(?:\s?\([^)]*\))?"
_CLOCK = (
    r"(?:(?:t|,?\s+|\s?gmt\s|\s?utc\s)(?P<hour>\d\d?):(?P<minute>\d\d)"
    rf"(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?(?:\s?uhr)?\s?{_ZONE})?"
)
_WEEKDAY = r"(?:[a-z]{2,10}\.?,?\s)?"
_WEEKDAYS = tuple(
    tuple(names.split())
    for names in (
        "mo mon montag monday",
        "di die tue dienstag tuesday",
        "mi mit wed mittwoch wednesday",
        "do don thu donnerstag thursday",
        "fr fre fri freitag friday",
        "sa sam sat samstag sonnabend saturday",
        "so son sun sonntag sunday",
    )
)


def _day(year: str, month: int, day: str) -> date:
    return date(int(year), month, int(day))


def _iso(found: re.Match[str]) -> Span:
    return _moment(_day(found["year"], int(found["month"]), found["day"]), found)


def _worded(found: re.Match[str]) -> Span:
    return _moment(_day(found["year"], _MONTHS[found["month"]], found["day"]), found)


def _year(found: re.Match[str]) -> Span:
    return _years(int(found["year"]), int(found["year"]))


def _month(found: re.Match[str]) -> Span:
    word = found["month"]
    return _months(int(found["year"]), _MONTHS.get(word) or int(word), 1)


def _quarter(found: re.Match[str]) -> Span:
    number = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(found["part"]) or int(found["part"])
    return _months(int(found["year"]), 3 * number - 2, 3)


def _half(found: re.Match[str]) -> Span:
    number = {"i": 1, "ii": 2}.get(found["part"]) or int(found["part"])
    return _months(int(found["year"]), 6 * number - 5, 6)


def _school_year(found: re.Match[str]) -> Span:
    year = int(found["year"])
    if (year + 1) % 100 != int(found["next"]):
        raise ValueError
    # The school year runs from 1 August to 31 July in every Land (Hamburger Abkommen, section 1).
    return Span(date(year, 8, 1), date(year + 1, 7, 31))


def _slashed(found: re.Match[str]) -> Span:
    one, two = int(found["one"]), int(found["two"])
    if (one > 12) == (two > 12):
        raise ValueError  # day and month cannot be told apart
    day, month = (one, two) if one > 12 else (two, one)
    return _moment(date(int(found["year"]), month, day), found)


def _told_apart(found: re.Match[str]) -> Span:
    """Day and month between slashes, as Drupal writes them: the weekday tells which is which."""
    year, one, two = int(found["year"]), int(found["one"]), int(found["two"])
    days = {date(year, month, day) for day, month in ((one, two), (two, one)) if month <= 12}
    meant = [day for day in days if found["weekday"] in _WEEKDAYS[day.weekday()]]
    if len(meant) != 1:
        raise ValueError
    return _moment(meant[0], found)


def _epoch(found: re.Match[str]) -> Span:
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(found["epoch"]))
    return Span(at.date(), at.date(), at)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Span]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"(?P<year>\d{{4}})-(?P<month>\d\d?)-(?P<day>\d\d?){_CLOCK}", _iso),
        (rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d){_ZONE}", _iso),
        (r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)", _iso),
        (rf"(?P<year>\d{{4}})/(?P<month>\d\d?)/(?P<day>\d\d?){_CLOCK}", _iso),
        (rf"{_WEEKDAY}(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?(?P<year>\d{{4}}){_CLOCK}", _iso),
        (rf"{_WEEKDAY}(?P<day>\d\d?)\.?[\s-]{_MONTH}[\s-](?P<year>\d{{4}}){_CLOCK}", _worded),
        (rf"{_WEEKDAY}{_MONTH}\s(?P<day>\d\d?),?\s(?P<year>\d{{4}}){_CLOCK}", _worded),
        (r"(?P<year>\d{4})(?:z|[+-]\d\d:\d\d)?", _year),
        (r"(?P<year>\d{4})-(?P<month>\d\d)(?:z|[+-]\d\d:\d\d)?", _month),
        (r"(?P<month>\d\d?)\s?[./-]\s?(?P<year>\d{4})", _month),
        (rf"{_MONTH}[\s-]?(?P<year>\d{{4}})", _month),
        (r"(?P<part>[1-4]|i|ii|iii|iv)\.?\s?(?:quartal|vierteljahr)\s(?P<year>\d{4})", _quarter),
        (r"q(?P<part>[1-4])[\s/-]*(?P<year>\d{4})", _quarter),
        (r"(?P<year>\d{4})[\s/-]*q(?P<part>[1-4])", _quarter),
        (r"(?P<part>[12]|i|ii)\.?\s?halbjahr\s(?P<year>\d{4})", _half),
        (r"(?:schuljahr\s)?(?P<year>\d{4})/(?P<next>1[3-9]|[02-9]\d)", _school_year),
        (r"schuljahr\s(?P<year>\d{4})/(?P<next>\d\d)", _school_year),
        (rf"(?P<one>\d\d?)/(?P<two>\d\d?)/(?P<year>\d{{4}}){_CLOCK}", _slashed),
        (
            r"(?P<weekday>[a-z]{2,10})\.?,?\s(?P<one>\d\d?)/(?P<two>\d\d?)/(?P<year>\d{4})"
            rf"(?:\s-)?{_CLOCK}",
            _told_apart,
        ),
        (r"(?P<epoch>\d{13})", _epoch),
    )
)
_LEAD = re.compile(r"^(?:(?:date changed|stand|stichtag|datum|jahr|am|vom|zum)\b\s?[:.]?\s?)+")
_RANGE = re.compile(
    r"(?:von\s|from\s)?(?P<start>.{4,40}?)"
    r"(?:\s?(?:/|--|\bbis(?: zum)?\b|\bto\b)\s?|\s-\s|(?<=\d{4})-(?=\d{4}$))"
    r"(?P<end>.{4,40})"
)


def read_date(text: str) -> Span | None:
    """The days a value means, or None if it cannot be read. The year is not judged here."""
    flat = flatten(text).strip("\"' ")
    flat = flat.partition("^^")[0].strip("\"' ") or flat
    flat = _LEAD.sub("", flat, count=1) if not flat[:1].isdigit() else flat
    return _single(flat) or _range(flat)


def plausible(span: Span) -> bool:
    """Whether every day meant lies in the years that administrations can mean."""
    return span.first.year >= FIRST_YEAR and span.last.year <= LAST_YEAR


def _single(flat: str) -> Span | None:
    for pattern, read in _FORMS:
        found = pattern.fullmatch(flat)
        if found:
            try:
                return read(found)
            except (ValueError, OverflowError):
                continue
    return None


def _range(flat: str) -> Span | None:
    found = _RANGE.fullmatch(flat)
    if not found:
        return None
    start, end = _single(found["start"].strip()), _single(found["end"].strip())
    if start is None or end is None or end.last < start.first:
        return None
    return Span(start.first, end.last)


def _years(first: int, last: int) -> Span:
    return Span(date(first, 1, 1), date(last, 12, 31))


def _months(year: int, month: int, count: int) -> Span:
    first = date(year, month, 1)
    following = date(year + (month + count - 1) // 12, (month + count - 1) % 12 + 1, 1)
    return Span(first, following - timedelta(days=1))


def _moment(day: date, found: re.Match[str]) -> Span:
    parts = found.groupdict()
    if not parts.get("hour"):
        return Span(day, day)
    at = datetime.combine(day, time(0), _zone(parts.get("zone"))) + _clock(parts)
    last = at.date()
    return Span(last, last, at.astimezone(UTC))


def _clock(parts: dict[str, str | None]) -> timedelta:
    hour, minute = int(parts["hour"] or 0), int(parts["minute"] or 0)
    second = int(parts["second"] or 0)
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and minute + second):
        raise ValueError
    micro = int(((parts["fraction"] or "") + "000000")[:6])
    return timedelta(hours=hour, minutes=minute, seconds=second, microseconds=micro)


def _zone(text: str | None) -> timezone:
    digits = re.sub(r"[^\d+-]", "", text or "")
    if len(digits) < 3:
        return UTC
    offset = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:5] or 0))
    return timezone(-offset if digits[0] == "-" else offset)

# SPDX-License-Identifier: EUPL-1.2
"""When: issued, Metadaten geändert, the period covered, and Stand der Daten, never mixed up."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import NamedTuple

from app.normalise.dates import Span, plausible, read_date
from app.normalise.notes import Note, Noted, note
from harvesters.base.record import RawPeriod


class Period(NamedTuple):
    """dct:temporal: first and last day covered; None is open or not said."""

    start: date | None = None
    end: date | None = None


class AsOf(NamedTuple):
    """Stand der Daten and the rule that gave it."""

    day: date | None = None
    rule: str = ""


@lru_cache(maxsize=16_384)
def read_span(text: str, field: str) -> Noted[Span | None]:
    """One value of a date property; unreadable and implausible ones are noted and None."""
    if not text.strip():
        return Noted(None)
    span = read_date(text)
    if span is None:
        return Noted(None, (note("date.invalid", text, field=field),))
    if not plausible(span):
        return Noted(None, (note("date.implausible", text, field=field),))
    return Noted(span)


def read_day(values: tuple[str, ...], field: str) -> Noted[date | None]:
    """dct:issued: the earliest day said."""
    spans, notes = _spans(values, field)
    return Noted(min((span.first for span in spans), default=None), notes)


def read_instant(values: tuple[str, ...], field: str) -> Noted[datetime | None]:
    """dct:modified: the latest instant said; of a day, month or year its beginning, in UTC."""
    spans, notes = _spans(values, field)
    return Noted(max((_instant(span) for span in spans), default=None), notes)


def read_period(periods: tuple[RawPeriod, ...]) -> Noted[Period]:
    """The period covered, first start to last end; a reversed one is noted, not used."""
    starts, start_notes = _spans(_said(periods, lambda period: period.start), "dcat:startDate")
    ends, end_notes = _spans(_said(periods, lambda period: period.end), "dcat:endDate")
    start = min((span.first for span in starts), default=None)
    end = max((span.last for span in ends), default=None)
    if end is None and starts:
        end = _closed(max(starts, key=lambda span: span.last))
    if start and end and end < start:
        reversed_ = note("temporal.reversed", start.isoformat(), end.isoformat())
        return Noted(Period(), (*start_notes, *end_notes, reversed_))
    return Noted(Period(start, end), start_notes + end_notes)


def read_as_of(end: date | None, modified: Iterable[datetime | None], today: date) -> AsOf:
    """Stand der Daten: the end of the period unless it lies ahead, else the files' last change.

    The dataset's own dct:modified is never used: it tells of the metadata.
    """
    if end and end <= today:
        return AsOf(end, "temporal.end")
    days = [at.date() for at in modified if at and at.date() <= today]
    if days:
        return AsOf(max(days), "distribution.modified")
    return AsOf()


def _closed(span: Span) -> date | None:
    # "2019-2020" in the start alone is a whole period; a day, month or year there is only a
    # beginning.
    return span.last if span.last.year > span.first.year else None


def _said(
    periods: tuple[RawPeriod, ...], side: Callable[[RawPeriod], str | None]
) -> tuple[str, ...]:
    return tuple(value for period in periods if (value := side(period)))


def _spans(values: tuple[str, ...], field: str) -> tuple[list[Span], tuple[Note, ...]]:
    if not values:
        return [], ()
    read = [read_span(value, field) for value in values]
    spans = [entry.value for entry in read if entry.value]
    return spans, tuple(entry for one in read for entry in one.notes)


def _instant(span: Span) -> datetime:
    return span.at or datetime.combine(span.first, time(0), UTC)

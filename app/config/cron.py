# SPDX-License-Identifier: EUPL-1.2
"""Timetables: five cron fields as crontab(5) has them, but weekdays by English names only.

Numbers are refused for weekdays because crontab and APScheduler count them from different days:
``0 3 * * 0`` is a Sunday for one and a Monday for the other.
"""

import re

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FIELDS = (("minute", 0, 59), ("hour", 0, 23), ("day", 1, 31), ("month", 1, 12))
PART = re.compile(r"(?:(\*)|(\w+)(?:-(\w+))?)(?:/([1-9]\d?))?")

Fault = tuple[str, dict[str, str]]


def fault_in_schedule(text: str) -> Fault | None:
    """What is wrong with a timetable, or None."""
    fields = text.split()
    if len(fields) != 5:
        return "config.bad_schedule", {"field": "all", "part": text}
    for (name, low, high), value in zip(FIELDS, fields, strict=False):
        names = MONTHS if name == "month" else ()
        if part := _bad_part(value, low, high, names):
            return "config.bad_schedule", {"field": name, "part": part}
    return _fault_in_weekdays(fields[4])


def _fault_in_weekdays(value: str) -> Fault | None:
    if re.search(r"\d", re.sub(r"/\d+", "", value)):
        return "config.weekday_number", {"part": value}
    part = _bad_part(value, 1, 7, WEEKDAYS)
    return ("config.bad_schedule", {"field": "weekday", "part": part}) if part else None


def _bad_part(value: str, low: int, high: int, names: tuple[str, ...]) -> str | None:
    """The first part of a field that cannot be read; ranges must rise."""
    for part in value.lower().split(","):
        match = PART.fullmatch(part)
        if not match:
            return part or value
        if match[1]:
            continue
        ends = [_number(end, names) for end in (match[2], match[3] or match[2])]
        if not low <= ends[0] <= ends[1] <= high:
            return part
    return None


def _number(text: str, names: tuple[str, ...]) -> int:
    """A number as it is, a name by its place from 1, anything else -1 (below every field)."""
    if text in names:
        return names.index(text) + 1
    return int(text) if text.isascii() and text.isdigit() else -1

# SPDX-License-Identifier: EUPL-1.2
"""Periods that interfaces write as one text: an interval of ISO 8601, or words."""

import re
from collections.abc import Iterable

from harvesters.base.record import RawPeriod

_DURATION = re.compile(r"P(?=\w)\w*", re.I)
_OPEN = {"", ".."}


def periods_of(said: Iterable[str]) -> tuple[RawPeriod, ...]:
    """One period a text; what is no interval of two moments stays one text (``2016/P1Y``)."""
    return tuple(dict.fromkeys(map(_period, said)))


def _period(text: str) -> RawPeriod:
    said = text.split("/", 2)
    start, end = map(str.strip, said) if len(said) == 2 else ("", "")
    if not (start or end) or _DURATION.fullmatch(start) or _DURATION.fullmatch(end):
        return RawPeriod(text, None)
    if re.fullmatch(r"\d{1,2}", end):  # 2021/22 is a season, no interval
        return RawPeriod(text, None)
    return RawPeriod(None if start in _OPEN else start, None if end in _OPEN else end)

# SPDX-License-Identifier: EUPL-1.2
"""What mending a broken text gives: its statements, the mends, and the items that were lost."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from harvesters.base.record import Broken, Repair

# More mends of one kind in one page are the same fault again; the rest is counted, not listed.
LISTED = 50


class Truncated(SyntaxError):
    """The text ends before its first item does."""


@dataclass(frozen=True, slots=True)
class Mended:
    """lines: N-Triples of all that could be read. truncated: the end of the page was missing."""

    lines: str
    repairs: tuple[Repair, ...] = ()
    broken: tuple[Broken, ...] = ()
    truncated: bool = False


class Read(Protocol):
    """Reads a part of the text into N-Triples; SyntaxError where it cannot."""

    def __call__(self, part: str, syntax: str = "") -> bytes:
        """syntax: another than the page's own, such as ``trig``."""
        ...


def line_of(text: str, offset: int) -> int:
    """Line number (from 1) of an offset."""
    return text.count("\n", 0, offset) + 1


def lines_of(text: str) -> Callable[[int], int]:
    """The same for many offsets of one text."""
    feeds = [match.start() for match in re.finditer("\n", text)]
    return lambda offset: bisect_left(feeds, offset) + 1


def sift(count: int, read: Callable[[int, int], bytes]) -> tuple[list[str], list[int]]:
    """What can be read of ``count`` parts in their order, and the numbers of the broken ones.

    read(low, high) reads a range of parts. Ranges are halved until the broken parts stand alone, so
    that few faults cost few more readings.
    """
    good: list[str] = []
    broken: list[int] = []
    waiting = [(0, count)]
    while waiting:
        low, high = waiting.pop()
        try:
            good.append(read(low, high).decode())
        except SyntaxError:
            if high - low < 2:
                broken.append(low)
                continue
            middle = (low + high) // 2
            waiting += [(middle, high), (low, middle)]
    return good, broken

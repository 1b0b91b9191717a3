# SPDX-License-Identifier: EUPL-1.2
"""Numbers that stand for the values of facets: the index counts by them, the texts stand beside it.

One column of small numbers, every entry holding exactly one, is counted ten times as quickly as
texts, and no dictionary has to be asked for what is found. A number never gets another meaning as
long as an index lives, so texts written before a commit fit the commits before it as well.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from app.search.words import GAP

NOTHING = 0  # the number of an entry that has no value
Texts = Mapping[str, tuple[str, ...]]


class Tally(NamedTuple):
    """Number -> entries, without those that have nothing. more: whether numbers are left out."""

    entries: Mapping[int, int]
    more: bool = False


class Numbers(dict[str, int]):
    """Text -> its number; a text that was not met before gets the next. Numbers start with 1."""

    def __missing__(self, text: str) -> int:
        found = self[text] = len(self) + 1
        return found


class Codes(dict[str, Numbers]):
    """Facet -> its numbers. A text may end in a GAP and how it is shown."""

    def __missing__(self, facet: str) -> Numbers:
        found = self[facet] = Numbers()
        return found


def known(texts: Texts) -> Codes:
    """The numbers of an index that is brought in step."""
    codes = Codes()
    for facet, lines in texts.items():
        codes[facet].update({text: number for number, text in enumerate(lines) if number})
    return codes


def write(file: Path, codes: Codes) -> None:
    """Keeps all texts; to be called before the commit that uses their numbers."""
    beside = file.with_suffix(".new")
    with beside.open("w", encoding="utf-8") as out:
        out.writelines(_lines(codes))
        out.flush()
        os.fsync(out.fileno())
    beside.replace(file)


def _lines(codes: Codes) -> Iterator[str]:
    for facet, numbers in codes.items():
        yield from (f"{facet}\t{text}\n" for text in numbers)


def read(file: Path) -> Texts:
    """Facet -> texts, each in the place of its number; the first stands for nothing."""
    with file.open(encoding="utf-8", newline="\n") as lines:
        return {facet: tuple(texts) for facet, texts in _read(lines).items()}


def _read(lines: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in lines:
        facet, text = line.rstrip("\n").split("\t")
        found.setdefault(facet, [""]).append(text)
    return found


def shown(text: str) -> str:
    """What of a text the reader sees."""
    return text.rpartition(GAP)[2]

# SPDX-License-Identifier: EUPL-1.2
"""Keywords that mean the same counted as one: case, plural, umlauts; shown as most write them."""

from collections.abc import Iterable, Mapping

from app.search.codes import NOTHING, Numbers
from app.search.words import GAP, stem, words

KEYWORD = "schlagwort"
# The field of those keywords alone that were most frequent when the index was made. Nearly all
# others stand in one or two datasets; adding them up takes three times as long as all the rest.
OFTEN = "schlagwort_often"
MOST_OFTEN = 3_000
LONGEST_KEYWORD = 60
MOST_REMEMBERED = 60_000


def fold_keyword(text: str) -> str:
    """What ``Baum``, ``Bäume`` and ``BAEUME`` have in common; empty where there is no word."""
    return " ".join(map(stem, words(text)))


class Keywords(dict[str, int]):
    """A keyword as it is written -> its number; NOTHING for what is not counted.

    Spellings of one keyword share a number; the one that was asked for first is shown.
    """

    def __init__(self, numbers: Numbers) -> None:
        super().__init__()
        self.numbers = numbers
        self.folded = {text.partition(GAP)[0]: number for text, number in numbers.items()}

    def __missing__(self, keyword: str) -> int:
        if len(self) > MOST_REMEMBERED:
            self.clear()
        found = self[keyword] = self._number(keyword)
        return found

    def _number(self, keyword: str) -> int:
        told = len(keyword) <= LONGEST_KEYWORD and "@" not in keyword  # no addresses of persons
        folded = fold_keyword(keyword) if told else ""
        if not folded:
            return NOTHING
        if folded not in self.folded:
            written = " ".join(keyword.split())
            self.folded[folded] = self.numbers[f"{folded}{GAP}{written}"]
        return self.folded[folded]

    def each_once(self, keywords: Iterable[str]) -> frozenset[int]:
        """The numbers of a dataset's keywords."""
        return frozenset(map(self.__getitem__, keywords)) - {NOTHING}


def meet(known: Keywords, met: Mapping[str, int]) -> None:
    """Numbers the keywords of a store by how many datasets have them, the commonest spelling first.

    met: how many datasets have a keyword as it is written.
    """
    for keyword, _ in sorted(met.items(), key=lambda each: (-each[1], each[0])):
        known[keyword]

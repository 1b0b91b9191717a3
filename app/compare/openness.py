# SPDX-License-Identifier: EUPL-1.2
"""How open a group of holdings is: open, commercial, fit for HVD, unread and not given, apart."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from app.compare.lizenzen import commercial_use
from app.compare.tally import NOTHING, Count
from app.vocabulary import Vocabulary

SMALL = 10
UNREAD = frozenset({"unknown", "unspecified", ""})


@dataclass(frozen=True, slots=True)
class Kinds:
    """Ids of licences by what is known of them; what is likely or unclear is in none."""

    open: frozenset[str]
    commercial: frozenset[str]
    hvd: frozenset[str]


class Openness(NamedTuple):
    """Holdings in all and of each kind. unread: something was said, no licence was understood."""

    holdings: int
    open: int
    commercial: int
    hvd: int
    unread: int
    missing: int

    @property
    def few(self) -> bool:
        """Whether a share of so few says little."""
        return self.holdings < SMALL


def kinds(vocabulary: Vocabulary) -> Kinds:
    """The kinds of all licences."""
    every = tuple(vocabulary.licences)
    return Kinds(
        frozenset(each.id for each in every if each.open == "yes"),
        frozenset(each.id for each in every if commercial_use(each) == "yes"),
        frozenset(each.id for each in every if each.hvd == "yes"),
    )


def openness(count: Count, known: Kinds) -> Openness:
    """One pass over the sets of licences; a holding is of a kind where one of its licences is."""
    free = commercial = hvd = unread = missing = 0
    for licences, number in count.sets.items():
        free += number * (not licences.isdisjoint(known.open))
        commercial += number * (not licences.isdisjoint(known.commercial))
        hvd += number * (not licences.isdisjoint(known.hvd))
        if licences <= UNREAD:
            said = "unknown" in licences
            unread, missing = unread + number * said, missing + number * (not said)
    return Openness(count.holdings, free, commercial, hvd, unread, missing)


def together(counts: Iterable[Count]) -> Count:
    """The counts of several places as one."""
    found = list(counts)
    if not found:
        return NOTHING
    sets: Counter[frozenset[str]] = Counter()
    for count in found:
        for licences, number in count.sets.items():
            sets[licences] += number
    datasets = sum(count.datasets for count in found)
    return Count(datasets, sum(count.holdings for count in found), sets)

# SPDX-License-Identifier: EUPL-1.2
"""The store's packed counts as bit masks, one topic at a time. Pure; ``reading`` fills it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress

from app.store.topic_pack import Uses, bits_of, digits, mask_of

__all__ = ["HOLDING", "Masks", "Matrix", "Topic", "build", "mask_of"]

Masks = Mapping[tuple[str, str], int]
HOLDING = ("holding", "", "")


@dataclass(frozen=True)
class Topic:
    """A Musterdatensatz, INSPIRE theme or HVD category and the Kommunen (Länder) that have it.

    offering: mask of those places. datasets, holdings: of each of them, lowest bit first.
    facets: facet -> (value, evidence) -> mask.
    """

    kind: str
    key: str
    offering: int = 0
    datasets: Sequence[int] = ()
    holdings: Sequence[int] = ()
    facets: Mapping[str, Masks] = field(default_factory=dict)

    @cached_property
    def counts(self) -> Mapping[int, tuple[int, int]]:
        """Index of the place -> (datasets, holdings)."""
        pairs = zip(self.datasets, self.holdings, strict=True)
        return dict(zip(bits_of(self.offering), pairs, strict=False))

    @cached_property
    def _everywhere(self) -> tuple[int, int]:
        return sum(self.datasets), sum(self.holdings)

    def totals(self, units: int) -> tuple[int, int]:
        """Datasets and holdings of the places in the mask."""
        if not self.offering & ~units:
            return self._everywhere
        chosen = bytes(compress(digits(units | 1 << self.offering.bit_length()), self._digits))
        return sum(compress(self.datasets, chosen)), sum(compress(self.holdings, chosen))

    @cached_property
    def _digits(self) -> bytes:
        return digits(self.offering)


@dataclass(frozen=True)
class Matrix:
    """All topics of one unit.

    places: key of place i, whose bit is i in every mask; empty where nothing is published (any
    more, or through the portals that were named).
    """

    places: tuple[str, ...]
    topics: tuple[Topic, ...]

    @cached_property
    def held(self) -> Counter[str]:
        """Key of a place -> how many topics it has."""
        found = Counter(bit for topic in self.topics for bit in bits_of(topic.offering))
        return Counter({self.places[bit]: number for bit, number in found.items()})


def build(places: Sequence[str], packs: Mapping[tuple[str, str], Uses]) -> Matrix:
    """The matrix of the packs of each (kind, topic), by kind and topic."""
    topics = tuple(_topic(*name, packs[name]) for name in sorted(packs))
    silent = ~_union(topic.offering for topic in topics)
    named = tuple("" if silent >> bit & 1 else key for bit, key in enumerate(places))
    return Matrix(named, topics)


def _topic(kind: str, key: str, uses: Uses) -> Topic:
    facets: dict[str, dict[tuple[str, str], int]] = {}
    for (facet, value, evidence), use in uses.items():
        if facet != HOLDING[0]:
            facets.setdefault(facet, {})[value, evidence] = use.mask
    held = uses[HOLDING]
    return Topic(kind, key, held.mask, held.datasets, held.holdings, facets)


def _union(masks: Iterator[int]) -> int:
    reached = 0
    for mask in masks:
        reached |= mask
    return reached

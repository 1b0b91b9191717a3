# SPDX-License-Identifier: EUPL-1.2
"""The store's packed counts as bit masks, one topic at a time. Pure; ``reading`` fills it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress

from app.compare.masks import sums, union
from app.store.topic_pack import Pack, Use, bits_of, digits, mask_of

__all__ = ["HOLDING", "Masks", "Matrix", "Topic", "build", "mask_of"]

Masks = Mapping[tuple[str, str], int]
HOLDING = "holding"


class Facets(Mapping[str, Masks]):
    """Facet -> (value, evidence) -> places, each read at first use: most questions need one."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self._packs = packs
        self._read: dict[str, Masks] = {}

    def __getitem__(self, name: str) -> Masks:
        if name not in self._read:
            found: dict[tuple[str, str], int] = {}
            for pack in self._packs:
                for value, use in pack.uses(name).items():
                    found[value] = found.get(value, 0) | use.mask
            self._read[name] = found
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        names = {name for pack in self._packs for name in pack.spelled}
        return iter(sorted(names - {HOLDING}))

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True)
class Topic:
    """A Musterdatensatz, INSPIRE theme or HVD category and the Kommunen (Länder) that have it.

    packs: of all portals together or, where portals are named, one of each that has it.
    """

    kind: str
    key: str
    packs: tuple[Pack, ...] = ()

    @cached_property
    def held(self) -> tuple[Use, ...]:
        """Places with their datasets and holdings, lowest bit first; of each pack."""
        return tuple(pack.uses(HOLDING)["", ""] for pack in self.packs)

    @cached_property
    def offering(self) -> int:
        """Mask of the places that have it."""
        return union(use.mask for use in self.held)

    @cached_property
    def facets(self) -> Facets:
        """Licence, format and standard -> (value, evidence) -> mask."""
        return Facets(self.packs)

    @cached_property
    def counts(self) -> Mapping[int, tuple[int, int]]:
        """Index of each place, lowest first -> (datasets, holdings); ``at`` is cheaper for few."""
        bits = bits_of(self.offering)
        if len(self.held) != 1:
            return {bit: self.at(bit) for bit in bits}
        (use,) = self.held
        pairs = zip(use.datasets, use.holdings, strict=True)
        return dict(zip(bits, pairs, strict=False))

    def at(self, bit: int) -> tuple[int, int]:
        """Datasets and holdings of one place."""
        datasets = holdings = 0
        for use in self.held:
            if use.mask >> bit & 1:
                place = (use.mask & ((1 << bit) - 1)).bit_count()
                datasets, holdings = datasets + use.datasets[place], holdings + use.holdings[place]
        return datasets, holdings

    @cached_property
    def _everywhere(self) -> tuple[int, int]:
        held = self.held
        return sum(sum(use.datasets) for use in held), sum(sum(use.holdings) for use in held)

    def totals(self, units: int) -> tuple[int, int]:
        """Datasets and holdings of the places in the mask."""
        if not self.offering & ~units:
            return self._everywhere
        datasets = holdings = 0
        for use, places in zip(self.held, self._digits, strict=True):
            chosen = bytes(compress(digits(units | 1 << use.mask.bit_length()), places))
            datasets += sum(compress(use.datasets, chosen))
            holdings += sum(compress(use.holdings, chosen))
        return datasets, holdings

    @cached_property
    def _digits(self) -> tuple[bytes, ...]:
        return tuple(digits(use.mask) for use in self.held)


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
        found = sums((topic.offering for topic in self.topics), len(self.places))
        return Counter({key: n for key, n in zip(self.places, found, strict=True) if n})


def build(places: Sequence[str], packs: Mapping[tuple[str, str], Sequence[Pack]]) -> Matrix:
    """The matrix of the packs of each (kind, topic), by kind and topic."""
    topics = tuple(Topic(*name, tuple(packs[name])) for name in sorted(packs))
    silent = ~union(topic.offering for topic in topics)
    named = tuple("" if silent >> bit & 1 else key for bit, key in enumerate(places))
    return Matrix(named, topics)

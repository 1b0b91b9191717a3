# SPDX-License-Identifier: EUPL-1.2
"""The store's precomputed cells as bit masks, one topic at a time. Pure; ``reading`` fills it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

CellFields = tuple[str, str, str, str, str, int, int]
NOTHING = (0, 0)
Value = tuple[str, str, str]
Masks = Mapping[tuple[str, str], int]
HOLDING = "holding"


@dataclass(frozen=True, slots=True)
class Topic:
    """A Musterdatensatz, INSPIRE theme or HVD category and the Kommunen (Länder) that have it.

    offering: mask of those places. counts: index of the place -> (datasets, holdings).
    facets: facet -> (value, evidence) -> mask.
    """

    kind: str
    key: str
    offering: int
    counts: Mapping[int, tuple[int, int]]
    facets: Mapping[str, Masks]

    def totals(self, units: int) -> tuple[int, int]:
        """Datasets and holdings of the places in the mask."""
        chosen = list(self.counts.values())
        if units != self.offering:
            chosen = [pair for index, pair in self.counts.items() if units >> index & 1]
        return sum(pair[0] for pair in chosen), sum(pair[1] for pair in chosen)


@dataclass(frozen=True, slots=True)
class Matrix:
    """All topics of one unit. places: key of place i, whose bit is i in every mask."""

    places: tuple[str, ...]
    topics: tuple[Topic, ...]


def build(cells: Mapping[str, Iterable[CellFields]]) -> Matrix:
    """The matrix of the cells of each kind of topic, in any order; portals are added up.

    A cell: place, topic, facet, value, evidence, datasets, holdings.
    """
    index: dict[str, int] = {}
    topics = [topic for kind, rows in cells.items() for topic in _topics(kind, rows, index)]
    return Matrix(tuple(index), tuple(topics))


def _topics(kind: str, rows: Iterable[CellFields], index: dict[str, int]) -> Iterator[Topic]:
    """The topics of one kind; places get their bits as they come."""
    counts: dict[str, dict[int, tuple[int, int]]] = defaultdict(dict)
    found: dict[str, dict[Value, set[int]]] = defaultdict(dict)
    for place, topic, facet, value, evidence, datasets, holdings in rows:
        bit = index.setdefault(place, len(index))
        if facet == HOLDING:
            before = counts[topic].get(bit, NOTHING)
            counts[topic][bit] = (before[0] + datasets, before[1] + holdings)
        else:
            found[topic].setdefault((facet, value, evidence), set()).add(bit)
    for topic in sorted(counts):
        facets: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
        for (facet, value, evidence), bits in found[topic].items():
            facets[facet][value, evidence] = mask_of(bits)
        yield Topic(kind, topic, mask_of(counts[topic]), counts[topic], dict(facets))


def mask_of(bits: Iterable[int]) -> int:
    """The mask with these bits set."""
    chosen = set(bits)
    if not chosen:
        return 0
    digits = bytearray(b"0" * (max(chosen) + 1))
    for bit in chosen:
        digits[-1 - bit] = 49  # "1"; reading a text of digits beats joining wide integers
    return int(digits, 2)

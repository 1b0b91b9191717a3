# SPDX-License-Identifier: EUPL-1.2
"""What a facet of one topic says: shares with the only way, competing pairs, common denominators.

Views (WMS, PDF, HTML, ...) show data and give none: they are counted, marked, and in no comparison.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from app.compare.answer import Competition, EvidenceKind, Reach, Share
from app.compare.masks import alone, competing_pairs, smallest_cover, union, widest
from app.compare.matrix import Masks

EVIDENCE: tuple[EvidenceKind, ...] = ("verified", "declared", "inferred")


class Meaning(NamedTuple):
    """What the vocabulary knows about a value. level: None where the value is no data access."""

    label: str | None
    level: str | None = None
    view: bool = False
    open: bool | None = None


Look = Callable[[str], Meaning]


class Facet(NamedTuple):
    """One facet of one topic within the chosen Kommunen. values and named: value -> mask.

    values holds every value, "" for not given; by_level those that give the data, per level.
    """

    values: Mapping[str, int]
    evidence: Mapping[tuple[str, EvidenceKind], int]
    meanings: Mapping[str, Meaning]
    by_level: Mapping[str, Mapping[str, int]]


def facet(masks: Masks, units: int, look: Look) -> Facet:
    """The facet within ``units``; look tells what a value means."""
    values: dict[str, int] = {}
    evidence: dict[tuple[str, EvidenceKind], int] = {}
    for (value, kind), mask in masks.items():
        if inside := mask & units:
            values[value] = values.get(value, 0) | inside
            if kind in EVIDENCE:
                evidence[value, kind] = inside
    meanings = {value: look(value) for value in values if value}
    by_level: dict[str, dict[str, int]] = {}
    for value, meaning in meanings.items():
        if meaning.level and not meaning.view:
            by_level.setdefault(meaning.level, {})[value] = values[value]
    return Facet(values, evidence, meanings, by_level)


def shares(facet: Facet, ways: Mapping[str, int]) -> tuple[Share, ...]:
    """All values, most frequent first, "not given" last.

    ways: value -> Kommunen that have no other way to the data.
    """
    found = [_share(facet, value, ways) for value in facet.values if value]
    found.sort(key=lambda share: (-share.kommunen, share.key))
    if "" not in facet.values:
        return tuple(found)
    silent = facet.values[""] & ~union(mask for value, mask in facet.values.items() if value)
    return (*found, Share("", None, facet.values[""].bit_count(), silent.bit_count()))


def _share(facet: Facet, value: str, ways: Mapping[str, int]) -> Share:
    meaning = facet.meanings[value]
    only = ways[value].bit_count() if value in ways else None
    return Share(
        value,
        meaning.label,
        facet.values[value].bit_count(),
        only,
        meaning.level,
        meaning.view,
        meaning.open,
        _strongest(facet, value),
    )


def _strongest(facet: Facet, value: str) -> tuple[tuple[EvidenceKind, int], ...]:
    """Kommunen by their strongest evidence, so that the parts add up."""
    seen, counted = 0, []
    for kind in EVIDENCE:
        fresh = facet.evidence.get((value, kind), 0) & ~seen
        seen |= fresh
        if fresh:
            counted.append((kind, fresh.bit_count()))
    return tuple(counted)


def only_ways(values: Mapping[str, int]) -> dict[str, int]:
    """For each value the Kommunen that have no other of these values."""
    sole = alone(values.values())
    return {value: mask & sole for value, mask in values.items()}


def only_ways_per_level(facet: Facet) -> dict[str, int]:
    """The same judged within each level: an interface is no alternative to a data model."""
    return {
        value: mask
        for values in facet.by_level.values()
        for value, mask in only_ways(values).items()
    }


def accessible(facet: Facet) -> dict[str, int]:
    """Values that give the data, of any level."""
    return {value: mask for values in facet.by_level.values() for value, mask in values.items()}


def only_viewed(facet: Facet) -> int:
    """Kommunen of which nothing but views is known."""
    views = union(facet.values[value] for value, known in facet.meanings.items() if known.view)
    return (views & ~union(accessible(facet).values())).bit_count()


def competitions(facet: Facet) -> tuple[Competition, ...]:
    """Per level: pairs of Kommunen that both offer something of it and share nothing of it."""
    found = []
    for level, values in sorted(facet.by_level.items()):
        size = union(values.values()).bit_count()
        pairs = competing_pairs(values.values())
        found.append(Competition(level, pairs, size, size * (size - 1) // 2))
    return tuple(found)


def single_reach(facet: Facet) -> Reach | None:
    """The one value that reaches most Kommunen; None where nothing gives the data."""
    values = accessible(facet)
    best = widest(values)
    if best is None:
        return None
    return _reach(facet, (best,), exact=True)


def full_reach(facet: Facet) -> Reach | None:
    """The smallest set of values that reaches all that can be reached."""
    values = accessible(facet)
    if not values:
        return None
    keys, exact = smallest_cover(values)
    return _reach(facet, keys, exact=exact)


def _reach(facet: Facet, keys: tuple[str, ...], *, exact: bool) -> Reach:
    values = accessible(facet)
    reached = union(values[key] for key in keys).bit_count()
    labels = tuple(facet.meanings[key].label or key for key in keys)
    return Reach(keys, labels, reached, union(values.values()).bit_count(), exact)

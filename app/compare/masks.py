# SPDX-License-Identifier: EUPL-1.2
"""Counting over sets of Kommunen held as bit masks: only way, competing pairs, common denominator.

A mask is an integer whose bit i stands for Kommune i. Sets are joined and counted in one machine
step for dozens of Kommunen, so a question over 1,500 Kommunen needs no SQL of its own.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations, compress
from math import comb

from app.store.topic_pack import digits

SEARCHED = 20_000


def union(masks: Iterable[int]) -> int:
    """The Kommunen in any of the masks."""
    reached = 0
    for mask in masks:
        reached |= mask
    return reached


def alone(masks: Iterable[int]) -> int:
    """The Kommunen that are in exactly one of the masks."""
    once = twice = 0
    for mask in masks:
        twice |= once & mask
        once |= mask
    return once & ~twice


def sums(masks: Iterable[int], places: int) -> list[int]:
    """How many of the masks each place is in, by its bit.

    Counts as adders do, bit by bit for all places at once: 241 masks of 1,500 places take as many
    steps as a loop over one of them.
    """
    planes: list[int] = []
    for mask in masks:
        for number, plane in enumerate(planes):
            planes[number], mask = plane ^ mask, plane & mask
            if not mask:
                break
        if mask:
            planes.append(mask)
    found = [0] * places
    for number, plane in enumerate(planes):
        for bit in compress(range(places), digits(plane)):
            found[bit] += 1 << number
    return found


def competing_pairs(masks: Collection[int]) -> int:
    """Pairs of Kommunen, each in some mask, that have no mask in common.

    Kommunen with the same set of values form one class, so the work grows with the distinct sets
    and not with the pairs; a class competes with all that none of its values reaches.
    """
    everyone = union(masks)
    classes = [(everyone, 0)]
    for mask in masks:
        classes = [part for members, reach in classes for part in _split(members, reach, mask)]
    total = everyone.bit_count()
    met = ((members.bit_count(), reach.bit_count()) for members, reach in classes)
    return sum(size * (total - reached) for size, reached in met) // 2


def _split(members: int, reach: int, mask: int) -> list[tuple[int, int]]:
    inside = members & mask
    if not inside:
        return [(members, reach)]
    if inside == members:
        return [(members, reach | mask)]
    return [(inside, reach | mask), (members ^ inside, reach)]


def widest(masks: Mapping[str, int]) -> str | None:
    """The single value that reaches most Kommunen; of equals the first by key."""
    order = _by_reach(masks)
    return order[0] if order else None


def smallest_cover(masks: Mapping[str, int]) -> tuple[tuple[str, ...], bool]:
    """The fewest values that together reach every Kommune that any of them reaches.

    Returns the keys, widest first, and whether the search was exact. A value that is some Kommune's
    only one belongs to every cover. What is left is tried in all combinations while they are few,
    else taken greedily; of equals the wider, then the first by key: the result is always the same.
    """
    sole = alone(masks.values())
    fixed = [key for key in _by_reach(masks) if masks[key] & sole]
    rest = union(masks.values()) & ~union(masks[key] for key in fixed)
    if not rest:
        return tuple(fixed), True
    left = {key: mask & rest for key, mask in masks.items() if mask & rest}
    added, exact = _cover(_undominated(left), rest)
    return tuple(sorted([*fixed, *added], key=_by_reach(masks).index)), exact


def _by_reach(masks: Mapping[str, int]) -> list[str]:
    return sorted((key for key in masks if masks[key]), key=lambda k: (-masks[k].bit_count(), k))


def _undominated(masks: Mapping[str, int]) -> dict[str, int]:
    """Without values whose Kommunen another value reaches as well."""
    kept: dict[str, int] = {}
    for key in _by_reach(masks):
        if all(masks[key] & ~mask for mask in kept.values()):
            kept[key] = masks[key]
    return kept


def _cover(masks: Mapping[str, int], wanted: int) -> tuple[tuple[str, ...], bool]:
    greedy = _greedy(masks, wanted)
    tried = 0
    for size in range(1, len(greedy)):
        tried += comb(len(masks), size)
        if tried > SEARCHED:
            return greedy, False
        for keys in combinations(masks, size):
            if union(masks[key] for key in keys) == wanted:
                return keys, True
    return greedy, True


def _greedy(masks: Mapping[str, int], wanted: int) -> tuple[str, ...]:
    chosen: list[str] = []
    while wanted:  # wanted is the union of the masks, so every round takes some of it
        best = min(masks, key=lambda key: (-(masks[key] & wanted).bit_count(), key))
        chosen.append(best)
        wanted &= ~masks[best]
    return tuple(chosen)

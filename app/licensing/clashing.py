# SPDX-License-Identifier: EUPL-1.2
"""The smallest set of sources that cannot go together: no target is left that all of them admit."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from app.licensing.deciding import Source

_LARGEST = 3  # sets beyond are built greedily; no licence in the vocabulary needs more


def smallest_clash(open_to: Mapping[Source, frozenset[str]]) -> tuple[Source, ...]:
    """A smallest set whose sets of targets have nothing in common; () when all have a target.

    open_to: for each source the targets that are not incompatible for it.
    """
    # Sources open to the same targets are interchangeable: one of each is enough.
    distinct = list(
        {targets: source for source, targets in reversed(list(open_to.items()))}.items()
    )
    distinct.reverse()
    if _common([targets for targets, _ in distinct]):
        return ()
    for size in range(1, _LARGEST + 1):
        for chosen in combinations(distinct, size):
            if not _common([targets for targets, _ in chosen]):
                return tuple(source for _, source in chosen)
    return _greedy(distinct)


def _greedy(distinct: Sequence[tuple[frozenset[str], Source]]) -> tuple[Source, ...]:
    """A set from which nothing can be left out."""
    kept = list(distinct)
    for each in distinct:
        rest = [other for other in kept if other is not each]
        if not _common([targets for targets, _ in rest]):
            kept = rest
    return tuple(source for _, source in kept)


def _common(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset.intersection(*sets) if sets else frozenset({"any"})

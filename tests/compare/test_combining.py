# SPDX-License-Identifier: EUPL-1.2
"""Who fits, who blocks, what would unblock most: against the clearing, tried in every way."""

from collections.abc import Iterable
from itertools import combinations
from random import Random

import pytest

from app.compare import combining
from app.compare.combining import Judge, Offer
from app.licensing import check
from app.licensing.deciding import Use
from app.licensing.model import Input, Request
from app.vocabulary import Vocabulary, load

PURPOSES = (
    Use("derived_database", commercial=True, modify=True),
    Use("derived_database", commercial=False, modify=True),
    Use("collective_database", commercial=True, modify=True),
)
TARGETS = ("cc-by-4.0", "cc-by-sa-4.0", "odbl-1.0", "dl-by-de-2.0", "none", "proprietary")
MANY = 12


def clears(known: Vocabulary, licences: Iterable[str], use: Use, target: str) -> bool:
    """Whether the clearing of all these licences together is a yes, if only under a condition."""
    ids = (combining.known(known.licences, key) for key in licences)
    inputs = tuple(Input(key, key) for key in ids)
    asked = Request(inputs, use.result_type, use.commercial, use.modify, target)
    found = check(known.licences, asked)
    return found.verdict in {"compatible", "conditional"} and found.confidence != "disputed"


def drawn(seed: int) -> tuple[list[Offer], Judge, Use, str]:
    """A small store of Kommunen with up to three licences each, and a question."""
    chance = Random(seed)
    keys = ["", "unknown", *(each.id for each in load().licences)]
    some = chance.sample(keys, 5) + ["cc-by-4.0", "cc0-1.0"]
    offers = [
        Offer(str(number), frozenset(chance.sample(some, chance.choice((1, 1, 2, 3)))), number)
        for number in range(chance.randint(1, 7))
    ]
    use, target = chance.choice(PURPOSES), chance.choice(TARGETS)
    return offers, combining.judging(load().licences, use, target), use, target


@pytest.mark.parametrize("seed", range(MANY))
def test_the_set_that_fits_is_the_largest_there_is(seed: int) -> None:
    offers, judge, use, target = drawn(seed)
    found = combining.by_standing(offers, judge)
    fitting = [each for word in combining.FITTING for each in found[word]]
    largest = next(
        size
        for size in range(len(offers), -1, -1)
        if size == 0
        or any(
            clears(load(), frozenset().union(*(each.licences for each in some)), use, target)
            for some in combinations(offers, size)
        )
    )
    assert len(fitting) == largest
    assert all(clears(load(), each.licences, use, target) for each in fitting)


@pytest.mark.parametrize("seed", range(MANY))
def test_a_change_lets_those_join_of_whom_it_says_so(seed: int) -> None:
    offers, judge, use, target = drawn(seed)
    out = [each for each in offers if not clears(load(), each.licences, use, target)]
    found = combining.blocks(offers, judge)
    assert {each.key for block in found for each in block.offers} == {each.key for each in out}
    for block in found:
        assert block.offers == _joining(out, block.licences, use, target)
        assert block.datasets == sum(each.datasets for each in block.offers)


@pytest.mark.parametrize("seed", range(MANY))
def test_no_change_of_one_licence_does_more_than_the_one_named(seed: int) -> None:
    offers, judge, use, target = drawn(seed)
    out = [each for each in offers if not clears(load(), each.licences, use, target)]
    singles = {key for each in out for key in each.licences}
    most = max((len(_joining(out, frozenset({key}), use, target)) for key in singles), default=0)
    named = combining.widest_change(combining.blocks(offers, judge))
    if named is None:
        assert out == []
    elif most:
        assert (len(named.licences), len(named.offers)) == (1, most)
    else:
        assert len(named.licences) > 1 and named.offers


def _joining(out: list[Offer], changed: frozenset[str], use: Use, target: str) -> tuple[Offer, ...]:
    """Who would fit if the changed licences fitted: what is left of theirs clears by itself."""
    joining = (
        each
        for each in out
        if not each.licences - changed or clears(load(), each.licences - changed, use, target)
    )
    return tuple(sorted(joining, key=lambda each: (-each.datasets, each.key)))

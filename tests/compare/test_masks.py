# SPDX-License-Identifier: EUPL-1.2
"""Counting over masks, checked against the definitions spelt out over sets."""

from collections.abc import Mapping
from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from app.compare.masks import alone, competing_pairs, smallest_cover, union, widest
from app.compare.matrix import mask_of

Offers = dict[str, set[int]]
offers = st.dictionaries(st.sampled_from("abcdefg"), st.sets(st.integers(0, 12), min_size=1))


def masks(given: Mapping[str, set[int]]) -> dict[str, int]:
    return {key: mask_of(places) for key, places in given.items()}


def values_of(given: Offers) -> dict[int, set[str]]:
    places = set(chain.from_iterable(given.values()))
    return {place: {key for key in given if place in given[key]} for place in places}


@given(st.sets(st.integers(0, 300)))
def test_a_mask_has_the_bits_it_was_made_of(bits: set[int]) -> None:
    mask = mask_of(bits)
    assert {bit for bit in range(301) if mask >> bit & 1} == bits


@given(offers)
def test_alone_are_those_with_one_value(given_offers: Offers) -> None:
    expected = {place for place, values in values_of(given_offers).items() if len(values) == 1}
    assert alone(masks(given_offers).values()) == mask_of(expected)


@given(offers)
def test_pairs_compete_when_they_share_nothing(given_offers: Offers) -> None:
    values = values_of(given_offers)
    expected = sum(not values[one] & values[two] for one, two in combinations(values, 2))
    assert competing_pairs(masks(given_offers).values()) == expected


@given(offers)
def test_the_cover_reaches_all_and_none_is_smaller(given_offers: Offers) -> None:
    found = masks(given_offers)
    keys, exact = smallest_cover(found)
    everyone = union(found.values())
    assert exact
    assert union(found[key] for key in keys) == everyone
    smaller = combinations(found, len(keys) - 1) if keys else ()
    assert all(union(found[key] for key in few) != everyone for few in smaller)


def test_of_equals_the_first_by_key_is_taken() -> None:
    found = masks({"b": {1, 2}, "a": {1, 2}, "c": {3}})
    assert widest(found) == "a"
    assert smallest_cover(found) == (("a", "c"), True)


def test_the_order_of_values_does_not_matter() -> None:
    given_offers = {"a": {1, 2, 3}, "b": {3, 4, 5}, "c": {1, 5}, "d": {2, 4}}
    turned = dict(reversed(given_offers.items()))
    assert smallest_cover(masks(given_offers)) == smallest_cover(masks(turned))


def test_a_greedy_choice_would_need_three_where_two_do() -> None:
    found = masks({"big": {1, 2, 3, 4}, "left": {1, 2, 5}, "right": {3, 4, 6}})
    assert smallest_cover(found) == (("left", "right"), True)


def test_a_large_search_is_greedy_and_says_so() -> None:
    places = [set(range(start, 60, 7 + start % 5)) | {start} for start in range(60)]
    found = masks({f"f{number:02}": places[number] | places[-number - 1] for number in range(60)})
    keys, exact = smallest_cover(found)
    assert union(found[key] for key in keys) == union(found.values())
    assert not exact


def test_nothing_offered_needs_nothing() -> None:
    assert smallest_cover({}) == ((), True)
    assert widest({}) is None
    assert competing_pairs(()) == 0

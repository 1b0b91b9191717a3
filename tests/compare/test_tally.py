# SPDX-License-Identifier: EUPL-1.2
"""Counts of places by Thema: together as one by one, and sets of licences in any order as one."""

from collections import Counter
from random import Random

from app.compare.openness import together
from app.compare.tally import Tally
from app.store.topic_pack import decode, encode, use_of

PLACES = tuple(f"{number:08}" for number in range(40))
LICENCES = ("cc-by-4.0", "cc0-1.0", "none", "unknown")


def pack(chance: Random) -> str:
    """A pack of some places with holdings under sets of licences, in any order."""
    held: dict[str, list[tuple[int, int]]] = {}
    for bit in chance.sample(range(len(PLACES)), chance.randint(1, len(PLACES))):
        for _ in range(chance.randint(1, 4)):
            names = chance.sample(LICENCES, chance.randint(1, 3))
            held.setdefault(" ".join(names), []).append((bit, chance.randint(1, 900)))
    every = [each for found in held.values() for each in found]
    named = {("licences", value, ""): found for value, found in held.items()}
    named["holding", "", ""] = every
    return encode(
        {
            name: use_of(
                [bit for bit, _ in found], [n + 1 for _, n in found], [n for _, n in found]
            )
            for name, found in named.items()
        }
    )


def test_places_together_are_what_they_are_one_by_one() -> None:
    chance = Random(5)
    for _ in range(30):
        packs = tuple(pack(chance) for _ in range(chance.randint(1, 3)))
        tally = Tally(PLACES, (), {"verkehr": packs})
        places = chance.sample(PLACES, chance.randint(0, len(PLACES)))
        counts = tally.thema("verkehr")
        expected = together(counts[key] for key in places if key in counts)
        found = tally.among("verkehr", places)
        assert (found.datasets, found.holdings) == (expected.datasets, expected.holdings)
        assert dict(found.sets) == dict(expected.sets)
        assert sum(found.sets.values()) == found.holdings


def test_users_of_licences_and_sums_are_those_of_the_places_one_by_one() -> None:
    chance = Random(6)
    for _ in range(30):
        tally = Tally(PLACES, tuple(pack(chance) for _ in range(chance.randint(0, 3))), {})
        places = chance.sample(PLACES, chance.randint(0, len(PLACES)))
        here = [tally.in_all[key] for key in places if key in tally.in_all]
        expected = Counter(licence for count in here for licence in count.per_licence())
        assert +tally.users(places) == expected
        assert tally.together(places) == together(here)


def test_a_thema_nobody_has_is_empty() -> None:
    assert Tally(PLACES, (), {}).among("verkehr", PLACES).holdings == 0


def test_the_order_of_licences_in_a_set_is_of_no_concern() -> None:
    one, other = use_of([3], [2], [1]), use_of([3, 5], [4, 1], [2, 1])
    uses = {("licences", "b a", ""): one, ("licences", "a b", ""): other}
    found = decode(encode(uses))
    assert list(found) == [("licences", "a b", "")]
    assert found["licences", "a b", ""].mask == 0b101000
    assert list(found["licences", "a b", ""].holdings) == [3, 1]

# SPDX-License-Identifier: EUPL-1.2
"""Counts of one topic as one text: sets of places as bit masks, numbers beside them. Pure.

Reading 720,000 cells takes seconds, reading the same from 240 packs some milliseconds.
"""

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import compress, count
from sys import byteorder
from typing import Any, NamedTuple

SETS = "licences"
COUNTED = ("holding", SETS)  # of other facets only the places are kept
BITS = bytes.maketrans(b"01", b"\0\1")
WIDTHS = {"H": 1 << 16, "I": 1 << 32, "Q": 1 << 64}  # kind of array -> its numbers are below
Name = tuple[str, str, str]


class Use(NamedTuple):
    """The places that have one value of a facet. datasets, holdings: of each, in their order.

    Both are empty for facets that are not COUNTED.
    """

    mask: int
    datasets: Sequence[int] = ()
    holdings: Sequence[int] = ()


Uses = Mapping[Name, Use]  # facet, value, evidence


@dataclass(frozen=True, slots=True)
class Pack:
    """The counts of one topic. spelled: facet -> its entries as ``encode`` writes them."""

    spelled: Mapping[str, Sequence[Sequence[Any]]]

    def uses(self, facet: str) -> dict[tuple[str, str], Use]:
        """Value and evidence -> use; empty for a facet that is not there."""
        return {(each[1], each[2]): _use(each) for each in self.spelled.get(facet, ())}


def digits(mask: int) -> bytes:
    """A byte for each bit, lowest first: 1 where it is set."""
    return f"{mask:b}"[::-1].encode().translate(BITS)


def bits_of(mask: int) -> Iterator[int]:
    """The set bits, lowest first."""
    return compress(count(), digits(mask))


def mask_of(bits: Iterable[int]) -> int:
    """The mask with these bits set."""
    chosen = set(bits)
    if not chosen:
        return 0
    text = bytearray(b"0" * (max(chosen) + 1))
    for bit in chosen:
        text[-1 - bit] = 49  # "1"; reading a text of digits beats joining wide integers
    return int(text, 2)


def use_of(bits: Sequence[int], datasets: Sequence[int], holdings: Sequence[int]) -> Use:
    """The use of places in any order; what one place has several times is added up."""
    mask = mask_of(bits)
    if not datasets:
        return Use(mask)
    pairs = dict(zip(bits, zip(datasets, holdings, strict=True), strict=True))
    if len(pairs) < len(bits):
        pairs = _summed(bits, datasets, holdings)
    ordered = [pairs[bit] for bit in sorted(pairs)]
    return Use(mask, [pair[0] for pair in ordered], [pair[1] for pair in ordered])


def _summed(
    bits: Sequence[int], datasets: Sequence[int], holdings: Sequence[int]
) -> dict[int, tuple[int, int]]:
    sums: dict[int, tuple[int, int]] = {}
    for bit, some, held in zip(bits, datasets, holdings, strict=True):
        before = sums.get(bit)
        sums[bit] = (before[0] + some, before[1] + held) if before else (some, held)
    return sums


def merged(packs: Sequence[Uses]) -> Uses:
    """Several packs of one topic as one: places joined, numbers added up."""
    if len(packs) == 1:
        return packs[0]
    found: dict[Name, list[Use]] = {}
    for pack in packs:
        for name, use in pack.items():
            found.setdefault(name, []).append(use)
    return {name: _joined(uses) for name, uses in found.items()}


def _joined(uses: list[Use]) -> Use:
    if len(uses) == 1:
        return uses[0]
    if not uses[0].datasets:
        mask = 0
        for use in uses:
            mask |= use.mask
        return Use(mask)
    bits = [bit for use in uses for bit in bits_of(use.mask)]
    datasets = [number for use in uses for number in use.datasets]
    return use_of(bits, datasets, [number for use in uses for number in use.holdings])


def patched(uses: Uses, places: Set[int], fresh: Uses) -> Uses:
    """The pack with other values in these places (bits); fresh has values of no other place."""
    mask, fresh = mask_of(places), spelled_alike(fresh)
    found = {}
    for name in {**uses, **fresh}:
        before, after = uses.get(name, Use(0)), fresh.get(name, Use(0))
        use = _replaced(before, after, mask) if before.mask & mask or after.mask else before
        if use.mask:
            found[name] = use
    return found


def _replaced(before: Use, after: Use, places: int) -> Use:
    """The use with that of these places in place of what was there."""
    mask = before.mask & ~places | after.mask
    if not before.datasets and not after.datasets:
        return Use(mask)
    counts = (list(before.datasets), list(before.holdings))
    for bit in sorted(bits_of(before.mask & places), reverse=True):
        at = _below(before.mask, bit)
        for numbers in counts:
            del numbers[at]
    for bit, *new in zip(bits_of(after.mask), after.datasets, after.holdings, strict=True):
        at = _below(mask, bit)  # those of lower places are in already
        for numbers, number in zip(counts, new, strict=True):
            numbers.insert(at, number)
    return Use(mask, *counts)


def _below(mask: int, bit: int) -> int:
    """How many bits are set below this one."""
    return (mask & ((1 << bit) - 1)).bit_count()


def encode(uses: Uses) -> str:
    """The text: a list of facet, value, evidence, lowest bit, mask from there, numbers."""
    named = spelled_alike(uses)
    return json.dumps(
        [[*name, *_mask(named[name].mask), *_numbers(named[name])] for name in sorted(named)],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def spelled_alike(uses: Uses) -> Uses:
    """Sets of licences with their members in order: SQL gives them in any, each as its own use."""
    found: dict[Name, list[Use]] = {}
    for (facet, value, evidence), use in uses.items():
        one = " ".join(sorted(value.split(" "))) if facet == SETS else value
        found.setdefault((facet, one, evidence), []).append(use)
    return {name: _joined(same) for name, same in found.items()}


def decode(body: str) -> dict[Name, Use]:
    """What was encoded."""
    return {(each[0], each[1], each[2]): _use(each) for each in json.loads(body)}


def opened(body: str) -> Pack:
    """What was encoded, to be read in parts: questions about all topics need few of each."""
    spelled: dict[str, list[Sequence[Any]]] = {}
    for each in json.loads(body):
        spelled.setdefault(each[0], []).append(each)
    return Pack(spelled)


def _use(spelled: Sequence[Any]) -> Use:
    return Use(int(spelled[4], 16) << spelled[3], *map(_list, spelled[5:]))


def _mask(mask: int) -> tuple[int, str]:
    lowest = max((mask & -mask).bit_length() - 1, 0)
    return lowest, f"{mask >> lowest:x}"


def _numbers(use: Use) -> tuple[str, ...]:
    return (_text(use.datasets), _text(use.holdings)) if use.datasets else ()


def _text(numbers: Sequence[int]) -> str:
    """Kind of the array and the numbers, lowest byte first, in hexadecimal."""
    kind = next(kind for kind, limit in WIDTHS.items() if max(numbers) < limit)
    return kind + _little(array(kind, numbers)).tobytes().hex()


def _list(text: str) -> Sequence[int]:
    return _little(array(text[0], bytes.fromhex(text[1:])))


def _little(numbers: "array[int]") -> "array[int]":
    if byteorder == "big":
        numbers.byteswap()
    return numbers

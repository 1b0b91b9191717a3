# SPDX-License-Identifier: EUPL-1.2
"""All datasets of each Kommune (Land), by Thema and set of licences. Pure; ``reading`` fills it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress

from app.store.licence_writes import members
from app.store.topic_pack import Use, bits_of, decode, digits, mask_of

Licences = frozenset[str]
LICENCES = "licences"


@dataclass(frozen=True, slots=True)
class Count:
    """What a place has. sets: licences that holdings carry together -> holdings.

    The sets add up to the holdings; a licence's holdings are those of all sets it is in.
    """

    datasets: int = 0
    holdings: int = 0
    sets: Mapping[Licences, int] = field(default_factory=dict)

    def per_licence(self) -> Counter[str]:
        """Licence ("" for not given) -> holdings; one with two licences counts under each."""
        found: Counter[str] = Counter()
        for licences, holdings in self.sets.items():
            for licence in licences:
                found[licence] += holdings
        return found

    def with_any(self, licences: Collection[str]) -> int:
        """Holdings that carry at least one of the licences, each once."""
        return sum(number for found, number in self.sets.items() if not found.isdisjoint(licences))


Counts = Mapping[str, Count]
NOTHING = Count()


@dataclass(frozen=True)
class Tally:
    """Counts of every place, unpacked when asked for. packed, packed_themen: see matrix_queries."""

    places: Sequence[str]
    packed: Sequence[str]
    packed_themen: Mapping[str, Sequence[str]]

    @cached_property
    def in_all(self) -> Counts:
        """Key of the place -> what it has in all; places without anything are left out."""
        return _counts(self.places, self.packed)

    @cached_property
    def by_thema(self) -> Mapping[str, Counts]:
        """Thema ("" where none was read) -> key of the place -> what it has of it."""
        return {key: self.thema(key) for key in self.packed_themen}

    def thema(self, key: str) -> Counts:
        """What each place has of one Thema."""
        if key not in self._themen:
            self._themen[key] = _counts(self.places, self.packed_themen.get(key, ()))
        return self._themen[key]

    @cached_property
    def _themen(self) -> dict[str, Counts]:
        return {}

    def among(self, thema: str, places: Collection[str]) -> Count:
        """What the places have of one Thema together, without a count of each."""
        return self._together(self.packed_themen.get(thema, ()), places)

    def together(self, places: Collection[str]) -> Count:
        """What the places have in all together, without a count of each."""
        return self._together(self.packed, places)

    def users(self, places: Collection[str]) -> Counter[str]:
        """Licence ("" for not given) -> how many of the places have a holding under it."""
        masks: dict[str, int] = {}
        for facet, value, use in _uses(self.packed):
            for licence in members(value) if facet == LICENCES else ():
                masks[licence] = masks.get(licence, 0) | use.mask
        chosen = mask_of(self._bits[key] for key in places)
        return Counter({key: (mask & chosen).bit_count() for key, mask in masks.items()})

    def _together(self, packs: Sequence[str], places: Collection[str]) -> Count:
        chosen = digits(mask_of(self._bits[key] for key in places) | 1 << len(self.places))
        datasets = holdings = 0
        sets: dict[Licences, int] = {}
        for facet, value, use in _uses(packs):
            inside = bytes(compress(chosen, digits(use.mask)))
            number = sum(compress(use.holdings, inside))
            if facet != LICENCES:
                datasets += sum(compress(use.datasets, inside))
                holdings += number
            elif number:
                licences = members(value)
                sets[licences] = sets.get(licences, 0) + number
        return Count(datasets, holdings, sets)

    @cached_property
    def _bits(self) -> Mapping[str, int]:
        return {key: bit for bit, key in enumerate(self.places)}

    def keys(self, themen: Collection[str] = ()) -> Collection[str]:
        """Keys of the places with something in the named Themen; with anything where none is."""
        if not themen:
            return self.in_all.keys()
        return list(dict.fromkeys(key for thema in themen for key in self.thema(thema)))

    def of(self, place: str, themen: Collection[str] = ()) -> Count:
        """What a place has in the named Themen together; in all where none is named."""
        if not themen:
            return self.in_all.get(place, NOTHING)
        here = (self.thema(key).get(place) for key in themen)
        return _sum([count for count in here if count])


def _uses(packs: Sequence[str]) -> Iterator[tuple[str, str, Use]]:
    """Facet, value and use; of several portals each its own, as numbers are added up anyway."""
    for body in packs:
        for (facet, value, _), use in decode(body).items():
            yield facet, value, use


def _counts(places: Sequence[str], packs: Sequence[str]) -> Counts:
    """The counts of the packs of one topic, those of several portals added up."""
    sets: list[dict[Licences, int]] = [{} for _ in places]
    totals: dict[int, tuple[int, int]] = {}
    for facet, value, use in _uses(packs):
        if facet == LICENCES:
            together = members(value)
            for bit, holdings in zip(bits_of(use.mask), use.holdings, strict=False):
                here = sets[bit]
                here[together] = here.get(together, 0) + holdings
        else:
            for bit, *pair in zip(bits_of(use.mask), use.datasets, use.holdings, strict=False):
                before = totals.get(bit, (0, 0))
                totals[bit] = before[0] + pair[0], before[1] + pair[1]
    return {places[bit]: Count(*totals[bit], sets[bit]) for bit in sorted(totals)}


def _sum(counts: list[Count]) -> Count:
    if len(counts) == 1:
        return counts[0]
    sets: Counter[Licences] = Counter()
    for count in counts:
        sets.update(count.sets)
    datasets = sum(count.datasets for count in counts)
    return Count(datasets, sum(count.holdings for count in counts), sets)

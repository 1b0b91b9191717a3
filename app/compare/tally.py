# SPDX-License-Identifier: EUPL-1.2
"""All datasets of each Kommune (Land), by Thema and set of licences. Pure; ``reading`` fills it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from app.compare.matrix import HOLDING, CellFields
from app.store.licence_writes import members

Licences = frozenset[str]


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


class Tally(NamedTuple):
    """Counts of every place: by Thema ("" where none was read), and in all."""

    by_thema: Mapping[str, Mapping[str, Count]]
    in_all: Mapping[str, Count]

    def of(self, place: str, themen: Collection[str] = ()) -> Count:
        """What a place has in the named Themen together; in all where none is named."""
        if not themen:
            return self.in_all.get(place, NOTHING)
        here = self.by_thema.get(place, {})
        return _sum([here[thema] for thema in themen if thema in here])


NOTHING = Count()


def build(cells: Iterable[CellFields]) -> Tally:
    """The tally of the cells, in any order; portals are added up."""
    totals: dict[tuple[str, str], list[int]] = {}
    sets: dict[tuple[str, str], Counter[Licences]] = {}
    kept: dict[str, Licences] = {}
    for place, thema, facet, value, _, datasets, holdings in cells:
        if facet == HOLDING:
            total = totals.setdefault((place, thema), [0, 0])
            total[0] += datasets
            total[1] += holdings
        else:
            together = kept.get(value) or kept.setdefault(value, members(value))
            sets.setdefault((place, thema), Counter())[together] += holdings
    found: dict[str, dict[str, Count]] = {}
    for (place, thema), (datasets, holdings) in totals.items():
        count = Count(datasets, holdings, sets.get((place, thema), {}))
        found.setdefault(place, {})[thema] = count
    return Tally(found, {place: _sum([*here.values()]) for place, here in found.items()})


def _sum(counts: list[Count]) -> Count:
    if len(counts) == 1:
        return counts[0]
    sets: Counter[Licences] = Counter()
    for count in counts:
        sets.update(count.sets)
    datasets = sum(count.datasets for count in counts)
    return Count(datasets, sum(count.holdings for count in counts), sets)

# SPDX-License-Identifier: EUPL-1.2
"""Numbers of a portal beside its cells: of days, of licences and of standards by Land. Pure."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from app.store.facts import Fact, Values

EVIDENCE = ("verified", "declared", "inferred")
Series = tuple[str, str]  # what is counted, and its key
LicenceName = tuple[str, str]  # Land, licence
StandardName = tuple[str, str, int]  # Land, standard, place in EVIDENCE
N = TypeVar("N", bound=Hashable)


class Tally(NamedTuple):
    """Numbers of datasets by day's series, by Land and licence, by Land, standard and evidence."""

    series: Mapping[Series, int]
    licences: Mapping[LicenceName, int]
    standards: Mapping[StandardName, int]

    def less(self, other: "Tally") -> "Tally":
        """How much more there is than in the other."""
        return Tally(
            _less(self.series, other.series),
            _less(self.licences, other.licences),
            _less(self.standards, other.standards),
        )


class Counts:
    """Facts as they pass, counted by what many have in common: every fact, and those that are no
    copies."""

    __slots__ = ("_alike", "_topics")

    def __init__(self) -> None:
        self._alike: Counter[tuple[bool, str, Values]] = Counter()
        self._topics: Counter[tuple[bool, Series]] = Counter()

    def noted(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        """The facts, counted as they pass."""
        for fact in facts:
            once = fact.counts
            self._alike[once, fact.land, fact.values] += 1
            self._topics[once, FILES] += fact.files
            if fact.kommune is not None:
                self._topics[once, ("kommune", fact.kommune)] += 1
            if fact.musterdatensatz is not None:
                self._topics[once, ("musterdatensatz", fact.musterdatensatz)] += 1
            yield fact

    def every(self) -> Tally:
        """Of all facts that passed."""
        return self._tally((False, True))

    def once(self) -> Tally:
        """Of those that are no copies."""
        return self._tally((True,))

    def _tally(self, wanted: tuple[bool, ...]) -> Tally:
        series: Counter[Series] = Counter()
        licences: Counter[LicenceName] = Counter()
        standards: Counter[StandardName] = Counter()
        for (once, name), number in self._topics.items():
            if once in wanted:
                series[name] += number
        for (once, land, values), number in self._alike.items():
            if once in wanted:
                for name in _series(values):
                    series[name] += number
                for licence in values.licences:
                    licences[land, licence] += number
                for key, rank in _strongest(values):
                    standards[land, key, rank] += number
        return Tally(series, licences, standards)


DATASETS, FILES, COUNTED = ("datasets", ""), ("files", ""), ("counted", "")


def _series(values: Values) -> Iterator[Series]:
    yield DATASETS
    yield COUNTED
    for licence in values.licences:
        yield "licence", licence
    for format in values.formats:
        yield "format", format


def _strongest(values: Values) -> Iterator[tuple[str, int]]:
    """Each standard with its strongest evidence; what is no evidence counts as the weakest."""
    found: dict[str, int] = {}
    for key, evidence in values.standards:
        rank = EVIDENCE.index(evidence) if evidence in EVIDENCE else len(EVIDENCE) - 1
        found[key] = min(rank, found.get(key, rank))
    yield from found.items()


def tally(facts: Iterable[Fact]) -> Counts:
    """All of the facts, counted."""
    counts = Counts()
    for _ in counts.noted(facts):
        pass
    return counts


def _less(one: Mapping[N, int], other: Mapping[N, int]) -> dict[N, int]:
    found = {name: one.get(name, 0) - other.get(name, 0) for name in {**one, **other}}
    return {name: number for name, number in found.items() if number}

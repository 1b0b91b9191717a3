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

    def more(self, other: "Tally") -> "Tally":
        """Both together."""
        return self.less(Tally({}, {}, {}).less(other))

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
        self._alike: dict[bool, Counter[tuple[str, Values]]] = {True: Counter(), False: Counter()}
        self._topics: dict[bool, Counter[Series]] = {True: Counter(), False: Counter()}

    def noted(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        """The facts, counted as they pass."""
        for fact in facts:
            self._alike[fact.counts][fact.land, fact.values] += 1
            topics = self._topics[fact.counts]
            topics[FILES] += fact.files
            if fact.kommune is not None:
                topics["kommune", fact.kommune] += 1
            if fact.musterdatensatz is not None:
                topics["musterdatensatz", fact.musterdatensatz] += 1
            yield fact

    def tallies(self) -> tuple[Tally, Tally]:
        """Of all facts that passed, and of those that are no copies."""
        once = self._tally(once=True)
        return once.more(self._tally(once=False)), once

    def _tally(self, *, once: bool) -> Tally:
        series: Counter[Series] = Counter()
        licences: Counter[LicenceName] = Counter()
        standards: Counter[StandardName] = Counter()
        for name, number in self._topics[once].items():
            series[name] += number
        for (land, values), number in self._alike[once].items():
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


def _less(one: Mapping[N, int], other: Mapping[N, int]) -> dict[N, int]:
    found = {name: one.get(name, 0) - other.get(name, 0) for name in {**one, **other}}
    return {name: number for name, number in found.items() if number}

# SPDX-License-Identifier: EUPL-1.2
"""How many datasets and holdings there are of each topic in each place, by their values. Pure.

A dataset with two licences counts once under each; its holding counts once, with the licences of
all datasets that belong to it.
"""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from app.store.cell_queries import ONCE, TopicKind, Unit
from app.store.facts import HOLDING, Fact, Name, together

Topic = tuple[TopicKind, str]
IN_SETS = ("thema", "all")  # kinds of topics by which licences are counted in sets


class Spot(NamedTuple):
    """One topic in one place: Land and Kommune, empty where the unit is the Land. variant: nothing,
    or ONCE where copies do not count. numbers: datasets and holdings by facet, value, evidence."""

    unit: Unit
    variant: str
    kind: TopicKind
    land: str
    kommune: str
    topic: str
    numbers: Mapping[Name, Sequence[int]]


@dataclass(slots=True)
class _Counted:
    """One topic in one place. met: holdings by name; sets: of holdings that are named, how many
    datasets and which licences."""

    numbers: dict[Name, list[int]] = field(default_factory=dict)
    met: set[tuple[Name, str]] = field(default_factory=set)
    sets: dict[str, tuple[list[int], set[str]]] = field(default_factory=dict)

    def add(self, names: Iterable[Name], holding: str | None) -> None:
        for name in names:
            numbers = self.numbers.get(name)
            if numbers is None:
                numbers = self.numbers[name] = [0, 0]
            numbers[0] += 1
            if holding is None:
                numbers[1] += 1
            elif (name, holding) not in self.met:
                self.met.add((name, holding))
                numbers[1] += 1

    def add_set(self, fact: Fact) -> None:
        if fact.holding is None:
            self.add((fact.values.together,), None)
            return
        number, licences = self.sets.setdefault(fact.holding, ([0], set()))
        number[0] += 1
        licences |= fact.values.licences

    def close(self) -> dict[Name, list[int]]:
        """The numbers, with those of sets; to be asked for once."""
        for number, licences in self.sets.values():
            kept = self.numbers.setdefault(together(licences), [0, 0])
            kept[0] += number[0]
            kept[1] += 1
        return self.numbers


_Counts = dict[tuple[str, Topic], _Counted]
Where = tuple[str, str, str, str]


def spots(
    facts: Iterable[Fact], variants: Collection[str], wanted: Container[Where] | None = None
) -> Iterator[Spot]:
    """What facts that come Land by Land, and there Kommune by Kommune, add up to.

    wanted: kind of topic, Land, Kommune (empty for that of the Land), topic of what is counted;
    None for everything.
    """
    for land, of_land in groupby(facts, key=attrgetter("land")):
        of_bodies: _Counts = {}
        for kommune, here in groupby(of_land, key=attrgetter("kommune")):
            municipal: _Counts = {}
            for fact in here:
                if fact.municipal:
                    here_wanted = _wanted(municipal_topics(fact), land, kommune, wanted)
                    _count(municipal, fact, here_wanted, variants)
                if fact.of_land:
                    there_wanted = _wanted(land_topics(fact), land, "", wanted)
                    _count(of_bodies, fact, there_wanted, variants)
            yield from _closed(municipal, "kommune", land, kommune or "")
        yield from _closed(of_bodies, "land", land, "")


def _wanted(
    topics: tuple[Topic, ...], land: str, kommune: str, wanted: Container[Where] | None
) -> Sequence[Topic]:
    if wanted is None:
        return topics
    return [topic for topic in topics if (topic[0], land, kommune, topic[1]) in wanted]


def municipal_topics(fact: Fact) -> tuple[Topic, ...]:
    """Under what a dataset counts for its Kommune."""
    every: tuple[Topic, ...] = (("thema", fact.thema), ("all", ""))
    if fact.musterdatensatz is None:
        return every
    return (("musterdatensatz", fact.musterdatensatz), *every)


def land_topics(fact: Fact) -> tuple[Topic, ...]:
    """Under what a dataset counts for its Land."""
    themes: Iterator[Topic] = (("inspire", theme) for theme in set(fact.inspire))
    categories: Iterator[Topic] = (("hvd", category) for category in set(fact.hvd))
    return (*themes, *categories, ("thema", fact.thema), ("all", ""))


def _count(counts: _Counts, fact: Fact, topics: Sequence[Topic], variants: Collection[str]) -> None:
    for variant in variants:
        if variant == ONCE and not fact.counts:
            continue
        for topic in topics:
            counted = counts.get((variant, topic))
            if counted is None:
                counted = counts[variant, topic] = _Counted()
            if topic[0] in IN_SETS:
                counted.add((HOLDING,), fact.holding)
                counted.add_set(fact)
            else:
                counted.add(fact.values.names, fact.holding)


def _closed(counts: _Counts, unit: Unit, land: str, kommune: str) -> Iterator[Spot]:
    for (variant, (kind, topic)), counted in counts.items():
        yield Spot(unit, variant, kind, land, kommune, topic, counted.close())

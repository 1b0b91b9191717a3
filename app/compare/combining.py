# SPDX-License-Identifier: EUPL-1.2
"""Whose data may be merged under which licence: decided once a licence, then counted by Kommune.

In a merged database (or collection) each licence is decided for itself, so the largest set under
a target is everybody whose licences all fit it. Pure; no page, no store.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, NamedTuple

from app.licensing.deciding import Source, Use, decide, decide_target, rank
from app.licensing.wording import fill, reason_text
from app.vocabulary.licence_law import Cell
from app.vocabulary.licences import Licences

Standing = Literal["passt", "bedingt", "strittig", "unklar", "unvereinbar"]
STANDINGS: tuple[Standing, ...] = ("passt", "bedingt", "strittig", "unklar", "unvereinbar")
FITTING: tuple[Standing, ...] = ("passt", "bedingt")
UNSAID = {"": "unspecified"}
SUGGESTED = 4


class Offer(NamedTuple):
    """What one Kommune has. licences: ids on any of its datasets, all of which must fit."""

    key: str
    licences: frozenset[str]
    datasets: int


class Verdict(NamedTuple):
    """How a set of licences stands, and the licence and rule that make it so."""

    standing: Standing
    licence: str
    cell: Cell


Judge = Callable[[frozenset[str]], Verdict]


class Block(NamedTuple):
    """Licences that keep Kommunen out. offers: who would join, were all of them changed."""

    licences: frozenset[str]
    verdict: Verdict
    offers: tuple[Offer, ...]

    @property
    def datasets(self) -> int:
        """Datasets that would join."""
        return sum(offer.datasets for offer in self.offers)


def standing(cell: Cell) -> Standing:
    """The word for a rule; what is disputed never stands as fitting."""
    if cell.verdict == "incompatible":
        return "unvereinbar"
    if cell.verdict == "unclear":
        return "unklar"
    if cell.confidence == "disputed":
        return "strittig"
    return "passt" if cell.verdict == "compatible" else "bedingt"


def judging(licences: Licences, use: Use, target: str) -> Judge:
    """The judge of one target; each licence and each set of licences is decided once."""
    cells: dict[str, Cell] = {}
    sets: dict[frozenset[str], Verdict] = {}

    def decided(key: str) -> Cell:
        if key not in cells:
            cells[key] = decide(licences, Source(known(licences, key)), use, target)
        return cells[key]

    def judge(together: frozenset[str]) -> Verdict:
        if together not in sets:
            worst = max(sorted(together), key=lambda key: _worse(decided(key)))
            sets[together] = Verdict(standing(decided(worst)), worst, decided(worst))
        return sets[together]

    return judge


def _worse(cell: Cell) -> tuple[int, tuple[int, int]]:
    return STANDINGS.index(standing(cell)), rank(cell)


def known(licences: Licences, key: str) -> str:
    """The id the law knows: ``unspecified`` for not given, ``unknown`` for any word of no file."""
    asked = UNSAID.get(key, key)
    return asked if licences.get(asked) else "unknown"


def targets(licences: Licences, use: Use) -> tuple[str, ...]:
    """Targets anybody may choose, international first; those reserved to others are left out."""
    return tuple(
        each for each in licences.rules.offered if decide_target(licences, use, each) is None
    )


def by_standing(offers: Iterable[Offer], judge: Judge) -> Mapping[Standing, list[Offer]]:
    """The Kommunen in each standing, all standings present."""
    found: dict[Standing, list[Offer]] = {name: [] for name in STANDINGS}
    for offer in offers:
        found[judge(offer.licences).standing].append(offer)
    return found


def blocks(offers: Iterable[Offer], judge: Judge) -> tuple[Block, ...]:
    """Who does not fit, by all the licences that are to blame; most Kommunen come first.

    A change of several licences also lets those join for whom some of them are enough.
    """
    groups: dict[frozenset[str], list[Offer]] = defaultdict(list)
    for offer in offers:
        blamed = frozenset(
            key for key in offer.licences if judge(frozenset({key})).standing not in FITTING
        )
        if blamed:
            groups[blamed].append(offer)
    found = [Block(blamed, judge(blamed), _joining(blamed, groups)) for blamed in groups]
    return tuple(sorted(found, key=lambda b: (-len(b.offers), -b.datasets, sorted(b.licences))))


def _joining(
    changed: frozenset[str], groups: Mapping[frozenset[str], list[Offer]]
) -> tuple[Offer, ...]:
    found = (each for blamed, members in groups.items() if blamed <= changed for each in members)
    return tuple(sorted(found, key=lambda each: (-each.datasets, each.key)))


def widest_change(found: Iterable[Block]) -> Block | None:
    """The change of one licence that lets most join; where none is enough, of as few as can be."""
    return min(found, key=lambda each: (len(each.licences), -len(each.offers)), default=None)


def changes(licences: Licences, judge: Judge) -> tuple[str, ...]:
    """Licences a provider could change to: recommended to administrations and fitting plainly."""
    found = (each for each in licences.rules.offered if _recommended(licences, each))
    fitting = [each for each in found if judge(frozenset({each})).standing == "passt"]
    return tuple(fitting[:SUGGESTED])


def _recommended(licences: Licences, key: str) -> bool:
    entry = licences.get(key)
    if entry is None or entry.law.recommended.get("eu_2023_138", "no") == "no":
        return False
    return "yes" in {entry.law.recommended.get(name) for name in ("govdata", "oefit")}


def reason(licences: Licences, verdict: Verdict, target: str, lang: str) -> str:
    """Why, in one or two sentences: the rule, and the step where one is due."""
    key, cell = known(licences, verdict.licence), verdict.cell
    said = reason_text(licences, cell, key, target, ()).say(lang)
    if not cell.step:
        return said
    step = fill(licences, licences.rules.steps[cell.step], {}, licence=key, target=target)
    return f"{said} {step.say(lang)}"

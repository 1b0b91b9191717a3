# SPDX-License-Identifier: EUPL-1.2
"""What a licence combines with: each other licence together with it, for one kind of result."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from werkzeug.datastructures import MultiDict

from app.compare.answer import Link
from app.compare.errors import SelectionError
from app.compare.lizenzen import licence_link
from app.compare.order import fold
from app.licensing import check
from app.licensing.model import RESULT_TYPES, VERDICTS, Clearing, Input, Request, ResultType
from app.licensing.wording import cite
from app.vocabulary import Licence, Vocabulary

T = TypeVar("T")
RESULT, ORDER, PAGE = "ergebnis", "paarfolge", "paarseite"
OWN = (RESULT, ORDER, PAGE)
ORDERS = ("urteil", "name")
SHOWN = 25
_kept: WeakKeyDictionary[Vocabulary, dict[tuple[str, str], tuple[tuple[Licence, Clearing], ...]]]
_kept = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page was asked about pairs, as it stands in the address."""

    kind: ResultType = RESULT_TYPES[0]
    order: str = ORDERS[0]
    page: int = 1

    def further(self) -> tuple[tuple[str, str], ...]:
        """Parameters that ask for it, without defaults."""
        found = ((RESULT, self.kind), (ORDER, self.order), (PAGE, str(self.page)))
        plain = (RESULT_TYPES[0], ORDERS[0], "1")
        return tuple(pair for pair, each in zip(found, plain, strict=True) if pair[1] != each)

    def but(self, **changes: Any) -> "Asked":
        """The same with some fields changed; from its first page unless one is named."""
        return replace(self, **{"page": 1, **changes})


class Pair(NamedTuple):
    """Both together: the verdict with its best target, and why it is no better."""

    other: Link
    verdict: str
    confidence: str
    target: Link | None
    text: str
    clause: str


class Listing(NamedTuple):
    """One page of pairs."""

    pairs: tuple[Pair, ...]
    total: int
    pages: int


def read(args: MultiDict[str, str]) -> Asked:
    """The question of these parameters; SelectionError for a value that is none."""
    page = args.get(PAGE, "") or "1"
    if not re.fullmatch(r"[1-9][0-9]{0,5}", page):
        value = ascii(page)[1:-1][:100]
        raise SelectionError("selection.not_a_number", parameter=PAGE, value=value)
    order = _one_of(args, ORDER, ORDERS)
    return Asked(_one_of(args, RESULT, RESULT_TYPES), order, int(page))


def _one_of(args: MultiDict[str, str], name: str, allowed: tuple[T, ...]) -> T:
    given = args.get(name, "")
    found = next((each for each in allowed if each == given), None if given else allowed[0])
    if found is None:
        listed, value = ", ".join(map(str, allowed)), ascii(given)[1:-1][:100]
        raise SelectionError("selection.not_in_list", parameter=name, value=value, allowed=listed)
    return found


def listed(vocabulary: Vocabulary, licence: Licence, asked: Asked, lang: str) -> Listing:
    """The licence with each other one, commercially and changed; nothing for what is none."""
    if licence.kind == "none":
        return Listing((), 0, 1)
    links = {each.id: licence_link(each, lang) for each in vocabulary.licences}
    by = _by_name if asked.order == "name" else _by_verdict
    made = sorted(
        _made(vocabulary, licence, asked.kind), key=lambda each: by(each[1], links[each[0].id])
    )
    start = (asked.page - 1) * SHOWN
    shown = (
        _pair(other, found, links, vocabulary, lang) for other, found in made[start : start + SHOWN]
    )
    return Listing(tuple(shown), len(made), max(1, -(-len(made) // SHOWN)))


def _by_name(made: Clearing, other: Link) -> tuple[str, ...]:
    return (fold(other.label),)


def _by_verdict(made: Clearing, other: Link) -> tuple[int, str]:
    return VERDICTS.index(made.verdict), fold(other.label)


def _made(
    vocabulary: Vocabulary, licence: Licence, kind: ResultType
) -> tuple[tuple[Licence, Clearing], ...]:
    """Kept for as long as the vocabulary is in use: its files do not change meanwhile."""
    kept = _kept.setdefault(vocabulary, {})
    name = (licence.id, kind)
    if name not in kept:
        others = [each for each in vocabulary.licences if each.kind == "licence"]
        kept[name] = tuple(
            (other, _together(vocabulary, licence, other, kind))
            for other in others
            if other.id != licence.id
        )
    return kept[name]


def _together(
    vocabulary: Vocabulary, licence: Licence, other: Licence, kind: ResultType
) -> Clearing:
    inputs = tuple(Input(each.id, each.id) for each in (licence, other))
    changed = kind != "unmodified_redistribution"
    return check(vocabulary.licences, Request(inputs, kind, commercial=True, modify=changed))


def _pair(
    other: Licence, made: Clearing, links: Mapping[str, Link], vocabulary: Vocabulary, lang: str
) -> Pair:
    worst = max(made.reasons, key=lambda each: VERDICTS.index(each.verdict))
    target = made.target if made.verdict in {"compatible", "conditional"} else None
    return Pair(
        other=links[other.id],
        verdict=made.verdict,
        confidence=made.confidence,
        target=(links.get(target) or Link(target, target)) if target else None,
        text=worst.text.say(lang),
        clause=cite(vocabulary.licences, worst.clause, lang),
    )

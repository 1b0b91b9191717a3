# SPDX-License-Identifier: EUPL-1.2
"""What a licence combines with: each other licence together with it, for one kind of result."""

from collections.abc import Mapping
from typing import NamedTuple
from weakref import WeakKeyDictionary

from app.compare.answer import Link
from app.compare.errors import SelectionError
from app.compare.lizenzen import licence_link
from app.licensing import check
from app.licensing.model import RESULT_TYPES, VERDICTS, Clearing, Input, Request, ResultType
from app.licensing.wording import cite
from app.vocabulary import Licence, Vocabulary

KINDS = {kind: kind for kind in RESULT_TYPES}
_kept: WeakKeyDictionary[Vocabulary, dict[tuple[str, str], tuple[tuple[Licence, Clearing], ...]]]
_kept = WeakKeyDictionary()


class Pair(NamedTuple):
    """Both together: the verdict with its best target, and why it is no better."""

    other: Link
    verdict: str
    confidence: str
    target: Link | None
    text: str
    clause: str


def result_type(given: str) -> ResultType:
    """The kind of result named; a derived database where none is. SelectionError for others."""
    if not given:
        return RESULT_TYPES[0]
    if given not in KINDS:
        allowed = ", ".join(KINDS)
        value = ascii(given)[1:-1][:100]
        raise SelectionError(
            "selection.not_in_list", parameter="ergebnis", value=value, allowed=allowed
        )
    return KINDS[given]


def pairs(
    vocabulary: Vocabulary, licence: Licence, kind: ResultType, lang: str
) -> tuple[Pair, ...]:
    """The licence with each other one, commercially and changed; the best verdicts first."""
    links = {each.id: licence_link(each, lang) for each in vocabulary.licences}
    found = [
        _pair(other, made, links, vocabulary, lang)
        for other, made in _made(vocabulary, licence, kind)
    ]
    return tuple(sorted(found, key=lambda each: VERDICTS.index(each.verdict)))


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

# SPDX-License-Identifier: EUPL-1.2
"""What the data of one Kommune carry: licences, formats, standards, families, as portions."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.compare.answer import EvidenceKind, Portion
from app.compare.facets import EVIDENCE, Look
from app.compare.licence_families import Family
from app.compare.matrix import Masks, Topic
from app.compare.meaning import format_look, licence_look, standard_look
from app.compare.tally import Count
from app.vocabulary import Vocabulary


class Looks(NamedTuple):
    """The meaning of values, in the language of the answer."""

    licence: Look
    format: Look
    standard: Look


def looks(vocabulary: Vocabulary, lang: str) -> Looks:
    """The looks of a language."""
    return Looks(
        licence_look(vocabulary, lang),
        format_look(vocabulary, lang),
        standard_look(vocabulary, lang),
    )


def licences(count: Count, look: Look) -> tuple[Portion, ...]:
    """Licence -> holdings that carry it, most first, "not given" last; they make no sum."""
    found = count.per_licence()
    return tuple(_portion(key, look, number=found[key]) for key in _by_number(found))


def families(count: Count, family: Family) -> tuple[Portion, ...]:
    """Family of licences -> holdings that carry one of it."""
    found: Counter[str] = Counter()
    for together, number in count.sets.items():
        for name in {family(licence) for licence in together}:
            found[name] += number
    return tuple(
        Portion(key, None, found[key], "" if key in {"", "unknown"} else f"family.{key}")
        for key in _by_number(found)
    )


def _by_number(found: Mapping[str, int]) -> list[str]:
    return sorted(found, key=lambda key: (not key, -found[key], key))


def present(topic: Topic, name: str, bit: int, look: Look) -> tuple[Portion, ...]:
    """The values of a facet that the holding of place ``bit`` has; data before views."""
    strongest = _strongest(topic.facets.get(name, {}), bit)
    found = (_portion(key, look, evidence=kind) for key, kind in strongest.items())
    return tuple(sorted(found, key=lambda each: (not each.key, each.view, each.label or "\uffff")))


def _strongest(masks: Masks, bit: int) -> dict[str, EvidenceKind | None]:
    """Value -> its strongest evidence at one place."""
    kinds: dict[str, set[str]] = {}
    for (value, kind), mask in masks.items():
        if mask >> bit & 1:
            kinds.setdefault(value, set()).add(kind)
    return {
        value: next((kind for kind in EVIDENCE if kind in seen), None)
        for value, seen in kinds.items()
    }


def _portion(
    key: str, look: Look, *, number: int | None = None, evidence: EvidenceKind | None = None
) -> Portion:
    if not key:
        return Portion("", None, number)
    known = look(key)
    return Portion(key, known.label, number, "", known.view, known.open, evidence)


def named(pairs: Iterable[tuple[str, str | None, int]]) -> tuple[Portion, ...]:
    """Portions of (key, label, number), added up by key, most first, "not given" last."""
    labels: dict[str, str | None] = {}
    found: Counter[str] = Counter()
    for key, label, number in pairs:
        labels[key] = label
        found[key] += number
    return tuple(Portion(key, labels[key], found[key]) for key in _by_number(found))

# SPDX-License-Identifier: EUPL-1.2
"""Standards of a topic as masks: by level, by evidence, and each place under its strongest.

What was said and not recognised is evidence that something was said, and no standard. Pure.
"""

from collections.abc import Mapping
from typing import NamedTuple

from app.compare.facets import EVIDENCE
from app.compare.masks import union
from app.compare.matrix import Masks, Topic
from app.compare.meaning import UNKNOWN
from app.vocabulary import Vocabulary

FACET = "standard"
EVERY = "alle"
GRADES = {"alle": EVIDENCE, "angegeben": EVIDENCE[:2], "nachgewiesen": EVIDENCE[:1]}
LEVELS = ("data-model", "service-interface", "file-format", "code-list")
CHOICES = {"ebene": (EVERY, *LEVELS), "beleg": tuple(GRADES)}


class Grades(NamedTuple):
    """The places of a topic, each under its strongest evidence; the four parts do not overlap."""

    verified: int
    declared: int
    inferred: int
    none: int


def picked(masks: Masks, vocabulary: Vocabulary, ebene: str, beleg: str) -> Masks:
    """The known standards of a level, with evidence of a grade; nothing of what is not known."""
    return {
        (value, kind): mask
        for (value, kind), mask in masks.items()
        if kind in GRADES[beleg] and _on_level(vocabulary, value, ebene)
    }


def _on_level(vocabulary: Vocabulary, value: str, ebene: str) -> bool:
    known = vocabulary.standards.get(value) if value and value != UNKNOWN else None
    return known is not None and ebene in (EVERY, known.level)


def grades(masks: Masks, units: int) -> Grades:
    """Where anything is nachgewiesen, else angegeben, else erschlossen, else nicht angegeben."""
    left, found = units, []
    for kind in EVIDENCE:
        here = left & union(mask for (_, grade), mask in masks.items() if grade == kind)
        found.append(here)
        left &= ~here
    return Grades(found[0], found[1], found[2], left)


def sharing_nothing(values: Mapping[str, int]) -> int:
    """Places that have some of the values, and none that any other place has."""
    shared = union(mask for mask in values.values() if mask.bit_count() > 1)
    return union(values.values()) & ~shared


def standards_of(topic: Topic) -> Masks:
    """The topic's masks of standards."""
    return topic.facets.get(FACET, {})

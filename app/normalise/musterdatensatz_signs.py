# SPDX-License-Identifier: EUPL-1.2
"""How far an answer can be trusted: signs of doubt, and the curves that make them a confidence.

Titles with a description and titles alone are judged by curves of their own: the same score means
more where more was read.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.normalise.lexicon import Hit

Floats = NDArray[np.float64]
Curve = tuple[float, ...]
_MANY = 8


class Trust(NamedTuple):
    """Curves for kind and Thema: a constant, then one weight a sign; from where each is sure.

    reliability: log odds that an answer with this kind was right, by column.
    """

    curve: Curve
    thema_curve: Curve
    sure: float
    thema_sure: float
    reliability: Floats


def signs(scores: Floats, order: NDArray[np.int64], words: int, backed: float) -> list[float]:
    """The signs for the best of these scores, reliability apart.

    order: columns of the three best; words: of the title; backed: see back().
    """
    one, two, three = (float(scores[at]) for at in order)
    return [one, one - two, two - three, share(scores, one), *_sides(backed), min(words, _MANY) / 8]


def _sides(backed: float) -> tuple[float, float]:
    return max(backed, 0.0), float(backed < 0)


def back(hit: Hit, best: str, words: list[str]) -> float:
    """How much of the title's words the lexicon's longest term covers where it speaks for this
    kind, 0..1; -1 where it speaks for another; 0 where there is none.
    """
    if not hit.slugs:
        return 0.0
    if best not in hit.slugs:
        return -1.0
    letters = sum(map(len, words))
    return min(max(map(len, hit.terms)) / letters, 1.0) if letters else 1.0


def share(scores: Floats, one: float) -> float:
    """The part of a score, squared, in all positive ones."""
    positive = np.maximum(scores, 0.0)
    total = float(positive @ positive)
    return max(one, 0.0) ** 2 / total if total else 0.0


def confidence(curve: Curve, values: list[float]) -> float:
    """The logistic of constant and weighted signs, 0..1."""
    power = curve[0] + sum(weight * value for weight, value in zip(curve[1:], values, strict=True))
    return float(1 / (1 + np.exp(-power)))


def thema_scores(groups: NDArray[np.int64], scores: Floats) -> Floats:
    """One score a Thema: what speaks for its kinds together, as far as it speaks for them."""
    return np.asarray(np.bincount(groups, np.maximum(scores, 0.0) ** 2), np.float64)


def thema_signs(groups: NDArray[np.int64], scores: Floats, best: int) -> list[float]:
    """The signs for the Thema of the best kind: score, lead over the next Thema, part in all."""
    sums = np.sqrt(thema_scores(groups, scores))
    own = float(sums[groups[best]])
    total = float(sums @ sums)
    sums[groups[best]] = 0.0
    return [float(scores[best]), own - float(sums.max()), own * own / total if total else 0.0]

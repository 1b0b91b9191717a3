# SPDX-License-Identifier: EUPL-1.2
"""Learns from answers about titles that were left out how far such answers can be trusted.

Everything comes from training titles: the curves, how reliable each kind is, and from which
confidence enough answers are right to be called sure. Titles of no kind count as wrong answers.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.normalise.lexicon import match
from app.normalise.musterdatensatz_features import words_of
from app.normalise.musterdatensatz_model import best_of, hinted
from app.normalise.musterdatensatz_signs import (
    Curve,
    Floats,
    Trust,
    back,
    confidence,
    signs,
    thema_signs,
)
from app.normalise.musterdatensatz_words import Words

PRECISION = 0.955
_THEMA_PRECISION = 0.95
_DIGITS = 3
_PRIOR = 20.0
_HELD = 0.1
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


class Answers(NamedTuple):
    """Texts (title, description), their scores without hints, the right column, -1 for none."""

    texts: Sequence[tuple[str, str]]
    scores: Floats
    targets: Ints
    slugs: tuple[str, ...]
    groups: Ints
    words: Words
    places: frozenset[str]


class Seen(NamedTuple):
    """Of each answer its best column, its signs and whether it was right; of the Thema alike."""

    best: Ints
    signs: Floats
    right: Bools
    thema_signs: Floats
    thema_right: Bools


def calibrate(answers: Answers, chosen: Sequence[bool]) -> Trust:
    """What can be trusted of the chosen answers."""
    seen = _see(answers, [at for at, yes in enumerate(chosen) if yes])
    reliability, without = _reliability(seen, len(answers.slugs))
    curve, sure = _threshold(np.column_stack([seen.signs, without]), seen.right, PRECISION)
    thema, thema_sure = _threshold(seen.thema_signs, seen.thema_right, _THEMA_PRECISION)
    return Trust(curve, thema, sure, thema_sure, reliability)


def _see(answers: Answers, chosen: list[int]) -> Seen:
    rows, themen, best = [], [], []
    for at in chosen:
        title = answers.texts[at][0]
        scores = answers.scores[at] + hinted(answers.words, answers.slugs, title)
        order = best_of(scores)
        hit, words = match(answers.words.lexicon, title), words_of(title, answers.places)
        rows.append(signs(scores, order, len(words), back(hit, answers.slugs[order[0]], words)))
        themen.append(thema_signs(answers.groups, scores, int(order[0])))
        best.append(int(order[0]))
    found, truth = np.array(best), answers.targets[chosen]
    same = (truth >= 0) & (answers.groups[found] == answers.groups[truth])
    return Seen(found, np.array(rows), found == truth, np.array(themen), same)


def _reliability(seen: Seen, kinds: int) -> tuple[Floats, Floats]:
    """Log odds by kind, held to the mean of all; and for each answer those without itself."""
    mean = float(seen.right.mean())
    right = np.bincount(seen.best, seen.right, kinds).astype(np.float64)
    told = np.bincount(seen.best, minlength=kinds).astype(np.float64)
    known = _log_odds(right, told, mean)
    return known, _log_odds(right[seen.best] - seen.right, told[seen.best] - 1, mean)


def _log_odds(right: Floats, told: Floats, mean: float) -> Floats:
    rate = (right + _PRIOR * mean) / (told + _PRIOR)
    return np.asarray(np.round(np.log(rate / (1 - rate)), _DIGITS))


def _threshold(table: Floats, right: Bools, precision: float) -> tuple[Curve, float]:
    """The logistic curve of these signs, and the confidence from which enough are right."""
    curve = _fit(table, right.astype(np.float64))
    values = np.array([confidence(curve, row) for row in table.tolist()])
    order = np.argsort(-values, kind="stable")
    precise = np.cumsum(right[order]) / np.arange(1, len(order) + 1) >= precision
    if not precise.any():
        return curve, 1.0
    return curve, round(float(values[order[np.flatnonzero(precise)[-1]]]), _DIGITS)


def _fit(table: Floats, right: Floats) -> Curve:
    """Logistic regression by Newton's method, lightly held so that it always ends."""
    full = np.column_stack([np.ones(len(table)), table])
    beta = np.zeros(full.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-full @ beta))
        slope = full.T @ (right - chance) - _HELD * beta
        bend = (full * (chance * (1 - chance))[:, None]).T @ full + _HELD * np.eye(len(beta))
        beta = beta + np.linalg.solve(bend, slope)
    return tuple(round(float(each), _DIGITS) for each in beta)

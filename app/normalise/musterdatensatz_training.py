# SPDX-License-Identifier: EUPL-1.2
"""Trains the weights from the tables of the vocabulary: ridge regression, solved exactly.

One row for each labelled title with and one without its description, one for each name, definition
and word of the lexicon. The solution is found among the rows (kernel form), since there are fewer
rows than features; it has no random start, so it is the same every time. Confidence and thresholds
come from predictions for groups of titles that were left out. Needs scipy (extra ``train``).
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import scipy.linalg
import scipy.sparse
from numpy.typing import NDArray

from app.normalise.musterdatensatz_features import SIZE, extract
from app.normalise.musterdatensatz_model import (
    RARITY,
    Curve,
    Floats,
    Model,
    confidence,
    thema_scores,
)
from app.vocabulary import Vocabulary
from app.vocabulary.musterdaten_examples import Example, read_corrections, read_definitions

FOLDS = 5
_RIDGE = 0.5
_TITLE_ONLY = 0.5
_WORDS = 0.3
_PRECISION = 0.96
_DIGITS = 3
Ints = NDArray[np.int64]
Sparse = Any


class Rows(NamedTuple):
    """Training material: one weight and one kind (column) a row; fold -1 is in every training."""

    matrix: Sparse
    targets: Ints
    weights: Floats
    folds: Ints


class Frame(NamedTuple):
    """The kinds in order, their Themen, and the number of the Thema by kind."""

    slugs: tuple[str, ...]
    themen: tuple[str, ...]
    groups: Ints


def make_frame(vocabulary: Vocabulary) -> Frame:
    """Every kind but Sonstiges, which is never learned."""
    entries = [each for each in vocabulary.musterdaten if not each.slug.startswith("sonstiges")]
    themen = tuple(dict.fromkeys(each.thema for each in entries))
    groups = np.array([themen.index(each.thema) for each in entries])
    return Frame(tuple(each.slug for each in entries), themen, groups)


def train(vocabulary: Vocabulary, examples: Sequence[Example]) -> Model:
    """The model of these examples, the lexicon, the definitions and the corrections."""
    frame = make_frame(vocabulary)
    learned = (*_known(frame, examples), *_corrected(frame, vocabulary))
    texts = [*_titles(learned), *_words(vocabulary, frame)]
    matrix = _matrix([text for text, _, _ in texts])
    rarity = _rarity(matrix)
    rows = _rows(frame, matrix, rarity, texts, learned)
    kernel = (rows.matrix @ rows.matrix.T).toarray()
    curves = _calibrate(frame, rows, kernel, len(learned))
    solved = _solve(rows, kernel, np.arange(len(rows.targets)), len(frame.slugs))
    weights, scale = _quantise(np.asarray(rows.matrix.T @ solved))
    return Model(frame.slugs, frame.themen, frame.groups, rarity, weights, scale, *curves)


def _known(frame: Frame, examples: Sequence[Example]) -> tuple[Example, ...]:
    slugs = set(frame.slugs)
    return tuple(example for example in examples if example.slug in slugs)


def _corrected(frame: Frame, vocabulary: Vocabulary) -> tuple[Example, ...]:
    corrections = read_corrections(vocabulary.shelf)
    rows = (Example(slug, (), title, "", title) for title, slug in sorted(corrections.items()))
    return _known(frame, tuple(rows))


Text = tuple[tuple[str, str], str, float]


def _titles(examples: Sequence[Example]) -> list[Text]:
    full: list[Text] = [((each.title, each.description), each.slug, 1.0) for each in examples]
    return full + [((each.title, ""), each.slug, _TITLE_ONLY) for each in examples]


def _words(vocabulary: Vocabulary, frame: Frame) -> list[Text]:
    musterdaten, meanings = vocabulary.musterdaten, read_definitions(vocabulary.shelf)
    texts: list[Text] = []
    for slug in frame.slugs:
        entry = musterdaten.entries[slug]
        texts.append(((entry.label, meanings.get(slug, "")), slug, 0.5))
        texts.append(((entry.name, ""), slug, 0.5))
        terms = musterdaten.lexicon.get(slug, ())
        texts += [((term.replace("+", " "), ""), slug, _WORDS) for term in terms]
    return texts


def _matrix(texts: Sequence[tuple[str, str]]) -> Sparse:
    features = [extract(*text) for text in texts]
    ends = np.cumsum([0, *(len(places) for places, _ in features)])
    values = np.concatenate([values for _, values in features])
    places = np.concatenate([places for places, _ in features])
    return scipy.sparse.csr_matrix((values, places, ends), shape=(len(texts), SIZE))


def _rarity(matrix: Sparse) -> Floats:
    seen = np.bincount(matrix.indices, minlength=SIZE)
    rarity = np.log((matrix.shape[0] + 1) / (seen + 1)) + 1
    # Sixteenths, as the file keeps them: training must see what reading will see.
    return np.asarray(np.rint(rarity * RARITY) / RARITY)


def _rows(
    frame: Frame, matrix: Sparse, rarity: Floats, texts: list[Text], learned: Sequence[Example]
) -> Rows:
    scaled = matrix @ scipy.sparse.diags(rarity)
    lengths = np.sqrt(np.asarray(scaled.multiply(scaled).sum(axis=1)).ravel())
    scaled = (scipy.sparse.diags(1 / np.where(lengths > 0, lengths, 1)) @ scaled).tocsr()
    column = {slug: at for at, slug in enumerate(frame.slugs)}
    folds = fold_of(learned)
    always = np.full(len(texts) - 2 * len(learned), -1)
    return Rows(
        scaled,
        np.array([column[slug] for _, slug, _ in texts]),
        np.array([weight for _, _, weight in texts]),
        np.concatenate([folds, folds, always]),
    )


def fold_of(examples: Sequence[Example]) -> Ints:
    """The fold of each example; a cluster is never split."""
    clusters = {name: at for at, name in enumerate(sorted({each.cluster for each in examples}))}
    return np.array([clusters[each.cluster] % FOLDS for each in examples], dtype=np.int64)


def _solve(rows: Rows, kernel: Floats, chosen: Ints, kinds: int) -> Floats:
    answers = np.zeros((len(chosen), kinds))
    answers[np.arange(len(chosen)), rows.targets[chosen]] = 1.0
    square = kernel[np.ix_(chosen, chosen)] + np.diag(_RIDGE / rows.weights[chosen])
    return np.asarray(scipy.linalg.solve(square, answers, assume_a="pos"))


def _quantise(weights: Floats) -> tuple[NDArray[np.int8], float]:
    """Weights in 255 steps. The widest one in 10,000 is cut off, for finer steps."""
    scale = float(f"{np.quantile(np.abs(weights), 0.9999) / 127:.4g}")
    return np.clip(np.rint(weights / scale), -127, 127).astype(np.int8), scale


Curves = tuple[Curve, Curve, float, float]


def _calibrate(frame: Frame, rows: Rows, kernel: Floats, count: int) -> Curves:
    scores = np.zeros((2 * count, len(frame.slugs)))
    for fold in range(FOLDS):
        inside, outside = (
            np.flatnonzero(test) for test in (rows.folds != fold, rows.folds == fold)
        )
        solved = _solve(rows, kernel, inside, len(frame.slugs))
        scores[outside] = kernel[np.ix_(outside, inside)] @ solved
    best = scores.argmax(axis=1)
    truth = rows.targets[: 2 * count]
    ordered = np.sort(scores, axis=1)
    signs = np.stack([ordered[:, -1], ordered[:, -1] - ordered[:, -2]], axis=1)
    kind = _threshold(signs, best == truth)
    leads = [_thema_lead(frame, row) for row in scores]
    thema = _threshold(
        np.stack([ordered[:, -1], np.array(leads)], axis=1),
        frame.groups[best] == frame.groups[truth],
    )
    return kind[0], thema[0], kind[1], thema[1]


def _thema_lead(frame: Frame, scores: Floats) -> float:
    sums = thema_scores(frame.groups, scores)
    best = int(frame.groups[int(np.argmax(scores))])
    return float(np.sqrt(sums[best]) - np.sqrt(np.delete(sums, best).max()))


def _threshold(signs: Floats, right: NDArray[np.bool_]) -> tuple[Curve, float]:
    """The logistic curve of these signs, and the confidence from which enough are right."""
    curve = _fit(signs, right.astype(np.float64))
    values = np.array([confidence(curve, float(a), float(b)) for a, b in signs])
    order = np.argsort(-values, kind="stable")
    precise = np.cumsum(right[order]) / np.arange(1, len(order) + 1) >= _PRECISION
    if not precise.any():
        return curve, 1.0
    return curve, round(float(values[order[np.flatnonzero(precise)[-1]]]), _DIGITS)


def _fit(signs: Floats, right: Floats) -> Curve:
    """Logistic regression by Newton's method, lightly held so that it always ends."""
    table = np.column_stack([np.ones(len(signs)), signs])
    beta = np.zeros(3)
    for _ in range(25):
        chance = 1 / (1 + np.exp(-table @ beta))
        slope = table.T @ (right - chance) - 0.01 * beta
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + 0.01 * np.eye(3)
        beta = beta + np.linalg.solve(bend, slope)
    constant, score, lead = (round(float(each), _DIGITS) for each in beta)
    return constant, score, lead

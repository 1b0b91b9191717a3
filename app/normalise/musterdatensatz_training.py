# SPDX-License-Identifier: EUPL-1.2
"""Trains the weights from the tables of the vocabulary: ridge regression, solved exactly.

One row for each labelled title with and one without its description, one for each name, definition,
invented title and word of the lexicon. The solution is found among the rows (kernel form), since
there are fewer rows than features; it has no random start, so it is the same every time. Confidence
and thresholds come from predictions for groups of titles that were left out. Needs scipy (extra
``train``).
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import scipy.linalg
import scipy.sparse
from numpy.typing import NDArray

from app.normalise.musterdatensatz_calibration import Answers, calibrate
from app.normalise.musterdatensatz_features import SIZE, extract
from app.normalise.musterdatensatz_model import RARITY, Model
from app.normalise.musterdatensatz_signs import Floats
from app.normalise.musterdatensatz_words import Words, place_words, read_words
from app.vocabulary import Vocabulary
from app.vocabulary.musterdaten_corrections import read_corrections
from app.vocabulary.musterdaten_examples import Example, read_definitions, read_titles

FOLDS = 5
_RIDGE = 0.5
_TITLE_ONLY = 0.5
_WORDS = 0.3
Ints = NDArray[np.int64]
Sparse = Any


class Rows(NamedTuple):
    """Training material: one weight and one kind (column) a row; fold -1 is in every training."""

    matrix: Sparse
    targets: Ints
    weights: Floats
    folds: Ints


class Frame(NamedTuple):
    """The kinds in order, their Themen, the number of the Thema by kind; words and places."""

    slugs: tuple[str, ...]
    themen: tuple[str, ...]
    groups: Ints
    words: Words
    places: frozenset[str]


def make_frame(vocabulary: Vocabulary) -> Frame:
    """Every kind but Sonstiges, which is never learned."""
    entries = [each for each in vocabulary.musterdaten if not each.slug.startswith("sonstiges")]
    themen = tuple(dict.fromkeys(each.thema for each in entries))
    groups = np.array([themen.index(each.thema) for each in entries])
    slugs = tuple(each.slug for each in entries)
    return Frame(slugs, themen, groups, read_words(vocabulary.shelf), place_words(vocabulary))


def train(vocabulary: Vocabulary, examples: Sequence[Example]) -> Model:
    """The model of these examples, the lexicon, the definitions and the corrections.

    Titles of no kind teach only how far an answer can be trusted.
    """
    frame = make_frame(vocabulary)
    learned = (*_known(frame, examples), *_corrected(frame, vocabulary))
    texts = [*_titles(learned), *_words(vocabulary, frame)]
    matrix = _matrix(frame, [text for text, _, _ in texts])
    rarity = _rarity(matrix)
    rows = _rows(frame, _scale(matrix, rarity), texts, learned)
    solved, left_out = _solve(rows, len(frame.slugs))
    nothing = [text for text, _, _ in _titles([each for each in examples if not each.slug])]
    others = _scale(_matrix(frame, nothing), rarity) @ (rows.matrix.T @ solved)
    count = 2 * len(learned)
    answers = Answers(
        [text for text, _, _ in texts[:count]] + nothing,
        np.concatenate([left_out[:count], others]),
        np.concatenate([rows.targets[:count], np.full(len(nothing), -1)]),
        frame.slugs,
        frame.groups,
        frame.words,
        frame.places,
    )
    weights, scale = _quantise(np.asarray(rows.matrix.T @ solved))
    described = [bool(text) for _, text in answers.texts]
    alone = calibrate(answers, [not each for each in described])
    trusts = (alone, calibrate(answers, described) if any(described) else alone)
    learnt = (rarity, weights, scale, frame.places, trusts, frame.words)
    return Model(frame.slugs, frame.themen, frame.groups, *learnt)


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
    texts += [((title, ""), slug, _WORDS) for slug, title in read_titles(vocabulary.shelf)]
    return texts


def _matrix(frame: Frame, texts: Sequence[tuple[str, str]]) -> Sparse:
    features = [extract(*text, frame.places) for text in texts]
    ends = np.cumsum([0, *(len(places) for places, _ in features)])
    values = np.concatenate([np.zeros(0), *(values for _, values in features)])
    places = np.concatenate([np.zeros(0, np.int32), *(places for places, _ in features)])
    return scipy.sparse.csr_matrix((values, places, ends), shape=(len(texts), SIZE))


def _rarity(matrix: Sparse) -> Floats:
    seen = np.bincount(matrix.indices, minlength=SIZE)
    rarity = np.log((matrix.shape[0] + 1) / (seen + 1)) + 1
    # Sixteenths, as the file keeps them: training must see what reading will see.
    return np.asarray(np.rint(rarity * RARITY) / RARITY)


def _scale(matrix: Sparse, rarity: Floats) -> Sparse:
    scaled = matrix @ scipy.sparse.diags(rarity)
    lengths = np.sqrt(np.asarray(scaled.multiply(scaled).sum(axis=1)).ravel())
    return (scipy.sparse.diags(1 / np.where(lengths > 0, lengths, 1)) @ scaled).tocsr()


def _rows(frame: Frame, matrix: Sparse, texts: list[Text], learned: Sequence[Example]) -> Rows:
    column = {slug: at for at, slug in enumerate(frame.slugs)}
    folds = fold_of(learned)
    always = np.full(len(texts) - 2 * len(learned), -1)
    return Rows(
        matrix,
        np.array([column[slug] for _, slug, _ in texts]),
        np.array([weight for _, _, weight in texts]),
        np.concatenate([folds, folds, always]),
    )


def fold_of(examples: Sequence[Example]) -> Ints:
    """The fold of each example; a cluster is never split."""
    clusters = {name: at for at, name in enumerate(sorted({each.cluster for each in examples}))}
    return np.array([clusters[each.cluster] % FOLDS for each in examples], dtype=np.int64)


def _solve(rows: Rows, kinds: int) -> tuple[Floats, Floats]:
    """The solution among the rows, and what each fold is told by a solution without it.

    Leaving rows out needs no second solution: their residuals follow from the inverse.
    """
    answers = np.zeros((len(rows.targets), kinds))
    answers[np.arange(len(rows.targets)), rows.targets] = 1.0
    square = (rows.matrix @ rows.matrix.T).toarray() + np.diag(_RIDGE / rows.weights)
    inverse = scipy.linalg.inv(square, overwrite_a=True)
    solved = np.asarray(inverse @ answers)
    left_out = answers.copy()
    for fold in range(FOLDS):
        at = np.flatnonzero(rows.folds == fold)
        if len(at):
            left_out[at] -= scipy.linalg.solve(inverse[np.ix_(at, at)], solved[at])
    return solved, left_out


def _quantise(weights: Floats) -> tuple[NDArray[np.float32], float]:
    """Weights in 255 steps. The widest one in 10,000 is cut off, for finer steps."""
    scale = float(f"{np.quantile(np.abs(weights), 0.9999) / 127:.4g}")
    return np.clip(np.rint(weights / scale), -127, 127).astype(np.float32), scale

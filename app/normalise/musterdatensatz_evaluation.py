# SPDX-License-Identifier: EUPL-1.2
"""How often titles nobody trained on are read right: grouped cross-validation of the whole model.

Each fold trains everything anew without the titles of the fold: weights, curves and thresholds.
What is measured is what ships: the weights as the file keeps them.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.normalise.musterdatensatz_model import Guess, guess, pack, unpack
from app.normalise.musterdatensatz_training import FOLDS, fold_of, train
from app.normalise.musterdatensatz_words import read_words
from app.vocabulary import Vocabulary
from app.vocabulary.musterdaten_examples import Example

_BINS = 10


class Judged(NamedTuple):
    """One labelled title, its Thema, and what a model that never saw its cluster said."""

    example: Example
    thema: str
    guess: Guess | None

    @property
    def right(self) -> bool:
        """Whether the first choice is the label; of Sonstiges, whether nothing is sure."""
        if not self.example.slug:
            return not self.sure
        return self.guess is not None and self.guess.choices[0].slug == self.example.slug

    @property
    def sure(self) -> bool:
        """Whether the kind was called sure."""
        return self.guess is not None and self.guess.sure


class Figures(NamedTuple):
    """Shares between 0 and 1 over titles; by_class: slug → (titles, right, F1).

    sure, precision: share called sure and how many of these are right; thema_sure and
    thema_precision alike. calibration: mean distance of confidence from the share right, in ten
    bins of confidence (expected calibration error).
    """

    titles: int
    accuracy: float
    top_three: float
    macro_f1: float
    thema: float
    sure: float
    precision: float
    thema_sure: float
    thema_precision: float
    calibration: float
    by_class: dict[str, tuple[int, int, float]]


def cross_validate(
    vocabulary: Vocabulary, examples: Sequence[Example], done: Callable[[int], None]
) -> tuple[Judged, ...]:
    """Every title judged by a model trained without its cluster. done: told after each fold."""
    folds = fold_of(examples)
    themen = {entry.slug: entry.thema for entry in vocabulary.musterdaten}
    words = read_words(vocabulary.shelf)
    judged: list[Judged] = []
    for fold in range(FOLDS):
        inside = [each for each, at in zip(examples, folds, strict=True) if at != fold]
        model = unpack(pack(train(vocabulary, inside)), words)
        judged += (
            Judged(each, themen.get(each.slug, ""), guess(model, each.title, each.description))
            for each, at in zip(examples, folds, strict=True)
            if at == fold
        )
        done(fold + 1)
    return tuple(judged)


def measure(judged: Sequence[Judged]) -> Figures:
    """The figures over all titles; Sonstiges counts in accuracy, not in F1 or the Thema."""
    named = [each for each in judged if each.example.slug]
    by_class = _by_class(named)
    thema_sure = [each for each in named if each.guess and each.guess.thema_sure]
    sure = [each for each in judged if each.sure]
    return Figures(
        titles=len(judged),
        accuracy=_share(judged, lambda each: each.right),
        top_three=_share(named, _in_three),
        macro_f1=sum(f1 for _, _, f1 in by_class.values()) / max(len(by_class), 1),
        thema=_share(named, _right_thema),
        sure=len(sure) / max(len(judged), 1),
        precision=_share(sure, lambda each: bool(each.example.slug) and each.right),
        thema_sure=len(thema_sure) / max(len(named), 1),
        thema_precision=_share(thema_sure, _right_thema),
        calibration=_calibration(named),
        by_class=by_class,
    )


def _share(judged: Sequence[Judged], test: Callable[[Judged], bool]) -> float:
    return sum(map(test, judged)) / len(judged) if judged else 0.0


def _in_three(each: Judged) -> bool:
    choices = each.guess.choices if each.guess else ()
    return each.example.slug in {choice.slug for choice in choices}


def _right_thema(each: Judged) -> bool:
    return each.guess is not None and each.guess.thema.slug == each.thema


def _by_class(judged: Sequence[Judged]) -> dict[str, tuple[int, int, float]]:
    truth = Counter(each.example.slug for each in judged)
    said = Counter(each.guess.choices[0].slug for each in judged if each.guess)
    right = Counter(each.example.slug for each in judged if each.right)
    return {
        slug: (count, right[slug], 2 * right[slug] / (count + said[slug]))
        for slug, count in sorted(truth.items())
    }


def _calibration(judged: Sequence[Judged]) -> float:
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for each in judged:
        if each.guess:
            value = each.guess.choices[0].confidence
            bins[min(int(value * _BINS), _BINS - 1)].append((value, each.right))
    total = sum(map(len, bins.values()))
    apart = (
        abs(sum(value for value, _ in held) - sum(right for _, right in held))
        for held in bins.values()
    )
    return sum(apart) / max(total, 1)

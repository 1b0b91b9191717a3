# SPDX-License-Identifier: EUPL-1.2
"""The trained weights: reading them from the vocabulary and asking them about a title.

The file is xz over one JSON line (Header) and two arrays of bytes: the weight of each feature's
rarity (sixteenths), and the weights feature × kind.
"""

import json
import lzma
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.normalise.musterdatensatz_features import SIZE, Features, extract, words_of
from app.vocabulary import VocabularyError
from app.vocabulary.files import Shelf

WEIGHTS = "musterdaten/weights.xz"
RARITY = 16.0
_TOP = 3

Floats = NDArray[np.float64]
Curve = tuple[float, float, float]


class Model(NamedTuple):
    """slugs: kinds by column; groups: number of the Thema by column; weights: int8.

    curve and thema_curve: confidence is the logistic of constant, score and lead; sure and
    thema_sure: from which confidence an answer counts as sure.
    """

    slugs: tuple[str, ...]
    themen: tuple[str, ...]
    groups: NDArray[np.int64]
    rarity: Floats
    weights: NDArray[np.int8]
    scale: float
    curve: Curve
    thema_curve: Curve
    sure: float
    thema_sure: float


class Choice(NamedTuple):
    """A slug and how likely it is right, 0..1."""

    slug: str
    confidence: float


class Guess(NamedTuple):
    """The best kinds first (three) and the Thema; which of the two is sure."""

    choices: tuple[Choice, ...]
    thema: Choice
    sure: bool
    thema_sure: bool


def load_model(shelf: Shelf) -> Model:
    """The weights of the vocabulary. VocabularyError when the file is broken or missing."""
    try:
        return unpack(shelf.place(WEIGHTS).read_bytes())
    except FileNotFoundError as error:
        raise VocabularyError("vocabulary.file_missing", file=WEIGHTS) from error
    except (OSError, lzma.LZMAError, ValueError, KeyError, TypeError) as error:
        raise VocabularyError("vocabulary.file_unreadable", file=WEIGHTS) from error


def unpack(blob: bytes) -> Model:
    """The model in the bytes of pack(); LZMAError, ValueError, KeyError for others."""
    head, _, body = lzma.decompress(blob).partition(b"\n")
    return _unpack(json.loads(head), body)


def _unpack(head: dict[str, list[str]], body: bytes) -> Model:
    slugs, of = tuple(head["slugs"]), head["themen"]
    themen = tuple(dict.fromkeys(of))
    one, two = (float(each) for each in head["sure"])
    return Model(
        slugs,
        themen,
        np.array([themen.index(each) for each in of]),
        np.frombuffer(body, np.uint8, SIZE).astype(np.float64) / RARITY,
        np.frombuffer(body, np.int8, offset=SIZE).reshape(SIZE, len(slugs)),
        float(head["scale"][0]),
        _curve(head["curve"]),
        _curve(head["thema_curve"]),
        one,
        two,
    )


def _curve(values: list[str]) -> Curve:
    constant, score, lead = (float(each) for each in values)
    return constant, score, lead


def pack(model: Model) -> bytes:
    """The file load_model() reads; the same model gives the same bytes."""
    head = {
        "slugs": list(model.slugs),
        "themen": [model.themen[at] for at in model.groups],
        "scale": [repr(model.scale)],
        "curve": [repr(each) for each in model.curve],
        "thema_curve": [repr(each) for each in model.thema_curve],
        "sure": [repr(model.sure), repr(model.thema_sure)],
    }
    rarity = np.rint(model.rarity * RARITY).astype(np.uint8).tobytes()
    line = json.dumps(head, ensure_ascii=True).encode() + b"\n"
    return lzma.compress(line + rarity + model.weights.tobytes(), preset=6)


def weigh_features(rarity: Floats, features: Features) -> Floats:
    """The values of the features by rarity, again of length 1."""
    values = features[1] * rarity[features[0]]
    length = float(np.sqrt(values @ values))
    return values / length if length else values


def score(model: Model, title: str, description: str) -> Floats:
    """One score a kind."""
    features = extract(title, description)
    values = weigh_features(model.rarity, features).astype(np.float32)
    scores: Floats = (values @ model.weights[features[0]]).astype(np.float64) * model.scale
    return scores


def guess(model: Model, title: str, description: str = "") -> Guess | None:
    """What the words speak for; None where no word is left."""
    scores = score(model, title, description)
    if not scores.any():
        return None
    order = np.argsort(-scores, kind="stable")[:_TOP]
    best = confidence(model.curve, scores[order[0]], scores[order[0]] - scores[order[1]])
    rest = (min(best, _share(scores, at) * (1 - best)) for at in order[1:])
    places = zip(order, (best, *rest), strict=True)
    choices = tuple(Choice(model.slugs[at], round(value, 3)) for at, value in places)
    thema = _thema(model, scores)
    return Guess(choices, thema, best >= model.sure, thema.confidence >= model.thema_sure)


def guess_all(model: Model, titles: Iterable[tuple[str, str]]) -> Iterator[Guess | None]:
    """The guesses of many titles with their descriptions, in their order."""
    return (guess(model, title, description) for title, description in titles)


def thema_scores(groups: NDArray[np.int64], scores: Floats) -> Floats:
    """One score a Thema: what speaks for its kinds together, as far as it speaks for them."""
    return np.asarray(np.bincount(groups, np.maximum(scores, 0.0) ** 2), np.float64)


def confidence(curve: Curve, best: float, lead: float) -> float:
    """How likely a best score with this lead over the second is right."""
    return float(1 / (1 + np.exp(-(curve[0] + curve[1] * best + curve[2] * lead))))


def _thema(model: Model, scores: Floats) -> Choice:
    # The Thema is that of the best kind: two answers that contradict each other help nobody.
    sums = thema_scores(model.groups, scores)
    best = int(model.groups[int(np.argmax(scores))])
    others = np.delete(sums, best)
    value = confidence(model.thema_curve, float(scores.max()), _lead(float(sums[best]), others))
    return Choice(model.themen[best], round(value, 3))


def _lead(best: float, others: Floats) -> float:
    return float(np.sqrt(max(best, 0.0)) - np.sqrt(others.max()))


def _share(scores: Floats, at: int) -> float:
    positive = np.maximum(scores, 0.0)
    return float(positive[at] / positive.sum()) if positive.sum() else 0.0


def because(model: Model, title: str, slug: str) -> tuple[str, ...]:
    """The words of the title that speak most for this kind, strongest first."""
    column = model.slugs.index(slug)
    found: dict[str, float] = {}
    for word in dict.fromkeys(words_of(title)):
        places, _ = features = extract(word)
        values = weigh_features(model.rarity, features)
        found[word] = float(values @ model.weights[places, column])
    ranked = sorted(found, key=lambda word: (-found[word], word))
    return tuple(word for word in ranked if found[word] > 0)[:_TOP]

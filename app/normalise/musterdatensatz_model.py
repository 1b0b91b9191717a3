# SPDX-License-Identifier: EUPL-1.2
"""The trained weights: reading them from the vocabulary and asking them about a title.

The file is xz over one JSON line (what was learned beside the weights) and two arrays of bytes: the
weight of each feature's rarity (sixteenths), and the weights feature × kind.
"""

import json
import lzma
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.normalise.lexicon import match, weigh
from app.normalise.musterdatensatz_features import SIZE, Features, extract, extract_word, words_of
from app.normalise.musterdatensatz_signs import (
    Floats,
    Trust,
    back,
    confidence,
    share,
    signs,
    thema_signs,
)
from app.normalise.musterdatensatz_words import Words, read_words
from app.vocabulary import VocabularyError
from app.vocabulary.files import Shelf

WEIGHTS = "musterdaten/weights.xz"
RARITY = 16.0
HINT = 0.3
_TOP = 3


class Model(NamedTuple):
    """slugs: kinds by column; groups: number of the Thema by column; weights: whole numbers.

    places: names left out of titles; trusts: for a title alone and for one with a description.
    """

    slugs: tuple[str, ...]
    themen: tuple[str, ...]
    groups: NDArray[np.int64]
    rarity: Floats
    weights: NDArray[np.float32]
    scale: float
    places: frozenset[str]
    trusts: tuple[Trust, Trust]
    words: Words


class Choice(NamedTuple):
    """A slug and how likely it is right, 0..1."""

    slug: str
    confidence: float


class Guess(NamedTuple):
    """The best kinds first (three) and the Thema; which of the two is sure.

    known: whether the lexicon has a word of the title.
    """

    choices: tuple[Choice, ...]
    thema: Choice
    sure: bool
    thema_sure: bool
    known: bool


def load_model(shelf: Shelf) -> Model:
    """The weights of the vocabulary. VocabularyError when the file is broken or missing."""
    try:
        return unpack(shelf.place(WEIGHTS).read_bytes(), read_words(shelf))
    except FileNotFoundError as error:
        raise VocabularyError("vocabulary.file_missing", file=WEIGHTS) from error
    except (OSError, lzma.LZMAError, ValueError, KeyError, TypeError) as error:
        raise VocabularyError("vocabulary.file_unreadable", file=WEIGHTS) from error


def unpack(blob: bytes, words: Words) -> Model:
    """The model in the bytes of pack(); LZMAError, ValueError, KeyError for others."""
    line, _, body = lzma.decompress(blob).partition(b"\n")
    head = json.loads(line)
    slugs, of = tuple(head["slugs"]), head["themen"]
    themen = tuple(dict.fromkeys(of))
    alone, described = (_trust(each) for each in head["trusts"])
    weights = np.frombuffer(body, np.int8, offset=SIZE).reshape(SIZE, len(slugs))
    return Model(
        slugs,
        themen,
        np.array([themen.index(each) for each in of]),
        np.frombuffer(body, np.uint8, SIZE).astype(np.float64) / RARITY,
        weights.astype(np.float32),
        float(head["scale"]),
        frozenset(head["places"]),
        (alone, described),
        words,
    )


def _trust(head: dict[str, Any]) -> Trust:
    curve, thema, reliability = (
        tuple(map(float, head[name])) for name in ("curve", "thema_curve", "reliability")
    )
    sure, thema_sure = map(float, head["sure"])
    return Trust(curve, thema, sure, thema_sure, np.array(reliability))


def pack(model: Model) -> bytes:
    """The file load_model() reads; the same model gives the same bytes."""
    head = {
        "slugs": list(model.slugs),
        "themen": [model.themen[at] for at in model.groups],
        "scale": repr(model.scale),
        "places": sorted(model.places),
        "trusts": [_trust_line(each) for each in model.trusts],
    }
    rarity = np.rint(model.rarity * RARITY).astype(np.uint8).tobytes()
    line = json.dumps(head, ensure_ascii=True).encode() + b"\n"
    return lzma.compress(line + rarity + model.weights.astype(np.int8).tobytes(), preset=6)


def _trust_line(trust: Trust) -> dict[str, list[str]]:
    values = {
        "curve": trust.curve,
        "thema_curve": trust.thema_curve,
        "sure": (trust.sure, trust.thema_sure),
        "reliability": trust.reliability.tolist(),
    }
    return {name: [repr(each) for each in row] for name, row in values.items()}


def weigh_features(rarity: Floats, features: Features) -> Floats:
    """The values of the features by rarity, again of length 1."""
    values = features[1] * rarity[features[0]]
    length = float(np.sqrt(values @ values))
    return values / length if length else values


def score(model: Model, title: str, description: str) -> Floats:
    """One score a kind."""
    features = extract(title, description, model.places)
    values = weigh_features(model.rarity, features).astype(np.float32)
    scores: Floats = (values @ model.weights.take(features[0], axis=0)).astype(
        np.float64
    ) * model.scale
    return scores + hinted(model.words, model.slugs, title)


def hinted(words: Words, slugs: tuple[str, ...], title: str) -> Floats:
    """What the hints in a title add to the score of each kind."""
    added = np.zeros(len(slugs))
    for slug in weigh(words.hints, title):
        added[slugs.index(slug)] = HINT
    return added


def guess(model: Model, title: str, description: str = "") -> Guess | None:
    """What the words speak for; None where no word is left."""
    scores = score(model, title, description)
    if not scores.any():
        return None
    order = best_of(scores)
    trust = model.trusts[bool(description)]
    hit, words = match(model.words.lexicon, title), words_of(title, model.places)
    seen = signs(scores, order, len(words), back(hit, model.slugs[order[0]], words))
    best = confidence(trust.curve, [*seen, float(trust.reliability[order[0]])])
    rest = (min(best, share(scores, float(scores[at])) * (1 - best)) for at in order[1:])
    places = zip(order, (best, *rest), strict=True)
    choices = tuple(Choice(model.slugs[at], round(value, 3)) for at, value in places)
    value = confidence(trust.thema_curve, thema_signs(model.groups, scores, int(order[0])))
    # The Thema is that of the best kind: two answers that contradict each other help nobody.
    thema = Choice(model.themen[model.groups[order[0]]], round(value, 3))
    return Guess(choices, thema, best >= trust.sure, value >= trust.thema_sure, bool(hit.slugs))


def best_of(scores: Floats) -> NDArray[np.int64]:
    """The columns of the three best scores, best first."""
    return np.argsort(-scores, kind="stable")[:_TOP]


def guess_all(model: Model, titles: Iterable[tuple[str, str]]) -> Iterator[Guess | None]:
    """The guesses of many titles with their descriptions, in their order."""
    return (guess(model, title, description) for title, description in titles)


def because(model: Model, title: str, slug: str) -> tuple[str, ...]:
    """The words of the title that speak most for this kind, strongest first."""
    column = model.slugs.index(slug)
    found: dict[str, float] = {}
    for word in dict.fromkeys(words_of(title, model.places)):
        places, _ = features = extract_word(word)
        values = weigh_features(model.rarity, features)
        found[word] = float(values @ model.weights[places, column])
    ranked = sorted(found, key=lambda word: (-found[word], word))
    return tuple(word for word in ranked if found[word] > 0)[:_TOP]

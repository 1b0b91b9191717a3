# SPDX-License-Identifier: EUPL-1.2
"""A title and its description as hashed features: words, pairs of words, letters within words.

Years, numbers and names of Kommunen are dropped: what a city publishes says nothing about a title.
Every feature carries the mark of its field; letters within words
(3 to 5) stand in for stemming and for the parts of German compounds.
"""

import re
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from app.normalise.words import flatten

SIZE = 1 << 14
_MASK = SIZE - 1
_DESCRIPTION = 300
_WORD = re.compile(r"[a-z]{2,}")
_TITLE_SHARE, _PAIR_SHARE, _LETTER_SHARE, _TEXT_SHARE = 1.0, 0.7, 0.45, 0.35
_EVERYWHERE = """
der die das des dem den ein eine einer eines und oder von vom zu zum zur im in am an auf aus bei
mit nach fuer ueber unter ist sind wird werden als auch sich nicht es sie stadt gemeinde kreis
landkreis daten datensatz datei enthaelt liste www html csv json
"""
_STOP = frozenset(_EVERYWHERE.split())

Features = tuple[NDArray[np.int32], NDArray[np.float64]]


def words_of(text: str, places: frozenset[str] = frozenset()) -> list[str]:
    """The words of two letters or more, flattened, without those that every title may have.

    places: names of Kommunen (flattened), left out too, also in their forms ``-er`` and ``-s``.
    """
    words = _WORD.findall(flatten(text))
    return [word for word in words if word not in _STOP and not _is_place(word, places)]


def _is_place(word: str, places: frozenset[str]) -> bool:
    return (
        word in places
        or word.endswith("er")
        and word[:-2] in places
        or word.endswith("s")
        and word[:-1] in places
    )


def extract(title: str, description: str = "", places: frozenset[str] = frozenset()) -> Features:
    """(indices, values): indices in 0..SIZE-1, each once; the values have length 1."""
    bag: dict[int, float] = {}
    words = words_of(title, places)
    for word in words:
        for place, share in _word(word):
            bag[place] = bag.get(place, 0.0) + share
    for first, second in zip(words, words[1:], strict=False):
        place = crc32(f"p:{first} {second}".encode()) & _MASK
        bag[place] = bag.get(place, 0.0) + _PAIR_SHARE
    for word in dict.fromkeys(words_of(description[:_DESCRIPTION], places)):
        for place, share in _text_word(word):
            bag[place] = bag.get(place, 0.0) + share
    return _scaled(bag)


def _scaled(bag: dict[int, float]) -> Features:
    places = np.fromiter(bag.keys(), np.int32, len(bag))
    values = np.sqrt(np.fromiter(bag.values(), np.float64, len(bag)))
    length = float(np.sqrt((values * values).sum()))
    return places, values / length if length else values


@lru_cache(32_768)
def _word(word: str) -> tuple[tuple[int, float], ...]:
    whole = (crc32(f"w:{word}".encode()) & _MASK, _TITLE_SHARE)
    return (whole, *((crc32(f"c:{gram}".encode()) & _MASK, _LETTER_SHARE) for gram in _grams(word)))


@lru_cache(32_768)
def _text_word(word: str) -> tuple[tuple[int, float], ...]:
    whole = (crc32(f"d:{word}".encode()) & _MASK, _TEXT_SHARE)
    # A word of the description also speaks as one of a title, but more softly.
    return (whole, *((place, share * 0.15) for place, share in _word(word)))


def _grams(word: str) -> set[str]:
    framed = f" {word} "
    return {framed[at : at + n] for n in (3, 4, 5) for at in range(len(framed) - n + 1)}

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
_Said = tuple[NDArray[np.int16], NDArray[np.float64]]


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
    words = words_of(title, places)
    said = [*map(_word, words), _pairs(words)]
    more = dict.fromkeys(words_of(description[:_DESCRIPTION], places))
    said += map(_text_word, more)
    return _scaled(
        np.concatenate([indices for indices, _ in said]),
        np.concatenate([shares for _, shares in said]),
    )


@lru_cache(2_048)
def extract_word(word: str) -> Features:
    """extract() of one word, remembered: few words speak for the kinds of many titles."""
    return extract(word)


def _scaled(indices: NDArray[np.int16], shares: NDArray[np.float64]) -> Features:
    """Each index once, sorted; its shares are added. Sums of fractions depend on their order."""
    order = indices.argsort(kind="stable")
    found = indices[order]
    new = np.ones(len(found), np.bool_)
    np.not_equal(found[1:], found[:-1], out=new[1:])
    values = np.sqrt(np.bincount(new.cumsum(), shares[order])[1:])
    length = float(np.sqrt((values * values).sum()))
    return found[new].astype(np.int32), values / length if length else values


def _pairs(words: list[str]) -> _Said:
    pairs = zip(words, words[1:], strict=False)
    places = [crc32(f"p:{first} {second}".encode()) & _MASK for first, second in pairs]
    return np.array(places, np.int16), np.full(len(places), _PAIR_SHARE)


@lru_cache(32_768)
def _word(word: str) -> _Said:
    """The word whole, then the letters in it."""
    names = [f"w:{word}", *(f"c:{gram}" for gram in _grams(word))]
    shares = np.full(len(names), _LETTER_SHARE)
    shares[0] = _TITLE_SHARE
    return np.array([crc32(name.encode()) & _MASK for name in names], np.int16), shares


@lru_cache(32_768)
def _text_word(word: str) -> _Said:
    whole = crc32(f"d:{word}".encode()) & _MASK
    places, shares = _word(word)
    # A word of the description also speaks as one of a title, but more softly.
    return (
        np.concatenate([np.array([whole], np.int16), places]),
        np.concatenate([np.array([_TEXT_SHARE]), shares * 0.15]),
    )


def _grams(word: str) -> set[str]:
    framed = f" {word} "
    return {framed[at : at + n] for n in (3, 4, 5) for at in range(len(framed) - n + 1)}

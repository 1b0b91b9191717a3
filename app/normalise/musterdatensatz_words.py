# SPDX-License-Identifier: EUPL-1.2
"""What is known about words before anything is learned: lexicon, hints, names of Kommunen.

A hint is a word that decides between kinds people confuse (measure words before place words). It is
added to the score of its kind; the lexicon only says how far an answer can be trusted.
"""

from typing import NamedTuple

from app.normalise.lexicon import Lexicon, compile_lexicon
from app.normalise.musterdatensatz_features import words_of
from app.vocabulary import Vocabulary, VocabularyError
from app.vocabulary.files import Shelf
from app.vocabulary.musterdaten import HINTS, read_hints, read_lexicon
from app.vocabulary.musterdaten_examples import read_definitions

_SHORTEST, _LONG = 4, 6


class Words(NamedTuple):
    """Lexicon and hints, compiled."""

    lexicon: Lexicon
    hints: Lexicon


def read_words(shelf: Shelf) -> Words:
    """The words of this shelf. VocabularyError, also for a hint of a kind without terms."""
    lexicon, hints = read_lexicon(shelf), read_hints(shelf)
    if unknown := sorted(set(hints) - set(lexicon)):
        raise VocabularyError("vocabulary.reference_missing", file=HINTS, value=unknown[0])
    return Words(compile_lexicon(lexicon.items()), compile_lexicon(hints.items()))


def place_words(vocabulary: Vocabulary) -> frozenset[str]:
    """The words in names of Kommunen that no word of a kind begins with, nor begins.

    So Boden (Bodenrichtwert) and Brücken (Brücke) stay words.
    """
    names = {word for kommune in vocabulary.register for word in words_of(kommune.name)}
    used = _used(vocabulary)
    begun = {word[:end] for word in used for end in range(_SHORTEST, len(word) + 1)}
    return frozenset(
        name for name in names if len(name) >= _SHORTEST and not _means(name, used, begun)
    )


def _means(name: str, used: set[str], begun: set[str]) -> bool:
    return name in begun or any(name[:end] in used for end in range(_LONG, len(name)))


def _used(vocabulary: Vocabulary) -> set[str]:
    musterdaten = vocabulary.musterdaten
    texts = [entry.label for entry in musterdaten]
    texts += read_definitions(vocabulary.shelf).values()
    for terms in (*musterdaten.lexicon.values(), *read_hints(vocabulary.shelf).values()):
        texts += [term.replace("+", " ") for term in terms]
    return {word for text in texts for word in words_of(text)}

# SPDX-License-Identifier: EUPL-1.2
"""What is known about words before anything is learned: lexicon, hints, names of Kommunen.

A hint is a word that decides between kinds people confuse (measure words before place words). It is
added to the score of its kind; the lexicon only says how far an answer can be trusted.
"""

from typing import NamedTuple

from app.normalise.lexicon import Lexicon, compile_lexicon
from app.normalise.musterdatensatz_features import words_of
from app.vocabulary import Vocabulary
from app.vocabulary.files import Shelf
from app.vocabulary.musterdaten import read_hints, read_lexicon
from app.vocabulary.musterdaten_examples import read_definitions

_SHORTEST = 4


class Words(NamedTuple):
    """Lexicon and hints, compiled."""

    lexicon: Lexicon
    hints: Lexicon


def read_words(shelf: Shelf) -> Words:
    """The words of this shelf. VocabularyError."""
    lexicon, hints = read_lexicon(shelf), read_hints(shelf)
    return Words(compile_lexicon(lexicon.items()), compile_lexicon(hints.items()))


def place_words(vocabulary: Vocabulary) -> frozenset[str]:
    """The words in names of Kommunen that no name, definition or term of a kind uses."""
    names = {word for kommune in vocabulary.register for word in words_of(kommune.name)}
    return frozenset(word for word in names if len(word) >= _SHORTEST) - _used(vocabulary)


def _used(vocabulary: Vocabulary) -> set[str]:
    musterdaten = vocabulary.musterdaten
    texts = [entry.label for entry in musterdaten]
    texts += read_definitions(vocabulary.shelf).values()
    for terms in (*musterdaten.lexicon.values(), *read_hints(vocabulary.shelf).values()):
        texts += [term.replace("+", " ") for term in terms]
    used = {word for text in texts for word in words_of(text)}
    # A name that ends in -er or -s would be taken out with its short form.
    return (
        used
        | {word[:-2] for word in used if word.endswith("er")}
        | {word[:-1] for word in used if word.endswith("s")}
    )

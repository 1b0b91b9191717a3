# SPDX-License-Identifier: EUPL-1.2
"""German compounds taken apart: Straßenbaumkataster is strass, baum, katast.

A word is split only into words that stand alone elsewhere: in the vocabularies or often enough in
titles and keywords of the store itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.search import lexicon
from app.search.words import STOP_WORDS, stem

SHORTEST = 4
SHORTEST_HEAD = 5
LONGEST = 45
SHORT_WORDS = frozenset(lexicon.SHORT_PARTS.split())
LINKS = ("", "s", "es", "n", "en", "er", "e", "ns")
ENDINGS = ("", "n", "en", "e", "s", "es", "er", "ern")
NEVER = frozenset(lexicon.NO_COMPOUNDS.split())


@dataclass(frozen=True)
class Splitter:
    """known: folded words that may be parts. whole: folded words never split (names of places)."""

    known: frozenset[str]
    whole: frozenset[str] = frozenset()
    memory: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def split(self, word: str) -> tuple[str, ...]:
        """Stems of the parts of a folded word, in their order; empty for what is no compound."""
        found = self.memory.get(word)
        if found is None:
            found = self.memory[word] = self._split(word)
        return found

    def is_made_of(self, word: str) -> bool:
        """Whether a folded beginning is a known word or a compound, linking letters included."""
        return bool(self._base(word) or self._inner(word))

    def _split(self, word: str) -> tuple[str, ...]:
        if len(word) < 6 or len(word) > LONGEST or not word.isalpha():
            return ()
        if word in self.whole or stem(word) in NEVER:
            return ()
        loose = ""
        for start in range(3, len(word) - 2):
            head = word[start:]
            if not self._is_part(head):
                continue
            left = self._base(word[:start])
            if left:
                return (*self._parts(left), *self._parts(head))
            loose = loose or (head if start >= SHORTEST and len(head) >= SHORTEST_HEAD else "")
        return self._by_left_parts(word) or self._by_head(word, loose)

    def _by_left_parts(self, word: str) -> tuple[str, ...]:
        """What stands before the head may be a compound itself that nowhere stands alone."""
        for start in range(len(word) - 3, 5, -1):
            if self._is_part(word[start:]) and (left := self._inner(word[:start])):
                return (*left, *self._parts(word[start:]))
        return ()

    def _inner(self, word: str) -> tuple[str, ...]:
        for link in LINKS:
            if word.endswith(link) and (found := self.split(word.removesuffix(link))):
                return found
        return ()

    def _by_head(self, word: str, head: str) -> tuple[str, ...]:
        """A first part that is not known (a name, say) before a head that is."""
        if not head:
            return ()
        return (stem(word.removesuffix(head)), *self._parts(head))

    def _parts(self, word: str) -> tuple[str, ...]:
        return self.split(word) or (stem(word),)

    def _is_part(self, piece: str) -> bool:
        """Whether the piece is a form of a known word: wege of weg, kataster of itself."""
        return any(
            piece.endswith(ending) and self._stands_alone(piece[: len(piece) - len(ending)])
            for ending in ENDINGS
        )

    def _stands_alone(self, word: str) -> bool:
        if len(word) < SHORTEST:
            return word in SHORT_WORDS
        return word in self.known

    def _base(self, piece: str) -> str:
        """The known word a first part is a form of: bebauungs → bebauung, schul → schule."""
        for link in LINKS:
            base = piece.removesuffix(link)
            if piece.endswith(link) and self._stands_alone(base):
                return base
        return piece if len(piece) >= SHORTEST and f"{piece}e" in self.known else ""


def parts_of(words: Iterable[str]) -> frozenset[str]:
    """Those of the folded words that may be parts of compounds."""
    return frozenset(
        word
        for word in words
        if SHORTEST <= len(word) <= LONGEST and word.isalpha() and word not in STOP_WORDS
    )

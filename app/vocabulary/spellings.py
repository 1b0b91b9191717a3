# SPDX-License-Identifier: EUPL-1.2
"""Names of Kommunen as they are also written: abbreviated, joined, shortened, misspelt.

``Frankfurt a.M.``, ``Halle/Saale``, ``Castrop Rauxel``, ``St. Wendel`` and ``Sankt Wendel`` are the
name; ``Kempten`` is short for Kempten (Allgäu); ``Düseldorf`` is one letter from a name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from app.vocabulary.folding import fold_letters
from app.vocabulary.kommune import Kommune, base_name, german_half

# Words between a name and what tells it from its namesakes, in full and as administrations
# abbreviate them (``a. d.``, ``i. d.``, ``o. d.``, ``v. d.``).
_BETWEEN = frozenset(
    ("am", "an", "auf", "bei", "beim", "dem", "den", "der", "die", "im", "in", "ob", "unter", "vom")
    + ("von", "vor", "zu", "zum", "zur", "a", "b", "d", "i", "o", "v")
)
_LONG = {"st": "sankt", "skt": "sankt", "str": "strasse"}
# First words that are frames elsewhere: ``Stadt W.`` does not abbreviate ``Stadt Wehlen``.
_FRAMES = frozenset(("stadt", "markt", "amt", "gemeinde", "land"))
_TOKEN = re.compile(r"[^\W_]+")
_SHORTEST_NEAR = 6
# Shorter names that differ in one letter are too often two places: Kindel and Kandel.
_SHORTEST_OTHER = 8
_EDGE = 3


def tokens_of(name: str) -> tuple[str, ...]:
    """The words of a name that tell it: folded, ``St.`` written out, no ``an der`` between."""
    first, *rest = _TOKEN.findall(fold_letters(name)) or [""]
    words = (first, *(word for word in rest if word not in _BETWEEN))
    return tuple(_LONG.get(word, word) for word in words)


def is_between(word: str) -> bool:
    """Whether a word stands between a name and its addition and never ends a name: ``Zell am``."""
    return fold_letters(word).strip(".") in _BETWEEN


@dataclass(frozen=True)
class Spellings:
    """Look-ups by spelling over these Kommunen; each index is built at its first question."""

    kommunen: tuple[Kommune, ...]

    def same(self, name: str) -> tuple[Kommune, ...]:
        """Kommunen of this name, whatever blanks, hyphens, brackets and ``an der`` it has."""
        return self._joined.get("".join(tokens_of(name)), ())

    def abbreviated(self, name: str) -> tuple[Kommune, ...]:
        """Kommunen whose name this abbreviates word by word: ``Frankfurt a. M.``."""
        first, *rest = tokens_of(name)
        if not rest or first in _FRAMES:
            return ()
        found = {
            kommune.key: kommune
            for words, kommune in self._heads.get(first, ())
            if len(words) == len(rest) and all(map(_abbreviates, rest, words))
        }
        return tuple(found.values())

    def short(self, name: str) -> tuple[Kommune, ...]:
        """Kommunen called so but for an addition: ``Kempten``."""
        return self._short.get("".join(tokens_of(name)), ())

    def near(self, name: str) -> tuple[Kommune, ...]:
        """Kommunen whose name is one letter away: missing, doubled, another, or two exchanged."""
        asked = "".join(tokens_of(name))
        if len(asked) < _SHORTEST_NEAR:
            return ()
        pool = {*self._starts.get(asked[:_EDGE], ()), *self._ends.get(asked[-_EDGE:], ())}
        found = [self._joined[key] for key in sorted(pool) if is_near(asked, key)]
        return tuple(kommune for kommunen in found for kommune in kommunen)

    @cached_property
    def _joined(self) -> dict[str, tuple[Kommune, ...]]:
        return _collect(("".join(words), k) for words, k in self._tokens())

    @cached_property
    def _heads(self) -> dict[str, list[tuple[tuple[str, ...], Kommune]]]:
        heads: dict[str, list[tuple[tuple[str, ...], Kommune]]] = defaultdict(list)
        for words, kommune in self._tokens():
            heads[words[0]].append((words[1:], kommune))
        return heads

    @cached_property
    def _short(self) -> dict[str, tuple[Kommune, ...]]:
        bases = ((base_name(k.short_name), k) for k in self.kommunen)
        return _collect(("".join(tokens_of(base)), k) for base, k in bases if base != k.short_name)

    @cached_property
    def _starts(self) -> dict[str, list[str]]:
        return _edges(self._joined, slice(_EDGE))

    @cached_property
    def _ends(self) -> dict[str, list[str]]:
        return _edges(self._joined, slice(-_EDGE, None))

    def _tokens(self) -> Iterator[tuple[tuple[str, ...], Kommune]]:
        for kommune in self.kommunen:
            names = {kommune.short_name, german_half(kommune.short_name)}
            yield from ((tokens_of(name), kommune) for name in names)


def _collect(pairs: Iterable[tuple[str, Kommune]]) -> dict[str, tuple[Kommune, ...]]:
    found: dict[str, dict[str, Kommune]] = defaultdict(dict)
    for name, kommune in pairs:
        found[name][kommune.key] = kommune
    return {name: tuple(kommunen.values()) for name, kommunen in found.items()}


def _edges(names: Iterable[str], edge: slice) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if len(name) >= _SHORTEST_NEAR - 1:
            found[name[edge]].append(name)
    return found


def _abbreviates(said: str, full: str) -> bool:
    """Whether one is the other or an abbreviation of it, in either direction."""
    if len(said) > len(full):
        said, full = full, said
    if said == full or full.startswith(said):
        return True
    letters = iter(full)
    return len(said) <= 4 and said[0] == full[0] and all(letter in letters for letter in said)


def is_near(said: str, name: str) -> bool:
    """Whether one has a letter more, or two neighbours exchanged, or in long names another one.

    False if they are equal.
    """
    if said == name or abs(len(said) - len(name)) > 1:
        return False
    start = 0
    shorter = min(len(said), len(name))
    while start < shorter and said[start] == name[start]:
        start += 1
    said, name = said[start:], name[start:]
    if len(said) == len(name):
        exchanged = said[:2] == name[:2][::-1] and said[2:] == name[2:]
        return exchanged or (shorter >= _SHORTEST_OTHER and said[1:] == name[1:])
    return said[1:] == name if len(said) > len(name) else said == name[1:]

# SPDX-License-Identifier: EUPL-1.2
"""What was perhaps meant: words of the store's own titles and keywords, one or two letters away."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from app.search.asked import read
from app.search.matching import is_known, set_of
from app.search.snapshot import Snapshot, size
from app.search.words import STOP_WORDS, fold

SHORTEST = 4
SHORTEST_FAR = 7
LONGEST = 30
FAR = 0.8
LETTERS = "abcdefghijklmnopqrstuvwxyz"
MOST_NEIGHBOURS = 4_000
_WORD = re.compile(r"[^\W_]+")


def better(snapshot: Snapshot, text: str) -> str:
    """The text with unknown words replaced by near known ones; empty if that finds nothing."""
    mended = _WORD.sub(lambda found: nearest(snapshot, found[0]) or found[0], text)
    if mended == text:
        return ""
    return mended if size(snapshot, set_of(snapshot, read(mended))) else ""


def nearest(snapshot: Snapshot, typed: str) -> str:
    """The most frequent word near an unknown one, as it is written; empty for known words."""
    word = fold(typed)
    if not (SHORTEST <= len(word) <= LONGEST and word.isalpha()) or word in STOP_WORDS:
        return ""
    if word in snapshot.spelling or is_known(snapshot, word):
        return ""
    best = _near(snapshot, word) or _further(snapshot, word)
    return snapshot.spelling[best].written if best else _nearest_head(snapshot, typed)


def _near(snapshot: Snapshot, word: str) -> str:
    near = {each for each in _one_away(word) if each in snapshot.spelling}
    return max(near, key=lambda each: (snapshot.spelling[each].datasets, each), default="")


def _nearest_head(snapshot: Snapshot, typed: str) -> str:
    """A compound that nowhere stands as it is: its first parts are right, the last is mended."""
    for start in range(len(typed) - SHORTEST, SHORTEST - 1, -1):
        if snapshot.splitter.is_made_of(fold(typed[:start])):
            head = fold(typed[start:])
            if len(head) > SHORTEST and (near := _near(snapshot, head)):
                return typed[:start] + snapshot.spelling[near].written.lower()
    return ""


def _one_away(word: str) -> Iterator[str]:
    """Every text one typing error away: a letter left out, added, wrong, or two in wrong order."""
    for at in range(len(word) + 1):
        left, right = word[:at], word[at:]
        if right:
            yield left + right[1:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        for letter in LETTERS:
            yield left + letter + right
            if right:
                yield left + letter + right[1:]


def _further(snapshot: Snapshot, word: str) -> str:
    """Two errors in a long word, among those that begin alike."""
    if len(word) < SHORTEST_FAR:
        return ""
    alike = [
        each
        for each in snapshot.spelling
        if each[:2] == word[:2] and abs(len(each) - len(word)) <= 2
    ]
    return next(iter(get_close_matches(word, alike[:MOST_NEIGHBOURS], 1, FAR)), "")

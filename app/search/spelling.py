# SPDX-License-Identifier: EUPL-1.2
"""What was perhaps meant: words of the store's own titles and keywords, one or two letters away."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from app.search.matching import is_known
from app.search.snapshot import Snapshot
from app.search.words import STOP_WORDS, fold

SHORTEST = 4
SHORTEST_FAR = 7
LONGEST = 30
FAR = 0.8
LETTERS = "abcdefghijklmnopqrstuvwxyz"
MOST_NEIGHBOURS = 4_000
_WORD = re.compile(r"[^\W_]+")


def better(snapshot: Snapshot, text: str) -> str:
    """The text with unknown words replaced by their nearest known ones; empty if none was."""
    changed = False

    def mended(found: re.Match[str]) -> str:
        nonlocal changed
        near = nearest(snapshot, fold(found[0]))
        changed = changed or bool(near)
        return near or found[0]

    mend = _WORD.sub(mended, text)
    return mend if changed else ""


def nearest(snapshot: Snapshot, word: str) -> str:
    """The most frequent word near an unknown one, as it is written; empty for known words."""
    if not (SHORTEST <= len(word) <= LONGEST and word.isalpha()) or word in STOP_WORDS:
        return ""
    if word in snapshot.spelling or is_known(snapshot, word):
        return ""
    near = {each for each in _one_away(word) if each in snapshot.spelling}
    best = max(near, key=lambda each: (snapshot.spelling[each].datasets, each), default="")
    best = best or _further(snapshot, word)
    return snapshot.spelling[best].written if best and is_known(snapshot, best) else ""


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

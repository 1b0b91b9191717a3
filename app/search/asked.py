# SPDX-License-Identifier: EUPL-1.2
"""What somebody typed, taken apart: words, phrases in quotes, and what shall not be there.

Nothing is an error: signs without a meaning here are passed over.
"""

import re
from dataclasses import dataclass

from app.search.words import STOP_WORDS, words

MOST_WORDS = 16
_QUOTES = str.maketrans(dict.fromkeys("„“”«»‟〝〞＂", '"'))
_PIECE = re.compile(r'(?P<minus>(?<!\S)[-−–])?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Asked:
    """Folded words. phrases, without: each a row of words that stand side by side.

    loose: single letters, which help the order but exclude nothing. open_end: the last word may be
    the beginning of one.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()
    loose: tuple[str, ...] = ()
    open_end: bool = False

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.without)


def read(text: str) -> Asked:
    """The query of a text. Words without weight (der, in) count only where nothing else is."""
    plain: list[str] = []
    phrases: list[tuple[str, ...]] = []
    without: list[tuple[str, ...]] = []
    last = None
    for last in _PIECE.finditer(text.translate(_QUOTES)):
        found = tuple(words(last["phrase"] or last["word"] or ""))[:MOST_WORDS]
        if found and last["minus"]:
            without.append(found)
        elif found and last["phrase"] is not None:
            phrases.append(found)
        else:
            plain += found
    kept = [word for word in plain if word not in STOP_WORDS and _weighs(word)]
    if not kept and not phrases:
        kept = plain
    return Asked(
        words=tuple(dict.fromkeys(kept))[:MOST_WORDS],
        phrases=tuple(dict.fromkeys(phrases))[:MOST_WORDS],
        without=tuple(dict.fromkeys(without))[:MOST_WORDS],
        loose=tuple(word for word in dict.fromkeys(plain) if not _weighs(word))[:MOST_WORDS],
        open_end=last is not None and last["word"] is not None and not last["minus"],
    )


def _weighs(word: str) -> bool:
    return len(word) > 1 or word.isdigit()

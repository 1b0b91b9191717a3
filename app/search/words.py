# SPDX-License-Identifier: EUPL-1.2
"""Texts as words that can be found: one spelling for umlauts, stems, and what is no search word.

Index and query pass through the same functions, so both sides always agree.
"""

import re
from functools import lru_cache
from unicodedata import normalize

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

from app.search import lexicon

LONGEST_WORD = 60
_GERMAN = TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.stemmer("german")).build()
_MARKS = re.compile("[\u0300-\u036f]+")
_HIDDEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]+")
_WORD = re.compile(r"[^\W_]+")
GAP = "\x1e"  # stands between texts that are read in one go
_WORD_OR_GAP = re.compile(r"[^\W_]+|\x1e")
# ``ue`` is an umlaut but behind a vowel (neue, Bauer) or q (Quelle).
_SPELLED_OUT = re.compile(r"([ao])e|(?<![aeiouyq])(u)e")
# Addresses and numbers of persons stand in descriptions too (promise S11).
_MAIL = re.compile(r"[^\s@<>()]+@[^\s@<>()]+")
_PHONE = re.compile(r"(?i)\b(?:tel|telefon|phone|fon|fax|mobil)\w*[.: ]*\+?[0-9(][0-9 ()/.–-]{4,}")

STOP_WORDS = frozenset(lexicon.STOP_WORDS.split())


def fold(text: str) -> str:
    """Lower case without marks; ``Bäume``, ``Baeume`` and ``BAUME`` are one spelling, ß is ss."""
    if not text.isascii():
        text = _MARKS.sub("", normalize("NFKD", _HIDDEN.sub("", text).casefold()))
    return _SPELLED_OUT.sub(r"\1\2", text.lower())


def words(text: str) -> list[str]:
    """The folded words and numbers of a text; endless ones are no words."""
    return [word for word in _WORD.findall(fold(text)) if len(word) <= LONGEST_WORD]


def raw_words(text: str) -> list[str]:
    """The words of a text as they are written; each folds by itself as in ``words``; GAPs stay."""
    return _WORD_OR_GAP.findall(text if text.isascii() else normalize("NFC", _HIDDEN.sub("", text)))


def without_contacts(text: str) -> str:
    """The text without mail addresses and telephone numbers."""
    if "@" in text:
        text = _MAIL.sub(" ", text)
    return _PHONE.sub(" ", text)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a folded word after Snowball's German rules: ``baume`` and ``baum`` are one."""
    if not word.isalpha():
        return word
    return _GERMAN.analyze(word)[0]

# SPDX-License-Identifier: EUPL-1.2
"""A licence text as signs: words of known meaning, versions, dates, brackets and unknown words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.vocabulary.folding import fold_letters
from app.vocabulary.licence_grammar import Grammar, Sign

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+)"  # first, as the most frequent; all others begin with another sign
    r"|(?P<date>\d{4}-\d\d-\d\d(?!\d)|\d{1,2}[.]\s?\d{1,2}[.]\s?\d{4}(?!\d)|(?:19|20)\d{6}(?!\d)"
    r"|\d{1,2}[.]\s?(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november"
    r"|dezember)\s\d{4})"
    r"|(?P<number>\d+(?:[.]\d+|[_-]\d+(?![ab]\b|\d))*)"
    r"|(?P<mark>[()\[\]{}])"
    r"|(?P<or>[;|])",
    re.IGNORECASE,
)
_MONTHS = (
    *("januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september"),
    *("oktober", "november", "dezember"),
)
_CC0 = re.compile(r"(?<![a-z])cc[-_ ]?0(?![.,]?\d)|(?<![a-z])cc0(?=_?1[.]?0)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Token(NamedTuple):
    """One piece of the text. before: the character in front of it, "" at the start."""

    kind: str
    text: str
    folded: str
    before: str


class Signal(NamedTuple):
    """A sign where it stands. token: the piece, the first one of a phrase."""

    kind: str
    value: str
    token: Token


def read_signals(grammar: Grammar, text: str) -> Iterator[Signal]:
    """The signs of a text in their order; longest phrases first, no phrase across a bracket."""
    tokens = _tokens(_CC0.sub(" cc zero ", text) if "0" in text else text)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        step = 1
        if token.kind in ("word", "number") and token.folded in grammar.phrases:
            length, signs = _phrase(grammar, tokens, at)
            if length:
                yield from (Signal(sign.kind, sign.value, token) for sign in signs)
                at += length
                continue
        yield from _single(grammar, token, tokens[at + 1] if at + 1 < len(tokens) else None)
        at += step


def _tokens(text: str) -> list[Token]:
    found = []
    for match in _TOKEN.finditer(text):
        piece, start = match[0], match.start()
        before = text[start - 1] if start else ""
        found.append(Token(match.lastgroup or "", piece, fold_letters(piece), before))
    return found


def _phrase(grammar: Grammar, tokens: list[Token], at: int) -> tuple[int, tuple[Sign, ...]]:
    for words, signs in grammar.phrases[tokens[at].folded]:
        if len(words) == 1:
            return 1, signs
        if tuple(token.folded for token in tokens[at : at + len(words)]) == words:
            return len(words), signs
    return 0, ()


def _single(grammar: Grammar, token: Token, following: Token | None) -> Iterator[Signal]:
    if token.kind == "number":
        yield Signal("number", token.text, token)
    elif token.kind == "date":
        yield Signal("date", _date(token.text), token)
    elif token.kind in ("mark", "or"):
        yield Signal(token.kind, token.text, token)
    elif word := _before_version(grammar, token, following):
        yield from (Signal(sign.kind, sign.value, token) for sign in grammar.phrases[word][-1][1])
        yield Signal("version", "", token)
    else:
        yield Signal("word", token.folded, token)


def _before_version(grammar: Grammar, token: Token, following: Token | None) -> str:
    """``gplv`` of ``GPLv3``: the word without its v, where it is known alone."""
    glued = following and following.kind == "number" and following.before == token.text[-1]
    word = token.folded[:-1]
    if not glued or token.folded[-1] != "v" or word not in grammar.phrases:
        return ""
    return word if len(grammar.phrases[word][-1][0]) == 1 else ""


def _date(text: str) -> str:
    """``20131001`` for every way of writing that day."""
    parts: list[str] = re.findall(r"\d+", text)
    if len(parts) == 2:
        parts.insert(1, str(_MONTHS.index(_WORD.findall(text)[0].lower()) + 1))
    if len(parts) == 1:
        return parts[0]
    year, month, day = parts if len(parts[0]) == 4 else reversed(parts)
    return f"{year}{month:0>2}{day:0>2}"


def version_of(token: Token) -> str:
    """``2.0`` for ``2.0``, ``2-0``, ``2_0``, glued ``20`` and ``2``; other numbers as they are.

    "" for a year, which is no version.
    """
    parts = token.text.replace("_", ".").replace("-", ".").split(".")
    if len(parts) > 1:
        return ".".join(parts)
    number = parts[0]
    if len(number) == 1:
        return f"{number}.0"
    if len(number) == 2 and number[1] == "0" and token.before not in ("", " "):
        return f"{number[0]}.0"
    return "" if _YEAR.fullmatch(number) else number

# SPDX-License-Identifier: EUPL-1.2
"""Words of titles that mean a Musterdatensatz: a compiled form of the lexicon.

A term counts where a word begins with it (``Schulen`` for ``schule``), long ones also inside a
word, since German compounds put the kind last (``Altglascontainer``). Very short terms must be a
whole word.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.normalise.words import flatten

_GRAM = 3
_INSIDE = 8
_WHOLE = 4
_ENDINGS = re.compile(r"(?:e|en|er|es|n|s|se|sen)?(?![a-z0-9])")


class Term(NamedTuple):
    """One entry: parts that must all be there (``a+b``), its slug, its weight in letters."""

    slug: str
    text: str
    parts: tuple[str, ...]
    weight: int


class Lexicon(NamedTuple):
    """Terms by the first letters of their first part."""

    terms: Mapping[str, tuple[Term, ...]]


class Hit(NamedTuple):
    """The slugs with the longest match and the terms that gave it; several slugs are a tie."""

    slugs: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


def compile_lexicon(entries: Iterable[tuple[str, Iterable[str]]]) -> Lexicon:
    """The lexicon of (slug, terms) ready for match()."""
    grams: dict[str, list[Term]] = {}
    for slug, texts in entries:
        for text in texts:
            parts = tuple(part for part in map(flatten, text.split("+")) if part)
            if parts and len(parts[0]) >= _GRAM:
                term = Term(slug, text, parts, sum(map(len, parts)))
                grams.setdefault(parts[0][:_GRAM], []).append(term)
    return Lexicon({gram: tuple(terms) for gram, terms in grams.items()})


def match(lexicon: Lexicon, title: str) -> Hit:
    """The longest match of a title; () where no term is in it."""
    flat = flatten(title)
    best: dict[str, str] = {}
    weight = 0
    for start in range(len(flat) - _GRAM + 1):
        for term in lexicon.terms.get(flat[start : start + _GRAM], ()):
            if term.weight < weight or not _fits(flat, start, term):
                continue
            if term.weight > weight:
                best, weight = {}, term.weight
            best[term.slug] = term.text
    slugs = tuple(sorted(best))
    return Hit(slugs, tuple(best[slug] for slug in slugs))


def _fits(flat: str, start: int, term: Term) -> bool:
    if not _stands_at(flat, start, term.parts[0]):
        return False
    return all(_stands_in(flat, part) for part in term.parts[1:])


def _stands_in(flat: str, part: str) -> bool:
    start = flat.find(part)
    while start >= 0:
        if _stands_at(flat, start, part):
            return True
        start = flat.find(part, start + 1)
    return False


def _stands_at(flat: str, start: int, part: str) -> bool:
    if not flat.startswith(part, start):
        return False
    if len(part) <= _WHOLE and not _ENDINGS.match(flat, start + len(part)):
        return False
    return start == 0 or not flat[start - 1].isalnum() or len(part) >= _INSIDE


def weigh(lexicon: Lexicon, text: str) -> dict[str, Term]:
    """Slug → its longest term in the text, for every slug that has one."""
    flat = flatten(text)
    best: dict[str, Term] = {}
    for start in range(len(flat) - _GRAM + 1):
        for term in lexicon.terms.get(flat[start : start + _GRAM], ()):
            known = best.get(term.slug)
            if (known is None or term.weight > known.weight) and _fits(flat, start, term):
                best[term.slug] = term
    return best

# SPDX-License-Identifier: EUPL-1.2
"""Terms that must not be kept (promise S11), recognised without being known: by hashes of words.

A term is a name, a mail address or a telephone number. Words are compared without regard to case,
accents, umlauts (ü, ue, u), order of given and family name, and what stands between them, so that
"Müller, Eva" and eva.mueller@… are found for "Eva Müller". Escapes of RDF, JSON, HTML and
addresses count as the letters they stand for.
"""

import html
import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

MASK = "…"
_LETTER = (
    r"(?:[^\W_]+|[\u0300-\u036f]|\\u00[c-fC-F][0-9a-fA-F]|%[cC]3%[89abAB][0-9a-fA-F]"
    r"|&(?:[aouAOU]uml|szlig|[A-Za-z](?:acute|grave|circ|cedil|tilde));|&#(?:19[2-9]|2[0-5]\d);)"
)
# an escape that is no letter ends a word; its own letters belong to none
_TOKEN = re.compile(rf"\\[tnrbf\\]|%[0-7][0-9a-fA-F]|({_LETTER}+)")
_INNER = re.compile(r"[^\W\d_a-zß-ÿ]+(?![a-zß-ÿ])|[^\W\d_a-zß-ÿ]?[a-zß-ÿ]+|\d+|[^\W\d_]")
_GAP = r"(?:%20|[\s()/.\-–+]){0,3}"
_NUMBER = re.compile(rf"\+?\(?\d(?:{_GAP}\d){{5,24}}")
_DIGITS = re.compile(r"%20|(\d+)")
_SAID_NUMBER = re.compile(r"(?:tel:)?\s*[+(]?\d[\d\s()/.\-–]{4,}\d")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_MARKS = re.compile("[\u0300-\u036f]+")
_SHORTEST_NUMBER = 6
_MOST_GROUPS = 8
_REMEMBERED = 300_000


class Term(NamedTuple):
    """A forgotten term. variants: hashes of its words, in each order and spelling it is met in.

    salt: of the store that forgot it, 32 hexadecimal digits. kind: ``words`` or ``number``.
    """

    salt: str
    kind: str
    variants: tuple[tuple[str, ...], ...]


class Place(NamedTuple):
    """Where a word stands, and the hashes it may be known by."""

    start: int
    end: int
    hashes: frozenset[str]


def term_of(said: str, salt: str) -> Term:
    """The hashed form of what somebody asks to be forgotten; no variants if no word is in it."""
    if _SAID_NUMBER.fullmatch(said.strip()):
        return Term(salt, "number", ((_hash(salt, min(_national(said), key=len)),),))
    spelt = {tuple(map(_fold, words_of(said))), tuple(map(_plain, words_of(said)))}
    variants = {variant for words in spelt if words for variant in _orders(words, "@" in said)}
    hashed = (tuple(_hash(salt, word) for word in words) for words in sorted(variants))
    return Term(salt, "words", tuple(hashed))


def _orders(words: tuple[str, ...], is_mail: bool) -> list[tuple[str, ...]]:
    if is_mail or len(words) == 1:
        return [words]
    return [words, (words[-1], *words[:-1]), ("".join(words),)]


def words_of(text: str) -> list[str]:
    """The words of a text, escapes resolved."""
    return [_resolved(word) for word in _TOKEN.findall(text) if word]


def is_number(said: str) -> bool:
    """Whether a term is taken for a telephone number."""
    return bool(_SAID_NUMBER.fullmatch(said.strip()))


def _resolved(word: str) -> str:
    if "\\" in word:
        word = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), word)
    if "%" in word:
        word = unquote(word)
    return normalize("NFC", html.unescape(word) if "&" in word else word)


def _fold(word: str) -> str:
    """Small letters, umlauts written out, no accents."""
    if word.isascii():
        return word.lower()
    return _plain(normalize("NFC", word).casefold().translate(_UMLAUTS))


def _plain(word: str) -> str:
    """Small letters without accents, as addresses and sort keys have them."""
    return _MARKS.sub("", normalize("NFKD", word.casefold()))


def _national(said: str) -> set[str]:
    """What may be the national number: without the country's code and the zero before the area."""
    digits = "".join(re.findall(r"\d", said.replace("%20", " ")))
    forms = {digits.lstrip("0")}
    forms |= {form[2:].lstrip("0") for form in list(forms) if form.startswith("49")}
    return {form for form in forms if len(form) >= _SHORTEST_NUMBER} or {digits}


def _hash(salt: str, word: str) -> str:
    return blake2b(word.encode(), digest_size=16, key=bytes.fromhex(salt)).hexdigest()


@dataclass(frozen=True)
class Guard:
    """All terms that are blocked; an empty one is false and finds nothing."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def mark(self) -> str:
        """Stands for exactly these terms."""
        return blake2b(repr(sorted(self.terms)).encode(), digest_size=8).hexdigest()

    @cached_property
    def loosened(self) -> "Guard":
        """Finds each word of a term alone: for texts known to be made of one that holds it."""
        words = [term for term in self.terms if term.kind == "words"]
        return Guard(tuple(term._replace(variants=_singly(term)) for term in words))

    @cached_property
    def _salts(self) -> tuple[str, ...]:
        return tuple(sorted({term.salt for term in self.terms}))

    @cached_property
    def _numbers(self) -> frozenset[str]:
        numbers = (term.variants for term in self.terms if term.kind == "number")
        return frozenset(variant[0] for variants in numbers for variant in variants)

    @cached_property
    def _variants(self) -> dict[str, list[tuple[str, ...]]]:
        """Variants of words by the hash of their first."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for term in self.terms:
            for variant in term.variants if term.kind == "words" else ():
                found.setdefault(variant[0], []).append(variant)
        return found

    @cached_property
    def _parts(self) -> frozenset[str]:
        every = (variant for variants in self._variants.values() for variant in variants)
        return frozenset(hash for variant in every for hash in variant)

    @cached_property
    def _looked_up(self) -> dict[str, frozenset[str]]:
        """Words that are part of a term, in the spellings met."""
        return {}

    @cached_property
    def _harmless(self) -> set[str]:
        """Words and numbers that were looked up and are no part of any term."""
        return set()

    def finds(self, text: str) -> bool:
        """Whether a term stands in the text."""
        return bool(self._spans(text))

    def masked(self, text: str) -> str:
        """The text with every word of a term replaced by dots; what is between them stays."""
        spans = self._spans(text)
        for start, end in sorted(spans, reverse=True):
            text = text[:start] + MASK + text[end:]
        return text

    def names(self, text: str) -> bool:
        """Whether all words of a term stand anywhere in a text about persons, or a number does."""
        return bool(self._suspects(text) or self._number_spans(text))

    def _spans(self, text: str) -> set[tuple[int, int]]:
        found = set(self._number_spans(text))
        suspects = self._suspects(text)
        if not suspects:
            return found
        tokens = [(m.start(1), m.end(1), m[1]) for m in _TOKEN.finditer(text) if m[1]]
        split = [part for start, _, word in tokens for part in _parts_of(word, start)]
        for words in (tokens, split) if len(split) > len(tokens) else (tokens,):
            places = [
                Place(start, end, suspects.get(word, frozenset())) for start, end, word in words
            ]
            found |= self._matches(places)
        return found

    def _matches(self, places: list[Place]) -> set[tuple[int, int]]:
        found: set[tuple[int, int]] = set()
        for at, place in enumerate(places):
            for hash in place.hashes:
                for variant in self._variants.get(hash, ()):
                    met = places[at : at + len(variant)]
                    if len(met) == len(variant) and all(
                        part in each.hashes for part, each in zip(variant, met, strict=True)
                    ):
                        found |= {(each.start, each.end) for each in met}
        return found

    def _suspects(self, text: str) -> dict[str, frozenset[str]]:
        """Words of the text that are part of a term, with their hashes; none unless one is whole.

        Also words inside of words. Quick where there is none.
        """
        if not self._parts:
            return {}
        words = set(_TOKEN.findall(text)) - self._harmless
        words.discard("")
        inner = {part[2] for word in words for part in _parts_of(word, 0)} - self._harmless
        found = {word: self._hashes(word) for word in words | inner}
        found = {word: hashes for word, hashes in found.items() if hashes}
        if len(self._harmless) < _REMEMBERED:
            whole = {word for word in words if any(p[2] in found for p in _parts_of(word, 0))}
            self._harmless.update(words - whole - found.keys(), inner - found.keys())
        there = frozenset[str]().union(*found.values())
        variants = (variant for each in self._variants.values() for variant in each)
        return found if any(map(there.issuperset, variants)) else {}

    def _hashes(self, word: str) -> frozenset[str]:
        """Those parts of terms that the word, or as a genitive the word without its s, is."""
        known = self._looked_up.get(word)
        if known is None:
            folded = _fold(_resolved(word))
            forms = (folded, folded[:-1]) if folded.endswith("s") and len(folded) > 3 else (folded,)
            hashes = {_hash(salt, form) for salt in self._salts for form in forms}
            known = self._parts & hashes
            if known:
                self._looked_up[word] = known
        return known

    def _number_spans(self, text: str) -> list[tuple[int, int]]:
        if not self._numbers:
            return []
        return [
            span
            for match in _NUMBER.finditer(text)
            if match[0] not in self._harmless
            for span in self._numbers_in(match)
        ]

    def _numbers_in(self, match: re.Match[str]) -> list[tuple[int, int]]:
        groups = [(m.start(1), m.end(1)) for m in _DIGITS.finditer(match[0]) if m[1]]
        found: set[tuple[int, int]] = set()
        for first in range(len(groups)):
            for last in range(first, min(first + _MOST_GROUPS, len(groups))):
                start, end = groups[first][0], groups[last][1]
                if self._is_number(match[0][start:end]):
                    found |= set(groups[first : last + 1])
        if not found and len(self._harmless) < _REMEMBERED:
            self._harmless.add(match[0])
        return [(match.start() + start, match.start() + end) for start, end in found]

    def _is_number(self, said: str) -> bool:
        forms = _national(said)
        return any(_hash(salt, form) in self._numbers for salt in self._salts for form in forms)


def _singly(term: Term) -> tuple[tuple[str, ...], ...]:
    return tuple((hash,) for hash in sorted({hash for each in term.variants for hash in each}))


def _parts_of(word: str, start: int) -> list[tuple[int, int, str]]:
    """The words that ErikaMustermann2 is made of, with their places; else the word itself."""
    simple = word.isalpha() and (word.islower() or word.isupper() or word[1:].islower())
    if simple or not word.isalnum():
        return [(start, start + len(word), word)]
    return [(start + m.start(), start + m.end(), m[0]) for m in _INNER.finditer(word)]


NOTHING = Guard()

# SPDX-License-Identifier: EUPL-1.2
"""How licences are written: words with a meaning, and what families, elements and versions make.

Only combinations that exist are in the table: what is not there has no licence, however near.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, read_lines, refer, split
from app.vocabulary.folding import fold_letters, fold_uri
from app.vocabulary.licences import Licence, Licences

WORDS = ("text", "kind", "value")
EXPRESSIONS = ("family", "elements", "version", "licences", "class")
SITES = ("address", "words")
SOURCES = ("text", "port")

# Combinations of elements as codes glue them: CC_BYNCSA_4_0, ccbysa, dlbyde.
_GLUED = ("by", "bysa", "bync", "bynd", "byncsa", "byncnd", "zero")
_PART = re.compile("by|sa|nc|nd|zero")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_KINDS = frozenset(
    {
        *("family", "element", "code", "port", "port code", "name", "variant", "whole"),
        *("noise", "version", "doubt", "or", "hint", "detail", "source"),
    }
)
# Licence ids say what they are made of: cc-by-nc-3.0-de, dl-by-de-2.0.
_CC = re.compile(r"cc-((?:by|sa|nc|nd)(?:-(?:sa|nc|nd))*)(?:-(\d[.]\d))?(?:-([a-z]{2}))?")
_DL = re.compile(r"dl-(zero|by(?:-nc)?)-de-(\d[.]\d)")


class Sign(NamedTuple):
    """A word or phrase of known meaning; kind as in ``words.csv``."""

    kind: str
    value: str


class Expression(NamedTuple):
    """What a statement names: family, elements in alphabetical order, version, port."""

    family: str
    elements: str
    version: str
    port: str = ""


class Meant(NamedTuple):
    """The licences an expression may mean and the class that stands for them, if there is one."""

    licences: tuple[Licence, ...]
    group: Licence | None = None


Phrase = tuple[tuple[str, ...], tuple[Sign, ...]]


@dataclass(frozen=True, slots=True)
class Grammar:
    """phrases: by their first word, longest first; sites: start of an address and its words.

    sources: words of a source's name and the port of Creative Commons licences it means.
    """

    phrases: Mapping[str, tuple[Phrase, ...]] = field(repr=False)
    expressions: Mapping[Expression, Meant] = field(repr=False)
    sites: tuple[tuple[str, str], ...] = field(repr=False)
    sources: tuple[tuple[str, str], ...] = field(repr=False)


def read_grammar(shelf: Shelf, licences: Licences) -> Grammar:
    """The tables of ``licences/`` beside the licences themselves."""
    phrases = dict(_glued())
    for text, kind, value in read_lines(shelf, "licences/words.csv", WORDS):
        if kind not in _KINDS:
            raise VocabularyError(
                "vocabulary.reference_missing", file="licences/words.csv", value=kind
            )
        phrases[tuple(_WORD.findall(fold_letters(text)))] = (Sign(kind, value),)
    return Grammar(
        _by_first_word(phrases),
        dict(_expressions(shelf, licences)),
        tuple(sorted(_sites(shelf), key=lambda site: -len(site[0]))),
        tuple(
            (fold_letters(text), port)
            for text, port in read_lines(shelf, "licences/sources.csv", SOURCES)
        ),
    )


def _by_first_word(
    phrases: Mapping[tuple[str, ...], tuple[Sign, ...]],
) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for words in sorted(phrases, key=len, reverse=True):
        found.setdefault(words[0], []).append((words, phrases[words]))
    return {first: tuple(rest) for first, rest in found.items()}


def _glued() -> Iterator[tuple[tuple[str, ...], tuple[Sign, ...]]]:
    cc, dl = Sign("family", "cc"), Sign("family", "dl-de")
    for code in _GLUED:
        elements = tuple(Sign("code", part) for part in _PART.findall(code))
        yield (f"cc{code}",), (cc, *elements)
        yield (f"cc{code}de",), (cc, *elements, Sign("port", "de"))
        yield (f"dl{code}de",), (dl, *elements)
        yield (f"dlde{code}",), (dl, *elements)
        if len(elements) > 1:
            yield (code,), elements


def _expressions(shelf: Shelf, licences: Licences) -> Iterator[tuple[Expression, Meant]]:
    for licence in licences:
        if made := _made_of(licence.id):
            yield made, _meant((licence,))
    name = "licences/expressions.csv"
    for family, elements, version, ids, group in read_lines(shelf, name, EXPRESSIONS):
        found = tuple(refer(licences.entries, id, name) for id in split(ids))
        named = refer(licences.entries, group, name) if group else None
        key = Expression(family, join_elements(elements.split()), version)
        yield key, Meant(found, named) if named else _meant(found)


def _meant(licences: tuple[Licence, ...]) -> Meant:
    if len(licences) == 1 and licences[0].is_class:
        return Meant((), licences[0])
    return Meant(licences)


def _made_of(id: str) -> Expression | None:
    if found := _CC.fullmatch(id):
        elements, version, port = found.groups(default="")
        return Expression("cc", join_elements(elements.split("-")), version, port)
    if found := _DL.fullmatch(id):
        return Expression("dl-de", join_elements(found[1].split("-")), found[2])
    return Expression("cc", "zero", id[4:]) if id.startswith("cc0-") else None


def join_elements(elements: Iterable[str]) -> str:
    """Elements in the one order the table knows: ``by nc sa``."""
    return " ".join(sorted(set(elements)))


def _sites(shelf: Shelf) -> Iterator[tuple[str, str]]:
    for address, words in read_lines(shelf, "licences/sites.csv", SITES):
        end = address[-1] if address[-1] in "/#=" else ""
        yield fold_uri(address).rstrip("/#=").lower() + end, words

# SPDX-License-Identifier: EUPL-1.2
"""Addresses of licences, alone or in a text: by the sites that have licences and their paths."""

import re
from dataclasses import replace
from functools import lru_cache

from app.model import Reading
from app.normalise.licence_joining import COMBINATION, leave_open, one_of
from app.normalise.licence_text import split_links, unescape_percent
from app.normalise.licence_words import (
    STATEMENT,
    by_name,
    by_words,
    unknown,
)
from app.vocabulary import Vocabulary
from app.vocabulary.licence_uris import uri_spelling

_ADDRESS = re.compile(r"https?://|(?:[\w-]+[.])+[a-z]{2,3}/\S", re.IGNORECASE)
_BLANK = re.compile(r"\s")
_SLASHES = re.compile(r"(?<![:/])/{2,}")
_AFTER = ".,;:!)]}"  # signs behind an address that are none of it
_LABEL = re.compile(r"^\s*(?:lizenz|licen[cs]e)\s*:\s*", re.IGNORECASE)
# Behind these labels "none" is no missing licence.
_CONSTRAINTS = re.compile(
    r"^\s*(?:(?:nutzung|zugriff|zugang)s(?:bedingung|(?:ein|be)schränkung)(?:en)?"
    r"|(?:access|use) constraints)\s*:\s*",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FILE = re.compile(r"(?:[.](?:html?|txt|pdf|php|json|jsonld|rdf|ttl|en|de)|[?#].*)+$", re.I)
# Rules of readings that leave no word of a path over.
_STRICT = frozenset({"uri", "alias", "shared", "words", STATEMENT})
# Words in which Creative Commons, ODC and SPDX pages end, after the name of the licence.
_PAGE = re.compile(
    r"/(?:summary|index|legalcode|deed|reference|licen[cs]e|text|rdf|88x31|80x15)"
    r"(?:[.][\w-]+)?/?$",
    re.IGNORECASE,
)


def by_grammar(vocabulary: Vocabulary, said: str) -> Reading:
    """A text that is no listed name: an address, words, or words with addresses."""
    address = _as_address(said)
    if address:
        tidied = by_name(vocabulary, address) if address != said else None
        return tidied or _by_address(vocabulary, address) or unknown(said)
    plain, links = split_links(said)
    if not links:
        name = _LABEL.sub("", unescape_percent(plain)).strip()
        listed = by_name(vocabulary, name) if name != said else None
        return listed or _constrained(vocabulary, name) or by_words(vocabulary, name)
    return _with_links(vocabulary, plain, links)


def _constrained(vocabulary: Vocabulary, said: str) -> Reading | None:
    name = _CONSTRAINTS.sub("", said)
    listed = by_name(vocabulary, name) if name != said else None
    return listed if listed and listed.status != "missing" else None


def _with_links(vocabulary: Vocabulary, plain: str, links: tuple[str, ...]) -> Reading:
    """Addresses are read as the name of their licence, said once more in brackets.

    Another site's address is a word that means nothing; an address below a known site that cannot
    be read leaves the text open.
    """
    found = [by_name(vocabulary, link) or _by_address(vocabulary, link) for link in links]
    read = [reading for reading in found if reading and reading.status != "missing"]
    names = {_name_of(vocabulary, reading.value) for reading in read if reading.value}
    others = [reading for reading in read if not _name_of(vocabulary, reading.value)]
    unread = sum(reading.status == "unknown" for reading in others)
    text = " ".join([plain, *(f"({name})" for name in sorted(names) if name)])
    worded = by_words(vocabulary, text, found.count(None), unread)
    named = [reading for reading in others if reading.status != "unknown"]
    return _beside(worded, named) if named else _linked(worded, bool(read))


def _linked(reading: Reading, linked: bool) -> Reading:
    firm = reading.status in ("exact", "likely")
    return replace(reading, rule="link") if linked and firm else reading


def _beside(worded: Reading, named: list[Reading]) -> Reading:
    """Words beside addresses of licences that no words name (GeoNutzV as a PDF)."""
    if worded.rule == COMBINATION:
        return leave_open(named, "several")
    if worded.status in ("unknown", "missing"):
        return one_of(named, "link")
    return one_of([worded, *named], "link")


@lru_cache(maxsize=512)
def _name_of(vocabulary: Vocabulary, id: str | None) -> str:
    """Words that the grammar reads as this licence and no other; "" if there are none."""
    if not id:
        return ""
    name = f"{id} unported" if id.startswith("cc-") and id.endswith("-3.0") else id
    reading = by_words(vocabulary, name)
    return name if (reading.value, reading.rule) == (id, "words") else ""


def _as_address(said: str) -> str:
    """The text as one address without blanks and signs around it, "" if it is none."""
    text = said.strip("<> \t\n\r\"'").lstrip("([").rstrip(_AFTER)
    return _SLASHES.sub("/", text) if not _BLANK.search(text) and _ADDRESS.match(text) else ""


def _by_address(vocabulary: Vocabulary, address: str) -> Reading | None:
    """A page of a site that has licences, by the name in its path; None for every other site."""
    spelling = uri_spelling(address)
    folded = spelling.lower()
    for start, words in vocabulary.licence_grammar.sites:
        if folded.startswith(start) or folded == start.rstrip("/#"):
            name = _FILE.sub("", _PAGE.sub("", spelling[len(start) :]))
            reading = _strictly(vocabulary, f"{words} {name.replace('/', '-')}")
            if reading.status == "unknown":
                reading = _strictly(vocabulary, f"{words} {_CAMEL.sub('-', name)}")
            return reading
    return None


def _strictly(vocabulary: Vocabulary, name: str) -> Reading:
    """A name in an address: listed, or made of known words only."""
    reading = by_name(vocabulary, name.strip()) or by_words(vocabulary, name.strip())
    return _renamed(reading, "address") if reading.rule in _STRICT else unknown(name)


def _renamed(reading: Reading, rule: str) -> Reading:
    kept = reading.rule if reading.rule == STATEMENT else rule
    return replace(reading, rule=kept)

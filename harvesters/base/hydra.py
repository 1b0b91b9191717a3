# SPDX-License-Identifier: EUPL-1.2
"""Hydra paging of a catalogue page: the old PagedCollection and the new PartialCollectionView.

Hydra Core Vocabulary, sections 5.3 (collections) and 5.4 (pagination); CKAN portals still write the
draft's names (nextPage, itemsPerPage), and write the addresses as literals.
"""

import re
from typing import NamedTuple

from harvesters.base.graph import CATALOGUE, Graph, split
from harvesters.base.terms import curie, value

_NEXT = ("hydra:next", "hydra:nextPage")
_FIRST = ("hydra:first", "hydra:firstPage")
_NUMBER = re.compile(r"\s*(\d{1,12})(?:\.0*)?\s*$", re.A)
_LAST = ("hydra:last", "hydra:lastPage")


class Paging(NamedTuple):
    """announced: datasets in all; addresses are absolute where the page gave absolute ones."""

    announced: int | None = None
    next_url: str | None = None
    self_url: str | None = None


def paging(graph: Graph) -> Paging:
    """What the page says of the pages around it; empty where it says nothing."""
    found: dict[str, str] = {}
    own = None
    for subject in _speakers(graph):
        for rest in graph.index.get(subject, ()):
            if "/hydra/" not in rest:
                continue
            predicate, object_ = split(rest)
            name = curie(predicate)
            if value(object_).strip():
                found.setdefault(name, value(object_))
            if name in _NEXT + _FIRST + _LAST and subject[0] == "<":
                own = value(subject)
    total = _NUMBER.match(found.get("hydra:totalItems", ""))
    following = next((found[name] for name in _NEXT if name in found), None)
    return Paging(int(total.group(1)) if total else None, following, own)


def _speakers(graph: Graph) -> list[str]:
    """Subjects that may speak of pages: those with a type of Hydra, and catalogues (totalItems)."""
    kinds = {name for name in set().union(*graph.types.values()) if "/hydra/" in name}
    typed = [s for s, types in graph.types.items() if not kinds.isdisjoint(types)]
    if not typed:
        return list(graph.index)
    return list(dict.fromkeys([*typed, *graph.of_type(CATALOGUE)]))


class Glance(NamedTuple):
    """What a look at the bytes shows.

    sure: the link is there, or is not, beyond doubt. datasets: addresses of those that were seen,
    as they are written.
    """

    sure: bool
    next_url: str | None = None
    datasets: frozenset[bytes] = frozenset()


_CORE = b"http://www.w3.org/ns/hydra/core#"
_PREFIX = re.compile(rb"""(?:xmlns:([\w-]+)\s*=\s*["']|prefix\s+([\w-]+):\s*<)$""", re.I)
_DCAT = b"http://www.w3.org/ns/dcat#"  # anything else may be an error page
_XML_DATASETS = (  # each begins with letters, which are found quickest
    re.compile(rb"""Dataset\s[^<>]{0,99}?\brdf:about=["']([^"'&<>]+)["']"""),
    re.compile(rb""":dataset\s+rdf:resource=["']([^"'&<>]+)["']"""),
)
_TURTLE_DATASETS = (re.compile(rb"""^<([^<>\s]+)>\s+a\s+dcat:Dataset\b""", re.M),)
_MENTION = re.compile(rb"next(?:Page)?\b")
_XML_LINK = rb"""<%s:next(?:Page)?\s+rdf:resource=["']([^"'&<>]+)["']"""
_XML_TEXT = rb"""<%s:next(?:Page)?(?:\s[^<>]*)?>([^<>&]+)</%s:next(?:Page)?>"""
_XML_LINKS = ((_XML_LINK, 1), (_XML_TEXT, 2))
_TURTLE = rb"""\b%s:next(?:Page)?\s+(?:<([^<>\\]+)>|"([^"\\]+)")"""
_TURTLE_LINKS = ((_TURTLE, 1),)


def glance(body: bytes) -> Glance:
    """The next page by the bytes alone, so that it can be asked for before this one is parsed.

    Sure only where the one mention is of the plain shape that portals write; never for JSON-LD,
    where any word may be the name of the link.
    """
    start = body[:512].lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start in (b"{", b"[", b"") or b"\0" in body[:512] or _DCAT not in body:
        return Glance(False)
    is_xml = start == b"<" and b"rdf:RDF" in body
    patterns = _XML_DATASETS if is_xml else _TURTLE_DATASETS
    datasets = frozenset(name for pattern in patterns for name in pattern.findall(body))
    mentions = sum(map(_is_name, _MENTION.finditer(body)))
    if not mentions:
        return Glance(True, None, datasets)
    shapes = _XML_LINKS if is_xml else _TURTLE_LINKS
    for prefix in _prefixes(body):
        if (found := _link(body, re.escape(prefix), mentions, shapes)).sure:
            return found._replace(datasets=datasets)
    return Glance(False)


def _is_name(match: re.Match[bytes]) -> bool:
    """Whether the word ends a name; in a sentence it stands alone."""
    return match[0] == b"nextPage" or match.string[match.start() - 1 : match.start()] in b":#/"


def _prefixes(body: bytes) -> set[bytes]:
    """What the page calls Hydra's namespace."""
    found = set()
    at = body.find(_CORE)
    while at >= 0:
        if match := _PREFIX.search(body, max(0, at - 80), at):
            found.add(match[1] or match[2])
        at = body.find(_CORE, at + 1)
    return found


def _link(
    body: bytes, prefix: bytes, mentions: int, shapes: tuple[tuple[bytes, int], ...]
) -> Glance:
    for pattern, each in shapes:
        shape = pattern % ((prefix,) * pattern.count(b"%s"))
        found = {next(filter(None, match.groups())) for match in re.finditer(shape, body)}
        if len(found) == 1 and mentions <= each:
            url = found.pop().decode("utf-8", "replace").strip()
            return Glance(url.startswith(("http://", "https://")), url)  # else xml:base may speak
    return Glance(False)

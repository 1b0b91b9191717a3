# SPDX-License-Identifier: EUPL-1.2
"""Terms of RDF as their N-Triples text: reading values, short names of properties.

A term is kept as N-Triples writes it (``<iri>``, ``"text"@de``, ``_:b1``), because a page of 20,000
statements is read several times faster as text than as objects.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from harvesters.base.record import Text

T = TypeVar("T")

NAMESPACES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "hydra": "http://www.w3.org/ns/hydra/core#",
    "locn": "http://www.w3.org/ns/locn#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "time": "http://www.w3.org/2006/time#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
TYPE = f"<{NAMESPACES['rdf']}type>"

# Portals write the namespace with and without www, https, version, underscore and separator:
# http://dcat-ap.de/def/dcatde/1.0.1/x, https://www.dcat-ap.de/def/dcatde/1.1/x, .../dcatde/1_0x.
_DCATDE = re.compile(
    r"https?://(?:www\.)?dcat-ap\.de/def/dcatde/?(?:v?\d+(?:[._]\d+)*)?[/#]?([A-Za-z]\w*)$"
)
_PREFIXES = sorted(
    ((iri.split("://", 1)[1], prefix) for prefix, iri in NAMESPACES.items()), reverse=True
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_MOST_KNOWN, _LONGEST_KNOWN = 10_000, 300
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


@lru_cache(maxsize=2_000)
def curie(predicate: str) -> str:
    """Short name of a property in angle brackets, ``dct:title``; itself where it has none.

    http and https, www and the many spellings of the dcatde namespace give one name.
    """
    iri = predicate[1:-1]
    german = _DCATDE.match(iri)
    if german:
        return f"dcatde:{german.group(1)}"
    scheme, _, rest = iri.partition("://")
    if scheme in ("http", "https"):
        rest = rest.removeprefix("www.") if not rest.startswith("www.w3.org") else rest
        for namespace, prefix in _PREFIXES:
            if rest.startswith(namespace):
                return f"{prefix}:{rest[len(namespace) :]}"
    return iri


class Known(dict[str, T]):
    """What a function makes of a term, for those who ask a million times.

    The files of a portal say much the same of themselves. Long texts are not remembered.
    """

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, term: str) -> T:
        found = self._make(term)
        if len(term) <= _LONGEST_KNOWN:
            if len(self) > _MOST_KNOWN:
                self.clear()
            self[term] = found
        return found


# Property -> short name, as curie() gives it.
NAMES = Known(curie)


def value(term: str) -> str:
    """IRI without brackets, or a literal's text; the empty string for a blank node."""
    if term[0] == "<":
        return term[1:-1]
    if term[0] == '"':
        text = term[1 : term.rindex('"')]
        return unescape(text) if "\\" in text else text
    return ""


def text_of(term: str) -> Text:
    """A literal's text and language tag."""
    if term[0] != '"':
        return Text(value(term))
    end = term.rindex('"')
    text = term[1:end]
    if "\\" in text:
        text = unescape(text)
    if len(term) == end + 1:
        return Text(text)
    return Text(text, term[end + 2 :]) if term[end + 1] == "@" else Text(text)


def unescape(text: str) -> str:
    """A literal's text from its N-Triples escapes (RDF 1.1 N-Triples, section 7)."""
    return _ESCAPE.sub(_unescape_one, text)


def _unescape_one(match: re.Match[str]) -> str:
    short, long, single = match.groups()
    if single:
        return _ESCAPED.get(single, single)
    return chr(int(short or long, 16))


def is_blank(term: str) -> bool:
    """Whether the term is a blank node."""
    return term.startswith("_:")

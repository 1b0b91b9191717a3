# SPDX-License-Identifier: EUPL-1.2
"""What can be said in all four syntaxes: predicates as XML names, the spellings of dcatde.

RDF/XML writes predicates as element names (RDF 1.1 XML Syntax, section 7.2; Namespaces in XML 1.0,
section 4), so a predicate whose end is no NCName cannot be written there. It is left out in all,
because four syntaxes that hold different triples would be worse than one statement less.
"""

import re
from functools import lru_cache

from app.export.terms import DCATDE, RDF

_START = (
    "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_LOCAL_NAME = re.compile(f"[{_START}][{_START}\\-.0-9\u00b7\u0300-\u036f\u203f\u2040]*$")
# RDF 1.1 XML Syntax, section 5.1: names with a meaning of their own, never properties.
_RESERVED = frozenset(
    RDF + name
    for name in (
        "Description",
        "RDF",
        "ID",
        "about",
        "aboutEach",
        "aboutEachPrefix",
        "bagID",
        "datatype",
        "li",
        "nodeID",
        "parseType",
        "resource",
    )
)
_BOUND = ("http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/")
# Seen: https, www, a version 1.0.1, 1_0, 1.1, 2.0 with or without the slash after it.
_DCATDE = re.compile(
    r"https?://(?:www\.)?dcat-ap\.de/def/dcatde(?:[/#]v?\d+(?:[._]\d+)*)?[/#]?(?P<name>[A-Za-z]+)"
)


@lru_cache(maxsize=4096)
def is_xml_name(value: str) -> bool:
    """Whether an IRI splits into a namespace and an NCName that RDF/XML lets stand for it."""
    name = _LOCAL_NAME.search(value)
    if name is None or name.start() == 0 or value in _RESERVED:
        return False
    return not value.startswith(_BOUND)


@lru_cache(maxsize=4096)
def canonical_predicate(value: str) -> str:
    """The predicate, any spelling of the dcatde namespace replaced by that of DCAT-AP.de 3.0."""
    match = _DCATDE.fullmatch(value)
    return DCATDE + match["name"] if match else value

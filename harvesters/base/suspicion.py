# SPDX-License-Identifier: EUPL-1.2
"""Tells whether there may be terms in a text that RDF 1.1 or XML 1.0 cannot carry on.

Rather once too often: whoever is suspected is looked at term by term (harvesters.base.mend_terms).
"""

import re

import numpy as np
from numpy.typing import NDArray

from harvesters.base.signs import has

_STEP = 1 << 16  # small pieces need no room of their own from the system
# What XML 1.0 cannot carry, as N-Triples writes it; a doubled backslash may look alike.
_SUSPECT = (rb"\u00", rb"\b", rb"\f", rb"\uFFF")
_SUSPECTED = re.compile(rb"\\(?:u00|b|f|uFFF)")
# What RDF 1.2 knows and RDF 1.1 does not: triples in triples, directions of texts.
_NEWER = (b"<<(", b"--ltr ", b"--rtl ")
_TRIPLE, _DIRECTION = re.compile(rb"\((?<=<<\()"), re.compile(rb"--(?:ltr|rtl) ")
# Character references and U+FFFE, U+FFFF; parseType="Triple"; its:dir.
_IN_XML = (b"&#", b"\xef\xbf", b"Triple", b":dir")
_PARSE_TYPE, _TRIPLE_TYPE = b"parseType", re.compile(rb"Triple")
_ITS = b"/2005/11/its"  # the namespace of its:dir
# References to what XML and RDF can carry: tab and line ends.
_REFERENCE = re.compile(rb"&#(?!(?:9|1[03]|x0*[9aAdD]);)")


def is_suspect(source: str | bytes, lines: bytes, syntax: str) -> bool:
    """Whether there may be such a term in N-Triples (lines) read strictly from a text.

    RDF/XML as bytes shows it in the source, which is half as long.
    """
    if syntax == "rdfxml" and isinstance(source, bytes) and not _has_marks(source):
        return _has_control(source)
    return (
        has(lines, _SUSPECTED, b"\\")
        or has(lines, _TRIPLE, b"(")
        or _DIRECTION.search(lines) is not None
    )


def _has_marks(source: bytes) -> bool:
    """Whether one of _IN_XML is there; what is soonest found to be missing is looked for first."""
    _, noncharacter, _, direction = _IN_XML
    return (
        (b"\xef" in source and noncharacter in source)
        or has(source, _REFERENCE, b"&")
        or (has(source, _TRIPLE_TYPE, b"T") and _PARSE_TYPE in source)
        or (_ITS in source and direction in source)
    )


def is_suspect_source(source: bytes) -> bool:
    """The same by the source alone, of any syntax."""
    marks = _IN_XML + _NEWER + _SUSPECT
    return any(mark in source for mark in marks) or _has_control(source)


def _has_control(source: bytes) -> bool:
    """Whether there is a sign below the blank that is neither tab nor line end."""
    signs = np.frombuffer(source, np.uint8)
    return any(_controls(signs[at : at + _STEP]) for at in range(0, len(signs), _STEP))


def _controls(signs: NDArray[np.uint8]) -> bool:
    left = int(np.count_nonzero(signs < ord(" ")))
    for allowed in b"\n\t\r":
        if not left:
            break
        left -= int(np.count_nonzero(signs == allowed))
    return left > 0

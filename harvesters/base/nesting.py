# SPDX-License-Identifier: EUPL-1.2
"""Refuses texts that are nested too deeply, before a parser that recurses sees them (H9)."""

import re

from harvesters.base.errors import UnexpectedAnswer

LIMIT = 64
# Tags that nothing closes (<br> of HTML) nest for no parser, which stops at the first of them.
_MOST_UNCLOSED = {"rdfxml": 20_000, "turtle": 5_000, "ntriples": 5_000}

# What may hold brackets that nest nothing. An unclosed one reaches to the end of the text.
_JSON_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\Z)', re.S)
_TURTLE_TEXT = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+(?:"""|\Z)|"(?:[^"\\\n]++|\\.)*+"?'
    r"|'''(?:[^'\\]++|\\.|'(?!''))*+(?:'''|\Z)|'(?:[^'\\\n]++|\\.)*+'?"
    r"|<(?!<)[^<>\"\s]*+>|#[^\n]*+",
    re.S,
)
_HIDDEN_XML = re.compile(
    rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)",
    re.S,
)
_SLASH_IN_VALUE = re.compile(rb"/>(?!\s*+(?:<|\Z))")
_XML_VALUE = re.compile(rb"""=\s*+(?:"[^"<]*+"|'[^'<]*+')""")


def refuse_deep(text: str | bytes, syntax: str, name: str) -> None:
    """UnexpectedAnswer when elements, objects or blank nodes stand in each other over 64 deep.

    text: bytes are UTF-8; RDF/XML is checked faster so.
    """
    if syntax == "rdfxml":
        marks = _xml(text if isinstance(text, bytes) else text.encode("utf-8", "replace"))
    else:
        known = text if isinstance(text, str) else text.decode("utf-8", "replace")
        marks = _json(known) if syntax == "jsonld" else _turtle(known)
    if _is_deep(marks, _MOST_UNCLOSED.get(syntax, LIMIT)):
        raise UnexpectedAnswer("answer.too_deep", page=name, limit=LIMIT)


def _is_deep(marks: bytes, most_unclosed: int) -> bool:
    """Pairs are taken away from the inside; each round takes one level off."""
    for _ in range(LIMIT):
        smaller = marks.replace(b"()", b"")
        if len(smaller) == len(marks):
            break
        marks = smaller
    return marks.count(b"(") > most_unclosed or b"()" in marks


def _xml(text: bytes) -> bytes:
    if b"<!" in text or text.find(b"<?", 1) > 0:  # most pages begin with a declaration
        text = _HIDDEN_XML.sub(b"", text)
    if _SLASH_IN_VALUE.search(text):
        text = _XML_VALUE.sub(b"", text)
    marks = text.replace(b"</", b"\xff").replace(b"/>", b"\xff")  # \xff: never in UTF-8
    return marks.translate(bytes.maketrans(b"<\xff", b"()"), _all_but(b"<\xff"))


def _json(text: str) -> bytes:
    bare = _JSON_STRING.sub("", text).encode("utf-8", "replace")
    return bare.translate(bytes.maketrans(b"{}[]", b"()()"), _all_but(b"{}[]"))


def _turtle(text: str) -> bytes:
    if text.count("[") + text.count("(") + text.count("<<") <= LIMIT:
        return b""
    bare = _TURTLE_TEXT.sub("", text).encode("utf-8", "replace")
    bare = bare.replace(b"<<", b"(").replace(b">>", b")")
    return bare.translate(bytes.maketrans(b"[]", b"()"), _all_but(b"[]()"))


def _all_but(kept: bytes) -> bytes:
    return bytes(set(range(256)) - set(kept))

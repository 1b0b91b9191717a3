# SPDX-License-Identifier: EUPL-1.2
"""Refuses texts that are nested too deeply, before a parser that recurses sees them (H9)."""

import re

from harvesters.base.errors import UnexpectedAnswer

LIMIT = 64
# Tags that nothing closes (<br> of HTML) nest for no parser, which stops at the first of them.
_MOST_UNCLOSED = {"rdfxml": 5_000, "turtle": 5_000, "ntriples": 5_000}

# What may hold brackets that nest nothing. An unclosed one reaches to the end of the text.
_JSON_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\Z)', re.S)
_TURTLE_TEXT = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+(?:"""|\Z)|"(?:[^"\\\n]++|\\.)*+"?'
    r"|'''(?:[^'\\]++|\\.|'(?!''))*+(?:'''|\Z)|'(?:[^'\\\n]++|\\.)*+'?"
    r"|<(?!<)[^<>\"\s]*+>|#[^\n]*+",
    re.S,
)
_HIDDEN_XML = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)",
    re.S,
)
_SLASH_IN_VALUE = re.compile(r"/>(?!\s*+(?:<|\Z))")
_XML_VALUE = re.compile(r"""=\s*+(?:"[^"<]*+"|'[^'<]*+')""")
_OTHERS = bytes(set(range(256)) - set(b"()"))


def refuse_deep(text: str, syntax: str, name: str) -> None:
    """UnexpectedAnswer when elements, objects or blank nodes stand in each other over 64 deep."""
    marks = {"rdfxml": _xml, "jsonld": _json}.get(syntax, _turtle)(text)
    if _is_deep(marks.translate(None, _OTHERS), _MOST_UNCLOSED.get(syntax, LIMIT)):
        raise UnexpectedAnswer("answer.too_deep", page=name, limit=LIMIT)


def _is_deep(marks: bytes, most_unclosed: int) -> bool:
    """Pairs are taken away from the inside; each round takes one level off."""
    for _ in range(LIMIT):
        smaller = marks.replace(b"()", b"")
        if len(smaller) == len(marks):
            break
        marks = smaller
    return marks.count(b"(") > most_unclosed or b"()" in marks


def _xml(text: str) -> bytes:
    if "<!" in text or "<?" in text:
        text = _HIDDEN_XML.sub("", text)
    if _SLASH_IN_VALUE.search(text):
        text = _XML_VALUE.sub("", text)
    marks = text.encode("utf-8", "replace").translate(None, b"()")
    return marks.replace(b"</", b")").replace(b"/>", b")").replace(b"<", b"(")


def _json(text: str) -> bytes:
    bare = _JSON_STRING.sub("", text).encode("utf-8", "replace")
    return bare.translate(bytes.maketrans(b"{}[]", b"()()"))


def _turtle(text: str) -> bytes:
    if text.count("[") + text.count("(") + text.count("<<") <= LIMIT:
        return b""
    bare = _TURTLE_TEXT.sub("", text).encode("utf-8", "replace")
    bare = bare.replace(b"<<", b"(").replace(b">>", b")")
    return bare.translate(bytes.maketrans(b"[]", b"()"))

# SPDX-License-Identifier: EUPL-1.2
"""Refuses texts nested too deeply or crowded with attributes, before a parser sees them (H9)."""

import re
from collections.abc import Iterator

from harvesters.base.contexts import refuse_contexts
from harvesters.base.errors import TooMuch, UnexpectedAnswer
from harvesters.base.flatness import is_flat, is_flat_json

LIMIT = 64
_STEP = 1_000_000
# Tags that nothing closes (<br> of HTML) nest for no parser, which stops at the first of them.
_MOST_UNCLOSED = {"rdfxml": 20_000, "turtle": 5_000, "ntriples": 5_000}

# What may hold brackets that nest nothing. An unclosed one reaches to the end of the text.
_JSON_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\Z)', re.S)
_TURTLE_TEXT = re.compile(
    rb'"""(?:[^"\\]++|\\.|"(?!""))*+(?:"""|\Z)|"(?:[^"\\\n]++|\\.)*+"?'
    rb"|'''(?:[^'\\]++|\\.|'(?!''))*+(?:'''|\Z)|'(?:[^'\\\n]++|\\.)*+'?"
    rb"|<(?!<)[^<>\"\s]*+>|#[^\n]*+",
    re.S,
)
# All between two brackets at once.
_TURTLE_RUN = re.compile(rb"(?:[^\"'<>#\[\]()]++|" + _TURTLE_TEXT.pattern + rb")++", re.S)
_HIDDEN_XML = re.compile(
    rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)",
    re.S,
)
_SLASH_IN_VALUE = re.compile(rb"/>(?!\s*+(?:<|\Z))")
_XML_VALUE = re.compile(rb"""=\s*+(?:"[^"<]*+"|'[^'<]*+')""")
# Parsers compare each attribute of an element with all others of it, and so with namespaces.
_CROWDED = re.compile(
    rb"""<[A-Za-z_][^\s<>/"']*+(?:\s*+[^\s=<>"']++\s*+=\s*+(?:"[^"]*+"|'[^']*+')){1001}"""
)
_LITERAL = re.compile(rb"""<([\w:.-]++)[^<>]*?parseType\s*+=\s*+["']Literal["'][^<>]*+>""")
_NAMESPACE = re.compile(rb"""\sxmlns(?::[\w.-]+)?\s*+=\s*+(?:"[^"]*+"|'[^']*+')""")
_MOST_UNFOLDED = 30_000_000


def _all_but(kept: bytes) -> bytes:
    return bytes(set(range(256)) - set(kept))


_XML_TABLE, _XML_OTHERS = bytes.maketrans(b"<\xff", b"()"), _all_but(b"<\xff")
_JSON_TABLE, _JSON_OTHERS = bytes.maketrans(b"{}[]", b"()()"), _all_but(b"{}[]")
_TURTLE_TABLE, _TURTLE_OTHERS = bytes.maketrans(b"[]", b"()"), _all_but(b"[]()")


def refuse_deep(text: str | bytes, syntax: str, name: str) -> None:
    """UnexpectedAnswer when elements, objects or blank nodes stand in each other over 64 deep.

    TooMuch when an element has over 1,000 attributes or a context unfolds. text: bytes are UTF-8.
    It is looked at piece by piece, so that a large page is not copied.
    """
    source = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    if syntax == "jsonld":
        refuse_contexts(source, name)
    flat = _FLAT[syntax](source, LIMIT) if syntax in _FLAT else False
    if syntax == "rdfxml" and (_unfolds(source) or not flat and _CROWDED.search(source)):
        raise TooMuch("answer.too_much", page=name)
    if flat:
        return
    marks = _MARKS.get(syntax, _turtle)(source)
    if _is_deep(marks, _MOST_UNCLOSED.get(syntax, LIMIT)):
        raise UnexpectedAnswer("answer.too_deep", page=name, limit=LIMIT)


def _unfolds(text: bytes) -> bool:
    """Whether literals of XML would be many times the page.

    RDF/XML 7.2.17: each element in one is written with all namespaces that hold there.
    """
    if b"parseType" not in text:
        return False
    elements = 0
    for match in _LITERAL.finditer(text):
        end = text.find(b"</" + match[1], match.end())
        if text.find(b"<" + match[1], match.end(), max(end, 0)) >= 0:
            end = text.rfind(b"</" + match[1])
        elements += text.count(b"<", match.end(), max(end, match.end()))
    spaces = sum(map(len, set(_NAMESPACE.findall(text)))) if elements else 0
    return elements * spaces > _MOST_UNFOLDED


def _is_deep(marks: bytes, most_unclosed: int) -> bool:
    """Pairs are taken away from the inside; each round takes one level off."""
    for _ in range(LIMIT):
        smaller = marks.replace(b"()", b"")
        if len(smaller) == len(marks):
            break
        marks = smaller
    return marks.count(b"(") > most_unclosed or b"()" in marks


def _xml(text: bytes) -> bytes:
    return b"".join(_xml_piece(piece) for gap in _xml_gaps(text) for piece in _pieces(text, *gap))


def _xml_gaps(text: bytes) -> Iterator[tuple[int, int]]:
    """Where the text is neither comment nor quotation nor instruction."""
    at = 0
    if b"<!" in text or text.find(b"<?", 1) > 0:  # most pages begin with a declaration
        for match in _HIDDEN_XML.finditer(text):
            if match.start() > at:
                yield at, match.start()
            at = match.end()
    yield at, len(text)


def _pieces(text: bytes, start: int, end: int) -> Iterator[bytes]:
    while end - start > _STEP:
        cut = text.find(b"<", start + _STEP, end)
        if cut < 0:
            break
        yield text[start:cut]
        start = cut
    yield text[start:end]


def _xml_piece(text: bytes) -> bytes:
    if _SLASH_IN_VALUE.search(text):
        text = _XML_VALUE.sub(b"", text)
    marks = text.replace(b"</", b"\xff").replace(b"/>", b"\xff")  # \xff: never in UTF-8
    return marks.translate(_XML_TABLE, _XML_OTHERS)


def _json(text: bytes) -> bytes:
    marks = bytearray()
    for gap in _gaps(_JSON_STRING, text):
        marks += gap.translate(_JSON_TABLE, _JSON_OTHERS)
    return bytes(marks)


def _turtle(text: bytes) -> bytes:
    if text.count(b"[") + text.count(b"(") + text.count(b"<<") <= LIMIT:
        return b""
    marks = bytearray()
    small = len(text) < _STEP * 4  # a large page is not copied
    for gap in [_TURTLE_RUN.sub(b" ", text)] if small else _gaps(_TURTLE_TEXT, text):
        nested = gap.replace(b"<<", b"(").replace(b">>", b")")
        marks += nested.translate(_TURTLE_TABLE, _TURTLE_OTHERS)
    return bytes(marks)


def _gaps(hidden: re.Pattern[bytes], text: bytes) -> Iterator[bytes]:
    at = 0
    for match in hidden.finditer(text):
        if match.start() > at:
            yield text[at : match.start()]
        at = match.end()
    yield text[at:]


_MARKS = {"rdfxml": _xml, "jsonld": _json}
_FLAT = {"rdfxml": is_flat, "jsonld": is_flat_json}

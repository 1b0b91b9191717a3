# SPDX-License-Identifier: EUPL-1.2
"""Which syntax a text is in, found by looking at it: media types and suffixes of portals lie."""

import json
import re
from typing import Literal

from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.text import shorten

Syntax = Literal["rdfxml", "turtle", "ntriples", "jsonld"]

_START = 20_000
_FEW = 1_000
_XML_PROLOGUE = re.compile(r"(?:\s++|<\?.*?\?>|<!--.*?-->)*+", re.S)
_COMMENT_LINES = re.compile(r"(?:\s++|#[^\n]*+)*+")
_TRIPLE = re.compile(
    r"(?:<[^>\n]*+>|_:\S++)[ \t]++<[^>\n]*+>[ \t]++"
    r'(?:<[^>\n]*+>|_:\S+|"(?:[^"\\\n]|\\.)*+"(?:@[\w-]++|\^\^<[^>\n]*+>)?)'
    r"(?:[ \t]*+(?:<[^>\n]*+>|_:\S+))?[ \t]*+\."  # N-Quads: a graph
)
_TURTLE = re.compile(
    r"^[ \t]*+(?:@?prefix|@?base)\b|\ba\s++[a-z]+:[A-Z]|^[ \t]*+<[^>\s]*+>\s", re.I | re.M
)
_DIRECTIVE = re.compile(r"^[ \t]*+@?(?:prefix|base)\s", re.I | re.M)
_ELEMENT = re.compile(r"<(?:([\w.-]+):)?([\w.-]+)")
# An IRI in angle brackets begins Turtle; it looks like an element with a prefix.
_IRI = re.compile(
    r"<(?:https?|urn|ftp|file|mailto|tag|info|doi|geo):|<[a-z][a-z0-9+.-]*://"
    r"|<[^<>\s=\"']*+>\s++(?:a\s|[\w-]*:[\w-]+\s++[<\"\[_\w])",
    re.I,
)
_LD_KEYWORD = re.compile(r'"@(?:context|graph|id|type)"')
_CODE = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)", re.S)
_DOCTYPE = re.compile(r"<!doctype", re.I)


def sniff(text: str, name: str) -> Syntax:
    """The syntax of a text. UnexpectedAnswer says what it is instead (HTML, plain JSON, ...).

    name: URL or file, for the message. A DOCTYPE is refused before any parser sees it (promise S2).
    """
    begin = _end(_COMMENT_LINES, text)
    start = text[begin : begin + _START]
    if start[:1] in ("{", "["):
        return _json(text, name)
    return _other(text, start, name)


def sniff_start(start: str, name: str) -> Syntax:
    """The same for a large page, by its start alone; the caller looks for a DOCTYPE further on."""
    if start.lstrip()[:1] not in ("{", "["):
        return sniff(start, name)
    if _LD_KEYWORD.search(start):
        return "jsonld"
    raise UnexpectedAnswer("answer.plain_json", page=name)


def _other(text: str, start: str, name: str) -> Syntax:
    if _TRIPLE.match(start):
        return "turtle" if _DIRECTIVE.search(start) else "ntriples"
    if start.startswith("<") and not _IRI.match(start):
        xml = _xml(text, name)
        if xml:
            return xml
    if _TURTLE.search(start):
        return "turtle"
    shown = " ".join((start or text)[:200].split())  # the message is one line
    raise UnexpectedAnswer("answer.not_rdf", page=name, start=shorten(shown, 80))


def _end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def _xml(text: str, name: str) -> Syntax | None:
    begin = _end(_XML_PROLOGUE, text)
    rest = text[begin : begin + _START]
    if rest[:60].lower().startswith(("<!doctype html", "<html", "<head", "<body")):
        raise UnexpectedAnswer("answer.html", page=name)
    if has_doctype(text):
        raise UnexpectedAnswer("answer.doctype", page=name)
    element = _ELEMENT.match(rest)
    if element is None or _IRI.match(rest):
        return None
    if element.group(2) == "RDF" or "rdf-syntax-ns#" in rest or 'rdf:about="' in rest:
        return "rdfxml"
    if _DIRECTIVE.search(rest):  # Turtle behind a notice of the server
        return None
    raise UnexpectedAnswer("answer.other_xml", page=name, element=element.group(0)[1:81])


def has_doctype(text: str) -> bool:
    """Whether XML declares a document type, wherever it stands; CDATA and comments may quote one.

    The parser obeys a declaration in the middle of the text too.
    """
    if not _has_bang(text) or "<!D" not in text and "<!d" not in text:
        return False
    return _DOCTYPE.search(text) is not None and _DOCTYPE.search(_CODE.sub("", text)) is not None


def _has_bang(text: str) -> bool:
    """Whether ``!`` stands behind ``<`` somewhere; looking for one sign takes a tenth of the time.

    With many exclamation marks a closer look is as quick.
    """
    at = text.find("!")
    for _ in range(_FEW):
        if at < 1:
            return at == 0
        if text[at - 1] == "<":
            return True
        at = text.find("!", at + 1)
    return True


def _json(text: str, name: str) -> Syntax:
    if _LD_KEYWORD.search(text):
        return "jsonld"
    try:
        json.loads(text)
    except (ValueError, RecursionError) as error:
        if text.lstrip().startswith("["):  # a Turtle text may begin with a blank node
            return "turtle"
        problem = shorten(str(error), 200)
        raise UnexpectedAnswer("answer.broken_json", page=name, problem=problem) from error
    raise UnexpectedAnswer("answer.plain_json", page=name)

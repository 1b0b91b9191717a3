# SPDX-License-Identifier: EUPL-1.2
"""Which syntax a text is in, found by looking at it: media types and suffixes of portals lie."""

import json
import re
from typing import Literal

from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.text import shorten

Syntax = Literal["rdfxml", "turtle", "ntriples", "jsonld"]

_XML_PROLOGUE = re.compile(r"(?:\s|<\?[^>]*\?>|<!--.*?-->)*", re.S)
_TRIPLE = re.compile(r'(?:<[^>\n]*>|_:\S+)[ \t]+<[^>\n]*>[ \t]+(?:<[^>\n]*>|_:\S+|".*"\S*)[ \t]*\.')
_TURTLE = re.compile(
    r"^\s*(?:@prefix|@base|prefix|base)\b|\ba\s+[a-z]+:[A-Z]|^\s*<[^>\s]*>\s", re.I | re.M
)
_ELEMENT = re.compile(r"<(?:([\w.-]+):)?([\w.-]+)")
# An IRI in angle brackets begins Turtle; it looks like an element with a prefix.
_IRI = re.compile(r"<(?:https?|urn|ftp|file|mailto|tag|info|doi|geo):|<[a-z][a-z0-9+.-]*://", re.I)
_LD_KEYWORD = re.compile(r'"@(?:context|graph|id|type)"')


def sniff(text: str, name: str) -> Syntax:
    """The syntax of a text. UnexpectedAnswer says what it is instead (HTML, plain JSON, ...).

    name: URL or file, for the message. A DOCTYPE is refused before any parser sees it (promise S2).
    """
    start = text[:20_000].lstrip()
    if start[:1] in "{[":
        return _json(text, name)
    if start.startswith("<") and not _TRIPLE.match(start):
        xml = _xml(start, name)
        if xml:
            return xml
    first = next((line for line in start.splitlines() if line.strip() and line[0] != "#"), "")
    if _TRIPLE.match(first.lstrip()):
        return "ntriples"
    if _TURTLE.search(start):
        return "turtle"
    raise UnexpectedAnswer("answer.not_rdf", page=name, start=shorten(start, 80))


def _xml(start: str, name: str) -> Syntax | None:
    prologue = _XML_PROLOGUE.match(start)
    rest = start[prologue.end() if prologue else 0 :]
    head = rest[:60].lower()
    if head.startswith(("<!doctype html", "<html", "<head", "<body")):
        raise UnexpectedAnswer("answer.html", page=name)
    if "<!doctype" in start[:20_000].lower():
        raise UnexpectedAnswer("answer.doctype", page=name)
    element = _ELEMENT.match(rest)
    if element is None or _IRI.match(rest):
        return None
    if element.group(2) == "RDF" or "rdf-syntax-ns#" in start or 'rdf:about="' in start:
        return "rdfxml"
    raise UnexpectedAnswer("answer.other_xml", page=name, element=element.group(0)[1:])


def _json(text: str, name: str) -> Syntax:
    if _LD_KEYWORD.search(text):
        return "jsonld"
    try:
        json.loads(text)
    except (ValueError, RecursionError) as error:
        if text.lstrip().startswith("["):  # a Turtle text may begin with a blank node
            return "turtle"
        raise UnexpectedAnswer("answer.broken_json", page=name, problem=str(error)[:200]) from error
    raise UnexpectedAnswer("answer.plain_json", page=name)

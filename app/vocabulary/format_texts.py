# SPDX-License-Identifier: EUPL-1.2
"""How portals write formats in free text, taken apart by rules: version, bracket, several parts."""

import re
from collections.abc import Iterator

# Protocol values of ISO 19115 catalogues: ``OGC:WMS-1.3.0-http-get-map``.
_PROTOCOL = re.compile(r"-https?-.*$", re.IGNORECASE)
_VERSION = re.compile(r"[\s:_/-]+v?(?:ersion\s*)?\d+(?:[.]\d+)*$", re.IGNORECASE)
_KIND = re.compile(
    r"[\s-]*\b(?:datei(?:en|format)?|dienste?|formate?|files?|services?|download|export|endpoint"
    r"|datensatz|schnittstelle|dokument|archiv|capabilities|getcapabilities|server|lod\s?\d)$",
    re.IGNORECASE,
)
# Who made the format or its program, in front of its name: ``Google Earth KML``.
_MAKER = re.compile(
    r"^(?:esri|ogc|inspire|google earth|google|autocad|autodesk|microsoft|ms|adobe)[\s:_-]+",
    re.IGNORECASE,
)
_PART = re.compile(r"[\s:–-]+(?:part|teil)\s+\d.*$", re.IGNORECASE)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_PARTS = re.compile(r"[,;/|+:>&]|\s(?:in|als|as|und|and|oder|or|via|im)\s|\s-\s", re.IGNORECASE)


def shorter(text: str) -> Iterator[str]:
    """The text without protocol tail, version, words for file or service, maker, step by step."""
    for rule in (_PROTOCOL, _VERSION, _KIND, _VERSION, _MAKER):
        cut = rule.sub("", text.strip()).strip(" -:_")
        if cut and cut != text:
            text = cut
            yield cut


def without_version(text: str) -> Iterator[str]:
    """The text without protocol tail, part of a standard and version, step by step."""
    for rule in (_PROTOCOL, _PART, _VERSION):
        cut = rule.sub("", text.strip()).strip(" -:_")
        if cut and cut != text:
            text = cut
            yield cut


def split_bracket(text: str) -> tuple[str, str] | None:
    """What stands outside the brackets and what inside; None without exactly one pair."""
    inside = _BRACKET.findall(text)
    outside = _BRACKET.sub(" ", text).strip()
    return (outside, inside[0]) if len(inside) == 1 and outside else None


def split_parts(text: str) -> tuple[str, ...]:
    """The parts of a text that lists several, without blanks around them."""
    return tuple(part.strip() for part in _PARTS.split(text) if part.strip())

# SPDX-License-Identifier: EUPL-1.2
"""Small faults of JSON that leave no doubt about what was meant, mended in its text.

A backslash that escapes nothing (``C:\\Daten``) stands for itself, a comma with nothing behind it
for nothing, and the words other languages have for null, true and false mean these. Servers put
warnings before an answer, or wrap it in a call.
"""

import json
import re
from typing import Any, NamedTuple

from harvesters.base.mend import LISTED
from harvesters.base.record import Repair
from harvesters.base.text import shorten

_MOST = 20  # of one value: each is read again from its start
_WORD = re.compile(r"(?:None|NULL|Null|nil|undefined|TRUE|True|FALSE|False)\b")
_MEANT = {"true": "true", "false": "false"}
_SPACE, _BLANK = " \t\r\n", re.compile(r"\s*+")
_BEGIN = re.compile(r"(?:[>(;]|(?<!\s)(?=\s*?\n))\s*+(?=\{\s*+[\"}]|\[\s*+[\"{\[])")
_CALL_END = re.compile(r"\)\s*+;?\s*+\Z")
_NOISE, _TAIL = 20_000, 100
_LINKED = re.compile(r"xmlns|prefix\b|<https?:", re.I)
_OTHER = ("<!doctype", "<html", "<head", "<body", "<?xml")


class Mends(list[str]):
    """What was mended on a page, as it stood there."""


class _Fix(NamedTuple):
    """What stands from start to end, and what it is replaced by."""

    start: int
    end: int
    by: str


def decode_mended(
    decoder: json.JSONDecoder, piece: str, error: json.JSONDecodeError
) -> tuple[Any, int, Mends]:
    """The value at the start of a text, where it ends there, and what was mended.

    error: why it could not be read as it is; the one that is left is raised.
    """
    told = Mends()
    longer = 0
    for _ in range(_MOST):
        fix = _fix(piece, error)
        if fix is None:
            break
        told.append(piece[fix.start : fix.end + 1] if fix.start == fix.end else _cut(piece, fix))
        longer += len(fix.by) - (fix.end - fix.start)
        piece = piece[: fix.start] + fix.by + piece[fix.end :]
        try:
            value, end = decoder.raw_decode(piece)
        except json.JSONDecodeError as next_one:
            error = next_one
        else:
            return value, end - longer, told
    try:
        raise error
    finally:
        del error  # what it was raised in holds the page: a circle until it is looked for


def _cut(piece: str, fix: _Fix) -> str:
    return piece[fix.start : fix.end]


def _fix(piece: str, error: json.JSONDecodeError) -> _Fix | None:
    at = error.pos
    if error.msg.startswith("Invalid \\"):
        back = piece.rfind("\\", max(0, at - 6), at + 1)
        return _Fix(back, back, "\\") if back >= 0 else None
    word = _WORD.match(piece, at)
    if word and error.msg.startswith("Expecting value"):
        return _Fix(at, word.end(), _MEANT.get(word[0].lower(), "null"))
    if error.msg.startswith(("Expecting value", "Expecting property name", "Illegal trailing")):
        return _comma(piece, at)
    return None


def _comma(piece: str, at: int) -> _Fix | None:
    """The comma before a closing bracket, or between two commas."""
    end = at
    while piece[end : end + 1] in (*_SPACE, ",") and end < len(piece) and end - at < 1_000:
        end += 1
    if piece[end : end + 1] not in ("}", "]"):
        return None
    start = end
    while start and piece[start - 1] in _SPACE:
        start -= 1
    return _Fix(start - 1, start, "") if piece[start - 1 : start] == "," else None


def repairs_of(mends: object, where: str) -> tuple[Repair, ...]:
    """What is told of a page; mends: what ``read_elements`` noted of it, if anything."""
    if not isinstance(mends, Mends):
        return ()
    said = dict.fromkeys(each[:20] for each in mends)
    return tuple(Repair("json.repaired", each, where) for each in list(said)[:LISTED])


def behind_noise(text: str) -> tuple[str, tuple[Repair, ...]]:
    """An answer without what stands before it: a warning of the server, a call around it."""
    blank = _BLANK.match(text)
    start = blank.end() if blank else 0
    if text[start : start + 1] in ("{", "[") or text[start : start + 9].lower().startswith(_OTHER):
        return text, ()
    found = _BEGIN.search(text, start, start + _NOISE)
    if found is None:
        return text, ()
    noise = text[start : found.end()].strip()
    if _LINKED.search(noise):  # RDF with JSON in one of its texts
        return text, ()
    rest = text[found.end() :]
    if noise.endswith("(") and (call := _CALL_END.search(rest, max(0, len(rest) - _TAIL))):
        rest = rest[: call.start()]
    return type(text)(rest), (Repair("json.repaired", shorten(noise, 80), "line 1"),)

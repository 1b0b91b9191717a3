# SPDX-License-Identifier: EUPL-1.2
"""Finds the datasets in a text of JSON, one by one, also where the text is broken.

What an interface wraps around them is its Shape; lists of answers and JSON lines are read too. One
element is decoded at a time: 50 MB never stand in memory as objects, and what is complete in a text
that is cut or damaged is not lost with the rest.
"""

import json
import re
from collections.abc import Callable, Generator, Iterator
from typing import Any, NamedTuple

from harvesters.base.errors import TooMuch
from harvesters.base.mend_value import Mends, decode_mended

Json = dict[str, Any]

_DECODER = json.JSONDecoder(strict=False, parse_constant=lambda _: None)
_BLANK = re.compile(r"[ \t\n\r]*")
_SAID = re.compile(r"[^, \t\r\n]")
_COMMAS = re.compile(r",[\s,]*")
_NEXT = re.compile(r"\}[\s,]*(?=\{)")
_NEXT_LINE = re.compile(r"\n(?=[\[{])")
_NEXT_MEMBER = re.compile(r'\}[\s,]*"[^"\n]{1,300}"\s*:\s*(?=\{)')
_WRAPPERS = 3
MENDS, _MOST_MENDS = "mended", 1_000
_LARGE, _MOST_TOKENS, _MOST_ELEMENTS = 1_000_000, 4_000_000, 60_000
_WINDOWS, _MOST_VALUES = (65_536, 1_000_000, 16_000_000), 500_000  # of one value


class Shape(NamedTuple):
    """What an interface wraps around its datasets.

    lists: members that hold a list of them. wrapped: members that may hold a whole answer. keyed:
    those that may hold an object with datasets as members. is_item: whether a value is a dataset
    and none of the things that are nested in one.
    """

    lists: frozenset[str]
    wrapped: frozenset[str]
    is_item: Callable[[Any], bool]
    keyed: frozenset[str] = frozenset()


class Element(NamedTuple):
    """One value of a list. reason: message code where it cannot be read; text: how it begins."""

    value: Any
    reason: str = ""
    text: str = ""


Walk = Generator[Element, None, int]
"""Elements as they are found; in the end, where the text goes on."""


class Packed(str):
    """A text whose characters are the bytes of its UTF-8: 50 MB of it take 50 MB of memory."""

    __slots__ = ()


class _Unreadable(Exception):
    """The text cannot be read from ``at`` on; it fails at ``position``. reason: if it is known."""

    def __init__(self, at: int, position: int, reason: str = "") -> None:
        super().__init__(at)
        self.at = at
        self.position = position
        self.reason = reason


def read_elements(text: str, about: Json, shape: Shape, page: str = "") -> Iterator[Element]:
    """The datasets, and the other elements of its lists, in the text's order.

    about: is filled with what stands around the lists (``count``, ``success``, ``error``), and with
    ``cut`` where the text is not readable to its end. TooMuch names the page where it holds more
    than memory should (H9): an empty object takes three bytes of a text and sixty of memory.
    """
    if len(text) > _LARGE and sum(map(text.count, ",[{")) > _MOST_TOKENS:
        raise TooMuch("answer.too_much", page=page)
    for number, element in enumerate(_elements(text, about, shape)):
        if number > _MOST_ELEMENTS:
            raise TooMuch("answer.too_much", page=page)
        yield element


def _elements(text: str, about: Json, shape: Shape) -> Iterator[Element]:
    at = _skip(text, 0)
    while at < len(text):
        try:
            at = yield from _value(text, at, about, shape)
        except _Unreadable as problem:
            following = _NEXT_LINE.search(text, problem.at + 1)
            at = following.end() if following else len(text)
            if "cut" not in about:
                yield _broken(text, problem, at)
            if following is None:
                about["cut"] = True
        at = _skip(text, at)


def _value(text: str, at: int, about: Json, shape: Shape) -> Walk:
    if text[at] == "[":
        return (yield from _array(text, at, about, shape))
    if text[at] == "{":
        return (yield from _object(text, at, about, shape))
    value, end = _decode(text, at, about)
    yield Element(value)
    return end


def _array(text: str, at: int, about: Json, shape: Shape, depth: int = 0) -> Walk:
    """A list, whose elements may be lists (DKAN 1)."""
    at = _skip(text, at + 1)
    while text[at : at + 1] != "]":
        try:
            if text[at : at + 1] == "[" and depth < _WRAPPERS:
                end = yield from _array(text, at, about, shape, depth + 1)
            else:
                value, end = _decode(text, at, about)
                yield from _unwrap(value, shape)
            at = _separator(text, end, "]")
        except _Unreadable as problem:
            at = _resume(text, problem.at, _NEXT, shape)
            if _SAID.search(text, problem.at, at):
                yield _broken(text, problem, at)
            if at == len(text):
                about["cut"] = True
                return at
    return at + 1


def _members(text: str, at: int, about: Json, shape: Shape) -> Walk:
    """An object whose members are datasets, whatever they are called."""
    at = _skip(text, at + 1)
    while text[at : at + 1] != "}":
        try:
            if text[at : at + 1] == '"':
                at = _behind_key(text, at)[1]
            value, end = _decode(text, at, about)
            yield from _unwrap(value, shape)
            at = _separator(text, end, "}")
        except _Unreadable as problem:
            at = _resume(text, problem.at, _NEXT_MEMBER, shape)
            if _SAID.search(text, problem.at, at):
                yield _broken(text, problem, at)
            if at == len(text):
                about["cut"] = True
                return at
    return at + 1


def _object(text: str, start: int, about: Json, shape: Shape, depth: int = 0) -> Walk:
    """An answer, whose lists are taken apart, or a dataset."""
    members: Json = {}
    at = _skip(text, start + 1)
    while text[at : at + 1] != "}":
        try:
            key, at = _behind_key(text, at)
        except _Unreadable as problem:
            raise _Unreadable(start, problem.position) from None
        opened = text[at : at + 1]
        if key in shape.lists and opened == "[":
            at = yield from _array(text, at, about, shape)
        elif key in shape.keyed and opened == "{":
            at = yield from _members(text, at, about, shape)
        elif key in shape.wrapped and opened == "{" and depth < _WRAPPERS:
            at = yield from _object(text, at, about, shape, depth + 1)
        else:
            members[key], at = _decode(text, at, about)
        at = _separator(text, at, "}")
    if shape.is_item(members):
        yield Element(members)
    else:
        about.update(members)
    return at + 1


def _behind_key(text: str, at: int) -> tuple[Any, int]:
    """A member's name, and where its value begins."""
    key, end = _decode(text, at)
    if text[(end := _skip(text, end)) : end + 1] != ":":
        raise _Unreadable(at, end)
    return key, _skip(text, end + 1)


def _unwrap(value: Any, shape: Shape) -> Iterator[Element]:
    """An element of a list may itself be an answer, or a list."""
    for _ in range(_WRAPPERS + 1):
        inner = _inner(value, shape)
        if inner is None:
            break
        value = inner
    if isinstance(value, list):
        yield from (Element(each) for each in value)
        return
    yield Element(value)


def _inner(value: Any, shape: Shape) -> Any:
    """What an answer wraps; None for everything else."""
    if not isinstance(value, dict) or shape.is_item(value):
        return None
    return next((value[key] for key in (*sorted(shape.wrapped), "results") if key in value), None)


def _decode(text: str, at: int, about: Json | None = None) -> tuple[Any, int]:
    """A value and where it ends. A window of the text is enough for most, and no value is larger.

    Values take ten times their text, so one is looked over before. about: told of what was mended.
    """
    for window in _WINDOWS:
        piece = text[at : at + window]
        if window == _WINDOWS[-1] and sum(map(piece.count, ",[{")) > _MOST_VALUES:
            raise _Unreadable(at, at, "item.too_much")
        try:
            return _decoded(piece, at, isinstance(text, Packed), about)
        except json.JSONDecodeError as error:
            is_inside = error.pos < window - 100 and "Unterminated" not in error.msg
            if is_inside or len(piece) < window:
                raise _Unreadable(at, at + error.pos) from None
        except (ValueError, RecursionError, StopIteration):
            raise _Unreadable(at, at) from None
    raise _Unreadable(at, at, "item.too_much")


def _decoded(piece: str, at: int, is_packed: bool, about: Json | None) -> tuple[Any, int]:
    said = unpacked(piece) if is_packed else piece
    try:
        value, end = _DECODER.raw_decode(said)
    except json.JSONDecodeError as error:
        try:
            if about is None:
                raise
            value, end, mends = decode_mended(_DECODER, said, error)
        except json.JSONDecodeError as left:
            if not is_packed:
                raise
            raise json.JSONDecodeError(left.msg, "", len(said[: left.pos].encode())) from None
        about[MENDS] = Mends([*_mends(about), *mends])
    return value, at + (len(said[:end].encode()) if is_packed else end)


def _mends(about: Json) -> Mends:
    noted = about.get(MENDS)  # a portal may say something of that name
    return noted if isinstance(noted, Mends) and len(noted) < _MOST_MENDS else Mends()


def unpacked(piece: str) -> str:
    """Characters of a piece of a packed text; half a character at its ends is left out."""
    return piece.encode("latin-1").decode("utf-8", "ignore")


def _separator(text: str, at: int, closing: str) -> int:
    """The place of the next value or of the bracket; a comma too many does no harm."""
    behind = _skip(text, at)
    if commas := _COMMAS.match(text, behind):
        return commas.end()
    if text[behind : behind + 1] == closing:
        return behind
    raise _Unreadable(at, behind)


def _resume(text: str, at: int, following: re.Pattern[str], shape: Shape) -> int:
    """Where the next dataset begins behind a damaged place; the text's end if there is none.

    The effort is bounded by the text's length, whatever the text.
    """
    effort = 2 * len(text)
    for candidate in following.finditer(text, max(0, at - 1)):
        begin = candidate.end()
        try:
            value, end = _decode(text, begin)
        except _Unreadable as problem:
            value, end = None, problem.position
            effort -= begin // 64  # json counts the lines before an error
        if shape.is_item(value):
            return begin
        effort -= end - begin + 50
        if effort < 0:
            break
    return len(text)


def _broken(text: str, problem: _Unreadable, end: int) -> Element:
    """What could not be read up to ``end``; truncated if the text stops in it."""
    rest = text[problem.position : problem.position + 1_000_000].rstrip()
    is_last = problem.position + len(rest) == len(text)
    stops = len(rest) < 2 or (is_last and '"' not in rest[1:])
    reason = "item.truncated" if end == len(text) and stops else "item.broken_json"
    said = text[problem.at : problem.at + 600]
    shown = unpacked(said) if isinstance(text, Packed) else said
    return Element(None, problem.reason or reason, shown)


def _skip(text: str, at: int) -> int:
    return match.end() if (match := _BLANK.match(text, at)) else at

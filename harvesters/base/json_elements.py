# SPDX-License-Identifier: EUPL-1.2
"""Finds the datasets in a text of JSON, one by one, also where the text is broken.

What an interface wraps around them is its Shape; lists of answers and JSON lines are read too. One
element is decoded at a time: 50 MB never stand in memory as objects, and what is complete in a text
that is cut or damaged is not lost with the rest.
"""

import re
from collections.abc import Callable, Generator, Iterator
from typing import Any, NamedTuple

from harvesters.base.damaged import identity_in, shown_of
from harvesters.base.errors import TooMuch
from harvesters.base.json_values import MENDS, Json, Packed, Unreadable, decode, unpacked

__all__ = ["MENDS", "Element", "Json", "Packed", "Shape", "read_elements", "unpacked"]

_BLANK = re.compile(r"[ \t\n\r]*")
_SAID = re.compile(r"[^, \t\r\n]")
_COMMAS = re.compile(r",[\s,]*")
_NEXT = re.compile(r"[}\]\"\w][\s,]*(?=\{)")
_NEXT_LINE = re.compile(r"\n(?=[\[{])")
_NEXT_MEMBER = re.compile(r'\}[\s,]*"[^"\n]{1,300}"\s*:\s*(?=\{)')
_WRAPPERS = 3
_LARGE, _MOST_TOKENS, _MOST_ELEMENTS = 1_000_000, 4_000_000, 60_000
_LOST = 200_000  # characters of a damaged dataset that are looked through for its name


class Shape(NamedTuple):
    """What an interface wraps around its datasets.

    lists: members that hold a list of them. wrapped: members that may hold a whole answer. keyed:
    those that may hold an object with datasets as members. is_item: whether a value is a dataset
    and none of the things that are nested in one. names: members that name a dataset, the surest
    first.
    """

    lists: frozenset[str]
    wrapped: frozenset[str]
    is_item: Callable[[Any], bool]
    keyed: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()


class Element(NamedTuple):
    """One value of a list. reason: message code where it cannot be read; text: how it begins.

    identity: what a dataset that cannot be read calls itself, as far as that can be made out.
    """

    value: Any
    reason: str = ""
    text: str = ""
    identity: str | None = None


_NOTHING = Element(None)  # an answer that is done, or a list of nothing: they are only counted
Walk = Generator[Element, None, int]
"""Elements as they are found; in the end, where the text goes on."""


def read_elements(text: str, about: Json, shape: Shape, page: str = "") -> Iterator[Element]:
    """The datasets, and the other elements of its lists, in the text's order.

    about: is filled with what stands around the lists (``count``, ``success``, ``error``), and with
    ``cut`` where the text is not readable to its end. TooMuch names the page where it holds more
    than memory should (H9): an empty object takes three bytes of a text and sixty of memory.
    """
    if len(text) > _LARGE and sum(map(text.count, ",[{")) > _MOST_TOKENS:
        raise TooMuch("answer.too_much", page=page)
    hollow = found = 0
    for element in _elements(text, about, shape):
        hollow, found = hollow + (element is _NOTHING), found + (element is not _NOTHING)
        if max(hollow, found) > _MOST_ELEMENTS:
            raise TooMuch("answer.too_much", page=page)
        if element is not _NOTHING:
            yield element


def _elements(text: str, about: Json, shape: Shape) -> Iterator[Element]:
    at = _skip(text, 0)
    while at < len(text):
        try:
            at = yield from _value(text, at, about, shape)
            yield _NOTHING
        except Unreadable as problem:
            following = _NEXT_LINE.search(text, problem.at + 1)
            if following is None:
                yield from _last(text, problem, about, shape)
                return
            at = following.end()
            if "cut" not in about:
                yield _broken(text, problem, at, shape)
        at = _skip(text, at)


def _last(text: str, problem: Unreadable, about: Json, shape: Shape) -> Iterator[Element]:
    """What is left of an answer that is damaged around its datasets, such as by a bracket more."""
    at = len(text)
    if "cut" not in about:
        at = _resume(text, _behind(text, problem.position), _NEXT, shape)
        where = problem.at if at == len(text) else problem.position
        yield _broken(text, Unreadable(where, problem.position, problem.reason), at, shape)
    about["cut"] = True
    if at < len(text):
        yield from _array(text, at - 1, about, shape)


def _behind(text: str, at: int) -> int:
    """Behind what was said before a place: commas and white space are between two things."""
    least = max(0, at - 1_000)
    while at > least and text[at - 1] in ", \t\r\n":
        at -= 1
    return at


def _value(text: str, at: int, about: Json, shape: Shape) -> Walk:
    if text[at] == "[":
        return (yield from _array(text, at, about, shape))
    if text[at] == "{":
        return (yield from _object(text, at, about, shape))
    value, end = decode(text, at, about)
    yield Element(value)
    return end


def _array(text: str, at: int, about: Json, shape: Shape, depth: int = 0) -> Walk:
    """A list, whose elements may be lists (DKAN 1)."""
    at = _skip(text, at + 1)
    while text[at : at + 1] != "]":
        try:
            if text[at : at + 1] == "[" and depth < _WRAPPERS:
                end = yield from _array(text, at, about, shape, depth + 1)
                yield _NOTHING
            else:
                value, end = decode(text, at, about)
                yield from _unwrap(value, shape)
            at = _separator(text, end, "]")
        except Unreadable as problem:
            at = _resume(text, problem.at, _NEXT, shape)
            if _SAID.search(text, problem.at, at):
                yield _broken(text, problem, at, shape)
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
            value, end = decode(text, at, about)
            yield from _unwrap(value, shape)
            at = _separator(text, end, "}")
        except Unreadable as problem:
            at = _resume(text, problem.at, _NEXT_MEMBER, shape)
            if _SAID.search(text, problem.at, at):
                yield _broken(text, problem, at, shape)
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
        except Unreadable as problem:
            raise Unreadable(start, problem.position) from None
        opened = text[at : at + 1]
        if key in shape.lists and opened == "[":
            at = yield from _array(text, at, about, shape)
        elif key in shape.keyed and opened == "{":
            at = yield from _members(text, at, about, shape)
        elif key in shape.wrapped and opened == "{" and depth < _WRAPPERS:
            at = yield from _object(text, at, about, shape, depth + 1)
        else:
            members[key], at = decode(text, at, about)
        at = _separator(text, at, "}")
    if shape.is_item(members):
        yield Element(members)
    else:
        about.update(members)
    return at + 1


def _behind_key(text: str, at: int) -> tuple[Any, int]:
    """A member's name, and where its value begins."""
    if text[at : at + 1] != '"':
        raise Unreadable(at, at)
    key, end = decode(text, at)
    if text[(end := _skip(text, end)) : end + 1] != ":":
        raise Unreadable(at, end)
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
        yield _NOTHING
        return
    yield Element(value)


def _inner(value: Any, shape: Shape) -> Any:
    """What an answer wraps; None for everything else."""
    if not isinstance(value, dict) or shape.is_item(value):
        return None
    return next((value[key] for key in (*sorted(shape.wrapped), "results") if key in value), None)


def _separator(text: str, at: int, closing: str) -> int:
    """The place of the next value or of the bracket; a comma too many does no harm."""
    behind = _skip(text, at)
    if commas := _COMMAS.match(text, behind):
        return commas.end()
    if text[behind : behind + 1] == closing:
        return behind
    raise Unreadable(at, behind)


def _resume(text: str, at: int, following: re.Pattern[str], shape: Shape) -> int:
    """Where the next dataset begins behind a damaged place; the text's end if there is none.

    The effort is bounded by the text's length, whatever the text.
    """
    effort = 2 * len(text)
    for candidate in following.finditer(text, max(0, at - 1)):
        begin = candidate.end()
        try:
            value, end = decode(text, begin)
        except Unreadable as problem:
            value, end = None, problem.position
            effort -= begin // 64  # json counts the lines before an error
        if shape.is_item(value):
            return begin
        effort -= end - begin + 50
        if effort < 0:
            break
    return len(text)


def _broken(text: str, problem: Unreadable, end: int, shape: Shape) -> Element:
    """What could not be read up to ``end``; truncated if the text stops in it."""
    rest = text[problem.position : problem.position + 1_000_000].rstrip()
    is_last = problem.position + len(rest) == len(text)
    stops = len(rest) < 2 or (is_last and '"' not in rest[1:] and rest[0] != "'")
    reason = "item.truncated" if end == len(text) and stops else "item.broken_json"
    said = text[problem.at : min(end, problem.at + _LOST)]
    lost = unpacked(said) if isinstance(text, Packed) else said
    identity = identity_in(lost, shape.names)
    return Element(None, problem.reason or reason, shown_of(lost), identity)


def _skip(text: str, at: int) -> int:
    return match.end() if (match := _BLANK.match(text, at)) else at

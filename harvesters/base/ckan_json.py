# SPDX-License-Identifier: EUPL-1.2
"""Finds the packages in a text of a CKAN interface, one by one, also where the text is broken.

Read are answers of package_search, package_show and *_package_list_with_resources, wrapped
(``{"help": …, "success": …, "result": …}``) or bare, lists of them and JSON lines. One element is
decoded at a time: a page of 50 MB never stands in memory as objects, and what is complete in a
text that is cut or damaged is not lost with the rest.
"""

import json
import re
from collections.abc import Generator, Iterator
from typing import Any, NamedTuple

Json = dict[str, Any]

_DECODER = json.JSONDecoder(strict=False, parse_constant=lambda _: None)
_BLANK = re.compile(r"[ \t\n\r]*")
_COMMAS = re.compile(r",[\s,]*")
_NEXT = re.compile(r"\}[\s,]*(?=\{)")
_NEXT_LINE = re.compile(r"\n(?=[\[{])")
_WRAPPERS = 3
_LISTS = {"result", "results", "packages", "datasets"}
# Members that packages have and no organisation, group, tag or resource of CKAN.
_MARKS = {
    "resources",
    "notes",
    "notes_translated",
    "title_translated",
    "license_id",
    "owner_org",
    "organization",
    "metadata_created",
    "metadata_modified",
    "num_resources",
    "maintainer",
    "author",
    "relationships_as_subject",
}


class Element(NamedTuple):
    """One value of a list. reason: message code where it cannot be read; text: how it begins."""

    value: Any
    reason: str = ""
    text: str = ""


Walk = Generator[Element, None, int]
"""Elements as they are found; in the end, where the text goes on."""


class _Unreadable(Exception):
    """The text cannot be read from ``at`` on; it fails at ``position``."""

    def __init__(self, at: int, position: int) -> None:
        super().__init__(at)
        self.at = at
        self.position = position


def is_package(value: Any) -> bool:
    """Whether a JSON value is a CKAN package and not one of its other things."""
    if not isinstance(value, dict) or "is_organization" in value or "package_count" in value:
        return False
    return bool(_MARKS & value.keys()) and any(value.get(key) for key in ("id", "name", "title"))


def read_elements(text: str, about: Json) -> Iterator[Element]:
    """The packages, and the other elements of its lists, in the text's order.

    about: is filled with what stands around the lists (``count``, ``success``, ``error``), and with
    ``cut`` where the text is not readable to its end.
    """
    at = _skip(text, 0)
    while at < len(text):
        try:
            at = yield from _value(text, at, about)
        except _Unreadable as problem:
            following = _NEXT_LINE.search(text, problem.at + 1)
            at = following.end() if following else len(text)
            if "cut" not in about:
                yield _broken(text, problem, at)
            if following is None:
                about["cut"] = True
        at = _skip(text, at)


def _value(text: str, at: int, about: Json) -> Walk:
    if text[at] == "[":
        return (yield from _array(text, at, about))
    if text[at] == "{":
        return (yield from _object(text, at, about))
    value, end = _decode(text, at)
    yield Element(value)
    return end


def _array(text: str, at: int, about: Json) -> Walk:
    at = _skip(text, at + 1)
    while text[at : at + 1] != "]":
        try:
            value, end = _decode(text, at)
            yield from _unwrap(value)
            at = _separator(text, end, "]")
        except _Unreadable as problem:
            at = _resume(text, problem.at)
            if text[problem.at : at].strip(", \t\r\n"):
                yield _broken(text, problem, at)
            if at == len(text):
                about["cut"] = True
                return at
    return at + 1


def _object(text: str, start: int, about: Json, depth: int = 0) -> Walk:
    """An answer, whose lists are taken apart, or a package."""
    members: Json = {}
    at = _skip(text, start + 1)
    while text[at : at + 1] != "}":
        key, at = _decode(text, at)
        if text[(at := _skip(text, at)) : at + 1] != ":":
            raise _Unreadable(start, at)
        at = _skip(text, at + 1)
        opened = text[at : at + 1]
        if key in _LISTS and opened == "[":
            at = yield from _array(text, at, about)
        elif key == "result" and opened == "{" and depth < _WRAPPERS:
            at = yield from _object(text, at, about, depth + 1)
        else:
            members[key], at = _decode(text, at)
        at = _separator(text, at, "}")
    if is_package(members):
        yield Element(members)
    else:
        about.update(members)
    return at + 1


def _unwrap(value: Any) -> Iterator[Element]:
    """An element of a list may itself be an answer."""
    while isinstance(value, dict) and "result" in value and not is_package(value):
        value = value["result"]
    inner = value.get("results") if isinstance(value, dict) and not is_package(value) else value
    if isinstance(inner, list):
        yield from (Element(each) for each in inner)
        return
    yield Element(value)


def _decode(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise _Unreadable(at, error.pos) from None
    except (ValueError, RecursionError, StopIteration):
        raise _Unreadable(at, at) from None


def _separator(text: str, at: int, closing: str) -> int:
    """The place of the next value, or of the closing bracket; a comma too many does no harm."""
    behind = _skip(text, at)
    commas = _COMMAS.match(text, behind)
    if commas:
        return commas.end()
    if text[behind : behind + 1] == closing:
        return behind
    raise _Unreadable(at, behind)


def _resume(text: str, at: int) -> int:
    """Where the next package begins behind a damaged place; the text's end if there is none.

    The effort is bounded by the text's length, whatever the text.
    """
    effort = 2 * len(text)
    for candidate in _NEXT.finditer(text, max(0, at - 1)):
        begin = candidate.end()
        try:
            value, end = _decode(text, begin)
        except _Unreadable as problem:
            value, end = None, problem.position
            effort -= begin // 64  # json counts the lines before an error
        if is_package(value):
            return begin
        effort -= end - begin + 50
        if effort < 0:
            break
    return len(text)


def _broken(text: str, problem: _Unreadable, end: int) -> Element:
    """What could not be read up to ``end``; truncated if the text simply stops in it."""
    rest = text[problem.position : problem.position + 1_000_000].rstrip()
    stops = len(rest) < 2 or (len(rest) == len(text[problem.position :]) and '"' not in rest[1:])
    reason = "item.truncated" if end == len(text) and stops else "item.broken_json"
    return Element(None, reason, text[problem.at : problem.at + 600])


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at

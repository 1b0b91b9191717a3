# SPDX-License-Identifier: EUPL-1.2
"""Where the elements of a damaged XML text begin and end, found without a parser.

A parser stops at the first fault; here tags are only matched by name, so that one element without
an end does not take its neighbours along.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

ABOUT = re.compile(r"""rdf:(?:about|ID|nodeID)\s*+=\s*+["']([^"'<]*)["']""")
_TAG = re.compile(r"<(/?)([A-Za-z_][\w.-]*+(?::[\w.-]++)?+)((?:\s[^<>]*+)?)>")
_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)", re.S)
_PROLOGUE = re.compile(r"(?:\s++|<\?.*?\?>|<!--.*?-->)*+", re.S)


class Tag(NamedTuple):
    """A tag. kind: open, close or empty."""

    start: int
    end: int
    name: str
    kind: str


class Element(NamedTuple):
    """Where an element stands. whole: its end tag is there. first, last: its tags' numbers."""

    start: int
    end: int
    whole: bool
    first: int
    last: int


class Tags(NamedTuple):
    """The tags of a text. ends: number of a start tag -> number of its end tag."""

    tags: list[Tag]
    ends: dict[int, int]


class _Open:
    """Names of open elements; an end tag that matches none of them closes nothing."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._count: Counter[str] = Counter()

    def push(self, name: str) -> None:
        """A start tag."""
        self.names.append(name)
        self._count[name] += 1

    def close(self, name: str) -> bool:
        """An end tag takes the innermost element of its name, and all in it; False: none is."""
        if not self._count[name]:
            return False
        while True:
            last = self.names.pop()
            self._count[last] -= 1
            if last == name:
                return True


def root_of(text: str) -> Tag | None:
    """The start tag of the root, behind declarations and comments; None where there is none."""
    prologue = _PROLOGUE.match(text)
    match = _TAG.match(text, prologue.end() if prologue else 0)
    return None if match is None or match.group(1) else _tag(match)


def tags_of(text: str) -> Tags:
    """All tags but those quoted in comments and CDATA; start and end tags are paired by name."""
    shown = _HIDDEN.sub(lambda match: " " * len(match.group()), text)
    tags = [_tag(match) for match in _TAG.finditer(shown)]
    ends: dict[int, int] = {}
    waiting: dict[str, list[int]] = defaultdict(list)
    for number, tag in enumerate(tags):
        if tag.kind == "open":
            waiting[tag.name].append(number)
        elif tag.kind == "close" and waiting[tag.name]:
            ends[waiting[tag.name].pop()] = number
    return Tags(tags, ends)


def _tag(match: re.Match[str]) -> Tag:
    closing, name, rest = match.groups()
    kind = "close" if closing else "empty" if rest.endswith("/") else "open"
    return Tag(match.start(), match.end(), name, kind)


def children_of(page: Tags) -> list[Element]:
    """The elements directly below the root, which is the first tag."""
    tags = page.tags
    last = page.ends.get(0, len(tags)) - 1
    return _elements(page, 1, last, lambda tag: tag.kind != "close")


def datasets_in(page: Tags, parent: Element) -> list[Element]:
    """Dataset elements below another element, outermost ones only."""
    return _elements(page, parent.first + 1, parent.last, _is_dataset)


def _is_dataset(tag: Tag) -> bool:
    return tag.kind != "close" and tag.name.rpartition(":")[2] in ("Dataset", "DatasetSeries")


def _elements(page: Tags, first: int, last: int, wanted: Callable[[Tag], bool]) -> list[Element]:
    found: list[Element] = []
    number = first
    while number <= last:
        if wanted(page.tags[number]):
            found.append(_element(page, number))
            number = found[-1].last
        number += 1
    return found


def _element(page: Tags, number: int) -> Element:
    begin = page.tags[number]
    if begin.kind == "empty":
        return Element(begin.start, begin.end, True, number, number)
    end = page.ends.get(number)
    if end is None:
        return _unclosed(page.tags, number)
    return Element(begin.start, page.tags[end].end, True, number, end)


def _unclosed(tags: Sequence[Tag], number: int) -> Element:
    """An element without end tag ends before the next of its name, or where its parent ends."""
    begin = tags[number]
    inside = _Open()
    for at in range(number + 1, len(tags)):
        tag = tags[at]
        if tag.kind == "open" and tag.name == begin.name:
            return Element(begin.start, tag.start, False, number, at - 1)
        if tag.kind == "open":
            inside.push(tag.name)
        elif tag.kind == "close" and not inside.close(tag.name):
            return Element(begin.start, tag.start, False, number, at - 1)
    return Element(begin.start, tags[-1].end, False, number, len(tags) - 1)


def open_at(page: Tags, end: int) -> list[str]:
    """Names of the elements that are open at an offset, outermost first."""
    opened = _Open()
    for tag in page.tags:
        if tag.end > end:
            break
        if tag.kind == "open":
            opened.push(tag.name)
        elif tag.kind == "close":
            opened.close(tag.name)
    return opened.names

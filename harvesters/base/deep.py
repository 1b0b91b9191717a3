# SPDX-License-Identifier: EUPL-1.2
"""Takes datasets that are nested too deeply out of a page of RDF: they cost themselves (H8).

No parser has seen the text, so brackets and tags are only counted. Taken is nothing but a dataset
with a name: by it the dataset is reported, and known not to have vanished. Where something else is
too deep, or what is too deep never ends, the page is refused as a whole.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.mend import lines_of
from harvesters.base.mend_value import behind_noise
from harvesters.base.nesting import LIMIT
from harvesters.base.record import Broken, Page, Repair
from harvesters.base.sniff import sniff
from harvesters.base.text import decode, shorten, without_declaration
from harvesters.base.xml_items import ABOUT

_LARGEST = 8_000_000  # characters of a page that is looked through
_DATASET = re.compile(r"""[#:"]Dataset(?:Series)?["'>\s/;,]""")
_JSON = re.compile(r'"((?:[^"\\]++|\\.)*+)"(\s*+:)?|[{}\[\]]', re.S)
_JSON_ID = re.compile(r'"@id"\s*+:\s*+"([^"\\]++)"')
_XML = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)"
    r"|<(/?)([A-Za-z_][\w.:-]*+)([^<>]*+)>",
    re.S,
)
_TURTLE = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+(?:"""|\Z)|"(?:[^"\\\n]++|\\.)*+"?'
    r"|'''(?:[^'\\]++|\\.|'(?!''))*+(?:'''|\Z)|'(?:[^'\\\n]++|\\.)*+'?"
    r"|<(?!<)[^<>\"\s]*+>|#[^\n]*+|(\.)(?=\s|\Z)|([\[(])|([\])])",
    re.S,
)
_SUBJECT = re.compile(r"\s*+(?:<([^>\s]++)>|([\w.-]*+):([\w.-]++))\s")
_PREFIX = re.compile(r"prefix\s++([\w.-]*+):\s*+<([^>\s]*+)>", re.I)


@dataclass(frozen=True, slots=True)
class _Part:
    """Where a dataset stands that is too deep, and what it calls itself."""

    start: int
    end: int
    name: str | None


class Shallow(NamedTuple):
    """A page without datasets that are too deep, these, and what was mended to read it."""

    page: Page
    broken: tuple[Broken, ...]
    repairs: tuple[Repair, ...]


def shallow(page: Page, refused: UnexpectedAnswer) -> Shallow:
    """What is left of a page that was refused; ``refused`` itself where nothing can be taken."""
    if refused.code != "answer.too_deep" or len(page.body) > _LARGEST:
        raise refused
    text, repairs = decode(page)
    text, noise = behind_noise(text)
    syntax = sniff(text, page.name)
    find = _FINDERS.get(syntax)
    if find is None:
        raise refused
    parts = list(find(text))
    if not parts or not all(each.name and _is_dataset(text, each) for each in parts):
        raise refused
    line = lines_of(text)
    broken = tuple(
        Broken(each.name, f"line {line(each.start)}", "item.too_deep", _shown(text, each))
        for each in parts
    )
    kept = _without(text, parts, "{}" if syntax == "jsonld" else "")
    kept = without_declaration(kept) if syntax == "rdfxml" else kept
    left = replace(page, body=kept.encode("utf-8", "replace"), charset="utf-8")
    return Shallow(left, broken, repairs + noise)


def _is_dataset(text: str, part: _Part) -> bool:
    return bool(_DATASET.search(text, part.start, part.end))


def _shown(text: str, part: _Part) -> str:
    return shorten(text[part.start : min(part.end, part.start + 2_000)].strip())


def _without(text: str, parts: list[_Part], instead: str) -> str:
    kept: list[str] = []
    at = 0
    for part in parts:
        kept += [text[at : part.start], instead]
        at = part.end
    return "".join([*kept, text[at:]])


def _in_json(text: str) -> Iterator[_Part]:
    """Nodes of a graph, or of a catalogue's list of datasets; the innermost that is too deep."""
    opened: list[int] = []
    nodes: list[int] = []  # how many brackets are open where a node begins
    lists: set[int] = set()
    is_deep, key = False, "@graph"
    for token in _JSON.finditer(text):
        sign = token[0]
        if sign in "[{":
            if sign == "[" and (not opened or key == "@graph" or key.endswith("dataset")):
                lists.add(len(opened))
            elif sign == "{" and len(opened) - 1 in lists:
                nodes.append(len(opened))
            opened.append(token.start())
            is_deep = is_deep or len(opened) > LIMIT
        elif sign in "]}" and opened:
            start = opened.pop()
            lists.discard(len(opened))
            if nodes and nodes[-1] == len(opened):
                nodes.pop()
                if is_deep:
                    named = _JSON_ID.search(text, start, token.end())
                    yield _Part(start, token.end(), named and named[1])
                is_deep = False
        key = token[1] if token[2] else ""


@dataclass(slots=True)
class _Elements:
    """Elements of XML that are open, by name. dataset: how many were when a dataset began."""

    names: list[str] = field(default_factory=list)
    count: Counter[str] = field(default_factory=Counter)
    dataset: int | None = None
    tag: re.Match[str] | None = None
    is_deep: bool = False

    def open(self, tag: re.Match[str]) -> None:
        """A start tag."""
        name = tag[2]
        is_child = len(self.names) == 1
        if self.dataset is None and (is_child or _is_dataset_tag(name)):
            self.dataset, self.tag = len(self.names), tag
        elif self.dataset == 1 and _is_dataset_tag(name) and not self.is_deep:
            self.dataset, self.tag = len(self.names), tag  # of a catalogue, or what wraps it
        self.names.append(name)
        self.count[name] += 1
        self.is_deep = self.is_deep or len(self.names) > LIMIT

    def close(self, name: str) -> bool:
        """An end tag takes the innermost element of its name; whether the dataset ends by it."""
        if not self.count[name]:
            return False
        while True:
            last = self.names.pop()
            self.count[last] -= 1
            if last == name:
                return self.dataset is not None and len(self.names) <= self.dataset


def _is_dataset_tag(name: str) -> bool:
    return name.rpartition(":")[2] in ("Dataset", "DatasetSeries")


def _in_xml(text: str) -> Iterator[_Part]:
    """Datasets, or children of the root."""
    opened = _Elements()
    for tag in _XML.finditer(text):
        if tag[2] is None or tag[3].endswith("/"):
            continue
        if not tag[1]:
            opened.open(tag)
        elif opened.close(tag[2]) and opened.tag:
            if opened.is_deep:
                named = ABOUT.search(opened.tag[0])
                yield _Part(opened.tag.start(), tag.end(), named and named[1])
            opened.dataset = opened.tag = None
            opened.is_deep = False


def _in_turtle(text: str) -> Iterator[_Part]:
    """Statements, from subject to full stop."""
    prefixes = dict(_PREFIX.findall(text))
    start = depth = deepest = 0
    for token in _TURTLE.finditer(text):
        if token[2]:
            depth += 1
            deepest = max(deepest, depth)
        elif token[3]:
            depth -= 1
        elif token[1] and depth <= 0:
            if deepest > LIMIT:
                yield _Part(start, token.end(), _subject(text, start, prefixes))
            start, depth, deepest = token.end(), 0, 0


def _subject(text: str, at: int, prefixes: dict[str, str]) -> str | None:
    found = _SUBJECT.match(text, at)
    if found is None:
        return None
    iri, prefix, name = found.groups()
    return iri or (prefixes[prefix] + name if prefix in prefixes else None)


_FINDERS: dict[str, Callable[[str], Iterator[_Part]]] = {
    "jsonld": _in_json,
    "rdfxml": _in_xml,
    "turtle": _in_turtle,
}

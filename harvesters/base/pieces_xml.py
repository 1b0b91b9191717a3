# SPDX-License-Identifier: EUPL-1.2
"""A large page of RDF/XML, cut into its datasets and what stands around them.

Tags are only matched by name, so an element without an end takes no neighbours along. In what
stands around, each dataset leaves an element that only names it, so that links to it stay.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from harvesters.base.pieces import SIZE, Loss, Piece

_TAG = re.compile(
    rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)"
    rb"|<(/?)([A-Za-z_][\w.-]*+(?::[\w.-]++)?+)((?:\s[^<>]*+)?)>",
    re.S,
)
_NAMED = re.compile(rb"""\s((?:[\w.-]+:)?(?:about|ID|nodeID))\s*+=\s*+("[^"<]*"|'[^'<]*')""")
_SPACE = re.compile(rb"""\sxmlns(?::[\w.-]+)?\s*+=\s*+(?:"[^"<]*"|'[^'<]*')""")
_DATASETS = (b"Dataset", b"DatasetSeries")
CUT_NAME = re.compile(r"cut\d+")  # what a dataset without a name is called in its piece
_DEEPEST = 200  # unclosed tags may be many; a text nested so deeply has been refused before
_LONGEST = 8_000_000


@dataclass(slots=True)
class _Buffer:
    """Text for the next piece. line: of the page, at which it begins; at: that of its end."""

    parts: list[bytes] = field(default_factory=list)
    size: int = 0
    line: int = 1
    at: int = 1

    def put(self, text: bytes, line: int) -> None:
        """Adds a text of this line of the page; line feeds before it keep the lines in step."""
        if not self.parts:
            self.line = self.at = line
        self.parts.append(b"\n" * (line - self.at) + text)
        self.at = line + text.count(b"\n")
        self.size += len(text)

    def take(self) -> bytes:
        """All of it; it is empty then."""
        text = b"".join(self.parts)
        self.parts, self.size = [], 0
        return text


@dataclass(slots=True)
class _Walk:
    """One walk through a page. stack: names of open elements, the root first.

    dataset: (start, depth, start tag) of the dataset that is open. at: how far the text has been
    taken; end: where the root ends. large: a dataset that is a piece of its own.
    """

    body: bytes
    loss: Loss
    head: bytes = b""
    foot: bytes = b""
    at: int = 0
    end: int | None = None
    nameless: int = 0
    stack: list[bytes] = field(default_factory=list)
    dataset: tuple[int, int, bytes] | None = None
    datasets: _Buffer = field(default_factory=_Buffer)
    large: _Buffer = field(default_factory=_Buffer)
    around: _Buffer = field(default_factory=_Buffer)
    _counted: tuple[int, int] = (0, 1)

    def line(self, offset: int) -> int:
        """Line number of an offset; asked for in their order."""
        before, line = self._counted
        self._counted = offset, line + self.body.count(b"\n", before, offset)
        return self._counted[1]

    def piece(self, buffer: _Buffer) -> Piece:
        """What waits there as a document."""
        line = buffer.line
        return Piece((self.head + buffer.take() + self.foot).decode(), line)


def cut_elements(body: bytes, loss: Loss) -> Iterator[Piece]:
    """Documents of some datasets each, and such of what stands around them."""
    walk = _Walk(body, loss)
    for match in _TAG.finditer(body):
        name = match[2]
        if name is None:
            continue
        if not walk.head:
            _begin(walk, match)
        elif match[1]:
            _close(walk, name, match)
            yield from _full(walk, match.end())
            if walk.end is not None:
                break
        elif not match[3].endswith(b"/"):
            _open(walk, name, match)
    if walk.head:
        _finish(walk)
        yield from (
            walk.piece(each) for each in (walk.datasets, walk.large, walk.around) if each.parts
        )


def _begin(walk: _Walk, root: re.Match[bytes]) -> None:
    """The root's start tag, with namespaces that inner elements declare for their neighbours."""
    names = {each.split(b"=")[0].strip() for each in _SPACE.findall(root.group())}
    more: dict[bytes, bytes] = {}
    for each in _SPACE.findall(walk.body, root.end(), root.end() + 100_000):
        more.setdefault(each.split(b"=")[0].strip(), each)
    added = b"".join(each for name, each in more.items() if name not in names | {b"xmlns"})
    walk.head = (root.group()[:-1] + added + b">").replace(b"\n", b" ")
    walk.foot = b"</" + root[2] + b">"
    walk.stack = [root[2]]
    walk.at = root.end()


def _is_dataset(name: bytes) -> bool:
    return name.rpartition(b":")[2] in _DATASETS


def _open(walk: _Walk, name: bytes, tag: re.Match[bytes]) -> None:
    if len(walk.stack) == 2 and name == walk.stack[1]:  # the one before never ended
        walk.stack.pop()
        _lift(walk, tag.start())
    if walk.dataset is None and _is_dataset(name):
        walk.dataset = tag.start(), len(walk.stack), tag.group()
    if len(walk.stack) < _DEEPEST:
        walk.stack.append(name)


def _close(walk: _Walk, name: bytes, tag: re.Match[bytes]) -> None:
    """An end tag takes the innermost element of its name, and all in it; others close nothing."""
    if name not in walk.stack:
        return
    while walk.stack.pop() != name:
        pass
    if walk.dataset and len(walk.stack) <= walk.dataset[1]:
        is_own = len(walk.stack) == walk.dataset[1] and _is_dataset(name)
        _lift(walk, tag.end() if is_own else tag.start())
    if not walk.stack:
        walk.end = tag.start()


def _lift(walk: _Walk, end: int) -> None:
    """Takes the open dataset out of what stands around it, where its name stays."""
    if walk.dataset is None:
        return
    start, _, tag = walk.dataset
    walk.dataset = None
    walk.around.put(walk.body[walk.at : start], walk.line(walk.at))
    line = walk.line(start)
    text, named = walk.body[start:end], _NAMED.search(tag)
    prefix = walk.foot[2:-1].rpartition(b":")[0]
    if named:
        mark = b" " + named[1] + b"=" + named[2]
    else:
        walk.nameless += 1
        mark = b' %s:nodeID="cut%d"' % (prefix, walk.nameless)
        behind = 1 + len(tag[1:-1].split(None, 1)[0])
        text = text[:behind] + mark + text[behind:]
    walk.around.put(b"<%s:Description%s/>" % (prefix, mark) if prefix else b"", line)
    if len(text) > _LONGEST:
        walk.loss.name(_identifier(tag), line, "item.too_much", text)
    else:
        (walk.datasets if len(text) < SIZE else walk.large).put(text, line)
    walk.at = end


def _identifier(tag: bytes) -> str | None:
    named = _NAMED.search(tag)
    return named[2][1:-1].decode() if named else None


def _full(walk: _Walk, end: int) -> Iterator[Piece]:
    """Pieces that are large enough; what stands around is only cut between children of the root."""
    for full in (walk.datasets, walk.large):
        if full.size >= SIZE:
            yield walk.piece(full)
    size = walk.around.size + end - walk.at
    if walk.dataset or size <= SIZE or len(walk.stack) != 1 and size <= _LONGEST:
        return
    walk.around.put(walk.body[walk.at : end], walk.line(walk.at))
    walk.at = end
    if len(walk.stack) == 1:
        yield walk.piece(walk.around)
        return
    walk.loss.name(None, walk.around.line, "item.broken_xml", walk.around.take())
    walk.loss.truncated = True


def _finish(walk: _Walk) -> None:
    """The text behind the last dataset; where the page stops midway, what is open is closed."""
    if walk.dataset:
        start, _, tag = walk.dataset
        walk.around.put(walk.body[walk.at : start], walk.line(walk.at))
        said = walk.body[start : start + 2_000]
        walk.loss.name(_identifier(tag), walk.line(start), "item.truncated", said)
        walk.stack = walk.stack[: walk.dataset[1]]
    else:
        end = len(walk.body) if walk.end is None else walk.end
        rest = walk.body[walk.at : end]
        if walk.end is None:
            rest = rest[: rest.rfind(b">") + 1]
        walk.around.put(rest, walk.line(walk.at))
    if walk.end is None:
        walk.loss.truncated = True
        closing = b"".join(b"</" + name + b">" for name in reversed(walk.stack[1:]))
        walk.around.put(closing, walk.around.at)

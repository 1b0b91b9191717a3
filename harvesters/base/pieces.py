# SPDX-License-Identifier: EUPL-1.2
"""A large page of RDF that no parser takes as a whole, cut into small documents between its items.

Each piece is read, or mended, as a small page is; so one broken item of 50 MB costs itself (H8) and
memory holds a piece at a time (H9). What cannot be cut out as a document is named as lost.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from harvesters.base.record import Broken
from harvesters.base.text import shorten

SIZE = 500_000  # bytes of a piece
_WINDOW, _LONGEST = 4_000_000, 8_000_000
_MOST_HEAD = 100_000
_TOKEN = re.compile(
    rb'"""(?:[^"\\]++|\\.|"(?!""))*+(?:"""|\Z)|"(?:[^"\\\n]++|\\.)*+"?'
    rb"|'''(?:[^'\\]++|\\.|'(?!''))*+(?:'''|\Z)|'(?:[^'\\\n]++|\\.)*+'?"
    rb"|<[^<>\"\s]*+(?:>|\Z)|#[^\n]*+|(\.)(?=\s|\Z)",
    re.S,
)
_RESUME = re.compile(rb"\.[ \t]*+\r?\n\s*+(?=<|_:|[\w-]*+:[\w-]|@prefix)")
_DIRECTIVE = re.compile(
    rb"^[ \t]*+(?:@(?:prefix|base)[^\n]*?>\s*+\.|(?:prefix|base)\s[^\n]*?>)", re.I | re.M
)
_SUBJECT = re.compile(rb"\s*+<([^>\s]*)>")


class Piece(NamedTuple):
    """A document of its own. line: of the page, at which its own first line stands."""

    text: str
    line: int


@dataclass(slots=True)
class Loss:
    """What was lost in cutting, and whether the end of the page is missing."""

    broken: list[Broken] = field(default_factory=list)
    truncated: bool = False

    def name(self, identifier: str | None, line: int, reason: str, said: bytes) -> None:
        """Adds an item."""
        shown = shorten(said[:2_000].decode("utf-8", "replace").strip())
        self.broken.append(Broken(identifier, f"line {line}", reason, shown))


Cut = Callable[[bytes, Loss], Iterator[Piece]]


def cut_lines(body: bytes, _loss: Loss) -> Iterator[Piece]:
    """N-Triples, between lines."""
    at, line = 0, 1
    while at < len(body):
        end = body.find(b"\n", at + SIZE) + 1 or len(body)
        yield Piece(body[at:end].decode(), line)
        line += body.count(b"\n", at, end)
        at = end


def cut_statements(body: bytes, loss: Loss) -> Iterator[Piece]:
    """Turtle, between statements; each piece begins with all prefixes known so far."""
    at, line, head = 0, 1, b""
    while at < len(body):
        end = _statement_end(body, at)
        if end is None:
            found = _RESUME.search(body, at + 1)
            end = found.end() if found else len(body)
            subject = _SUBJECT.match(body, at)
            loss.truncated = loss.truncated or found is None
            reason = "item.broken_statement" if found else "item.truncated"
            identifier = subject[1].decode() if subject else None
            loss.name(identifier, line, reason, body[at : at + 2_000])
        else:
            yield Piece((head + body[at:end]).decode(), line - head.count(b"\n"))
            head = _joined(head, [each.group() for each in _DIRECTIVE.finditer(body, at, end)])
        line += body.count(b"\n", at, end)
        at = end


def _joined(head: bytes, more: list[bytes]) -> bytes:
    """No real page has so many prefixes; where one has, the later ones are missed."""
    return head + b"".join(each + b"\n" for each in more) if len(head) < _MOST_HEAD else head


def _statement_end(body: bytes, at: int) -> int | None:
    """Behind the first statement that ends beyond a piece's size, or the last one there is."""
    for window in (_WINDOW, _LONGEST):
        limit = min(len(body), at + window)
        last = None
        for match in _TOKEN.finditer(body, at, limit):
            if match[1]:
                last = match.end()
                if last - at > SIZE:
                    return last
        if limit == len(body):
            return limit if limit - at <= _WINDOW else last
        if last is not None:
            return last
    return None

# SPDX-License-Identifier: EUPL-1.2
"""A large page of JSON-LD, cut between the nodes of its graph."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from harvesters.base.errors import TooMuch
from harvesters.base.pieces import SIZE, Loss, Piece

_WINDOWS = (1_024, 65_536, 4_000_000)
_MOST_VALUES = 20_000
_MOST_NODES = 400_000  # the smallest of real ones take a hundred bytes
_SPACE = re.compile(rb"\s*+")
_COMMA = re.compile(rb"\s*+,\s*+")
_END = re.compile(rb"\s*+\]")
_RESUME = re.compile(rb'\}\s*+,\s*+(?=\{\s*+"@(?:id|type)")')
_GRAPH = re.compile(rb'"(?:@graph|dcat:dataset)"\s*+:\s*+\[\s*+')
_CONTEXT = re.compile(rb'"@context"\s*+:\s*+')
_ID = re.compile(rb'"@id"\s*+:\s*+"([^"\\]*+)"')
_DECODER = json.JSONDecoder(strict=False)


class Start(NamedTuple):
    """Where the first node of a graph stands, and the context before it, as it is written."""

    at: int
    context: str


def graph_of(body: bytes) -> Start | None:
    """The graph, where the document has nothing but a context before it; None for all others."""
    at = _skip(body, 0)
    if body[at : at + 1] == b"[":
        return Start(_skip(body, at + 1), "")
    context, at = "", _skip(body, at + 1)
    try:
        while body[at : at + 1] == b'"':
            key, _, at = _value(body, at)
            at = _skip(body, _skip(body, at) + 1)
            if key == "@graph":
                return Start(_skip(body, at + 1), context) if body[at : at + 1] == b"[" else None
            if key not in ("@context", "@id"):
                return None
            _, said, at = _value(body, at)
            context = said if key == "@context" else context
            at = _skip(body, _skip(body, at) + 1)
    except ValueError:
        return None
    return None


def cut_nodes(body: bytes, loss: Loss) -> Iterator[Piece]:
    """Documents of some nodes each, with the context of the whole."""
    start = graph_of(body) or _some_graph(body)
    at, line, lines_at = start.at, 1, 0
    waiting: list[str] = []
    first = size = values = count = 0
    lost = False
    while (at := _past_a_list_within(body, at) if lost else at) < len(body):
        if _END.match(body, at):
            break
        line, lines_at = line + body.count(b"\n", lines_at, at), at
        try:
            _, said, at = _value(body, at)
        except ValueError:
            at, lost = _lose(body, at, line, loss), True
            continue
        count += 1
        if count > _MOST_NODES:
            raise TooMuch("answer.too_much", page="")
        first = first if waiting else line
        waiting.append(said)
        size += len(said)
        values += said.count(",") + said.count("{")
        if size > SIZE or values > _MOST_VALUES:
            yield Piece(_document(waiting, start.context), first)
            waiting, size, values = [], 0, 0
        at = _following(body, at, loss)
    loss.truncated = loss.truncated or at >= len(body)
    if waiting:
        yield Piece(_document(waiting, start.context), first)


def _past_a_list_within(body: bytes, at: int) -> int:
    """Behind a node that was lost, a list that ends may be of its own: the graph goes on."""
    resumed = _RESUME.search(body, at) if _END.match(body, at) else None
    return resumed.end() if resumed else at


def _document(nodes: list[str], context: str) -> str:
    graph = "[" + ",".join(nodes) + "]"
    return f'{{"@context":{context},"@graph":{graph}}}' if context else graph


def _some_graph(body: bytes) -> Start:
    """The graph of a document that is damaged before it, or of a catalogue with its datasets."""
    found = _GRAPH.search(body)
    if found is None:
        raise SyntaxError("there is no graph")
    said = _CONTEXT.search(body, 0, found.start())
    try:
        context = _value(body, said.end())[1] if said else ""
    except ValueError:
        context = ""
    return Start(found.end(), context)


def _lose(body: bytes, at: int, line: int, loss: Loss) -> int:
    """Names what cannot be read; where the next node begins."""
    resumed = _RESUME.search(body, at)
    end = resumed.end() if resumed else len(body)
    named = _ID.search(body, at, min(end, at + SIZE))
    reason = "item.broken_node" if resumed else "item.truncated"
    loss.name(named[1].decode() if named else None, line, reason, body[at : min(end, at + 2_000)])
    return end


def _following(body: bytes, at: int, loss: Loss) -> int:
    """Where the next node begins, or the end of the list."""
    comma = _COMMA.match(body, at)
    if comma:
        return comma.end()
    if _END.match(body, at):
        return at
    resumed = _RESUME.search(body, at) if loss.broken else None
    return resumed.end() if resumed else len(body)


def _skip(body: bytes, at: int) -> int:
    found = _SPACE.match(body, at)
    return found.end() if found else at


def _value(body: bytes, at: int) -> tuple[Any, str, int]:
    """A value, as it is written, and where it ends; ValueError where it cannot be read."""
    for window in _WINDOWS:
        text = body[at : at + window].decode("utf-8", "ignore")
        try:
            found, end = _DECODER.raw_decode(text)
        except json.JSONDecodeError as error:
            is_inside = error.pos < len(text) - 100 and "Unterminated" not in error.msg
            if is_inside or at + window >= len(body) or window == _WINDOWS[-1]:
                raise
            continue
        said = text[:end]
        return found, said, at + len(said.encode("utf-8", "surrogatepass"))
    raise ValueError("a node is longer than any real one")

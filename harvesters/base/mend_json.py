# SPDX-License-Identifier: EUPL-1.2
"""Mends broken JSON-LD: nodes of the graph are read one by one, the unreadable ones named."""

import json
import re
from typing import Any, NamedTuple

from harvesters.base.mend import Mended, Read, Truncated, line_of, lines_of, sift
from harvesters.base.record import Broken, Repair
from harvesters.base.text import shorten

# ArcGIS Hub writes no graph, but a catalogue with its datasets inside.
_GRAPH = re.compile(r'"(?:@graph|dcat:dataset)"\s*+:\s*+\[\s*+|\A\s*+\[\s*+')
_CONTEXT = re.compile(r'"@context"\s*+:\s*+')
_NEXT = re.compile(r"\s*+,\s*+")
_END = re.compile(r"\s*+\]")
_RESUME = re.compile(r'\}\s*+,\s*+(?=\{\s*+"@(?:id|type)")')
_ID = re.compile(r'"@id"\s*+:\s*+"([^"\\]*+)"')
_MOST_BROKEN = 1_000
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
# Line breaks and tabs inside texts are forbidden, but there is no doubt what they mean. NaN and
# Infinity are no numbers of JSON: they say that there is none.
_DECODER = json.JSONDecoder(strict=False, parse_constant=lambda _: None)
_NO_NUMBER = re.compile(r"[:\[,]\s*+(NaN|-?Infinity)\b")
_LIST = "dcat:dataset"


class _Nodes(NamedTuple):
    """The nodes of a document, with what could not be had."""

    nodes: list[Any]
    context: Any = None
    broken: tuple[Broken, ...] = ()
    truncated: bool = False


def mend(text: str, read: Read) -> Mended:
    """The statements of a JSON-LD text with wrong nodes; SyntaxError when none can be read."""
    try:
        found = _nodes(_DECODER.decode(text))
    except RecursionError as error:
        raise SyntaxError("nested too deeply") from error
    except ValueError as error:
        found = _salvage(text, error)

    def read_range(low: int, high: int) -> bytes:
        graph = found.nodes[low:high]
        whole = {"@context": found.context, "@graph": graph} if found.context else graph
        return read(_HALF_CHARACTER.sub("\ufffd", json.dumps(whole, ensure_ascii=False)))

    lines, numbers = sift(len(found.nodes), read_range)
    if not lines:
        read_range(0, 1)  # raises what is wrong with the first node
    broken = found.broken + tuple(_broken(found.nodes[number], number + 1) for number in numbers)
    repairs = () if broken or found.truncated else (_repair(text),)
    return Mended("".join(lines), repairs, broken, found.truncated)


def _repair(text: str) -> Repair:
    """What was wrong with a text all of whose nodes could be read in the end."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        around = text[max(0, error.pos - 30) : error.pos + 30]
        return Repair("text.control_characters", shorten(around), f"line {error.lineno}")
    if found := _NO_NUMBER.search(text):
        return Repair("json.repaired", found[1], f"line {line_of(text, found.start(1))}")
    return Repair("text.control_characters", "\ufffd", "line 1")


def _broken(node: Any, number: int) -> Broken:
    identifier = node.get("@id") if isinstance(node, dict) else None
    shown = shorten(json.dumps(node, ensure_ascii=False))
    own = identifier if isinstance(identifier, str) else None
    return Broken(own, f"item {number}", "item.broken_node", shown)


def _nodes(document: Any) -> _Nodes:
    if isinstance(document, list):
        return _Nodes(document)
    if isinstance(document, dict) and isinstance(document.get("@graph"), list):
        return _Nodes(document["@graph"], document.get("@context"))
    if isinstance(document, dict) and isinstance(document.get(_LIST), list):
        around = {key: said for key, said in document.items() if key not in ("@context", _LIST)}
        return _Nodes([*document[_LIST], around], document.get("@context"))
    return _Nodes([document])


def _salvage(text: str, fault: ValueError) -> _Nodes:
    """The nodes of a text that is no JSON as a whole: it stops midway, or a node is damaged."""
    start = _GRAPH.search(text)
    if start is None:
        raise SyntaxError(str(fault)) from fault
    nodes: list[Any] = []
    broken: list[Broken] = []
    line_at = lines_of(text)
    at = end = start.end()
    while at >= 0:
        try:
            node, end = _DECODER.raw_decode(text, at)
            nodes.append(node)
            at = _following(text, end, nested=bool(broken))
        except ValueError:
            resumed = _RESUME.search(text, at) if len(broken) < _MOST_BROKEN else None
            lost = text[at : resumed.start() if resumed else None]
            broken.append(_lost(lost, line_at(at), cut=resumed is None))
            end = resumed.end() if resumed else len(text)
            at = end if resumed else -1
    if not nodes:
        raise (Truncated if len(broken) < 2 else SyntaxError)(str(fault)) from fault
    return _Nodes(nodes, _context(text), tuple(broken), not _END.match(text, end))


def _following(text: str, at: int, *, nested: bool) -> int:
    """Where the next node begins, -1 for nowhere. nested: we may be in a list of a damaged node."""
    comma = _NEXT.match(text, at) or (_RESUME.search(text, at) if nested else None)
    return comma.end() if comma else -1


def _lost(node: str, line: int, *, cut: bool) -> Broken:
    found = _ID.search(node)
    reason = "item.truncated" if cut else "item.broken_node"
    return Broken(found and found.group(1), f"line {line}", reason, shorten(node))


def _context(text: str) -> Any:
    start = _CONTEXT.search(text)
    if start is None:
        return None
    try:
        return _DECODER.raw_decode(text, start.end())[0]
    except ValueError:
        return None

# SPDX-License-Identifier: EUPL-1.2
"""Mends broken JSON-LD: nodes of the graph are read one by one, the unreadable ones named."""

import json
from typing import Any

from harvesters.base.mend import Mended, Read
from harvesters.base.record import Broken
from harvesters.base.text import shorten


def mend(text: str, read: Read) -> Mended:
    """The statements of a JSON-LD text with wrong nodes; SyntaxError when none can be read."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SyntaxError(str(error)) from error
    nodes, context = _nodes(document)
    if len(nodes) < 2:
        read(text)  # raises what is wrong with the only node
    lines: list[str] = []
    broken: list[Broken] = []
    for number, node in enumerate(nodes, 1):
        single = json.dumps({"@context": context, "@graph": [node]} if context else [node])
        try:
            lines.append(read(single).decode())
        except SyntaxError:
            broken.append(_broken(node, number))
    if not lines:
        read(text)
    return Mended("".join(lines), broken=tuple(broken))


def _broken(node: Any, number: int) -> Broken:
    identifier = node.get("@id") if isinstance(node, dict) else None
    shown = shorten(json.dumps(node, ensure_ascii=False))
    return Broken(identifier, f"item {number}", "item.broken_node", shown)


def _nodes(document: Any) -> tuple[list[Any], Any]:
    if isinstance(document, list):
        return document, None
    if isinstance(document, dict) and isinstance(document.get("@graph"), list):
        return document["@graph"], document.get("@context")
    return [document], None

# SPDX-License-Identifier: EUPL-1.2
"""A large page of JSON-LD in pieces: one node that cannot be read costs itself (promise H8)."""

import json
from typing import Any

import pytest

from harvesters.base import pieces_json
from harvesters.base.pieces import Loss


def node(number: int, description: str) -> dict[str, Any]:
    """A dataset whose type stands first, as that of its files does."""
    files = [{"@type": "dcat:Distribution", "dct:title": f"Datei {each}"} for each in range(3)]
    named = {"@id": f"https://daten.example/{number}"}
    said = {"dct:description": description, "dcat:distribution": files}
    return {"@type": "dcat:Dataset", **said, **named}


def test_a_node_too_long_to_read_does_not_end_the_graph_with_its_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pieces_json, "_WINDOWS", (64, 2_000))
    nodes = [node(number, "x" * (9_000 if number == 2 else 9)) for number in range(5)]
    body = json.dumps({"@context": {}, "dcat:dataset": nodes}).encode()
    loss = Loss()
    text = "".join(piece.text for piece in pieces_json.cut_nodes(body, loss))
    assert [number for number in range(5) if f"daten.example/{number}" in text] == [0, 1, 3, 4]
    assert [each.reason for each in loss.broken] == ["item.broken_node"]
    assert not loss.truncated

# SPDX-License-Identifier: EUPL-1.2
"""Broken JSON-LD: nodes are read one by one; nothing is fetched for a context (S1, S2)."""

import json
from typing import Any

import pytest

from harvesters.base.errors import UnexpectedAnswer
from tests.harvesters.pages import BASE, names, only, read

CONTEXT = {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/"}


def node(number: int, **more: Any) -> dict[str, Any]:
    """A dataset."""
    return {
        "@id": f"{BASE}d{number}",
        "@type": "dcat:Dataset",
        "dct:title": f"Datensatz {number}",
        **more,
    }


def text(*nodes: object, **more: Any) -> str:
    """A document with a context and a graph."""
    return json.dumps({"@context": CONTEXT, "@graph": nodes} | more, indent=1)


@pytest.mark.parametrize(
    "fault",
    [{"dct:x": {"@value": {}}}, {"@type": 7}, {"@id": ["a"]}, {"dct:x": {"@value": 1, "@id": "a"}}],
)
def test_a_wrong_node_costs_itself(fault: dict[str, Any]) -> None:
    contents = read(text(node(1), node(2) | fault, node(3)))
    assert names(contents) == ["d1", "d3"]
    (lost,) = contents.broken
    assert (lost.position, lost.reason) == ("item 2", "item.broken_node")
    assert lost.identifier in (f"{BASE}d2", None)
    assert not contents.truncated


@pytest.mark.parametrize("damage", ['"dct:a": b,', '"dct:a" "b",', '"dct:a": "b "c" d",', "5,"])
def test_damaged_json_costs_the_node_it_is_in(damage: str) -> None:
    body = text(node(1), node(2, rest=[{"@id": "urn:x"}, {"@id": "urn:y"}]), node(3), node(4))
    at = body.index(f'"@id": "{BASE}d2"')
    contents = read(body[:at] + damage + body[at:])
    assert names(contents) == ["d1", "d3", "d4"]
    assert [(each.identifier, each.reason) for each in contents.broken] == [
        (f"{BASE}d2", "item.broken_node")
    ]
    assert not contents.truncated


def test_what_comes_before_the_cut_is_kept() -> None:
    body = text(node(1), node(2), node(3))
    contents = read(body[: body.index("Datensatz 3")])
    assert names(contents) == ["d1", "d2"]
    assert contents.truncated
    assert contents.broken[0].identifier == f"{BASE}d3"


def test_line_breaks_inside_texts_are_meant_as_such() -> None:
    contents = read(text(node(1)).replace("Datensatz 1", "eins\n\tzwei"))
    assert contents.repairs[0].code == "text.control_characters"
    assert contents.items[0].payload.nodes[f"<{BASE}d1>"]["dct:title"] == [r'"eins\n\tzwei"']


def test_half_a_character_does_not_cost_the_page() -> None:
    record = only(text(node(1)).replace("Datensatz 1", r"Wald \ud83c und Wiese"))
    assert record.titles[0].value == "Wald \ufffd und Wiese"
    assert only(text(node(1)).replace("Datensatz 1", r"\ud83c\udf33")).titles[0].value == "🌳"


@pytest.mark.parametrize(
    "context",
    [
        "https://boese.example/context.jsonld",
        ["https://boese.example/context.jsonld", CONTEXT],
        {"@version": 1.1, "@import": "https://boese.example/context.jsonld"},
        "context.jsonld",
        {"@version": 1.1, "x": {"@id": "urn:x", "@context": "https://boese.example/c"}},
    ],
)
def test_no_context_is_fetched(context: object) -> None:
    body = json.dumps({"@context": context, "@graph": [node(1), {"@id": "urn:a", "dct:x": {}}]})
    with pytest.raises(UnexpectedAnswer) as raised:
        read(body)
    assert raised.value.code == "answer.remote_context"


def test_contexts_that_turn_in_circles_end() -> None:
    with pytest.raises(UnexpectedAnswer) as raised:
        read(json.dumps({"@context": {"a": "b:x", "b": "a:y"}, "@id": "urn:a", "a:q": "x"}))
    assert raised.value.code == "answer.unreadable"


def test_list_and_single_node_are_documents_too() -> None:
    single = {"@id": f"{BASE}d1", "@type": CONTEXT["dcat"] + "Dataset"}
    assert names(read(json.dumps([single]))) == ["d1"]
    assert names(read(json.dumps(single))) == ["d1"]


def test_directions_and_languages_are_made_what_all_can_read() -> None:
    title = {"@value": "Titel", "@language": "DE", "@direction": "ltr"}
    record = only(text(node(1) | {"dct:title": title}))
    assert record.titles == (("Titel", "de"),)
    assert "ltr" not in record.statements
    assert [each.code for each in record.repairs] == ["language_tag.repaired"]


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_costs_only_itself(value: str) -> None:
    contents = read(text(node(1), node(2, **{"dct:x": 7})).replace(": 7", f": {value}"))
    assert names(contents) == ["d1", "d2"]
    assert not contents.broken
    (mended,) = contents.repairs
    assert (mended.code, mended.value) == ("json.repaired", value)


def test_a_wrong_dataset_inside_a_catalogue_costs_itself() -> None:
    nested = [node(1), node(2, **{"dct:x": {"@value": {}}}), node(3)]
    whole = {"@context": CONTEXT, "@type": "dcat:Catalog", "dcat:dataset": nested}
    contents = read(json.dumps(whole))
    assert names(contents) == ["d1", "d3"]
    assert [each.reason for each in contents.broken] == ["item.broken_node"]

# SPDX-License-Identifier: EUPL-1.2
"""A dataset that is nested too deeply costs itself, not its page (H8)."""

import json
from typing import Any

import pytest

from harvesters.base.errors import HarvestError
from tests.harvesters.pages import BASE, catalogue_xml, dataset_xml, names, read, turtle, xml

DEEP = 100


def deep_xml(depth: int) -> str:
    return "<dct:a><dct:b>" * depth + "<!-- </dct:b> -->" + "</dct:b></dct:a>" * depth


def node(number: int, **more: Any) -> dict[str, Any]:
    said = {"@id": f"{BASE}d{number}", "@type": "http://www.w3.org/ns/dcat#Dataset"}
    return said | {"http://purl.org/dc/terms/title": f"Datensatz }} {number}"} | more


def deep_node(number: int, depth: int) -> dict[str, Any]:
    inner: Any = "x"
    for _ in range(depth):
        inner = {"urn:b": [inner]}
    return node(number, **{"urn:c": inner})


def statement(number: int, more: str = "") -> str:
    return f':d{number} a dcat:Dataset ; dct:title "Blatt ] . {number}" {more}.\n'


def in_blanks(depth: int) -> str:
    return "; :b " + "[ :c " * depth + "( 1.5 )" + "]" * depth


def linked(*nodes: Any) -> str:
    catalogue = {"@type": "http://www.w3.org/ns/dcat#Catalog"}
    return json.dumps({"@graph": [catalogue | {"http://www.w3.org/ns/dcat#dataset": list(nodes)}]})


PAGES = {
    "in a catalogue": lambda depth: catalogue_xml(
        dataset_xml(1), dataset_xml(2, deep_xml(depth)), dataset_xml(3)
    ),
    "beside each other": lambda depth: xml(
        dataset_xml(1) + dataset_xml(2, deep_xml(depth)) + dataset_xml(3)
    ),
    "a graph": lambda depth: json.dumps({"@graph": [node(1), deep_node(2, depth), node(3)]}),
    "a list": lambda depth: json.dumps([node(1), deep_node(2, depth), node(3)]),
    "a catalogue's list": lambda depth: linked(node(1), deep_node(2, depth), node(3)),
    "statements": lambda depth: turtle(
        statement(1) + statement(2, in_blanks(depth)) + statement(3)
    ),
    "statements with addresses": lambda depth: turtle(
        statement(1) + statement(2, in_blanks(depth)).replace(":d2", f"<{BASE}d2>") + statement(3)
    ),
}


@pytest.mark.parametrize("depth", [DEEP, 300])
@pytest.mark.parametrize("shape", PAGES)
def test_only_the_deep_dataset_is_lost(shape: str, depth: int) -> None:
    contents = read(PAGES[shape](depth))
    assert names(contents) == ["d1", "d3"]
    assert [(each.identifier, each.reason) for each in contents.broken] == [
        (f"{BASE}d2", "item.too_deep")
    ]
    assert contents.broken[0].position.startswith("line ")
    assert not contents.truncated


@pytest.mark.parametrize("depth", [5_000, 50_000])
def test_depths_no_parser_would_bear(depth: int) -> None:
    unclosed = catalogue_xml(dataset_xml(1), dataset_xml(2, "<dct:a>" * depth * 5))
    for page in (PAGES["in a catalogue"](depth), PAGES["statements"](depth), unclosed):
        assert names(read(page))[:1] == ["d1"]


def test_no_half_of_a_deep_dataset_is_taken() -> None:
    more = ":d2 dct:description 'Teil' ; a dcat:Dataset .\n"
    contents = read(turtle(statement(1) + statement(2, in_blanks(DEEP)) + more))
    assert names(contents) == ["d1"]


@pytest.mark.parametrize(
    "page",
    [
        catalogue_xml(dataset_xml(1), f"<dct:x>{deep_xml(DEEP)}</dct:x>"),
        xml(dataset_xml(1) + dataset_xml(2, deep_xml(DEEP)).replace("rdf:about", "dct:x")),
        json.dumps({"@graph": [node(1), deep_node(2, DEEP) | {"@type": "x", "@id": "urn:x"}]}),
        json.dumps({"@graph": [node(1), deep_node(2, DEEP)]})[:-300],
        json.dumps({"urn:x": [deep_node(2, DEEP)]}),
        turtle(statement(1) + "[] a dcat:Dataset " + in_blanks(DEEP) + " ."),
        turtle(statement(1) + ":x a :Y " + in_blanks(DEEP) + " ."),
    ],
)
def test_what_is_no_named_dataset_costs_the_page(page: str) -> None:
    with pytest.raises(HarvestError) as raised:
        read(page)
    assert raised.value.code == "answer.too_deep"


def test_hollow_nodes_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harvesters.base.pieces_json._MOST_NODES", 60_000)
    with pytest.raises(HarvestError) as raised:
        read('{"@graph": [' + '{"a": 1},' * 300_000 + "{}]}")
    assert raised.value.code == "answer.too_much"
    assert raised.value.params == {"page": "seite"}

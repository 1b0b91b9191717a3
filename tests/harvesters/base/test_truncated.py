# SPDX-License-Identifier: EUPL-1.2
"""A page that stops midway gives whole datasets or none, and says that it stopped (H3)."""

from functools import cache

import pyoxigraph as ox
import pytest
import rdflib

from harvesters.base.errors import HarvestError
from tests.harvesters.pages import BASE, FIXTURES, catalogue_xml, dataset_xml, names, page, read

SIZE = 12
INNER = (
    '<dct:publisher rdf:resource="{0}amt"/><dcat:contactPoint><vcard:Organization>'
    "<vcard:fn>Stelle. Für <![CDATA[<alles>]]></vcard:fn></vcard:Organization></dcat:contactPoint>"
)


@cache
def nested() -> str:
    """Everything of a dataset inside it, the publisher with the first."""
    agent = (
        "<dct:publisher><foaf:Agent"
        f' rdf:about="{BASE}amt"><foaf:name>Amt</foaf:name></foaf:Agent></dct:publisher>'
    )
    inner = (agent, *[INNER.format(BASE)] * SIZE)
    return catalogue_xml(*(dataset_xml(n, inner[n]) for n in range(SIZE)))


@cache
def written(shape: str) -> str:
    """The same catalogue as others write it: side by side, sorted, scattered."""
    if shape == "nested":
        return nested()
    graph = rdflib.Graph().parse(data=nested(), format="xml")
    if shape in ("xml", "pretty-xml", "turtle"):
        return graph.serialize(format=shape)
    lines = "".join(sorted(graph.serialize(format="nt").splitlines(keepends=True)))
    if shape == "nt":
        return lines
    form = {
        "jsonld": ox.RdfFormat.JSON_LD,
        "flat xml": ox.RdfFormat.RDF_XML,
        "flat turtle": ox.RdfFormat.TURTLE,
    }[shape]
    return (
        ox.serialize(ox.parse(lines, format=ox.RdfFormat.N_TRIPLES), format=form) or b""
    ).decode()


SHAPES = ("nested", "xml", "pretty-xml", "turtle", "nt", "jsonld", "flat xml", "flat turtle")


STATEMENTS = ("turtle", "nt", "flat turtle")


@pytest.mark.parametrize("shape", SHAPES)
def test_no_half_dataset_wherever_the_page_stops(shape: str) -> None:
    text = written(shape).rstrip()
    whole = {item.identifier: item.hash for item in read(text).items}
    assert len(whole) == SIZE
    taken: set[str] = set()
    for offset in range(1, len(text) - 1, 97):
        if shape in STATEMENTS and text[:offset].rstrip().endswith("."):
            continue  # whole statements are a whole text in these syntaxes; nobody can tell
        try:
            contents = read(text[:offset])
        except HarvestError as error:
            assert error.code.startswith("answer."), text[:offset]
            continue
        wrong = [each.identifier for each in contents.items if whole[each.identifier] != each.hash]
        assert not wrong, f"cut at {offset}: {text[max(0, offset - 80) : offset]}"
        if contents.items:
            assert contents.truncated, f"cut at {offset}: {text[max(0, offset - 80) : offset]}"
        taken.update(each.identifier for each in contents.items)
    if shape == "nested":
        assert len(taken) >= SIZE - 1


def test_what_was_complete_before_the_cut_is_kept() -> None:
    text = nested()
    for number in range(2, SIZE):
        start = text.index(f'<dcat:Dataset rdf:about="{BASE}d{number}">')
        contents = read(text[: start + 200])
        assert names(contents) == [f"d{n}" for n in range(number)]
        assert contents.catalogues[0].titles[0].value == "Katalog"
        (lost,) = contents.broken
        assert (lost.identifier, lost.reason) == (f"{BASE}d{number}", "item.truncated")


def test_a_distribution_behind_the_cut_takes_its_dataset_along() -> None:
    text = (
        "<{0}d1> <{1}type> <http://www.w3.org/ns/dcat#Dataset> .\n"
        "<{0}d1> <http://www.w3.org/ns/dcat#distribution> <{0}d1/csv> .\n"
        "<{0}d2> <{1}type> <http://www.w3.org/ns/dcat#Dataset> .\n"
        "<{0}d1/csv> <http://purl.org/dc/terms/title> "
    ).format(BASE, "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
    contents = read(text)
    assert names(contents) == ["d2"]
    lost = {each.identifier: each.reason for each in contents.broken}
    assert lost == {f"{BASE}d1": "item.truncated", f"{BASE}d1/csv": "item.truncated"}


@pytest.mark.parametrize("ending", ["\n", " \n\n"])
def test_only_the_last_dot_is_missing(ending: str) -> None:
    text = f"<{BASE}d1> a <http://www.w3.org/ns/dcat#Dataset>{ending}"
    contents = read(text)
    assert (names(contents), contents.truncated) == (["d1"], False)
    assert [each.code for each in contents.repairs] == ["turtle.repaired"]


@pytest.mark.parametrize(
    "ending", [";\n", ",\n", '; <urn:a> "b', "; <urn:a> <urn:b.", "; <urn:a> [\n"]
)
def test_more_than_the_last_dot_may_be_missing(ending: str) -> None:
    head = f"<{BASE}d0> a <http://www.w3.org/ns/dcat#Dataset> .\n"
    contents = read(f"{head}<{BASE}d1> a <http://www.w3.org/ns/dcat#Dataset>{ending}")
    assert (names(contents), contents.truncated) == (["d0"], True)
    assert [(each.identifier, each.reason) for each in contents.broken] == [
        (f"{BASE}d1", "item.truncated")
    ]


def test_lost_items_are_named_even_when_nothing_else_is_left() -> None:
    contents = read(f"<{BASE}d1> a <http://www.w3.org/ns/dcat#Dataset> ;\n")
    assert (contents.items, contents.truncated) == ((), True)
    assert contents.broken[0].identifier == f"{BASE}d1"
    assert page("").body == b""
    assert FIXTURES.name == "dcat"

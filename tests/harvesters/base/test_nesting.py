# SPDX-License-Identifier: EUPL-1.2
"""Deep nesting is refused before a parser can run out of stack, memory or time (H9, S2)."""

import pytest

from harvesters.base.errors import TooMuch, UnexpectedAnswer
from harvesters.base.nesting import LIMIT, refuse_deep
from tests.harvesters.pages import catalogue_xml, dataset_xml, names, read, turtle, xml

SHAPES = {
    "xml": lambda n: xml("<dct:a><dct:b>" * (n // 2) + "</dct:b></dct:a>" * (n // 2)),
    "xml with slashes": lambda n: xml(
        "<dct:a dct:x='/>'><dct:b>" * (n // 2) + "</dct:b></dct:a>" * (n // 2)
    ),
    "xml with comments": lambda n: xml("<dct:a><!-- </dct:a> -->" * n + "</dct:a>" * n),
    "json": lambda n: '{"@id":"urn:a","urn:b":' * n + "1" + "}" * n,
    "json with strings": lambda n: '{"@id":"urn:a","urn:]}":' * n + "1" + "}" * n,
    "lists of json": lambda n: '{"@id":"urn:a","urn:b":' + "[" * n + "]" * n + "}",
    "turtle": lambda n: turtle(":a :b " + "[ :c " * n + "1" + "]" * n + " ."),
    "lists of turtle": lambda n: turtle(":a :b " + "(" * n + ")" * n + " ."),
    "triples in triples": lambda n: turtle(":a :b " + "<<( :a :b " * n + "1" + " )>>" * n + " ."),
    "lines": lambda n: "<urn:a> <urn:b> " + "<<( <urn:a> <urn:b> " * n + '"x"' + " )>>" * n + " .",
}


@pytest.mark.parametrize("depth", [LIMIT + 20, 10_000])
@pytest.mark.parametrize("shape", SHAPES)
def test_deep_texts_are_refused(shape: str, depth: int) -> None:
    with pytest.raises(UnexpectedAnswer) as raised:
        read(SHAPES[shape](depth))
    assert raised.value.code == "answer.too_deep"
    assert raised.value.params == {"page": "seite", "limit": str(LIMIT)}


@pytest.mark.parametrize("shape", SHAPES)
def test_what_no_parser_needs_to_fear_is_not_refused(shape: str) -> None:
    text = SHAPES[shape](LIMIT // 2)
    syntax = {"x": "rdfxml", "{": "jsonld"}.get(shape[0], "turtle")
    refuse_deep(text, "jsonld" if text.startswith("{") else syntax, "seite")


def test_brackets_in_texts_nest_nothing() -> None:
    smileys = ":-( " * 500
    assert names(read(turtle(f':d a dcat:Dataset ; dct:title "{smileys}" .'))) == ["d"]
    assert names(read(catalogue_xml(dataset_xml(1, f"<dct:x>{smileys}</dct:x>")))) == ["d1"]
    json = f'{{"@id":"{"[" * 500}","@type":"http://www.w3.org/ns/dcat#Dataset"}}'
    refuse_deep(json, "jsonld", "seite")


def test_html_without_end_tags_nests_nothing() -> None:
    breaks = "<dct:x>eins" + "<br>zwei" * 3_000 + "</dct:x>"
    assert names(read(catalogue_xml(dataset_xml(1, breaks), dataset_xml(2)))) == ["d1", "d2"]


def test_a_wide_page_is_not_deep() -> None:
    wide = "".join(f":d{n} a dcat:Dataset ; dct:x [ :y (1 2) ] .\n" for n in range(300))
    assert len(read(turtle(wide)).items) == 300


@pytest.mark.parametrize(
    "attribute", [' dct:a{}="1"', "\nxmlns:a{}='u:'", ' a{}="<>"', 'a{} = "/>"']
)
def test_elements_crowded_with_attributes_are_refused(attribute: str) -> None:
    """Each is compared with all others, which takes minutes for a page of them."""
    many = "".join(attribute.format(number) for number in range(1_100))
    few = "".join(attribute.format(number) for number in range(900))
    with pytest.raises(TooMuch):
        refuse_deep(f"<a {many}/>", "rdfxml", "seite")
    refuse_deep(f"<a {few}/><a {few}/>", "rdfxml", "seite")


def test_literals_of_xml_that_unfold_are_refused() -> None:
    """Each element in them is written with all namespaces."""
    spaces = "".join(f" xmlns:a{number}='urn:{number}'" for number in range(500))
    many, few = "<b/>" * 9_000, "<b/>" * 90
    for name in ("dct:title", "b"):
        page = f"<rdf:RDF{spaces}><{name} rdf:parseType='Literal'>%s</{name}></rdf:RDF>"
        with pytest.raises(TooMuch):
            refuse_deep(page % many, "rdfxml", "seite")
        refuse_deep(page % few, "rdfxml", "seite")
    refuse_deep(f"<rdf:RDF{spaces}>{many}</rdf:RDF>", "rdfxml", "seite")

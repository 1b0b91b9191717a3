# SPDX-License-Identifier: EUPL-1.2
"""Pages that can be read as they stand are known; whatever is in doubt becomes text first."""

from dataclasses import replace

import pytest

from harvesters.base.plain import plain_syntax
from harvesters.base.suspicion import is_suspect
from tests.harvesters.pages import catalogue_xml, dataset_xml, page, read, turtle

CATALOGUE = catalogue_xml(dataset_xml(1, "<dct:x>Käse</dct:x>"))
GRAPH = turtle(":d a dcat:Dataset .")
LINKED = '{"@id": "urn:d", "@type": "http://www.w3.org/ns/dcat#Dataset"}'


@pytest.mark.parametrize(
    ("text", "syntax"),
    [(CATALOGUE, "rdfxml"), (GRAPH, "turtle"), (LINKED, "jsonld"), ("<p>Käse</p>", None)],
)
def test_the_syntax_of_plain_pages(text: str, syntax: str | None) -> None:
    assert plain_syntax(page(text)) == syntax


@pytest.mark.parametrize("shift", range(4))
@pytest.mark.parametrize("length", [60_000, 65_530, 70_000, 200_000])
def test_letters_may_stand_across_the_pieces_it_is_looked_at_in(length: int, shift: int) -> None:
    """Of two, three and four bytes."""
    text = "x" * (length - len(CATALOGUE)) + "x" * shift + "ä€😀" * 8_000
    body = CATALOGUE.replace("Käse", text).encode()
    assert plain_syntax(page(body)) == "rdfxml"
    assert plain_syntax(page(body.replace("€".encode(), b"\xff", 1))) is None


@pytest.mark.parametrize(
    "body",
    [
        CATALOGUE.encode("latin-1"),
        CATALOGUE.encode("utf-16"),
        b"\xef\xbb\xbf" + CATALOGUE.encode(),
        CATALOGUE.replace("\n", "\r\n").encode(),
        CATALOGUE.encode()[:-20],
        CATALOGUE.replace("Käse", "<!-- Käse -->").encode(),
        CATALOGUE.replace("Käse", "<![CDATA[Käse]]>").encode(),
        CATALOGUE.encode() + "ä".encode()[:1],
        b"<\0r\0d\0f\0",
        b"",
        b" \n",
    ],
)
def test_what_is_in_doubt_is_not_plain(body: bytes) -> None:
    assert plain_syntax(replace(page(""), body=body)) is None


@pytest.mark.parametrize(
    ("said", "suspect"),
    [
        ("Käse &amp; Brot &#13;", False),
        ("\t\n", False),
        ("&#11;", True),
        ("\x0b", True),
        ("\ufffe", True),
        ("<a rdf:parseType='Triple'/>", True),
        ("Triple", False),
    ],
)
def test_terms_that_cannot_be_carried_on_are_suspected(said: str, suspect: bool) -> None:
    source = CATALOGUE.replace("Käse", said).encode()
    assert is_suspect(source, rb'<urn:a> <urn:b> "\u000B" .', "rdfxml") == suspect


@pytest.mark.parametrize("text", [CATALOGUE, GRAPH, LINKED])
def test_plain_pages_say_the_same_as_others(text: str) -> None:
    plain, marked = read(text), read("\ufeff" + text)
    assert [item.hash for item in plain.items] == [item.hash for item in marked.items] != []

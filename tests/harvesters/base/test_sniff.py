# SPDX-License-Identifier: EUPL-1.2
"""The syntax is found by looking, and what is no RDF is named."""

import pytest

from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.sniff import sniff
from tests.harvesters.pages import catalogue_xml, dataset_xml, page, read, turtle

TRIPLE = '<https://a.example/1> <http://purl.org/dc/terms/title> "T" .'
HTML_IN_TEXT = '<https://a.example/1> a <http://www.w3.org/ns/dcat#Dataset> ;\n  {} """{}""" .'


@pytest.mark.parametrize(
    ("text", "syntax"),
    [
        (catalogue_xml(dataset_xml(1)), "rdfxml"),
        ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", "rdfxml"),
        ("<RDF xmlns='http://www.w3.org/1999/02/22-rdf-syntax-ns#'></RDF>", "rdfxml"),
        ("\n\n  <?xml version='1.0'?>\n<!-- x -->\n<?pi y?><rdf:RDF/>", "rdfxml"),
        (f"<!--{'x' * 30_000}--><rdf:RDF/>", "rdfxml"),
        ('<Dataset xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', "rdfxml"),
        (turtle(":d a dcat:Dataset ."), "turtle"),
        ("PREFIX dcat: <http://www.w3.org/ns/dcat#>\n<> a dcat:Dataset .", "turtle"),
        ("BASE <https://a.example/>\n<1> a <2> .", "turtle"),
        ("# only\n\n# comments\n@prefix a: <https://a.example/> .", "turtle"),
        ("#" * 30_000 + "\n@prefix a: <https://a.example/> .", "turtle"),
        ("[] a <http://www.w3.org/ns/dcat#Dataset> .", "turtle"),
        ("[ a <http://www.w3.org/ns/dcat#Dataset> ] <p> 1 .", "turtle"),
        ("<https://a.example/1>\n  a <http://www.w3.org/ns/dcat#Dataset> .", "turtle"),
        ("<datensatz-1> a dcat:Dataset .", "turtle"),
        ('<datensatz-1> dct:title "T" .', "turtle"),
        ("<#d1> a <http://www.w3.org/ns/dcat#Dataset> .", "turtle"),
        ("<> a <http://www.w3.org/ns/dcat#Dataset> .", "turtle"),
        (f"{TRIPLE}\n@prefix a: <https://a.example/> .\na:b a:c a:d .", "turtle"),
        (TRIPLE, "ntriples"),
        (f"# comment\n\n{TRIPLE}", "ntriples"),
        ("_:b1 <http://purl.org/dc/terms/title> _:b2 .", "ntriples"),
        ('<urn:a> <urn:b> "x"^^<urn:c> .', "ntriples"),
        ('<urn:a> <urn:b> "say \\"hello\\""@de-DE .', "ntriples"),
        ('{"@context": {}, "@graph": []}', "jsonld"),
        ('[{"@id": "https://a.example/1"}]', "jsonld"),
        ('\n {"a": 1, "@type": "b"}', "jsonld"),
    ],
)
def test_every_syntax_is_known_by_its_look(text: str, syntax: str) -> None:
    assert sniff(text, "seite") == syntax


@pytest.mark.parametrize("html", ["<b>fett</b>", "<!DOCTYPE html><html></html>", "</rdf:RDF>"])
def test_html_inside_a_text_changes_nothing(html: str) -> None:
    title = "<http://purl.org/dc/terms/title>"
    assert sniff(HTML_IN_TEXT.format(title, html), "seite") == "turtle"
    assert sniff(f'<urn:a> <urn:b> "{html}" .', "seite") == "ntriples"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<!DOCTYPE html><html><body>Wartung</body></html>", "answer.html"),
        ("<HTML><head/></HTML>", "answer.html"),
        ("<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'><html/>", "answer.html"),
        ("<!-- cached --><html lang='de'>", "answer.html"),
        ("<!DOCTYPE rdf:RDF [<!ENTITY a 'b'>]><rdf:RDF/>", "answer.doctype"),
        (f"<!--{'x' * 30_000}--><!doctype rdf:RDF []><rdf:RDF/>", "answer.doctype"),
        (f"<rdf:RDF>{' ' * 30_000}<!DOCTYPE a [<!ENTITY b 'c'>]></rdf:RDF>", "answer.doctype"),
        ("<csw:GetRecordsResponse xmlns:csw='urn:x'/>", "answer.other_xml"),
        ("<ows:ExceptionReport/>", "answer.other_xml"),
        ('{"success": true, "result": []}', "answer.plain_json"),
        ("[1, 2, 3]", "answer.plain_json"),
        ('{"success": tru', "answer.broken_json"),
        ("id;titel\n1;Bäume", "answer.not_rdf"),
        ("Not found", "answer.not_rdf"),
        ("\x00" * 1000, "answer.not_rdf"),
        ("%PDF-1.7", "answer.not_rdf"),
    ],
)
def test_what_is_no_rdf_is_named(text: str, code: str) -> None:
    with pytest.raises(UnexpectedAnswer) as raised:
        sniff(text, "seite")
    assert raised.value.code == code
    assert raised.value.params["page"] == "seite"


def test_the_message_shows_the_start_on_one_line() -> None:
    with pytest.raises(UnexpectedAnswer) as raised:
        sniff("id;titel\r\n1;Bäume\n\x1b[31m2;" + "x" * 500, "seite")
    assert raised.value.params["start"].startswith("id;titel 1;Bäume \ufffd[31m2;xxx")
    assert len(raised.value.params["start"]) == 80


def test_a_doctype_quoted_in_cdata_or_a_comment_is_harmless() -> None:
    quoted = "<dct:x><![CDATA[<!DOCTYPE html>]]></dct:x><!-- <!DOCTYPE a> -->"
    (item,) = read(catalogue_xml(dataset_xml(1, quoted))).items
    assert item.identifier.endswith("d1")


def test_neither_name_nor_media_type_decide() -> None:
    body = turtle(":d a dcat:Dataset .")
    found = read(body, name="katalog.rdf", media_type="application/rdf+xml").items
    assert len(found) == 1
    assert page(body).media_type is None


@pytest.mark.parametrize(
    "text",
    [
        "<a> <b> " + '"' * 1_000_000,
        "<https://a.example>" + "\n" * 1_000_000,
        "a" + " " * 1_000_000,
        "#\n" * 500_000,
        "<!--" * 200_000,
        "{" * 100_000,
    ],
    ids=["quotes", "lines", "spaces", "comments", "open", "braces"],
)
def test_looking_takes_linear_time(text: str) -> None:
    try:
        assert sniff(text, "seite") in ("turtle", "rdfxml")
    except UnexpectedAnswer as error:
        assert error.code.startswith("answer.")

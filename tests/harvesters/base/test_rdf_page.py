# SPDX-License-Identifier: EUPL-1.2
"""Opening a page leaves the process as it was."""

import gc
from dataclasses import replace

import pytest

from harvesters.base import rdf_page
from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.rest import Shelf
from tests.harvesters.pages import PORTAL, page, turtle

DATASET = "<https://a.example/d> a <http://www.w3.org/ns/dcat#Dataset> ."


def test_rubbish_is_collected_again_after_a_page() -> None:
    assert rdf_page.open_page(PORTAL, page(DATASET)).items
    assert gc.isenabled()


def test_rubbish_is_collected_again_after_a_broken_page() -> None:
    with pytest.raises(UnexpectedAnswer):
        rdf_page.open_page(PORTAL, page("no RDF at all"))
    assert gc.isenabled()


def test_what_was_switched_off_stays_so() -> None:
    gc.disable()
    try:
        rdf_page.open_page(PORTAL, page(DATASET + " # once more"))
        assert not gc.isenabled()
    finally:
        gc.enable()


RDF_XML = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/">
<dcat:Dataset rdf:about="https://a.example/d"><dct:title>{}</dct:title></dcat:Dataset></rdf:RDF>"""


@pytest.mark.parametrize(
    ("written", "read", "codes"),
    [
        ("a&#13;&#xA;&#x09;b", "a\r\n\tb", set()),
        ("a&#1;b", "ab", {"text.control_characters"}),
        ("a&#x1D;b", "ab", {"text.control_characters"}),
    ],
)
def test_references_to_line_ends_are_no_fault(written: str, read: str, codes: set[str]) -> None:
    contents = rdf_page.open_page(PORTAL, page(RDF_XML.format(written)))
    (item,) = contents.items
    record = rdf_page.parse(PORTAL, item)
    assert record.titles[0].value == read
    assert {repair.code for repair in record.repairs} == codes


TELLING = """
:d a dcat:Dataset ; dct:publisher :amt ; dcat:contactPoint [ %s ] ;
  dcat:distribution [ dcat:accessService :s ; dct:title "a", "b" ], [ dct:title "c" ] .
:amt a foaf:Organization ; foaf:name "Amt" .
:s %s ; dct:title "Dienst" .
:t a dcat:DataService ; dcat:servesDataset :d .
"""


@pytest.mark.parametrize(
    "contact",
    [
        'a vcard:Individual ; vcard:note "x"',
        "vcard:hasEmail <mailto:eva.muster@grauheim.example>",
        "vcard:hasEmail [ vcard:hasValue <mailto:eva.muster@grauheim.example> ]",
        'vcard:fn "Frau Muster"',
        'vcard:fn "Poststelle" ; vcard:hasEmail <mailto:info@grauheim.example>',
    ],
)
@pytest.mark.parametrize(
    "service", ["a dcat:DataService", "dcat:endpointURL <https://dienst.example/>", "a :other"]
)
def test_what_is_noted_in_gathering_is_all_there_is_to_find(contact: str, service: str) -> None:
    """Persons and services are looked for among the nodes that were noted, and missed nowhere."""
    (item,) = rdf_page.open_page(PORTAL, page(turtle(TELLING % (contact, service)))).items
    assert len(item.payload.telling) < len(item.payload.nodes)
    everywhere = replace(item, payload=replace(item.payload, telling=None))
    record = rdf_page.parse(PORTAL, item)
    assert record == rdf_page.parse(PORTAL, everywhere)
    assert {each.identifier for each in record.services} >= {f"{PORTAL.base}t"}
    packed = replace(item, payload=item.payload.laid(Shelf()))
    assert record.services == rdf_page.parse(PORTAL, packed).services

# SPDX-License-Identifier: EUPL-1.2
"""Opening a page leaves the process as it was."""

import gc

import pytest

from harvesters.base import rdf_page
from harvesters.base.errors import UnexpectedAnswer
from tests.harvesters.pages import PORTAL, page

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

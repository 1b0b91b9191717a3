# SPDX-License-Identifier: EUPL-1.2
"""Reports quote the portal's text, but no person in it (promise S11)."""

import pytest

from harvesters import dcat
from harvesters.base.masking import masked, masked_json
from tests.harvesters.pages import PORTAL, catalogue_xml, dataset_xml, read, turtle

CONTACT = (
    '<dcat:contactPoint><vcard:Individual rdf:about="urn:p"><vcard:fn>Erika Musterfrau</vcard:fn>'
    '<vcard:hasEmail rdf:resource="mailto:erika.musterfrau@amt.example"/>'
    '<vcard:hasTelephone rdf:resource="tel:+49 30 5678"/></vcard:Individual></dcat:contactPoint>'
)
SAID = ("usterfrau", "5678", "Erika")


@pytest.mark.parametrize(
    "text",
    [
        CONTACT,
        'vcard:fn "Erika Musterfrau" ; vcard:hasEmail <mailto:erika.musterfrau@a.example> .',
        '"vcard:fn": "Erika Musterfrau", "vcard:given-name": ["Erika"]',
        '<http://www.w3.org/2006/vcard/ns#fn> "Erika Musterfrau" .',
        "<foaf:Person><foaf:name>Erika Musterfrau</foaf:name></foaf:Person>",
        'a foaf:Person ; foaf:name "Erika Musterfrau" .',
        "<x:family-name xml:lang='de'>Musterfrau</x:family-name>",
        "Rückfragen an e.musterfrau@amt.example, tel:+495678",
    ],
)
def test_no_person_stays(text: str) -> None:
    left = masked(text)
    assert not [said for said in SAID if said in left], left


@pytest.mark.parametrize(
    "text",
    [
        "<foaf:Organization><foaf:name>Stadt Grauheim</foaf:name></foaf:Organization>",
        "<vcard:hasEmail rdf:resource='mailto:opendata@amt.example'/>",
        'dct:title "Straßenbäume & Hecken"',
        "https://a.example/?tel=5678&x=y",
        "",
    ],
)
def test_everything_else_stays(text: str) -> None:
    assert masked(text) == text


def test_a_rejected_dataset_shows_no_person() -> None:
    broken = dataset_xml(1, CONTACT + "<dct:x>y</dct:z>")
    contents = read(
        catalogue_xml(broken.replace("  <dct:title>", CONTACT + "<dct:title>"), dataset_xml(2))
    )
    (rejected,) = contents.broken
    assert "Dataset" in rejected.value
    assert not [said for said in SAID if said in rejected.value]


def test_a_mend_shows_no_person() -> None:
    near = CONTACT.replace("Erika Musterfrau", "Erika Musterfrau & Söhne")
    contents = read(catalogue_xml(dataset_xml(1, near)))
    assert [each.code for each in contents.repairs] == ["xml.repaired"]
    quoted = [each.value for each in contents.repairs]
    text = (
        ":d a dcat:Dataset ; dcat:contactPoint <mailto:erika.musterfrau@amt.example >, <urn:a b> ."
    )
    (item,) = read(turtle(text)).items
    quoted += [each.value for each in dcat.parse(PORTAL, item).repairs]
    assert len(quoted) > 1
    assert not [said for said in SAID if any(said in each for each in quoted)], quoted


def test_pairs_of_a_key_and_a_value_name_persons_too() -> None:
    """Extras of CKAN."""
    for text in (
        '[{"key": "contact_name", "value": "Eva Beispiel"}, {"key": "x", "value": "Karte"}]',
        '[{"value": "Eva Beispiel", "key": "dcat_maintainer"}, {"value": "Karte", "key": "x"}]',
    ):
        hidden = masked_json(text)
        assert "Eva" not in hidden
        assert "Karte" in hidden

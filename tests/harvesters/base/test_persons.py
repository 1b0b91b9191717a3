# SPDX-License-Identifier: EUPL-1.2
"""What is said about natural persons stands apart from the first moment on (promise S11)."""

import time

import pytest

from harvesters import dcat
from harvesters.base.masking import masked
from harvesters.base.persons import is_personal_mail
from tests.harvesters.pages import PORTAL, only, read, turtle

NAME = "Erika Musterfrau"
CONTACTS = {
    "vcard:Individual": f"[ a vcard:Individual ; vcard:fn '{NAME}' ]",
    "foaf:Person": f"[ a foaf:Person ; foaf:name '{NAME}' ]",
    "schema:Person": f"[ a <https://schema.org/Person> ; schema:name '{NAME}' ]",
    "parts of a name": (
        "[ a vcard:Kind ; vcard:given-name 'Erika' ; vcard:family-name 'Musterfrau' ]"
    ),
    "a salutation": f"[ a vcard:Organization ; vcard:fn 'Frau {NAME}' ]",
    "a degree": f"[ a vcard:Kind ; vcard:fn 'Dr. {NAME}' ]",
    "a personal mailbox": (
        f"[ vcard:fn '{NAME}' ; vcard:hasEmail <mailto:erika.musterfrau@amt.example> ]"
    ),
    "a mailbox as text": f"[ vcard:fn '{NAME}' ; vcard:hasEmail 'e.musterfrau@amt.example' ]",
    "a mailbox with a node": (
        f"[ vcard:fn '{NAME}' ; vcard:hasEmail [ vcard:hasValue"
        " <mailto:erika.musterfrau@a.example> ] ]"
    ),
    "nothing but an address": "<mailto:erika.musterfrau@amt.example>",
    "nothing but a text": f"'Frau {NAME}, Zimmer 12'",
    "a text with a mailbox": "'Ansprechpartnerin: erika.musterfrau@amt.example'",
}


@pytest.mark.parametrize("kind", CONTACTS)
def test_persons_are_kept_apart(kind: str) -> None:
    text = turtle(f":d a dcat:Dataset ; dct:title 'T' ; dcat:contactPoint {CONTACTS[kind]} .")
    record = only(text)
    assert "usterfrau" not in record.statements
    assert "usterfrau" in record.personal
    assert "contactPoint" not in record.statements, "the link goes along"
    assert record.titles[0].value == "T"


@pytest.mark.parametrize(
    "role", ["dct:publisher", "dct:creator", "dcatde:maintainer", "dct:contributor"]
)
def test_a_person_in_an_office_gives_no_agent(role: str) -> None:
    record = only(turtle(f":d a dcat:Dataset ; {role} [ a foaf:Person ; foaf:name '{NAME}' ] ."))
    assert record.agents == ()
    assert "usterfrau" in record.personal


def test_what_hangs_on_a_person_goes_along() -> None:
    text = turtle(
        ":d a dcat:Dataset ; dcat:contactPoint :p . :p a vcard:Individual ; vcard:fn 'E. M.' ;"
        " vcard:hasAddress [ vcard:street-address 'Weg 1' ; vcard:x [ vcard:y 'Hinterhof' ] ] ;"
        " vcard:hasTelephone [ vcard:hasValue <tel:+4930123> ] ."
    )
    record = only(text)
    for said in ("Weg 1", "Hinterhof", "+4930123", "E. M."):
        assert said in record.personal
        assert said not in record.statements
    assert "Dataset" in record.statements


OFFICES = {
    "a functional mailbox": (
        "[ a vcard:Organization ; vcard:fn 'Gartenamt' ;"
        " vcard:hasEmail <mailto:opendata@a.example> ]"
    ),
    "an organisation": (
        "[ a foaf:Organization ; foaf:name 'Statistisches Amt' ; foaf:mbox 'info@a.example' ]"
    ),
    "a kind": "[ a vcard:Kind ; vcard:fn 'Team Geodaten' ; vcard:hasTelephone <tel:+49301> ]",
    "an address": "<mailto:geo.daten@a.example>",
    "a text": "'Gartenamt, opendata@a.example'",
}


@pytest.mark.parametrize("kind", OFFICES)
def test_offices_stay(kind: str) -> None:
    record = only(turtle(f":d a dcat:Dataset ; dcat:contactPoint {OFFICES[kind]} ."))
    assert record.personal == ""
    assert "contactPoint" in record.statements


def test_a_town_typed_as_a_person_is_a_town() -> None:
    text = ":d a dcat:Dataset ; dct:publisher [ a foaf:Person ; foaf:name 'Stadt Grauheim' ] ."
    record = only(turtle(text))
    assert record.agents[0].names[0].value == "Stadt Grauheim"
    assert record.personal == ""


def test_the_catalogue_names_no_person_either() -> None:
    text = (
        ":k a dcat:Catalog ; dct:title 'K' ; dct:publisher [ a foaf:Person ;"
        f" foaf:name '{NAME}' ] ; dcat:dataset :d . :d a dcat:Dataset ."
    )
    (catalogue,) = read(turtle(text)).catalogues
    assert "usterfrau" not in catalogue.statements
    assert catalogue.publisher is None


def test_a_person_shared_by_datasets_is_apart_in_both_and_comes_back() -> None:
    text = (
        ":d1 a dcat:Dataset ; dct:creator :p . :d2 a dcat:Dataset ; dct:creator :p"
        " . :p a foaf:Person ; foaf:name 'E. M.' ."
    )
    for item in read(turtle(text)).items:
        record = dcat.parse(PORTAL, item)
        assert "E. M." in record.personal
        again = dcat.reread(
            PORTAL, record.identifier, record.kind, record.statements, record.personal
        )
        assert again.agents == record.agents
        assert again.personal == record.personal


@pytest.mark.parametrize(
    "address",
    [
        "erika.musterfrau@amt.example",
        "mailto:erika.musterfrau@amt.example",
        "e.musterfrau@amt.example",
        "Erika_Musterfrau@amt.example",
        "hans-peter.müller@amt.example",
        "maria.weber@amt.example",
        "georg.bauer@amt.example",
        "gisela.landmann@amt.example",
        "roland.poster2@amt.example",
    ],
)
def test_mailboxes_of_persons(address: str) -> None:
    assert is_personal_mail(address)


@pytest.mark.parametrize(
    "address",
    [
        "info@amt.example",
        "mailto:opendata@amt.example",
        "geo.daten@amt.example",
        "open.data@amt.example",
        "stadt.planung@amt.example",
        "amt.62@amt.example",
        "bauamt.leitstelle@amt.example",
        "hro.rostock@rostock.example",
        "statistik_archiv@amt.example",
        "presse.stelle@amt.example",
        "umwelt.verwaltung@amt.example",
        "keine adresse",
        "",
        "a" * 100_000 + "." + "b" * 100_000 + "@x",
    ],
)
def test_mailboxes_of_offices(address: str) -> None:
    assert not is_personal_mail(address)


@pytest.mark.parametrize("piece", ["x", ".", "a.", "-"])
def test_a_long_name_takes_its_length_and_not_its_square(piece: str) -> None:
    name = piece * (1_000_000 // len(piece))
    begun = time.process_time()
    body = turtle(
        f":d a dcat:Dataset ; dct:creator '{name}' ; dct:contributor 'e.musterfrau@a.de' ."
    )
    record = only(body)
    assert "musterfrau" not in record.statements
    assert masked(f"{name} e.musterfrau@a.de").endswith("…@…")
    assert time.process_time() - begun < 60  # the square takes an hour

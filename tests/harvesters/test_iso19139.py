# SPDX-License-Identifier: EUPL-1.2
"""What an ISO 19139 record becomes: each place of the record, persons apart, damage named."""

import dataclasses
from datetime import timedelta
from pathlib import Path

import pytest

from harvesters import csw
from harvesters.base.errors import HarvestError
from harvesters.base.iso19139_rights import read_entry
from harvesters.base.iso19139_terms import frequency, iri, moment, reference_system
from harvesters.base.record import Contents, Page, Portal, RawStandard, Record, Text
from tests.harvesters.pages import NOW

FIXTURE = Path(__file__).resolve().parent.parent / "fixtures" / "csw" / "solarkataster.xml"
PORTAL = Portal("geo", "csw", "https://geo.grauheim.example/csw", "https://geo.grauheim.example/")
THEME = "http://publications.europa.eu/resource/authority/data-theme/"


def opened(text: str | bytes, name: str = "seite") -> Contents:
    body = text.encode() if isinstance(text, str) else text
    return csw.open_page(PORTAL, Page(1, name, body, NOW))


def solar(text: str = "") -> Record:
    (item,) = opened(text or FIXTURE.read_text()).items
    return csw.parse(PORTAL, item)


def test_identity_is_the_file_identifier_and_the_address_that_of_the_data() -> None:
    record = solar()
    assert record.identifier == "0f1c2d3e-solar"
    assert record.uri == "https://registry.grauheim.example/id/solar"
    assert set(record.identifiers) == {record.identifier, record.uri}
    assert record.kind == "dataset"


def test_texts_in_their_languages() -> None:
    record = solar()
    assert Text("Solarkataster Grauheim", "de") in record.titles
    assert Text("Solar register of Grauheim", "en") in record.titles
    assert record.descriptions == (Text("Eignung der Dächer für Sonnenstrom.", "de"),)
    assert {each.value for each in record.keywords} == {
        "opendata",
        "Photovoltaik",
        "Energiequellen",
    }
    assert record.languages == ("http://publications.europa.eu/resource/authority/language/DEU",)


def test_topics_become_themes() -> None:
    record = solar()
    assert {f"{THEME}ENER", f"{THEME}TECH", "Energiequellen"} <= set(record.themes)
    (subject,) = record.subjects
    assert subject.endswith("/TopicCategory/utilitiesCommunication")


def test_times_place_and_reference_system() -> None:
    record = solar()
    assert (record.issued, record.modified) == (("2029-01-02",), ("2030-01-02T10:00:00",))
    (period,) = record.temporal
    assert (period.start, period.end) == ("2028-01-01", "2028-12-31")
    assert record.frequencies[0].endswith("/frequency/ANNUAL")
    assert record.geocodings == (
        "http://dcat-ap.de/def/politicalGeocoding/regionalKey/073150000000",
    )
    assert "POLYGON((8.1 49.9, 8.4 49.9, 8.4 50.1, 8.1 50.1, 8.1 49.9))" in record.statements


def test_conformity_that_holds_and_lineage() -> None:
    record = solar()
    assert set(record.conforms_to) == {
        RawStandard("http://www.opengis.net/def/crs/EPSG/0/25832"),
        RawStandard("http://data.europa.eu/eli/reg/2010/1089", "VERORDNUNG (EG) Nr. 1089/2010"),
    }
    assert "Aus Laserbefliegung berechnet." in record.statements


def test_a_reference_system_in_two_parts() -> None:
    space = "<gmd:codeSpace><gco:CharacterString>EPSG</gco:CharacterString></gmd:codeSpace>"
    code = "<gco:CharacterString>EPSG:25832</gco:CharacterString></gmd:code>"
    apart = "<gco:CharacterString>31467</gco:CharacterString></gmd:code>" + space
    record = solar(FIXTURE.read_text().replace(code, apart))
    told = {each.value for each in record.conforms_to}
    assert "http://www.opengis.net/def/crs/EPSG/0/31467" in told


def test_a_licence_as_json_is_one_entry_with_its_source_note() -> None:
    record = solar()
    assert record.licences == ()
    assert set(record.licence_entry) == {
        "dl-by-de/2.0",
        "https://www.govdata.de/dl-de/by-2-0",
        "Datenlizenz Deutschland Namensnennung 2.0",
    }
    assert record.attributions == (Text("Stadt Grauheim, 2030"),)
    assert record.rights == ("Datenlizenz Deutschland Namensnennung 2.0",)
    assert record.access_rights[0].endswith("/noLimitations")


def test_without_json_the_words_are_the_licence() -> None:
    text = FIXTURE.read_text().replace('{"id"', '{"andere"').replace('"name"', '"n"')
    record = solar(text.replace('"url"', '"u"'))
    assert "Datenlizenz Deutschland Namensnennung 2.0" in record.licences
    assert record.licence_entry == ()


def test_two_licences_are_never_taken_for_one() -> None:
    begin = FIXTURE.read_text().index('<gmd:otherConstraints><gco:CharacterString>{"id"')
    text = FIXTURE.read_text()
    second = (
        '<gmd:otherConstraints><gco:CharacterString>{"id":"cc-zero"}</gco:CharacterString>'
        "</gmd:otherConstraints>"
    )
    record = solar(text[:begin] + second + text[begin:])
    assert record.licence_entry == ()
    assert set(record.licences) == {"cc-zero", "Datenlizenz Deutschland Namensnennung 2.0"}


def test_a_person_stands_apart_and_the_office_stays() -> None:
    record = solar()
    for personal in ("Erika", "erika.beispiel", "555"):
        assert personal not in record.statements
        assert personal in record.personal
    assert "Stadt Grauheim, Umweltamt" in record.statements
    (publisher,) = [agent for agent in record.agents if agent.role == "publisher"]
    assert publisher.names == (Text("Stadt Grauheim"),)
    assert publisher.mail == "mailto:opendata@grauheim.example"


def test_without_a_publisher_the_office_of_the_contact_publishes() -> None:
    text = FIXTURE.read_text().replace('codeListValue="publisher"', 'codeListValue="user"')
    (publisher,) = [agent for agent in solar(text).agents if agent.role == "publisher"]
    assert publisher.names == (Text("Stadt Grauheim, Umweltamt"),)
    assert publisher.mail is None


def test_files_services_and_pages() -> None:
    record = solar()
    told = {each.access_urls[0]: each for each in record.distributions}
    file = told["https://daten.grauheim.example/solar.gpkg"]
    assert (file.formats, file.download_urls) == (("GeoPackage",), file.access_urls)
    linked = told["https://geo.grauheim.example/wfs?request=GetCapabilities"]
    assert (linked.formats, linked.download_urls) == (("WFS",), ())
    assert record.landing_pages == ("https://www.grauheim.example/solar",)


def test_a_service_that_operates_on_a_dataset_is_its_distribution() -> None:
    record = solar()
    (service,) = record.services
    assert service.endpoint_urls == ("https://geo.grauheim.example/wms",)
    assert service.formats == ("WMS",)
    (coupled,) = [each for each in record.distributions if each.access_services]
    assert coupled.formats == ("WMS",)
    assert coupled.titles == (Text("Solarkarte (WMS)", "de"),)


def test_what_is_no_dataset_is_named() -> None:
    contents = opened(FIXTURE.read_text())
    assert contents.announced == 4
    assert [(each.identifier, each.reason) for each in contents.broken] == [
        ("dublin", "item.not_iso"),
        ("app-stadtplan", "item.no_dataset"),
    ]
    alone = FIXTURE.read_text().replace('operatesOn uuidref="https', 'operatesOn uuidref="x')
    reasons = [(each.identifier, each.reason) for each in opened(alone).broken]
    assert ("svc-solar", "item.service_alone") in reasons


def test_only_the_keyword_that_was_asked_for() -> None:
    asked = "https://geo.grauheim.example/csw?request=GetRecords&keyword="
    assert len(opened(FIXTURE.read_text(), asked + "opendata").items) == 1
    assert opened(FIXTURE.read_text(), asked + "inspire").items == ()
    spelt = FIXTURE.read_text().replace(">opendata<", ">Open Data<")
    assert len(opened(spelt, asked + "opendata").items) == 1


def test_what_the_store_kept_gives_the_same_record() -> None:
    record = solar()
    again = csw.reread(PORTAL, record.identifier, "dataset", record.statements, record.personal)
    assert dataclasses.replace(again, repairs=record.repairs) == record


def test_order_prefixes_and_white_space_are_no_change() -> None:
    (before,) = opened(FIXTURE.read_text()).items
    text = FIXTURE.read_text().replace("gmd:", "a:").replace("xmlns:gmd", "xmlns:a")
    text = text.replace("  ", "\n\t").replace(">Photovoltaik<", "XX").replace(">opendata<", "YY")
    (after,) = opened(text.replace("XX", ">opendata<").replace("YY", ">Photovoltaik<")).items
    assert after.hash == before.hash
    (changed,) = opened(FIXTURE.read_text().replace("Photovoltaik", "Solarthermie")).items
    assert changed.hash != before.hash


def test_a_date_stamp_that_is_always_today_is_no_change() -> None:
    told = []
    for day in (NOW, NOW + timedelta(days=40)):
        text = FIXTURE.read_text().replace("2030-02-03", str(day.date()))
        (item,) = csw.open_page(PORTAL, Page(1, "seite", text.encode(), day)).items
        told.append(item.hash)
    assert told[0] == told[1]


def test_a_broken_record_costs_itself() -> None:
    text = FIXTURE.read_text().replace('<gmd:MD_ScopeCode codeList="x" codeListValue="app', "<<")
    contents = opened(text)
    assert [item.identifier for item in contents.items] == ["0f1c2d3e-solar"]
    assert ("app-stadtplan", "item.broken_xml") in [
        (each.identifier, each.reason) for each in contents.broken
    ]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.8, 0.9, 0.99])
def test_a_cut_answer_is_seen(share: float) -> None:
    text = FIXTURE.read_text()
    contents = opened(text[: int(len(text) * share)])
    assert contents.truncated
    assert len(contents.items) + len(contents.broken) >= 1
    assert not any("Erika" in each.value for each in contents.broken)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("", "answer.empty"),
        ("<!DOCTYPE html><html><body>Wartung</body></html>", "answer.html"),
        ("Datenbankfehler", "answer.csw_not_xml"),
        ('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "answer.doctype"),
        ("<rss version='2.0'/>", "answer.csw_other"),
        ("<a", "answer.unreadable"),
        ("<a>" * 100 + "</a>" * 100, "answer.too_deep"),
        (
            '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows"><ows:Exception>'
            "<ows:ExceptionText>Kaputt</ows:ExceptionText></ows:Exception></ows:ExceptionReport>",
            "answer.csw_refused",
        ),
    ],
)
def test_what_is_no_answer_says_so(body: str, code: str) -> None:
    with pytest.raises(HarvestError) as raised:
        opened(body)
    assert raised.value.code == code


def test_drafts_before_2005_and_soap_are_read_and_other_schemas_named() -> None:
    text = FIXTURE.read_text()
    for space in ("gmd", "gco"):
        text = text.replace(f"http://www.isotc211.org/2005/{space}", "http://draft.example/19115")
    begin = text.index("<csw:GetRecordsResponse")
    soap = '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
    contents = opened(f"{soap}{text[begin:]}</s:Body></s:Envelope>")
    record = csw.parse(PORTAL, contents.items[0])
    assert record.identifier == "0f1c2d3e-solar"
    assert "Erika" in record.personal and "Erika" not in record.statements
    assert contents.broken[0].identifier == "dublin"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    text = FIXTURE.read_text().replace('encoding="UTF-8"', f'encoding="{encoding}"')
    (item,) = opened(text.encode(encoding)).items
    record = csw.parse(PORTAL, item)
    assert record.descriptions[0].value == "Eignung der Dächer für Sonnenstrom."


@pytest.mark.parametrize(
    ("said", "address", "expected"),
    [
        ("EPSG:25832", "", "25832"),
        ("EPSG 3068: DHDN / Soldner Berlin", "", "3068"),
        ("urn:ogc:def:crs:EPSG::4258", "", "4258"),
        ("EPSG:6.11:31467", "", "31467"),
        ("http://www.opengis.net/def/crs/EPSG/0/25833", "", "25833"),
        ("DHDN", "http://www.opengis.net/def/crs/EPSG/0/3068", "3068"),
    ],
)
def test_reference_systems(said: str, address: str, expected: str) -> None:
    assert reference_system(said, address) == f"<http://www.opengis.net/def/crs/EPSG/0/{expected}>"


def test_terms_say_no_more_than_they_know() -> None:
    assert reference_system("CRS 84: CRS 84 / mathematisch", "").startswith('"')
    assert iri("https://x.example/a b").startswith('"')
    assert iri("https://x.example/a") == "<https://x.example/a>"
    assert moment("Sommer 2020") == '"Sommer 2020"'
    assert moment("2020-01-01").endswith("date>")
    assert frequency("jedes Jahr").startswith('"')
    assert read_entry("{kein json}") == read_entry('["id"]') == read_entry('{"a": 1}') == {}

# SPDX-License-Identifier: EUPL-1.2
"""Every property of a dataset comes into its field as it was said."""

import pytest

from harvesters import dcat
from harvesters.base.record import RawPeriod, RawStandard, Record, Text
from tests.harvesters.pages import BASE, FIXTURES, PORTAL, only, read, records, turtle

EU = "http://publications.europa.eu/resource/authority"
FIELDS = {
    "portal": "grauheim",
    "identifier": f"{BASE}baeume",
    "uri": f"{BASE}baeume",
    "kind": "dataset",
    "catalogue": f"{BASE}katalog",
    "identifiers": ("baeume", "urn:uuid:baeume"),
    "descriptions": (("Alle Bäume, die der Stadt gehören.", "de"),),
    "languages": (f"{EU}/language/DEU",),
    "themes": (f"{EU}/data-theme/ENVI",),
    "subjects": ("Grünflächen",),
    "hvd_categories": ("http://data.europa.eu/bna/c_dd313021",),
    "contributor_ids": ("http://dcat-ap.de/def/contributors/grauheim",),
    "geocodings": ("http://dcat-ap.de/def/politicalGeocoding/municipalityKey/09999999",),
    "licences": ("http://dcat-ap.de/def/licenses/dl-zero-de/2.0",),
    "rights": ("Frei.",),
    "attributions": (("Stadt Grauheim, 2031", "de"),),
    "access_rights": (f"{EU}/access-right/PUBLIC",),
    "issued": ("2029-01-01",),
    "modified": ("5.3.2030",),
    "temporal": (("2029-01-01", "2029-12-31"),),
    "frequencies": (f"{EU}/frequency/ANNUAL",),
    "availabilities": (f"{EU}/planned-availability/STABLE",),
    "references": ("https://musterdatenkatalog.de/def/musterdatensatz/umwelt/baumkataster",),
    "version_of": (f"{BASE}baeume-aller-jahre",),
    "in_series": (f"{BASE}reihe",),
    "personal": "",
    "repairs": (),
}


@pytest.fixture(scope="module")
def trees() -> Record:
    body = (FIXTURES / "grauheim.ttl").read_bytes()
    return next(each for each in records(body) if each.identifier == f"{BASE}baeume")


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_of_the_dataset(trees: Record, field: str) -> None:
    assert getattr(trees, field) == FIELDS[field]


def test_texts_keep_their_language_and_empty_ones_are_none(trees: Record) -> None:
    assert set(trees.titles) == {("Straßenbäume", "de"), ("Street trees", "en")}
    assert set(trees.keywords) == {("Baum", "de"), ("Kataster", "")}


def test_addresses_may_be_literals_and_blank_nodes_stand_as_their_label(trees: Record) -> None:
    assert set(trees.landing_pages) == {
        "https://www.grauheim.example/baeume",
        "https://alt.grauheim.example/baeume",
    }
    assert set(trees.spatial) == {"https://www.geonames.org/1", "Grauheim"}
    assert set(trees.conforms_to) == {
        RawStandard("https://registry.example/baumkataster"),
        RawStandard("Hausnorm 7"),
        RawStandard("Blattnorm", "Blattnorm"),
    }


def test_agents_as_nodes_blank_nodes_and_texts(trees: Record) -> None:
    agents = {each.role: each for each in trees.agents}
    assert agents["publisher"].uri == f"{BASE}stadt"
    assert agents["publisher"].names == (("Stadt Grauheim", "de"),)
    assert agents["publisher"].mail == "mailto:daten@grauheim.example"
    assert agents["publisher"].homepage == "https://www.grauheim.example"
    assert agents["publisher"].types == ("http://purl.org/adms/publishertype/LocalAuthority",)
    assert agents["originator"].uri == f"{BASE}stadt"
    assert agents["creator"].names == (("Gartenamt", ""),)
    assert agents["creator"].uri is None
    assert agents["maintainer"].names == (("Gartenamt, Abteilung 3", ""),)
    assert agents["contributor"].names == (("Baumschule", ""),)


def test_a_distribution_and_its_fields(trees: Record) -> None:
    table = next(each for each in trees.distributions if each.uri == f"{BASE}baeume-csv")
    assert table.titles == (("Bäume als Tabelle", "de"),)
    assert table.descriptions == (("Mit Kopfzeile.", "de"),)
    assert table.access_urls == (f"{BASE}baeume.csv",)
    assert table.download_urls == (f"{BASE}baeume.csv?dl=1",)
    assert table.formats == ("CSV",)
    assert table.media_types == ("https://www.iana.org/assignments/media-types/text/csv",)
    assert table.packaging == ("https://www.iana.org/assignments/media-types/application/gzip",)
    assert table.licences == ("cc-by-4.0",)
    assert table.rights == ("Mit Nennung",)
    assert table.attributions == (("Gartenamt", "de"),)
    assert table.conforms_to == (RawStandard("https://www.rfc-editor.org/info/rfc4180"),)
    assert table.availabilities == ("http://dcat-ap.de/def/plannedAvailability/available",)
    assert (table.issued, table.modified) == (("2029-02-01",), ("2030-03-05T10:00:00",))
    assert table.byte_sizes == ("12345",)


def test_a_service_through_its_distribution(trees: Record) -> None:
    (service,) = trees.services
    assert service.identifier == f"{BASE}dienst"
    assert service.titles == (("Kartendienst", "de"),)
    assert service.endpoint_urls == ("https://geo.grauheim.example/wfs",)
    assert service.endpoint_descriptions == (
        "https://geo.grauheim.example/wfs?request=GetCapabilities",
    )
    assert service.licences == ("http://dcat-ap.de/def/licenses/cc-by/4.0",)
    assert service.serves == (f"{BASE}baeume",)
    offered = next(each for each in trees.distributions if each.uri == f"{BASE}baeume-wfs")
    assert (offered.formats, offered.access_services) == (("WFS",), (f"{BASE}dienst",))


def test_what_is_read_again_from_the_store_is_the_same(trees: Record) -> None:
    for record in [trees, *records((FIXTURES / "grauheim.ttl").read_bytes())]:
        again = dcat.reread(
            PORTAL, record.identifier, record.kind, record.statements, record.personal
        )
        for field in Record.__dataclass_fields__:
            if field not in ("catalogue", "repairs"):
                assert getattr(again, field) == getattr(record, field), field


def test_separators_of_lines_inside_texts_survive_the_store() -> None:
    for separator in "\u2028\u2029\x85\x1c":
        record = only(
            turtle(f':d a dcat:Dataset ; dct:title "eins{separator}zwei" ; dct:rights [] .')
        )
        again = dcat.reread(PORTAL, record.identifier, "dataset", record.statements, "")
        assert again.titles == record.titles
        assert len(record.titles) == 1


DATES = {
    "dcat:startDate": '"2030-01-01"^^xsd:date',
    "schema:startDate": '"2030-01-01"',
    "<https://schema.org/startDate>": '"2030-01-01"',
    "time:hasBeginning": '[ a time:Instant ; time:inXSDDate "2030-01-01"^^xsd:date ]',
}


@pytest.mark.parametrize("name", DATES)
def test_periods_in_every_vocabulary(name: str) -> None:
    text = turtle(f":d a dcat:Dataset ; dct:temporal [ {name} {DATES[name]} ] .")
    assert only(text).temporal == (RawPeriod("2030-01-01", None),)


def test_a_period_as_text_and_one_that_says_nothing() -> None:
    assert only(turtle(':d a dcat:Dataset ; dct:temporal "2030" .')).temporal == (("2030", None),)
    assert only(turtle(":d a dcat:Dataset ; dct:temporal [ a :x ], :y .")).temporal == ()


@pytest.mark.parametrize(
    "space",
    [
        "http://dcat-ap.de/def/dcatde/",
        "https://www.dcat-ap.de/def/dcatde/",
        "http://dcat-ap.de/def/dcatde/1.0.1/",
        "http://dcat-ap.de/def/dcatde/1.0/",
        "https://www.dcat-ap.de/def/dcatde/1.1/",
        "http://dcat-ap.de/def/dcatde/1_0/",
        "http://dcat-ap.de/def/dcatde/1_0",
        "http://dcat-ap.de/def/dcatde/v2.0#",
        "http://dcat-ap.de/def/dcatde",
    ],
)
def test_every_spelling_of_the_german_namespace(space: str) -> None:
    text = turtle(
        f":d a dcat:Dataset ; <{space}contributorID> <urn:c> ;"
        f" <{space}politicalGeocodingURI> <urn:g> ;"
        f' <{space}licenseAttributionByText> "T" ; <{space}originator> "O" ;'
        f' <{space}maintainer> "M" ;'
        f" <{space}plannedAvailability> <urn:a> ."
    )
    record = only(text)
    assert (record.contributor_ids, record.geocodings) == (("urn:c",), ("urn:g",))
    assert record.attributions == (Text("T"),)
    assert {each.role for each in record.agents} == {"originator", "maintainer"}
    assert record.availabilities == ("urn:a",)
    assert space in record.statements, "what was said stays verbatim"


def test_namespaces_with_https_and_www() -> None:
    text = turtle(
        ":d a dcat:Dataset ; <https://www.purl.org/dc/terms/title> 'T' ;"
        " <https://www.w3.org/ns/dcat#keyword> 'K' ; <https://purl.org/dc/terms/license> <urn:l> ."
    )
    record = only(text)
    assert (record.titles, record.keywords) == ((Text("T"),), (Text("K"),))
    assert record.licences == ("urn:l",)


def test_values_come_once_each() -> None:
    text = ":d a dcat:Dataset ; dct:title 'T', 'T'@de ; dct:license <urn:l>, 'urn:l' ."
    record = only(turtle(text))
    assert record.licences == ("urn:l",)
    assert set(record.titles) == {("T", ""), ("T", "de")}


def test_a_dataset_with_nothing_but_its_type() -> None:
    record = only(turtle(":d a dcat:Dataset ."))
    assert (record.titles, record.distributions, record.agents) == ((), (), ())
    assert len(record.statements.splitlines()) == 1


def test_a_distribution_nobody_describes_is_one_all_the_same() -> None:
    text = ":d a dcat:Dataset ; dcat:distribution <urn:x>, [ dct:title 'T' ], 'nur Text' ."
    record = only(turtle(text))
    assert {each.uri for each in record.distributions} == {"urn:x", "nur Text", None}
    assert read(turtle(text)).items[0].distributions == len(record.distributions)


def test_services_without_address_depend_on_no_label() -> None:
    text = (
        ":d a dcat:Dataset ; dcat:distribution [ dcat:accessService [ a"
        " dcat:DataService ; dct:title 'S' ] ] ."
    )
    (service,) = only(turtle(text)).services
    assert (service.identifier, service.titles) == ("", (Text("S"),))

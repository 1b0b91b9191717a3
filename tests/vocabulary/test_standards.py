# SPDX-License-Identifier: EUPL-1.2
"""Data standards and metadata profiles are told apart, in spellings never seen before too."""

from datetime import date
from pathlib import Path

import pytest

from app.vocabulary import Standards, Vocabulary
from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf
from app.vocabulary.standards import read_standards


@pytest.fixture
def standards(vocabulary: Vocabulary) -> Standards:
    return vocabulary.standards


@pytest.mark.parametrize(
    "value",
    [
        "https://www.dcat-ap.de/def/dcatde/1.1/",
        "http://dcat-ap.de/def/dcatde/",
        "https://www.dcat-ap.de/def/dcatde/9.9/spec/",
        "DCAT-AP.de Version 2.0",
        "dcat-ap.de 3.0",
        "DCAT-AP",
        "GeoDCAT-AP 2.0",
        "https://semiceu.github.io/GeoDCAT-AP/releases/3.0.0/",
        "http://data.europa.eu/r5r/",
        "http://data.europa.eu/930/geodcat-ap/",
        "https://www.w3.org/TR/vocab-dcat-3/",
        "ISO 19115",
        "ISO19115:2003/19139",
        "ISO 19115/19119 – BE",
        "iso 19139:2007",
        "http://www.isotc211.org/2005/gmd",
        "INSPIRE Metadata Implementing Rules",
        "Verordnung (EG) Nr. 1205/2008",
        "http://data.europa.eu/eli/reg/2008/1205",
        "http://inspire.ec.europa.eu/id/citation/ir/reg-1205-2008",
        "Konventionen zu Metadaten der GDI-DE, Metadatenprofil",
    ],
)
def test_metadata_profiles(standards: Standards, value: str) -> None:
    assert standards.is_metadata_profile(value)


@pytest.mark.parametrize(
    "value",
    [
        "VERORDNUNG (EG) Nr. 1089/2010 DER KOMMISSION zur Durchführung der Richtlinie 2007/2/EG"
        " hinsichtlich der Interoperabilität von Geodatensätzen und -diensten (Metadaten)",
        "http://data.europa.eu/eli/reg/2010/1089",
        "http://www.opengis.net/def/crs/EPSG/0/25832",
        "https://gtfs.org",
        "XPlanGML 5.4",
        "ISO 19128",
        "https://example.org/standards/dcatalogue",
        "Metadaten",
        "Eine Regel",
        "",
    ],
)
def test_not_about_metadata(standards: Standards, value: str) -> None:
    assert not standards.is_metadata_profile(value)


@pytest.mark.parametrize(
    ("said", "id"),
    [
        ("http://www.opengis.net/def/serviceType/ogc/wms", "wms"),
        ("https://www.opengeospatial.org/standards/wfs", "wfs"),
        ("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core", "ogc-api-features"),
        ("https://tools.ietf.org/html/rfc7946", "geojson"),
        ("https://schema.oparl.org/1.1/", "oparl"),
        ("http://www.xplanung.de/xplangml/5/4", "xplanung"),
        ("https://eur-lex.europa.eu/eli/reg/2010/1089/2014-12-31", "inspire-data-specification"),
        ("http://www.opengis.net/def/crs/EPSG/0/25832", "epsg"),
        ("http://inspire.ec.europa.eu/schemas/ad/4.0", "inspire-ad"),
        ("http://inspire.ec.europa.eu/schemas/base/3.3", "inspire-data-specification"),
        ("urn:xoev-de:bmk:standard:xbau_2.4", "xbau"),
        ("https://www.xrepository.de/details/urn:xoev-de:bmk:standard:xbau", "xbau"),
        ("urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs_2021-07-31", "ars"),
        ("https://w3id.org/mobilitydcat-ap/mobility-data-standard/siri", "siri"),
        ("https://w3id.org/mobilitydcat-ap/mobility-data-standard/gtfs-rt", "gtfs-realtime"),
        ("https://gtfs.org/realtime/reference", "gtfs-realtime"),
        ("https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context-v1.6.jsonld", "ngsi-ld"),
        ("https://schema.org/Event", "schema-org"),
    ],
)
def test_by_uri(standards: Standards, said: str, id: str) -> None:
    found = standards.by_uri(said)
    assert found is not None
    assert found.id == id


@pytest.mark.parametrize(
    ("said", "id"),
    [
        ("GTFS", "gtfs"),
        ("rfc 4180", "csv"),
        (
            "Verordnung (EU) Nr. 1312/2014 zur Änderung der Verordnung (EU) Nr. 1089/2010",
            "inspire-data-specification",
        ),
        (
            "INSPIRE Data Specification on Buildings – Technical Guidelines",
            "inspire-bu",
        ),
        ("D2.8.I.5 Data Specification on Addresses", "inspire-ad"),
        ("D2.8.III.13-14 Data Specification", "inspire-ac-mf"),
        (
            "INSPIRE Data Specification on Weather on Other Planets",
            "inspire-data-specification",
        ),
        ("EPSG:25832", "epsg"),
    ],
)
def test_by_alias(standards: Standards, said: str, id: str) -> None:
    found = standards.by_alias(said)
    assert found is not None
    assert found.id == id


def test_host_alone_is_not_enough(standards: Standards) -> None:
    assert standards.by_uri("http://www.opengis.net/def/unheard/of") is None
    assert standards.by_uri("http://www.opengis.net/wmsx") is None
    assert standards.by_alias("irgendein Standard") is None


def test_formats_imply_standards(standards: Standards) -> None:
    assert [standard.id for standard in standards.for_format("CSV")] == ["csv"]
    assert [standard.id for standard in standards.for_format("JSON_LD")] == ["json-ld", "rdf"]
    assert standards.for_format("PDF") == ()


def test_profiles_are_never_inferred(standards: Standards) -> None:
    for standard in standards:
        assert standard.level != "metadata" or not standard.formats


LIKE_NAMES = {
    *("wms", "wfs", "wmts", "wcs", "csw", "ogc-api-features", "ogc-api-records", "sensorthings"),
    *("geojson", "geopackage", "gml", "kml", "citygml", "cityjson", "xplanung", "dcat-ap-plu"),
    *("xbau", "xtrasse", "nas", "adv-produktstandards", "vboris", "okstra", "ifc", "isybau"),
    *("gtfs", "gtfs-realtime", "netex", "siri", "datex-ii", "gbfs", "mds", "ocpi", "parkapi"),
    *("mobilitydcat-ap", "eco-counter", "oparl", "ocds", "xrechnung", "wahldaten", "icalendar"),
    *("sdmx", "csv", "csvw", "table-schema", "json-schema", "json-ld", "rdf", "atom", "ngsi-ld"),
    *("smart-data-models", "din-spec-91357", "din-spec-91607", "ags", "ars", "strassenschluessel"),
    *("epsg", "dcat-ap-de", "geodcat-ap", "hvd", "open311", "schema-org"),
}


def test_the_list_holds_what_kommunen_use(standards: Standards) -> None:
    assert {entry.id for entry in standards} >= LIKE_NAMES
    assert len(standards) >= 120


def test_every_entry_says_what_it_is_and_how_that_was_checked(standards: Standards) -> None:
    for entry in standards:
        assert entry.about("de").endswith("."), entry.id
        assert entry.about("en").endswith("."), entry.id
        assert entry.about("de") != entry.about("en"), entry.id
        assert date.fromisoformat(entry.verified_on), entry.id
        assert entry.specification.startswith("https://") or not entry.specification, entry.id


def test_every_inspire_theme_but_one_twin_has_its_specification(vocabulary: Vocabulary) -> None:
    themes = {f"inspire-{theme.key}" for theme in vocabulary.inspire_themes}
    missing = themes - {entry.id for entry in vocabulary.standards}
    assert missing == {"inspire-ac", "inspire-mf"}, "one document for both"


def test_a_page_below_a_name_is_the_name_and_one_that_only_begins_alike_is_not(
    standards: Standards,
) -> None:
    assert standards.by_uri("urn:xoev-de:bmk:standard:xbaustelle") is None
    assert standards.by_uri("https://schema.organisation.example/") is None


def test_standards_are_found_by_what_they_were_made_for(standards: Standards) -> None:
    made = standards.for_topic("raumplanung--bebauungsplan")
    assert [entry.id for entry in made] == ["inspire-lu", "xplanung"]
    assert standards.for_topic("kultur--kunstwerk") == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"metadata"', '"bridge"', "value_wrong"),
        ('"steward"', '"hearsay"', "value_wrong"),
        ("domain", "colour", "key_missing"),
        ('id = "x"', 'id = "x"\ncolour = "red"', "key_missing"),
    ],
)
def test_a_wrong_entry_is_named(old: str, new: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "standards").mkdir()
    body = WHOLE.replace(old, new)
    (tmp_path / "standards" / "x.toml").write_text(body, encoding="utf-8")
    with pytest.raises(VocabularyError) as caught:
        read_standards(Shelf(tmp_path))
    assert caught.value.code == f"vocabulary.{code}"
    assert caught.value.params["file"] == "standards/x.toml"


WHOLE = """
id = "x"
name = "X"
about_de = "Ein."
about_en = "One."
steward = "S"
domain = "general"
level = "metadata"
specification = ""
verified = "steward"
"""

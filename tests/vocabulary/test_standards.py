# SPDX-License-Identifier: EUPL-1.2
"""Data standards and metadata profiles are told apart, in spellings never seen before too."""

import pytest

from app.vocabulary import Standards, Vocabulary


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

# SPDX-License-Identifier: EUPL-1.2
"""Formats are read as portals write them, and never out of two or of what is not known."""

import pytest

from app.vocabulary import Formats, Vocabulary

AUTHORITY = "http://publications.europa.eu/resource/authority/file-type/"


@pytest.fixture
def formats(vocabulary: Vocabulary) -> Formats:
    return vocabulary.formats


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (".csv", "CSV"),
        ("CSV-Datei", "CSV"),
        ("GeoJSON", "GEOJSON"),
        ("Geo JSON (WGS84)", "GEOJSON"),
        ("Esri Shape (ZIP)", "SHP"),
        ("ZIP (Shape)", "SHP"),
        ("zip+shp", "SHP"),
        ("CSV, ZIP", "CSV"),
        ("OGC:WMS-1.3.0-http-get-map", "WMS_SRVC"),
        ("OGC:WFS-9.9.9-http-get-capabilities", "WFS_SRVC"),
        ("WFS 2.0.0", "WFS_SRVC"),
        ("WMS-Dienst", "WMS_SRVC"),
        ("GML 3.2.1", "GML"),
        ("OGC API – Features", "OAPIF_SRVC"),
        ("SensorThings API (STA)", "SENSORTHINGS"),
        ("REST-API", "API"),
        ("Excel", "EXCEL"),
        ("xlsx", "XLSX"),
        ("application/vnd.geo+json; charset=utf-8", "GEOJSON"),
        ("text/csv+zip", "CSV"),
        ("application/x-unheard-of+json", "JSON"),
        ("https://www.iana.org/assignments/media-types/text/csv", "CSV"),
        (AUTHORITY + "WMS", "WMS_SRVC"),
        (AUTHORITY + "csv", "CSV"),
        ("https://publications.europa.eu/mdr/authority/file-type/RDF_TURTLE", "RDF_TURTLE"),
    ],
)
def test_read(formats: Formats, text: str, key: str) -> None:
    found = formats.by_alias(text)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    "text",
    [
        "SHP/GML",
        "PDF, CSV",
        "CSV (PDF)",
        "XML (CSV, JSON)",
        "csv or whatever",
        "keine Angabe",
        "https://example.com/def/format/PDF",
        "2.0",
        "Datei",
        "",
        "()",
    ],
)
def test_not_read(formats: Formats, text: str) -> None:
    assert formats.by_alias(text) is None


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("baeume.csv", "CSV"),
        ("https://example.org/a/B.GeoJSON?v=1.pdf#x", "GEOJSON"),
        ("netz.shp.zip", "SHP"),
        ("alles.zip", "ZIP"),
        ("alles.tar.gz", "TAR_GZ"),
        ("stadt.osm.pbf", "OSM_PBF"),
    ],
)
def test_by_extension(formats: Formats, path: str, key: str) -> None:
    found = formats.by_extension(path)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    "path",
    ["https://example.csv", "https://example.org/", "https://example.org/a.unheard", "http://[x"],
)
def test_no_extension(formats: Formats, path: str) -> None:
    assert formats.by_extension(path) is None


def test_what_shows_is_no_access_to_data(formats: Formats) -> None:
    for key in ("PDF", "HTML", "PNG", "WMS_SRVC", "WMTS_SRVC", "APP"):
        entry = formats.get(key)
        assert entry is not None
        assert (entry.view_only, entry.level) == (True, "view"), key
    for key in ("CSV", "XLSX", "GEOJSON", "WFS_SRVC", "OAPIF_SRVC", "SENSORTHINGS"):
        entry = formats.get(key)
        assert entry is not None
        assert entry.machine_readable, key
        assert not entry.view_only, key


def test_flags_agree_with_each_other(formats: Formats) -> None:
    for entry in formats:
        assert entry.view_only == (entry.level == "view"), entry.key
        assert not (entry.view_only and entry.machine_readable), entry.key
        assert entry.level != "service" or entry.service, entry.key


def test_official_codes_have_their_uri(formats: Formats) -> None:
    for entry in formats:
        assert entry.uri in ("", AUTHORITY + entry.key)


def test_media_types(vocabulary: Vocabulary) -> None:
    types = vocabulary.media_types
    assert types.canonical("TEXT/CSV; charset=utf-8; header=present") == "text/csv"
    assert types.canonical("http://www.iana.org/assignments/media-types/text/csv") == "text/csv"
    assert types.canonical("application/a2l") == "application/A2L"
    assert types.canonical("application/vnd.geo+json") == "application/vnd.geo+json"
    assert types.format("application/vnd.geo+json") == "GEOJSON"
    assert types.is_registered("text/csv")
    assert types.canonical("application/geojson") == "application/geojson"
    assert not types.is_registered("application/geojson")


@pytest.mark.parametrize("text", ["CSV", "text/unheard-of", "text/csv/x", "a/b c", "", "/"])
def test_no_media_type(vocabulary: Vocabulary, text: str) -> None:
    assert vocabulary.media_types.canonical(text) is None


@pytest.mark.parametrize("text", ["keine Angabe", "K. A.", "n/a", "res_format", " - ", "Datei"])
def test_some_texts_say_nothing(formats: Formats, text: str) -> None:
    assert formats.is_unsaid(text)
    assert formats.by_alias(text) is None


def test_no_format_is_called_like_what_says_nothing(formats: Formats) -> None:
    assert [text for text in formats.unsaid if formats.by_alias(text)] == []


@pytest.mark.parametrize(
    ("key", "stars"), [("PDF", 1), ("WMS_SRVC", 1), ("XLS", 2), ("CSV", 3), ("RDF_TURTLE", 4)]
)
def test_a_format_can_reach_so_many_stars(formats: Formats, key: str, stars: int) -> None:
    assert formats.entries[key].stars == stars

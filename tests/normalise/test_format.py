# SPDX-License-Identifier: EUPL-1.2
"""Formats: what was said is exact, what an address suggests is likely, contradictions are told."""

import pytest

from app.model import Reading
from app.normalise import Reader
from app.normalise.address import NOWHERE, read_address
from app.normalise.format import Said, read_name
from app.normalise.notes import Note

EU = "http://publications.europa.eu/resource/authority/file-type/"


def read(
    reader: Reader,
    formats: tuple[str, ...] = (),
    types: tuple[str, ...] = (),
    packaging: tuple[str, ...] = (),
    download: str | None = None,
) -> tuple[Reading, Reading, tuple[Note, ...]]:
    address = read_address(None, download) if download else NOWHERE
    noted = reader.format(Said(formats, types, packaging, address))
    return noted.value.format, noted.value.media_type, noted.notes


@pytest.mark.parametrize(
    ("text", "key", "rule"),
    [
        (f"{EU}CSV", "CSV", "format.uri"),
        ("csv", "CSV", "format.name"),
        ("text/csv", "CSV", "format.uri"),
        ("Geo-JSON", "GEOJSON", "format.name"),
        ("Shape (ZIP)", "SHP", "format.name+archive"),
        ("zip", "ZIP", "format.name"),
        ('"PDF"^^http://www.w3.org/2001/XMLSchema#string', "PDF", "format.name"),
    ],
)
def test_what_was_said_is_exact(reader: Reader, text: str, key: str, rule: str) -> None:
    format_, _, notes = read(reader, (text,))
    assert (format_.value, format_.status, format_.rule, notes) == (key, "exact", rule, ())


def test_the_media_type_tells_the_format_where_none_is_said(reader: Reader) -> None:
    format_, media_type, _ = read(
        reader, (), ("https://www.iana.org/assignments/media-types/text/csv",)
    )
    assert (format_.value, format_.status, format_.rule) == ("CSV", "exact", "media_type")
    assert (media_type.value, media_type.status) == ("text/csv", "exact")


def test_a_format_in_the_media_type_is_read_but_noted(reader: Reader) -> None:
    format_, media_type, notes = read(reader, (), ("CSV",))
    assert (format_.value, media_type.status) == ("CSV", "unknown")
    assert [note[:2] for note in notes] == [("media_type.unrecognised", "CSV")]


@pytest.mark.parametrize(
    ("url", "key", "rule"),
    [
        ("https://x.example/liste.csv", "CSV", "url.extension"),
        ("https://x.example/strassen_shp.zip", "SHP", "url.extension+archive"),
        ("https://x.example/alles.zip", "ZIP", "url.extension"),
        ("https://x.example/ows?service=WMS&request=GetCapabilities", "WMS_SRVC", "url.service"),
        (
            "https://x.example/ows?service=WFS&request=GetFeature&outputFormat=text/csv",
            "CSV",
            "url.output",
        ),
    ],
)
def test_an_address_makes_it_likely(reader: Reader, url: str, key: str, rule: str) -> None:
    format_, _, _ = read(reader, download=url)
    assert (format_.value, format_.status, format_.rule) == (key, "likely", rule)


def test_an_archive_that_names_its_contents_is_likely_those(reader: Reader) -> None:
    format_, _, _ = read(reader, ("ZIP",), download="https://x.example/a.shp.zip")
    assert (format_.value, format_.status, format_.raw) == ("SHP", "likely", "ZIP")


def test_a_packaging_alone_is_the_format(reader: Reader) -> None:
    format_, _, _ = read(reader, packaging=("application/zip",))
    assert (format_.value, format_.rule) == ("ZIP", "packaging")


def test_nothing_is_missing_and_what_is_not_known_is_unknown(reader: Reader) -> None:
    assert read(reader)[0].status == "missing"
    assert [note[0] for note in read(reader)[2]] == ["format.missing"]
    format_, _, notes = read(reader, ("Sonderformat",))
    assert (format_.status, format_.raw) == ("unknown", "Sonderformat")
    assert [note[:2] for note in notes] == [("format.unrecognised", "Sonderformat")]


def test_two_formats_are_ambiguous_but_a_notation_is_not_a_second_one(reader: Reader) -> None:
    format_, _, _ = read(reader, ("CSV, PDF",))
    assert (format_.status, format_.value, format_.candidates) == (
        "ambiguous",
        None,
        ("CSV", "PDF"),
    )
    format_, _, _ = read(reader, ("JSON", "GeoJSON"))
    assert (format_.status, format_.value) == ("exact", "GEOJSON")


@pytest.mark.parametrize(
    ("formats", "types", "download"),
    [
        (("CSV",), ("text/csv; charset=utf-8",), None),
        (("GeoJSON",), ("application/json",), None),
        (("GML",), ("application/xml",), None),
        (("SHP",), ("application/zip",), "https://x.example/a.zip"),
        (("CSV",), ("application/octet-stream",), None),
        (("WMS",), ("image/png",), None),
    ],
)
def test_statements_that_agree(
    reader: Reader, formats: tuple[str, ...], types: tuple[str, ...], download: str | None
) -> None:
    assert read(reader, formats, types, download=download)[2] == ()


def test_statements_that_contradict_each_other_are_told(reader: Reader) -> None:
    by_type = read(reader, ("CSV",), ("application/pdf",))[2]
    assert by_type == (("format.contradiction", "CSV", "application/pdf", "dcat:mediaType"),)
    by_name = read(reader, ("PDF",), download="https://x.example/a.csv")[2]
    assert by_name == (("format.contradiction", "PDF", ".csv", "dcat:downloadURL"),)


def test_one_name_can_be_asked_alone(reader: Reader) -> None:
    assert read_name(reader.vocabulary, "shp").value == "SHP"
    assert read_name(reader.vocabulary, "Sonderformat").status == "unknown"


@pytest.mark.parametrize("word", ["keine Angabe", "res_format", "k.A."])
def test_a_word_for_nothing_leaves_it_to_what_else_was_said(reader: Reader, word: str) -> None:
    alone = reader.format(Said((word,), (), (), NOWHERE))
    assert (alone.value.format.status, [entry[0] for entry in alone.notes]) == (
        "missing",
        ["format.missing"],
    )
    beside = reader.format(Said((word,), ("text/csv",), (), NOWHERE))
    assert (beside.value.format.value, beside.notes) == ("CSV", ())


@pytest.mark.parametrize(
    ("format", "media_type", "ending"),
    [
        ("Excel", "", "xls"),
        ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        ("XPlanGML", "application/gml+xml", "gml"),
        ("XPlanGML", "application/xml", "xml"),
        ("GeoJSON", "application/json", "json"),
        ("KML", "application/vnd.google-earth.kmz", "kmz"),
        ("CityGML", "application/gml+xml", "gml"),
        ("GTFS", "application/zip", "txt"),
        ("CSV", "text/plain", "txt"),
        ("GeoPackage", "application/x-sqlite3", "gpkg"),
        ("ASCII Grid", "text/plain", "asc"),
        ("WFS", "text/xml", "xml"),
        ("DATEX II", "application/xml", "xml"),
    ],
)
def test_the_notation_of_a_format_is_no_contradiction(
    reader: Reader, format: str, media_type: str, ending: str
) -> None:
    types = (media_type,) if media_type else ()
    assert read(reader, (format,), types, (), f"https://x.example/a.{ending}")[2] == ()


@pytest.mark.parametrize(
    ("format", "media_type", "ending"),
    [("CSV", "application/pdf", ""), ("PDF", "", "csv"), ("CSV", "", "xlsx"), ("GML", "", "json")],
)
def test_what_cannot_be_one_file_is_a_contradiction(
    reader: Reader, format: str, media_type: str, ending: str
) -> None:
    types = (media_type,) if media_type else ()
    download = f"https://x.example/a.{ending}" if ending else None
    notes = read(reader, (format,), types, (), download)[2]
    assert [entry[0] for entry in notes] == ["format.contradiction"]


def test_the_special_one_of_two_names_for_a_file_counts(reader: Reader) -> None:
    assert read(reader, ("GML", "XPlanGML"))[0].value == "XPLANGML"
    assert read(reader, ("CSV", "TXT"))[0].status == "ambiguous"

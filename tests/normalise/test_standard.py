# SPDX-License-Identifier: EUPL-1.2
"""conformsTo: metadata profiles, data standards and reference systems."""

import pytest

from app.model import StandardUse
from app.normalise import Reader
from harvesters.base.record import RawStandard


@pytest.mark.parametrize(
    "value",
    [
        "https://www.dcat-ap.de/def/dcatde/1.1/",
        "http://dcat-ap.de/def/dcatde/3.0/spec/",
        "DCAT-AP.de 2.0",
        "ISO 19115",
    ],
)
def test_a_metadata_profile_is_never_a_data_standard(reader: Reader, value: str) -> None:
    read = reader.conformance((RawStandard(value),))
    assert (read.value.profiles, read.value.standards) == ((value,), ())
    assert read.notes == (("standard.metadata_profile", value, "", ""),)


def test_a_known_data_standard_is_declared(reader: Reader) -> None:
    known = reader.vocabulary.standards.get("gtfs")
    assert known is not None
    read = reader.conformance((RawStandard(known.uris[0]),))
    assert read.value.standards == (StandardUse("gtfs", known.uris[0], "declared"),)
    assert read.notes == ()


def test_the_label_may_name_the_standard(reader: Reader) -> None:
    read = reader.conformance((RawStandard("https://stadt.example/standard/7", "GTFS"),))
    assert [use.key for use in read.value.standards] == ["gtfs"]


def test_an_unknown_standard_is_kept_without_key(reader: Reader) -> None:
    read = reader.conformance((RawStandard("Hausstandard der Stadtwerke"),))
    assert read.value.standards == (StandardUse(None, "Hausstandard der Stadtwerke", "declared"),)
    assert [note[0] for note in read.notes] == ["standard.unrecognised"]


@pytest.mark.parametrize(
    "value", ["http://www.opengis.net/def/crs/OGC/1.3/CRS84", "urn:ogc:def:crs:OGC::CRS27"]
)
def test_a_reference_system_the_list_lacks_is_no_standard(reader: Reader, value: str) -> None:
    read = reader.conformance((RawStandard(value),))
    assert (read.value.standards, [note[0] for note in read.notes]) == (
        (),
        ["standard.reference_system"],
    )


def test_a_format_implies_its_standard_unless_it_is_declared(reader: Reader) -> None:
    assert reader.standards((), "GEOJSON") == (StandardUse("geojson", "GEOJSON", "inferred"),)
    declared = (StandardUse("geojson", "RFC 7946", "declared"),)
    assert reader.standards(declared, "GEOJSON") == declared
    assert reader.standards((), None) == ()

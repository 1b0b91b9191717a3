# SPDX-License-Identifier: EUPL-1.2
"""Hints of addresses: file names, OGC parameters, ArcGIS paths."""

import pytest

from app.normalise.address import Address, read_address


@pytest.mark.parametrize(
    ("url", "hints"),
    [
        ("https://x.example/a/Liste.CSV?v=2#k", Address("", "", "csv", "")),
        ("https://x.example/a/strassen_shp.zip", Address("", "", "zip", "shp")),
        ("https://x.example/a/daten.csv.gz", Address("", "", "gz", "csv")),
        ("https://x.example/ows?REQUEST=GetCapabilities&SERVICE=WMS", Address("wms")),
        (
            "https://x.example/ows?service=WFS&request=GetFeature&outputFormat=text%2Fcsv",
            Address("wfs", "text/csv"),
        ),
        ("https://x.example/arcgis/services/a/FeatureServer/0", Address("ArcGIS FeatureServer")),
        ("https://stadt.example", Address()),
        ("https://stadt.example/", Address()),
    ],
)
def test_hints_of_an_access_address(url: str, hints: Address) -> None:
    assert read_address(url, None) == hints


def test_the_download_address_goes_first() -> None:
    hints = read_address("https://x.example/seite.html", "https://x.example/daten.json")
    assert (hints.extension, hints.download_extension) == ("json", "json")


def test_a_domain_is_no_file_name() -> None:
    assert read_address("https://daten.csv", None) == Address()

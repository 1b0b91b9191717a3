# SPDX-License-Identifier: EUPL-1.2
"""Hosts of addresses and mail boxes, and the Kommune one of their labels names."""

import pytest

from app.normalise.hosts import find_host, host_of
from app.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://opendata.potsdam.de:443/x?y=www.kiel.de", "opendata.potsdam.de"),
        ("opendata@bonn.de", "bonn.de"),
        ("Berlin.de", "berlin.de"),
        ("Redaktion (https://www.offenedaten-koeln.de/impressum)", "www.offenedaten-koeln.de"),
        ("Stadt Kiel", None),
        ("Amt 5.2 der Stadt", None),
    ],
)
def test_hosts_in_texts(text: str, host: str | None) -> None:
    assert host_of(text) == host


@pytest.mark.parametrize(
    ("host", "key"),
    [
        ("opendata.potsdam.de", "12054000"),
        ("geo.sv.rostock.de", "13003000"),
        ("www.offenedaten-koeln.de", "05315000"),
        ("kreis-wesel.de", "05170"),
        ("daten.berlin.de", "11000000"),
        ("www.govdata.de", None),
        ("opendata.schleswig-holstein.de", None),
        ("github.com", None),
    ],
)
def test_kommunen_in_hosts(vocabulary: Vocabulary, host: str, key: str | None) -> None:
    found = find_host(vocabulary.register, host)
    assert (found.kommunen[0].key if found else None) == key

# SPDX-License-Identifier: EUPL-1.2
"""A dataset of JSON-LD whose @id is no IRI is not lost without a word (promise H6)."""

import json
from datetime import UTC, datetime

import pytest

from harvesters import HARVESTERS
from harvesters.base import rdf_page
from harvesters.base.jsonld_ids import mend_ids, mend_ids_of
from harvesters.base.record import Contents, Page, Portal

URL = "https://daten.example/feed.json"


def opened(kind: str, *ids: str) -> Contents:
    """The contents of a feed whose datasets have these names."""
    own = [{"@id": each, "@type": "dcat:Dataset", "dct:title": "Bäume"} for each in ids]
    names = {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/"}
    feed = {"@context": names, "@id": URL, "@type": "dcat:Catalog", "dcat:dataset": own}
    body = json.dumps(feed).encode()
    page = Page(1, URL, body, datetime(2026, 1, 1, tzinfo=UTC), "application/ld+json")
    return HARVESTERS[kind].open(Portal("stadt", kind, URL, URL), page)


@pytest.mark.parametrize("kind", ["dcat", "arcgis"])
@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (" https://daten.example/2", "https://daten.example/2"),
        ("https://daten.example/2 \n", "https://daten.example/2"),
        ("https://daten.example/zwei Wörter", "https://daten.example/zwei%20Wörter"),
        ("https://daten.example/{2}", "https://daten.example/%7B2%7D"),
        ("https://daten.example/\u00012", "https://daten.example/%012"),
    ],
)
def test_a_name_that_is_no_iri_is_mended_and_told(kind: str, said: str, meant: str) -> None:
    contents = opened(kind, "https://daten.example/1", said)
    assert [each.identifier for each in contents.items] == ["https://daten.example/1", meant]
    assert "iri.repaired" in {each.code for each in contents.repairs}


def test_good_and_relative_names_stay_as_they_are() -> None:
    good = (
        '{"@id": "https://a.example/\\u00e4", "b": [{"@id": "wort mit blank"}, {"@id": "_:x y"}]}'
    )
    assert mend_ids(good) == (good, ())
    assert mend_ids('{"@id": "http://[::1]/x"}')[1] == ()


@pytest.mark.parametrize("end", ["\n", "\r\n   ", "\t", "&#10;", "&#xA;"])
def test_a_line_end_in_a_name_of_rdf_xml_costs_no_dataset(end: str) -> None:
    body = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:dcat="http://www.w3.org/ns/dcat#">'
        f'<dcat:Dataset rdf:about="https://daten.example/1{end}"/>'
        '<dcat:Dataset rdf:about="https://daten.example/2"/></rdf:RDF>'
    )
    page = Page(1, URL, body.encode(), datetime(2026, 1, 1, tzinfo=UTC), "application/rdf+xml")
    contents = HARVESTERS["dcat"].open(Portal("stadt", "dcat", URL, URL), page)
    names = [each.identifier for each in contents.items]
    assert names == ["https://daten.example/1", "https://daten.example/2"]


def test_names_of_a_large_page_are_mended_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = ("https://daten.example/1", "https://daten.example/zwei Wörter", " https://d.example/3")
    small = opened("dcat", *ids)
    monkeypatch.setattr(rdf_page, "LARGE", 0)
    large = opened("dcat", *ids)
    assert [each.identifier for each in large.items] == [each.identifier for each in small.items]
    assert large.repairs == small.repairs and len(large.items) == 3


def test_what_is_shown_of_a_nameless_dataset_is_the_same_at_every_reading() -> None:
    own = {
        "@type": "http://www.w3.org/ns/dcat#Dataset",
        "http://www.w3.org/ns/dcat#distribution": {"http://purl.org/dc/terms/title": "Datei"},
    }
    page = Page(1, URL, json.dumps(own).encode(), datetime(2026, 1, 1, tzinfo=UTC))
    portal = Portal("stadt", "dcat", URL, URL)
    told = {HARVESTERS["dcat"].open(portal, page).broken for _ in range(2)}
    assert len(told) == 1 and "[]" in next(iter(told))[0].value


@pytest.mark.parametrize("wrong", [b"\xe4", b"\xc3", b"\xff\xfe", b"\xed\xa0\x80", b"\\ud800"])
def test_bytes_that_are_no_utf8_are_no_reason_to_fail(wrong: bytes) -> None:
    left = b'{"dct:title": "' + wrong + b'", "@id": "https://daten.example/1"}'
    assert mend_ids_of(left) == (left, ())
    name = b'{"@id": "https://daten.example/' + wrong + b'"}'
    assert mend_ids_of(name) == (name, ())
    blank = b'{"@id": "https://daten.example/' + wrong + b' 2"}'
    body, repairs = mend_ids_of(blank)
    assert (body == blank) == (not repairs) and body.startswith(b'{"@id": "https://daten.example/')


def test_half_a_pair_in_text_is_left_as_it_is() -> None:
    half = '{"dct:title": "\ud800", "@id": " https://daten.example/1"}'
    assert mend_ids(half)[0] == half.replace('" https', '"https')

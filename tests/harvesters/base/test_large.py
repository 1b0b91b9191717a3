# SPDX-License-Identifier: EUPL-1.2
"""Large pages are read from disk as small ones are from memory, and what unfolds is refused."""

from datetime import UTC, datetime

import pytest

from harvesters.base import catalogue, disk_index, large_text, rdf, rdf_page
from harvesters.base.errors import HarvestError, TooMuch
from harvesters.base.nesting import refuse_deep
from harvesters.base.record import Contents, Page, Record
from tests.harvesters.pages import FIXTURES, PORTAL, catalogue_xml, dataset_xml, turtle, xml

WHEN = datetime(2026, 5, 4, tzinfo=UTC)
SOURCES = {
    "turtle": (FIXTURES / "grauheim.ttl").read_bytes(),
    "xml": catalogue_xml(*(dataset_xml(number) for number in range(9))).encode(),
    "bom": b"\xef\xbb\xbf" + catalogue_xml(dataset_xml(1), dataset_xml(2)).encode(),
    "line ends": catalogue_xml(dataset_xml(1)).replace("\n", "\r\n").encode(),
    "latin": catalogue_xml(dataset_xml(1, "<dct:x>Straße</dct:x>")).encode("latin-1"),
    "spaces in addresses": turtle(
        ":d a dcat:Dataset ; dct:title 'x' ; dcat:landingPage <http://a.example/b c> ."
    ).encode(),
    "no address": turtle("[] a dcat:Dataset ; dct:identifier 'x' ; dct:title 'y' .").encode(),
}


def read(body: bytes) -> tuple[Contents, list[Record]]:
    contents = rdf_page.open_page.__wrapped__(PORTAL, Page(1, "urn:page", body, WHEN))
    return contents, [rdf_page.parse(PORTAL, item) for item in contents.items]


@pytest.mark.parametrize("source", SOURCES)
def test_a_large_page_says_what_a_small_one_says(
    source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents, records = read(SOURCES[source])
    monkeypatch.setattr(rdf_page, "LARGE", 0)
    same, again = read(SOURCES[source])
    assert again == records
    assert [(i.identifier, i.position, i.hash) for i in same.items] == [
        (i.identifier, i.position, i.hash) for i in contents.items
    ]
    assert same.catalogues == contents.catalogues
    assert (same.announced, same.next_url) == (contents.announced, contents.next_url)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "answer.empty"),
        (b"<html><body>Wartung</body></html>", "answer.html"),
        (b'{"a":1}', "answer.plain_json"),
        (xml(dataset_xml(1)).encode()[:900], "answer.truncated"),
        (b"<!-- x --><!DOCTYPE a []>" + catalogue_xml(dataset_xml(1)).encode(), "answer.doctype"),
        (turtle(":d a dcat:Dataset ; dct:title ~ .").encode(), "answer.unreadable"),
        (turtle("[" * 70 + "]" * 70 + " a dcat:Dataset .").encode(), "answer.too_deep"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(
    body: bytes, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rdf_page, "LARGE", -1)
    with pytest.raises(HarvestError) as raised:
        read(body)
    assert raised.value.code == code


def test_a_quoted_doctype_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdf_page, "LARGE", 0)
    body = catalogue_xml(dataset_xml(1, "<dct:x><![CDATA[<!DOCTYPE html>]]></dct:x>")).encode()
    assert len(read(body)[1]) == 1


@pytest.mark.parametrize("limit", ["_MOST_STATEMENTS", "_MOST_BYTES", "_MOST_SUBJECTS"])
def test_what_unfolds_beyond_the_limits_is_refused(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk_index, limit, 3)
    monkeypatch.setattr(rdf_page, "LARGE", 0)
    with pytest.raises(TooMuch):
        read(SOURCES["turtle"])


@pytest.mark.parametrize(
    "body",
    [
        '{"@id":"urn:a","urn:b":[' + "1," * 400_000 + "1]}",
        f"@prefix p: <urn:{'x' * 100_000}> .\n" + "p:a p:b p:c .\n" * 300,
    ],
    ids=["JSON-LD", "a prefix"],
)
def test_a_small_page_that_unfolds_is_refused(body: str) -> None:
    with pytest.raises(TooMuch) as raised:
        read(body.encode())
    assert raised.value.params == {"page": "urn:page"}


def test_a_small_page_that_says_much_is_read_from_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read(SOURCES["turtle"])
    monkeypatch.setattr(rdf, "_MOST_LINES", 3)
    contents, records = read(SOURCES["turtle"])
    assert records == expected[1]
    assert [item.hash for item in contents.items] == [item.hash for item in expected[0].items]


@pytest.mark.parametrize("limit", ["_MOST_SAID", "_MOST_BLANK", "_LONGEST"])
@pytest.mark.parametrize("largest", [0, 4_000_000])
def test_a_dataset_that_says_too_much_costs_itself(
    limit: str, largest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, limit, 500 if limit == "_LONGEST" else 8)
    monkeypatch.setattr(rdf_page, "LARGE", largest)
    files = ", ".join(f"[dcat:accessURL <http://a.example/{number}>]" for number in range(9))
    much = f":d a dcat:Dataset ; dct:title 'x' ; dcat:distribution {files} .\n"
    contents, records = read(turtle(much + ":e a dcat:Dataset ; dct:title 'y' .").encode())
    assert [each.reason for each in contents.broken] == ["item.too_much"]
    assert [str(each.identifier)[-2:] for each in contents.broken] == ["/d"]
    assert [record.identifier[-2:] for record in records] == ["/e"]


def test_valid_utf8_is_seen_across_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_text, "STEP", 3)
    assert large_text.is_valid("aäöü🌲b".encode())
    assert not large_text.is_valid("aäöü".encode("latin-1"))
    assert not large_text.is_valid("ä".encode()[:1])


def test_depth_is_counted_across_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harvesters.base.nesting._STEP", 7)
    refuse_deep("<a>" * 60 + "</a>" * 60, "rdfxml", "")
    with pytest.raises(HarvestError):
        refuse_deep("<a>" * 70 + "</a>" * 70, "rdfxml", "")

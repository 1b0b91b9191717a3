# SPDX-License-Identifier: EUPL-1.2
"""What the feeds of ArcGIS Hub say becomes Records, whichever feed it is."""

import json
from pathlib import Path

import pytest

from harvesters import arcgis
from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.record import Record, Text
from tests.harvesters.kind_reading import document_of, hashes, open_text, read_file, records
from tests.harvesters.kind_servers import Seen, Shelf, as_json, harvest, pod
from tests.harvesters.loopback import answer

SITE = "https://karten.talheim.example"
FEEDS = [
    *("/api/feed/dcat-ap/3.0.0.json", "/api/feed/dcat-ap/2.0.1.json"),
    *("/api/feed/dcat-us/1.1.json", "/data.json"),
]


@pytest.fixture(scope="module")
def plans() -> Record:
    return read_file("arcgis", "dcat_ap_2.json")[0]


def test_dcat_ap(plans: Record) -> None:
    assert (plans.identifier, plans.uri) == 2 * (f"{SITE}/datasets/0a1b_0",)
    assert plans.agents[0].names == (Text("Gemeinde Talheim"),)
    assert plans.licences == ("https://www.govdata.de/dl-de/zero-2-0",)
    assert plans.issued == ("2021-01-29T15:34:38.000Z",)
    assert {keyword.value for keyword in plans.keywords} == {"Bauleitplanung", "Bebauungsplan"}


def test_misspelt_and_unprefixed_addresses_are_read(plans: Record) -> None:
    found = {each.titles[0].value: each.access_urls for each in plans.distributions}
    assert found == {
        "ArcGIS Hub Dataset": (f"{SITE}/datasets/0a1b_0",),
        "GeoJSON": (f"{SITE}/datasets/0a1b_0.geojson",),
        "Dienst des Kreises": ("https://geo.kreis.example/wms?SERVICE=WMS",),
    }


def test_a_large_feed_says_the_same(plans: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """Large ones are kept as bytes; characters that take several of them stay what they are."""
    document = document_of("arcgis", "dcat_ap_2.json")
    document["@context"]["straße😀"] = "http://straße.example/"
    document["dct:title"] = "Straßen 😀"
    small = records("arcgis", json.dumps(document, ensure_ascii=False))[0]
    monkeypatch.setattr(arcgis, "_LARGE", 2_000)
    large = records("arcgis", json.dumps(document, ensure_ascii=False, indent=1))[0]
    assert (large, large.distributions) == (small, plans.distributions)


def test_a_context_of_its_own_is_left_as_it_is() -> None:
    document = document_of("arcgis", "dcat_ap_2.json")
    document["@context"]["title"] = "http://example.org/other"
    first = records("arcgis", json.dumps(document))[0]
    assert "Dienst des Kreises" not in {t.value for d in first.distributions for t in d.titles}


def test_the_owner_who_is_a_person_stands_apart(plans: Record) -> None:
    assert "usterfrau" not in plans.statements
    assert "Erika Musterfrau" in plans.personal


def test_dcat_us() -> None:
    (plans,) = read_file("arcgis", "dcat_us.json")
    assert plans.identifier.startswith("https://www.arcgis.com/home/item.html?id=0a1b")
    assert plans.modified == ("2026-01-02T03:04:05.000Z",)
    assert plans.licences == ("https://www.govdata.de/dl-de/zero-2-0",)
    assert plans.spatial == ()
    assert [each.formats[0] for each in plans.distributions] == [
        *("ArcGIS GeoServices REST API", "ZIP")
    ]


def test_dcat_us_3_names_a_context_but_is_read_as_what_it_is() -> None:
    document = document_of("arcgis", "dcat_us.json")
    document["@context"] = {"dcat": "http://www.w3.org/ns/dcat#", "dcterms": "urn:x"}
    assert len(records("arcgis", json.dumps(document))) == 1


def test_order_changes_nothing() -> None:
    document = document_of("arcgis", "dcat_us.json")
    again = json.loads(json.dumps(document))
    again["dataset"][0]["keyword"].reverse()
    again["dataset"][0]["distribution"].reverse()
    assert hashes("arcgis", again) == hashes("arcgis", document)


def item(**more: object) -> dict[str, object]:
    said = {
        "id": "0a1b_0",
        "name": "Baumkataster",
        "snippet": "Alle Bäume",
        "tags": ["Baum", "Grün"],
        "source": "Gemeinde Talheim",
        "owner": "erika.musterfrau",
        "created": 1611934478000,
        "modified": 1627417519723,
        "licenseInfo": "<a href='https://www.govdata.de/dl-de/by-2-0'>dl-de/by-2-0</a>",
        "license": "none",
        "structuredLicense": {"type": "custom"},
        "accessInformation": "Gemeinde Talheim, Bauamt",
        "type": "Feature Layer",
        "url": "https://services.talheim.example/rest/services/Baum/FeatureServer/0",
        "additionalResources": [{"name": "Anleitung", "url": "https://talheim.example/a.pdf"}],
    }
    return {"type": "Feature", "geometry": None, "properties": said | more}


def test_items_of_the_search_say_their_licence() -> None:
    document = {"type": "FeatureCollection", "features": [item()], "numberMatched": 1}
    assert open_text("arcgis", json.dumps(document)).announced == 1
    (trees,) = records("arcgis", json.dumps(document))
    assert (trees.identifier, trees.titles) == ("0a1b_0", (Text("Baumkataster"),))
    assert trees.licences == ("<a href='https://www.govdata.de/dl-de/by-2-0'>dl-de/by-2-0</a>",)
    assert trees.attributions == (Text("Gemeinde Talheim, Bauamt"),)
    assert (trees.issued, trees.modified) == (("1611934478000",), ("1627417519723",))
    assert [each.titles[0].value for each in trees.distributions] == ["Feature Layer", "Anleitung"]
    assert trees.landing_pages == ("https://daten.stadt.example/datasets/0a1b_0",)
    assert "musterfrau" not in trees.statements + trees.personal
    older = {"data": [{"id": "0a1b_0", "type": "dataset", "attributes": item()["properties"]}]}
    assert records("arcgis", json.dumps(older)) == [trees]
    assert records("arcgis", json.dumps(item(license="CC-BY-4.0")))[0].licences[1] == "CC-BY-4.0"


@pytest.mark.shared
def test_the_real_item(shared: Path) -> None:
    file = shared / "data" / "portals" / "arcgis-hub" / "fallback-us" / "mock-dataset.json"
    (found,) = records("arcgis", file.read_bytes())
    assert found.identifier == "f4bcc1035b7d46cba95e977f4affb6be_0"
    assert found.licences == ()
    assert "some" in {keyword.value for keyword in found.keywords}


def feeds(**told: bytes) -> Shelf:
    names = dict(zip(("ap3", "ap2", "us", "data"), FEEDS, strict=True))
    return Shelf([], flat={names[name]: body for name, body in told.items()})


def test_the_newest_feed_that_is_there() -> None:
    linked = as_json(document_of("arcgis", "dcat_ap_2.json"))
    plain = as_json({"dataset": [pod(1)]})
    for shelf, asked, found in (
        (feeds(ap3=linked, us=plain), 1, 2),
        (feeds(ap2=linked), 2, 2),
        (feeds(ap3=answer("<html></html>"), us=plain), 3, 1),
        (feeds(data=plain), 4, 1),
    ):
        seen = harvest("arcgis", shelf)
        assert (seen.error, len(seen.items), shelf.asked) == (None, found, FEEDS[:asked])


def test_a_feed_that_fails_is_not_replaced_by_another() -> None:
    shelf = feeds(ap3=answer("", 500), us=as_json({"dataset": [pod(1)]}))
    seen = harvest("arcgis", shelf)
    assert seen.error is not None and seen.error.params["status"] == "500"
    assert not seen.items


def test_no_feed_at_all_names_the_first() -> None:
    seen: Seen = harvest("arcgis", feeds())
    assert isinstance(seen.error, UnexpectedAnswer)
    assert seen.error.params["url"].endswith(FEEDS[0])


def test_a_feed_that_is_named_is_the_only_one_asked_for() -> None:
    shelf = feeds(us=as_json({"dataset": [pod(1), pod(2)]}))
    seen = harvest("arcgis", shelf, FEEDS[2])
    assert (seen.numbers, shelf.asked) == ({1, 2}, [FEEDS[2]])


def test_a_cut_feed_says_so() -> None:
    text = json.dumps({"dataset": [pod(1), pod(2)]})
    assert open_text("arcgis", text[:-90]).truncated
    linked = json.dumps(document_of("arcgis", "dcat_ap_2.json"))
    assert open_text("arcgis", linked[:-60]).truncated

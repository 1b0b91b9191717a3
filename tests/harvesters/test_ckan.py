# SPDX-License-Identifier: EUPL-1.2
"""CKAN packages in all their spellings become Records."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from harvesters import ckan
from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.record import RawPeriod, RawStandard, Text
from tests.harvesters.ckan_reading import (
    FETCHED,
    PORTAL,
    Package,
    bare,
    fixture,
    hash_of,
    open_text,
    read,
    read_file,
)


def test_the_extras_of_dcat_ap_de() -> None:
    record = read_file("dcat_extras.json")
    assert record.identifier == record.uri == "https://daten.musterhausen.example/dataset/5f0c9f5e"
    assert record.kind == "dataset"
    assert record.titles == (Text("Straßenbäume"),)
    assert record.keywords == (Text("Bäume"), Text("Kataster"))
    assert record.themes == ("http://publications.europa.eu/resource/authority/data-theme/ENVI",)
    assert record.contributor_ids == ("http://dcat-ap.de/def/contributors/musterhausen",)
    assert record.geocodings == (
        "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/01001000",
    )
    assert record.spatial == ("Musterhausen",)
    assert record.references[0].endswith("/umwelt/baumkataster")
    assert record.conforms_to == (RawStandard("https://standards.example/baum"),)
    assert record.temporal == (RawPeriod("2019-01-01", "2023-12-31"),)
    assert record.issued == ("2020-01-02",)
    assert record.modified == ("2024-01-31T00:00:00",)
    assert record.landing_pages == ("https://musterhausen.example/baeume",)
    assert record.attributions == (Text("Stadt Musterhausen"),)
    assert record.in_series == ("sammlung-1",)
    assert record.licences == ()
    assert record.licence_entry == (
        "dl-de-by-2.0",
        "https://www.govdata.de/dl-de/by-2-0",
        "Datenlizenz Deutschland Namensnennung 2.0",
    )
    assert record.media_type == "application/json"


def test_agents_in_the_order_of_their_weight() -> None:
    agents = read_file("dcat_extras.json").agents
    assert [(agent.role, agent.names[0].value) for agent in agents] == [
        ("publisher", "Stadt Musterhausen, Open Data"),
        ("creator", "Grünflächenamt"),
        ("contributor", "Stadt Musterhausen"),
    ]
    assert agents[0].mail == "opendata@musterhausen.example"
    assert agents[0].uri == "https://musterhausen.example/"


def test_resources_and_their_services() -> None:
    record = read_file("dcat_extras.json")
    file, service = record.distributions
    assert file.uri == "https://daten.musterhausen.example/dataset/5f0c9f5e/resource/r1"
    assert file.access_urls == ("https://daten.musterhausen.example/dataset/baumkataster",)
    assert file.download_urls == ("https://daten.musterhausen.example/baeume.csv",)
    assert (file.formats, file.media_types, file.byte_sizes) == (
        ("CSV",),
        ("text/csv",),
        ("12345",),
    )
    assert file.licences == ("http://dcat-ap.de/def/licenses/dl-by-de/2.0",)
    assert file.rights == ("frei",)
    assert file.conforms_to == (RawStandard("https://standards.example/csv"),)
    assert file.issued == ("2023-03-01T08:00:00.5",)
    assert file.modified == ("2024-02-03T04:05:06",)
    assert service.access_services == ("https://geo.musterhausen.example/wfs#dienst",)
    (told,) = record.services
    assert told.titles == (Text("Bäume als Dienst"),)
    assert told.endpoint_urls == ("https://geo.musterhausen.example/wfs",)


def test_the_objects_of_ckanext_scheming() -> None:
    record = read_file("scheming.json")
    assert record.identifier == "scheming-1"
    assert record.uri is None
    assert record.kind == "series"
    assert record.titles == (Text("Haushalt", "de"), Text("Budget", "en"))
    assert record.descriptions == (Text("Erträge und Aufwendungen", "de"),)
    assert record.temporal == (RawPeriod("2020-01-01", "2024-12-31"),)
    assert "Beispielau" in record.spatial
    assert record.conforms_to == (
        RawStandard("https://standards.example/haushalt", "Haushaltsformat"),
    )
    assert record.in_series == ("finanzen-reihe",)
    publisher = record.agents[0]
    assert (publisher.role, publisher.names) == ("publisher", (Text("Gemeinde Beispielau"),))
    assert record.agents[-1].role == "contributor"
    (file,) = record.distributions
    assert file.download_urls == file.access_urls == ("https://beispielau.example/h.xlsx",)
    assert file.byte_sizes == ("0",)


def test_the_open_government_metadata_of_2012() -> None:
    record = read_file("ogd_2012.json")
    assert record.identifier == "dataset/beteiligungen"
    assert record.licence_entry == ("dl-de-by-1.0",)
    assert record.issued == ("2012-03-04T00:00:00",)
    assert record.modified == ("2013-05-06",)
    assert record.temporal == (RawPeriod("2010", "2011"),)
    assert record.themes == ("verwaltung",)
    assert record.keywords == (Text("beteiligungen"), Text("finanzen"))
    assert {"Beispielstadt", "01001000"} <= set(record.spatial)
    assert [(agent.role, agent.names[0].value) for agent in record.agents] == [
        ("publisher", "Stadt Beispielstadt"),
        ("creator", "Amt für Beteiligungen"),
    ]


@pytest.mark.parametrize(
    "extras",
    [
        [{"key": "contributorID", "value": '["a", "b"]'}],
        [{"key": "dcatde:contributorID", "value": ["a", "b"]}],
        {"contributor_id": ["a", "b"]},
        {"contributorID": '"[\\"a\\", \\"b\\"]"'},
        json.dumps({"contributorID": ["a", "b"]}),
        json.dumps(
            [{"key": "contributorID", "value": "a"}, {"key": "contributorID", "value": "b"}]
        ),
    ],
    ids=["json", "prefix", "object", "twice", "text", "repeated"],
)
def test_extras_in_every_wrapping(extras: Any) -> None:
    assert read(bare(extras=extras)).contributor_ids == ("a", "b")


@pytest.mark.parametrize(
    ("more", "identifier"),
    [
        ({"extras": {"guid": "https://x.example/1"}}, "https://x.example/1"),
        ({"extras": {"uri": "", "guid": "abc"}}, "p1"),
        ({"uri": "urn:uuid:1"}, "urn:uuid:1"),
        ({"id": None, "extras": {"metadata_original_id": "7"}}, "7"),
        ({"id": None}, "dataset/p"),
    ],
)
def test_identity(more: Package, identifier: str) -> None:
    assert read(bare(**more)).identifier == identifier


def test_without_any_name_it_is_rejected() -> None:
    contents = open_text(json.dumps(bare(id="", name="")))
    assert [each.reason for each in contents.broken] == ["item.no_identity"]
    contents = open_text(json.dumps([bare(id="", name=""), bare()]))
    assert [item.identifier for item in contents.items] == ["p1"]
    assert [(each.identifier, each.reason) for each in contents.broken] == [
        (None, "item.no_identity")
    ]


@pytest.mark.parametrize(
    "more", [{"state": "deleted"}, {"state": "draft"}, {"private": True}, {"type": "harvest"}]
)
def test_what_is_not_published_is_left_out(more: Package) -> None:
    contents = open_text(json.dumps([bare(), bare(id="p2", **more)]))
    assert [item.identifier for item in contents.items] == ["p1"]
    assert not contents.broken


def test_groups_stand_for_themes_by_code_else_by_name() -> None:
    groups = [{"name": "envi", "title": "Umwelt"}, {"name": "g-7", "title": "Verkehr"}]
    assert set(read(bare(groups=groups)).themes) == {"envi", "Verkehr"}


def test_the_organisation_publishes_where_nobody_else_does() -> None:
    record = read(
        bare(
            organization={"title": "Stadt A", "name": "a"},
            extras={"publisher_uri": "https://a.example/"},
        )
    )
    assert [(a.role, a.names, a.uri) for a in record.agents] == [
        ("publisher", (Text("Stadt A"),), "https://a.example/")
    ]


@pytest.mark.parametrize(
    "link",
    [
        {"type": "child_of", "object_package_id": "reihe", "subject_package_id": "p1"},
        {
            "type": "child_of",
            "__extras": {"object_package_id": "p1", "subject_package_id": "reihe"},
        },
        {"type": "child_of", "object": "reihe", "subject": "p1"},
    ],
    ids=["as CKAN says", "turned round", "by name"],
)
def test_collections_are_found_whichever_way_round_they_are_written(link: Package) -> None:
    assert read(bare(relationships_as_subject=[link])).in_series == ("reihe",)


@pytest.mark.parametrize("name", ["dcat_extras.json", "scheming.json", "ogd_2012.json"])
def test_what_the_store_kept_gives_the_same_record(name: str) -> None:
    record = read_file(name)
    again = ckan.reread(PORTAL, record.identifier, record.kind, record.statements, record.personal)
    assert again == replace(record, repairs=())


def test_housekeeping_and_order_make_no_change() -> None:
    package = fixture()
    before = hash_of(package)
    package |= {"tracking_summary": {"total": 9}, "num_resources": 9, "revision_id": "x"}
    package |= {"view_count": 5, "archiver": {"updated": "2026"}, "isopen": False}
    package["resources"] = [{**r, "revision_id": "z"} for r in reversed(package["resources"])]
    package["extras"] = [
        {**each, "value": "another"} if each["key"] == "harvest_object_id" else each
        for each in reversed(package["extras"])
    ]
    package["tags"] = package["tags"][::-1]
    assert hash_of(dict(reversed(package.items()))) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda package: package.update(title="anders"),
        lambda package: package["extras"][3].update(value="anders"),
        lambda package: package["resources"][0].update(format="GML"),
        lambda package: package.update(maintainer="Erika Andersmann"),
        lambda package: package["resources"].pop(0),
    ],
    ids=["title", "extra", "resource", "person", "fewer"],
)
def test_whatever_is_said_anew_is_a_change(change: Callable[[Package], None]) -> None:
    package = fixture()
    before = hash_of(package)
    change(package)
    assert hash_of(package) != before


def test_a_date_of_change_that_is_merely_now_makes_no_change() -> None:
    later = datetime(2026, 4, 3, 9, 0, tzinfo=UTC)
    first = hash_of(bare(metadata_modified="2026-04-02T08:15:01.5"), FETCHED)
    assert hash_of(bare(metadata_modified="2026-04-03T09:00:01.7"), later) == first
    assert hash_of(bare(metadata_modified="2025-01-01T00:00:00"), later) != first


def test_characters_that_cannot_be_stored_are_left_out_and_reported() -> None:
    record = read(bare(title="A\x00B", notes="\ud800C", extras={"theme": "x\x0by"}))
    assert record.titles == (Text("AB"),)
    assert record.descriptions == (Text("C"),)
    assert {repair.code for repair in record.repairs} == {"text.control_characters"}
    assert len(record.repairs) == 3
    record.statements.encode()


def test_hostile_values_cost_at_most_themselves() -> None:
    deep: Any = "x"
    for _ in range(100):
        deep = [deep]
    texts = [
        json.dumps(bare(id="deep", extras=deep)),
        json.dumps(bare(id="odd", title={"a": 1}, tags="x", groups=7, type=[], resources={"u": 1})),
        '{"id": "huge", "title": 1e999, "notes": NaN, "resources": []}',
        json.dumps(
            bare(id="many", resources=[{"url": f"https://a.example/{n}"} for n in range(5_000)])
        ),
        json.dumps(bare(id="long", title="w" * 1_000_000, extras={"theme": "[" * 5_000})),
    ]
    contents = open_text("\n".join(texts))
    assert [item.identifier for item in contents.items] == ["odd", "huge", "many", "long"]
    assert [(each.identifier, each.reason) for each in contents.broken] == [
        ("deep", "item.too_deep")
    ]
    records = [ckan.parse(PORTAL, item) for item in contents.items]
    assert contents.items[2].distributions == len(records[2].distributions) == 5_000
    assert "Infinity" not in records[1].statements and "NaN" not in records[1].statements


def test_a_foreign_page_is_named() -> None:
    organisations = [{"id": "o", "name": "o", "title": "O", "is_organization": True}]
    for text in (json.dumps({"success": True, "result": organisations}), '["a", "b"]', "[1, 2]"):
        with pytest.raises(UnexpectedAnswer) as caught:
            open_text(text)
        assert caught.value.code == "answer.no_packages"

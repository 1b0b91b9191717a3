# SPDX-License-Identifier: EUPL-1.2
"""What Opendatasoft says, in JSON of three versions and as RDF, becomes Records."""

import copy
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from harvesters import opendatasoft
from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.record import Page, Portal, RawPeriod, Record, Text
from tests.harvesters.kind_reading import document_of, hashes, open_text, read_file, records

API = "https://daten.stadt.example/api/explore/v2.1/catalog/datasets/strassenbaeume"


@pytest.fixture(scope="module")
def trees() -> Record:
    return read_file("opendatasoft", "catalog.json")[0]


def test_who_what_where_when(trees: Record) -> None:
    assert (trees.identifier, trees.titles) == ("strassenbaeume", (Text("Straßenbäume"),))
    assert [(agent.role, agent.names[0].value) for agent in trees.agents] == [
        ("publisher", "Stadt Moorstadt"),
        ("creator", "Grünflächenamt"),
    ]
    assert {keyword.value for keyword in trees.keywords} == {"Straße", "Baum"}
    assert (trees.themes, trees.languages) == (("Umwelt",), ("de",))
    assert trees.spatial == ("Stadtgebiet", "Moorstadt")
    assert trees.temporal == (RawPeriod("2020-01-01", "2025-12-31"),)
    assert trees.issued == ("2020-06-01",)
    assert trees.modified == ("2026-03-01T10:00:00+00:00",)
    assert trees.frequencies == ("monatlich",)
    assert trees.references == ("https://moorstadt.example/baeume",)
    assert trees.contributor_ids == ("http://dcat-ap.de/def/contributors/moorstadt",)
    assert trees.geocodings[0].endswith("/12345678")
    assert trees.landing_pages == ("https://daten.stadt.example/explore/dataset/strassenbaeume/",)


def test_the_licence_is_one_entry_named_twice(trees: Record) -> None:
    assert trees.licence_entry == (
        "Datenlizenz Deutschland – Namensnennung – Version 2.0",
        "https://www.govdata.de/dl-de/by-2-0",
    )
    assert trees.attributions == (Text("Stadt Moorstadt, Grünflächenamt"),)


def test_exports_only_as_the_platform_offers_them(trees: Record) -> None:
    exports = [each for each in trees.distributions if each.formats]
    assert [each.formats[0] for each in exports] == [
        *("csv", "json", "xlsx", "parquet", "geojson", "shp")
    ]
    assert exports[0].download_urls == (f"{API}/exports/csv",)
    plan = read_file("opendatasoft", "catalog.json")[1]
    assert plan.distributions == ()
    (values,) = read_file("opendatasoft", "catalog_2_0.json")
    assert "geojson" not in {each.formats[0] for each in values.distributions}


def test_uploaded_files(trees: Record) -> None:
    drawing, legend = (each for each in trees.distributions if not each.formats)
    assert drawing.download_urls == ("https://files.moorstadt.example/baeume_dxf.zip",)
    assert drawing.descriptions == (Text("Für Zeichenprogramme"),)
    assert legend.download_urls == (f"{API}/attachments/legende_pdf",)
    assert legend.media_types == ("application/pdf",)


def test_hidden_records_have_no_exports() -> None:
    document = document_of("opendatasoft", "catalog.json")
    document["results"][0]["data_visible"] = False
    first = records("opendatasoft", json.dumps(document))[0]
    assert not [each for each in first.distributions if each.formats]


def test_a_contact_that_is_a_person_stands_apart(trees: Record) -> None:
    assert "eispielfrau" not in trees.statements
    assert "Petra Beispielfrau" in trees.personal
    assert "Grünflächenamt" in trees.statements


def test_older_interfaces() -> None:
    (budget,) = read_file("opendatasoft", "search_1_0.json")
    assert (budget.identifier, budget.titles) == ("haushalt", (Text("Haushalt"),))
    assert budget.licence_entry == ("Public Domain",)
    assert [keyword.value for keyword in budget.keywords] == ["Haushalt", "Finanzen"]
    (values,) = read_file("opendatasoft", "catalog_2_0.json")
    assert values.licence_entry == ("CC BY 4.0",)


def test_a_saved_answer_of_an_unknown_portal_has_no_made_up_addresses() -> None:
    unknown = Portal("x", "opendatasoft", "file:///catalog.json", "https://x.invalid/")
    body = json.dumps(document_of("opendatasoft", "catalog.json")).encode()
    page = Page(1, "catalog.json", body, datetime(2026, 4, 2, tzinfo=UTC), local=True)
    for item in opendatasoft.open_page(unknown, page).items:
        record = opendatasoft.parse(unknown, item)
        assert ".invalid" not in repr(record)


def test_order_visits_and_work_of_the_machine_change_nothing() -> None:
    document = document_of("opendatasoft", "catalog.json")
    again = copy.deepcopy(document)
    metas = again["results"][0]["metas"]
    metas["explore"]["download_count"] = 999
    metas["default"] |= {"records_count": 1, "data_processed": "2026-05-01T00:00:00+00:00"}
    metas["default"]["keyword"].reverse()
    again["results"].reverse()
    assert hashes("opendatasoft", again) == hashes("opendatasoft", document)
    metas["default"]["license"] = "CC BY 4.0"
    assert hashes("opendatasoft", again) != hashes("opendatasoft", document)


def test_the_exports_as_rdf_and_data_json() -> None:
    turtle = (
        "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> ."
        "<https://x.example/d> a dcat:Dataset ; dct:title 'Bäume' ; dct:identifier 'd' ."
    )
    (record,) = records("opendatasoft", turtle)
    assert (record.identifier, record.titles) == ("https://x.example/d", (Text("Bäume"),))
    exported = {"dataset": [{"identifier": "baeume", "title": "Bäume", "license": "x"}]}
    (record,) = records("opendatasoft", json.dumps(exported))
    assert (record.identifier, record.licences) == ("baeume", ("x",))


def test_a_dataset_without_id_is_named() -> None:
    listed = [{"metas": {"default": {"title": "Ohne"}}}, {"dataset_id": "a", "metas": {}}]
    contents = open_text("opendatasoft", json.dumps({"total_count": 2, "results": listed}))
    assert [item.identifier for item in contents.items] == ["a"]
    assert [each.reason for each in contents.broken] == ["item.no_identity"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"error_code": "ODSQLError", "message": "order_by"}', "answer.kind_refused"),
        ("<!doctype html><title>Daten</title>", "answer.kind_html"),
        ('{"links": []}', "answer.kind_no_datasets"),
        ('[{"id": "a", "title": "CKAN", "resources": []}]', "answer.kind_no_datasets"),
        ("", "answer.empty"),
    ],
)
def test_answers_that_are_no_catalogue(text: str, code: str) -> None:
    with pytest.raises(UnexpectedAnswer) as caught:
        open_text("opendatasoft", text)
    assert caught.value.code == code


@pytest.mark.shared
def test_the_real_export_gives_what_was_counted(shared: Path) -> None:
    """48 datasets with 148 distributions, as the index of the shared folder says."""
    folder = shared / "data" / "portals" / "opendatasoft" / "potsdam"
    found = records("opendatasoft", (folder / "potsdam-ods-catalog-subgraph.ttl").read_bytes())
    assert (len(found), sum(len(each.distributions) for each in found)) == (48, 148)
    said = [text for each in found for file in each.distributions for text in file.licences]
    assert sum(not text.startswith("http") for text in said) == 144

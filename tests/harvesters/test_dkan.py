# SPDX-License-Identifier: EUPL-1.2
"""What DKAN says, in all of its interfaces, becomes Records; what cannot be read is named."""

import copy
import json
from typing import Any

import pytest

from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.record import RawPeriod, RawStandard, Record, Text
from tests.harvesters.kind_reading import document_of, hashes, open_text, read_file, records


@pytest.fixture(scope="module")
def trees() -> Record:
    return read_file("dkan", "data.json")[0]


def test_who_what_where_when(trees: Record) -> None:
    assert trees.identifier == "7c1f0b0a-6a0e-4f38-9f0e-3f1a5f6f2a01"
    assert trees.uri is None
    assert trees.titles == (Text("Straßenbäume"),)
    assert [agent.names[0].value for agent in trees.agents] == ["Stadt Steinau, Grünflächenamt"]
    assert {keyword.value for keyword in trees.keywords} == {"Baum", "Straße", "Grün"}
    assert trees.spatial == ("Steinau an der Aue",)
    assert trees.temporal == (RawPeriod("2020-01-01", "2025-12-31"),)
    assert trees.landing_pages == ("https://daten.steinau.example/dataset/7c1f0b0a",)
    assert trees.conforms_to == (RawStandard("https://standard.example/baumkataster"),)
    assert (trees.languages, trees.themes) == (("de",), ("Umwelt und Klima",))
    assert (trees.access_rights, trees.in_series) == (("public",), ("reihe-gruen",))


def test_licences_of_dataset_and_file_stay_two(trees: Record) -> None:
    assert trees.licences == ("https://www.govdata.de/dl-de/by-2-0",)
    assert trees.rights == ("Quelle: Stadt Steinau",)
    file, service = trees.distributions
    assert file.licences == ("https://creativecommons.org/publicdomain/zero/1.0/",)
    assert file.download_urls == ("https://daten.steinau.example/files/baeume.csv",)
    assert (file.formats, file.media_types) == (("csv",), ("text/csv",))
    assert service.access_urls == ("https://geo.steinau.example/wfs",)


def test_a_rule_in_modified_is_a_frequency_and_no_date(trees: Record) -> None:
    assert trees.frequencies == ("R/P1M",)
    assert trees.modified == ("2026-02-03T09:10:11+0000",)
    budget = read_file("dkan", "data.json")[1]
    assert (budget.frequencies, budget.modified) == (("R/P1Y",), ("2025-01-15",))


def test_a_contact_that_is_a_person_stands_apart(trees: Record) -> None:
    assert "Beispiel" not in trees.statements and "sabine" not in trees.statements
    assert "Sabine Beispiel" in trees.personal
    budget = read_file("dkan", "data.json")[1]
    assert not budget.personal and "kaemmerei@" in budget.statements


def test_packages_of_dkan_1() -> None:
    kita, districts = read_file("dkan", "packages.json")
    assert kita.agents[0][:2] == ("publisher", (Text("Stadt Steinau"),))
    assert kita.themes == ()
    assert kita.keywords == (Text("Kita"),)
    assert kita.licence_entry == ("Datenlizenz Deutschland Namensnennung 2.0",)
    assert kita.modified == ("Di, 02/03/2026 - 09:10",)
    assert kita.distributions[0].access_urls == ("https://daten.steinau.example/files/kitas.csv",)
    assert "Beispielmann" not in kita.statements and "Beispielmann" in kita.personal
    assert districts.licence_entry == ("License Not Specified",)


def test_the_search_of_dkan_2_gives_references_as_objects() -> None:
    contents = open_text("dkan", json.dumps(document_of("dkan", "search.json")))
    assert contents.announced == 2
    bikes, playgrounds = read_file("dkan", "search.json")
    assert {keyword.value for keyword in bikes.keywords} == {"Rad", "Verkehr"}
    assert bikes.agents[0].names == (Text("Stadt Steinau"),)
    assert bikes.distributions[0].download_urls == ("https://daten.steinau.example/rad.csv",)
    assert "%Ref" not in bikes.statements
    assert playgrounds.titles == (Text("Spielplätze"),)


@pytest.mark.parametrize(
    ("said", "periods"),
    [
        ("2016/P1Y", [RawPeriod("2016/P1Y", None)]),
        ("2021/22", [RawPeriod("2021/22", None)]),
        ("2020-01-01/..", [RawPeriod("2020-01-01", None)]),
        ("2020/2021", [RawPeriod("2020", "2021")]),
        ("seit 1990", [RawPeriod("seit 1990", None)]),
    ],
)
def test_periods_are_taken_apart_only_where_they_are_intervals(
    said: str, periods: list[RawPeriod]
) -> None:
    (record,) = records("dkan", json.dumps([{"identifier": "x", "title": "X", "temporal": said}]))
    assert list(record.temporal) == periods


@pytest.mark.parametrize(
    "said",
    ["9.18,49.08,9.25,49.11", "POLYGON ((7 51, 8 52))", {"type": "Polygon", "coordinates": [[]]}],
)
def test_coordinates_are_no_names_of_places(said: Any) -> None:
    (record,) = records("dkan", json.dumps([{"identifier": "x", "title": "X", "spatial": said}]))
    assert record.spatial == ()
    assert records("dkan", '[{"identifier": "x", "spatial": "05515000"}]')[0].spatial == (
        "05515000",
    )


def shuffled(document: Any) -> Any:
    if isinstance(document, dict):
        return {key: shuffled(document[key]) for key in reversed(document)}
    if isinstance(document, list):
        return [shuffled(each) for each in reversed(document)]
    return document


@pytest.mark.parametrize("name", ["data.json", "search.json"])
def test_order_changes_nothing_and_content_does(name: str) -> None:
    document = document_of("dkan", name)
    assert hashes("dkan", shuffled(document)) == hashes("dkan", document)
    changed = json.loads(json.dumps(document).replace("public", "non-public", 1))
    assert hashes("dkan", changed) != hashes("dkan", document)


def test_a_modified_of_now_changes_nothing() -> None:
    document = document_of("dkan", "data.json")
    first, second = copy.deepcopy(document), copy.deepcopy(document)
    first["dataset"][0]["%modified"] = "2026-04-02T08:15:00+0000"
    second["dataset"][0]["%modified"] = "2026-04-02T08:14:31+0000"
    assert hashes("dkan", first) == hashes("dkan", second) != hashes("dkan", document)


def test_what_is_no_dataset_or_has_no_identity_is_named() -> None:
    listed = [{"identifier": "a", "title": "A"}, {"title": "Ohne"}, "Text", 7, None, {"x": 1}]
    contents = open_text("dkan", json.dumps({"dataset": listed}))
    assert [item.identifier for item in contents.items] == ["a"]
    assert [each.reason for each in contents.broken] == ["item.no_identity"] + 4 * [
        "item.foreign_entry"
    ]
    assert [each.position for each in contents.broken][0] == "page 1, dataset 2"


def written(name: str) -> str:
    file = {"title": "d", "format": "csv"}
    return json.dumps({"identifier": name, "title": "T", "distribution": [file]})


@pytest.mark.parametrize(
    "text",
    [
        f'{{"dataset": [{written("a")}, {{"identifier": kaputt, "title": "K"}}, {written("b")}]}}',
        f'{{"results": {{"k/1": {written("a")}, "k/2": {{"x": ]}}, "k/3": {written("b")}}}}}',
    ],
)
def test_one_damaged_dataset_costs_one(text: str) -> None:
    contents = open_text("dkan", text)
    assert [item.identifier for item in contents.items] == ["a", "b"]
    assert [each.reason for each in contents.broken] == ["item.broken_json"]


@pytest.mark.parametrize("name", ["data.json", "packages.json", "search.json"])
def test_a_cut_answer_keeps_what_is_whole_and_says_so(name: str) -> None:
    text = json.dumps(document_of("dkan", name))
    at = text.rindex('"title"') + 12
    contents = open_text("dkan", text[:at])
    assert contents.truncated and len(contents.items) == 1
    assert [each.reason for each in contents.broken] == ["item.truncated"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<!DOCTYPE html><html></html>", "answer.kind_html"),
        ("Wartungsarbeiten", "answer.kind_not_json"),
        ('{"success": false, "error": {"message": "Bad request"}}', "answer.kind_refused"),
        ('{"a": 1}', "answer.kind_no_datasets"),
        ('["a", "b"]', "answer.kind_no_datasets"),
        ('{"dataset": [', "answer.kind_no_datasets"),
        ("   ", "answer.empty"),
        ('{"dataset": [{"identifier": "a", "tit', "answer.broken_json"),
    ],
)
def test_answers_that_are_no_catalogue(text: str, code: str) -> None:
    with pytest.raises(UnexpectedAnswer) as caught:
        open_text("dkan", text)
    assert caught.value.code == code


def test_an_empty_catalogue_is_empty() -> None:
    empty = {"conformsTo": "https://project-open-data.cio.gov/v1.1/schema", "dataset": []}
    for document in (empty, {"total": "0", "results": []}, {"success": True, "result": [[]]}):
        contents = open_text("dkan", json.dumps(document))
        assert contents.items == contents.broken == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = json.dumps([{"identifier": "x", "title": "Straßenbäume"}], ensure_ascii=False)
    (record,) = records("dkan", text.encode(encoding))
    assert record.titles == (Text("Straßenbäume"),)


def test_nesting_without_end_costs_one_dataset() -> None:
    deep = '{"identifier": "t", "title": "T", "x": ' + "[" * 200 + "]" * 200 + "}"
    contents = open_text("dkan", f'{{"dataset": [{deep}, {{"identifier": "b", "title": "B"}}]}}')
    assert [item.identifier for item in contents.items] == ["b"]
    assert [(each.identifier, each.reason) for each in contents.broken] == [("t", "item.too_deep")]

# SPDX-License-Identifier: EUPL-1.2
"""Packages are found in every wrapping, and in texts that are cut or damaged."""

import json
import time
from typing import Any

import pytest

from harvesters.base import json_elements, json_values
from harvesters.base.ckan_json import Json, is_package, read_elements
from tests.harvesters.ckan_reading import open_text


def package(number: int) -> Json:
    return {
        "id": f"p{number}",
        "title": 'Mit "Zeichen" }, { darin',
        "resources": [{"id": "r1", "name": "a"}, {"id": "r2"}],
        "extras": [{"key": "a", "value": "b"}],
    }


def found(text: str) -> tuple[list[str], list[str], Json]:
    """Ids of packages, reasons of what is broken, and what is said around them."""
    about: Json = {}
    elements = list(read_elements(text, about))
    ids = [each.value["id"] for each in elements if is_package(each.value)]
    return ids, [each.reason for each in elements if each.reason], about


THREE = [package(1), package(2), package(3)]


@pytest.mark.parametrize(
    "document",
    [
        THREE,
        {"count": 3, "results": THREE},
        {"help": "…", "success": True, "result": {"count": 3, "results": THREE, "sort": "id asc"}},
        {"help": "…", "success": True, "result": THREE},
        [{"success": True, "result": each} for each in THREE],
        {"packages": THREE},
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_every_wrapping(document: Any, indent: int | None) -> None:
    ids, broken, about = found(json.dumps(document, indent=indent))
    assert ids == ["p1", "p2", "p3"]
    assert not broken and "cut" not in about


def test_one_package_bare_or_wrapped() -> None:
    assert found(json.dumps(package(1)))[0] == ["p1"]
    assert found(json.dumps({"result": package(1)}))[0] == ["p1"]


def test_lines_and_a_broken_one_among_them() -> None:
    lines = [json.dumps(package(1)), '{"id": kaputt}', json.dumps({"result": package(3)})]
    ids, broken, _ = found("\n".join(lines) + "\n")
    assert ids == ["p1", "p3"]
    assert broken == ["item.broken_json"]


@pytest.mark.parametrize("wrapped", [True, False])
def test_a_cut_text_gives_what_is_complete_and_says_that_it_is_cut(wrapped: bool) -> None:
    text = json.dumps({"result": {"count": 3, "results": THREE}} if wrapped else THREE)
    ends = [text.index(f'"p{number}"') for number in (1, 2, 3)]
    for length in range(1, len(text)):
        ids, broken, about = found(text[:length])
        assert about.get("cut"), text[:length]
        assert ids == ["p1", "p2", "p3"][: len(ids)]
        assert len(ids) >= sum(end < length for end in ends) - 1
        assert len(broken) <= 1


@pytest.mark.parametrize(
    ("old", "new"), [('"p2"', '"p2'), ('"id": "p2"', '"id" "p2"'), ("Zeichen", 'x"y'), ("[", "")]
)
def test_a_damaged_package_costs_only_itself(old: str, new: str) -> None:
    parts = [json.dumps(each) for each in THREE]
    parts[1] = parts[1].replace(old, new, 1)
    ids, broken, _ = found("[" + ",\n".join(parts) + "]")
    assert ids == ["p1", "p3"]
    assert broken == ["item.broken_json"]


def test_a_missing_or_doubled_comma_loses_nothing() -> None:
    parts = [json.dumps(each) for each in THREE]
    assert found(f"[{parts[0]} {parts[1]},, {parts[2]}]")[0] == ["p1", "p2", "p3"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"result":' * 50_000,
        "[" + '{"id":"a","x":' * 20_000,
        '[{"id":"a","resources":[' + '{"a":1},' * 200_000,
        '[{"id":"a"' + "},{" * 20_000,
        '[{"id":"a", x' + '},{"id":"b","n":tru' * 200_000,
        '["' + "\\" * 500_000,
    ],
)
def test_hostile_texts_end_soon(text: str) -> None:
    started = time.process_time()
    ids, _, about = found(text)
    assert not ids and about.get("cut")
    assert time.process_time() - started < 6


@pytest.mark.parametrize(
    "thing",
    [
        {"id": "o", "name": "o", "title": "O", "is_organization": True, "extras": []},
        {"id": "g", "name": "g", "title": "G", "package_count": 3},
        {"id": "t", "name": "t", "display_name": "t", "state": "active"},
        {"id": "r", "name": "r", "url": "https://a.example", "package_id": "p"},
        {"package": "p", "name": "n", "source": "s", "type": "CSV", "id": "1"},
        "name",
        None,
    ],
)
def test_other_things_of_ckan_are_no_packages(thing: Any) -> None:
    assert not is_package(thing)


def test_a_packed_text_says_the_same() -> None:
    """Characters of three and four bytes, as they are and escaped, whole and damaged."""
    odd = [package(n) | {"title": "Grünfläche „Ä€“ 🌲"} for n in range(3)]
    for text in (
        json.dumps(odd, ensure_ascii=False),
        json.dumps(odd),
        json.dumps(odd, ensure_ascii=False)[:-40],
        json.dumps(odd, ensure_ascii=False).replace('"p1"', "p1"),
    ):
        plain = list(read_elements(text, {}))
        packed = list(read_elements(json_elements.Packed(text.encode(), "latin-1"), {}))
        assert [each[:2] for each in packed] == [each[:2] for each in plain]


def test_a_value_beyond_the_largest_window_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_values, "_WINDOWS", (20, 2_000, 5_000))
    text = json.dumps([package(1), package(2) | {"title": "x" * 9_000}, package(3)])
    ids, reasons, about = found(text)
    assert (ids, reasons) == (["p1", "p3"], ["item.too_much"])
    assert not about


def test_a_value_of_too_many_values_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_values, "_WINDOWS", (20, 500, 500_000))
    monkeypatch.setattr(json_values, "_MOST_VALUES", 60)
    text = json.dumps([package(1) | {"x": [[]] * 1_000}])
    assert found(text)[:2] == ([], ["item.too_much"])


def test_a_name_among_packages_is_named_as_none() -> None:
    listed = [package(1), "p2", {"id": "p3", "name": "c"}]
    contents = open_text(json.dumps({"success": True, "result": {"count": 3, "results": listed}}))
    assert contents.announced == 3
    assert [(each.reason, each.position) for each in contents.broken] == [
        ("item.no_package", "page 1, dataset 2"),
        ("item.no_package", "page 1, dataset 3"),
    ]

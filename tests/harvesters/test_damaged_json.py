# SPDX-License-Identifier: EUPL-1.2
"""Datasets of JSON that cannot be read are named, cost themselves, and end soon (H6, H8, H9)."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from app.intake.collected import Collected
from app.model import ItemOutcome
from harvesters import HARVESTERS
from harvesters.base.damaged import identity_in, shown_of
from harvesters.base.errors import HarvestError
from harvesters.base.record import Contents, Page, Portal
from tests.harvesters.ckan_server import make_package
from tests.harvesters.kind_servers import ods, package, pod

WHEN = datetime(2026, 5, 4, tzinfo=UTC)
KINDS: dict[str, tuple[str, Callable[[int], dict[str, Any]], str]] = {
    "ckan": ('{"success": true, "result": {"count": 6, "results": [%s]}}', make_package, "id"),
    "dkan": ('{"conformsTo": "https://project-open-data", "dataset": [%s]}', pod, "identifier"),
    "dkan 1": ('{"success": true, "result": [[%s]]}', package, "id"),
    "arcgis": ('{"dataset": [%s]}', pod, "identifier"),
    "opendatasoft": ('{"total_count": 6, "results": [%s]}', ods, "dataset_id"),
}
DAMAGES: dict[str, Callable[[str], str]] = {
    "a comma less": lambda text: text.replace('", "', '" "', 1),
    "quotation marks inside": lambda text: text.replace("Datensatz", 'Der "neue" Satz', 1),
    "a brace less": lambda text: text[:-1],
    "a comment": lambda text: text[:-1] + ', /* neu */ "x": 1}',
    "a number of no kind": lambda text: text[:-1] + ', "x": 0x1F}',
    "lists in lists": lambda text: text[:-1] + ', "x": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "objects in objects": lambda text: (
        text[:-1] + ', "x": ' + '{"a":' * 70_000 + "1" + "}" * 70_000 + "}"
    ),
    "lists that never end": lambda text: text[:-1] + ', "x": ' + "[" * 100_000 + "}",
}


def opened(kind: str, text: str) -> Contents:
    portal = Portal("p", kind, "https://p.example/", "https://p.example/")
    page = Page(1, f"https://p.example/{hash(text)}", text.encode(), WHEN)
    return HARVESTERS[kind].open(portal, page)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", [0, 2, 5])
def test_a_damaged_dataset_is_named_and_costs_itself(kind: str, damage: str, number: int) -> None:
    around, make, name = KINDS[kind]
    things = [make(each) for each in range(6)]
    texts = [json.dumps(each) for each in things]
    texts[number] = DAMAGES[damage](texts[number])
    contents = opened(kind.split()[0], around % ", ".join(texts))
    assert len(contents.items) == 5
    (broken,) = contents.broken
    assert broken.identifier == things[number][name]
    assert broken.position == f"page 1, dataset {number + 1}"
    assert contents.truncated == (number == 5)


@pytest.mark.parametrize("kind", KINDS)
def test_a_bracket_too_many_in_the_list_loses_no_dataset(kind: str) -> None:
    around, make, _ = KINDS[kind]
    texts = [json.dumps(make(each)) for each in range(6)]
    texts[2] += "]"
    contents = opened(kind.split()[0], around % ", ".join(texts))
    assert len(contents.items) == 6
    assert contents.truncated


def test_a_title_that_comes_late_is_shown() -> None:
    text = '{"extras": [{"title": "nein"}, "' + "x" * 900 + '" "y"], "title": "Bäume", "id": "b"'
    assert shown_of(text).startswith("Bäume … {")
    assert identity_in(text, ("id", "name")) == "b"
    assert shown_of('{"title": "Bäume", "id" 1').startswith('{"title"')


@pytest.mark.parametrize(
    "text",
    [
        *("", "[", '{"id', '{"id"', '{"id":', '{"id": 5', '{"x": {"id": "a"}', '"id": "a"'),
        *('{"id": "a', '{"id": ["a"]', '{"resources": [{"id": "r"}'),
    ],
)
def test_what_names_something_else_or_nothing_is_no_name(text: str) -> None:
    assert identity_in(text, ("id",)) is None


def test_persons_are_not_quoted_with_a_damaged_package() -> None:
    """S11: what is rejected is kept in the run's history."""
    texts = [json.dumps(make_package(each)) for each in range(3)]
    person = '"author": "Eva Beispiel", "author_email": "eva.beispiel@stadt.example"'
    texts[1] = "{" + person + ', "id" "7", "title": "Karte"}'
    contents = opened("ckan", KINDS["ckan"][0] % ", ".join(texts))
    (broken,) = contents.broken
    assert "Karte" in broken.value
    assert "Beispiel" not in broken.value
    assert "beispiel" not in broken.value


def test_what_is_nested_too_deeply_is_known_by_the_name_it_is_stored_by() -> None:
    """Else it would be missed, and retired in time (H3)."""
    deep: Any = "x"
    for _ in range(80):
        deep = [deep]
    thing = make_package(1) | {"guid": "https://daten.example/datensatz/1", "x": deep}
    contents = opened("ckan", KINDS["ckan"][0] % json.dumps(thing))
    (broken,) = contents.broken
    assert broken.reason == "item.too_deep"
    assert broken.identifier == "https://daten.example/datensatz/1"


@pytest.mark.parametrize(
    ("identifier", "reason", "hides"),
    [
        ("a", "item.broken_json", True),
        (None, "item.broken_json", True),
        ("a", "item.too_deep", False),
        (None, "item.no_identity", False),
    ],
)
def test_a_damaged_dataset_may_have_taken_others_along(
    identifier: str | None, reason: str, hides: bool
) -> None:
    collected = Collected()
    collected.reject([ItemOutcome(identifier, "page 1, dataset 1", reason, "")])
    assert collected.hides_some == hides
    collected.close()


@pytest.mark.parametrize("kind", ["ckan", "dkan", "arcgis", "opendatasoft"])
@pytest.mark.parametrize(
    "text",
    [
        "{}\n" * 900_000,
        "[" + "[]," * 900_000 + "[]]",
        '[{"result": []}' + ',{"result": []}' * 400_000 + "]",
        '{"dataset": [' + "{}, " * 900_000 + "{}]}",
        '{"dataset": [' + "," * 3_000_000 + "]}",
        "[" + '{"id": "a" "b"},' * 200_000 + "{}]",
        '{"dataset": [' + '{"identifier": "a" "b"}, ' * 100_000 + "{}]}",
        "{'dataset': [" + "{'identifier': 'a'}, " * 100_000 + "{}]}",
    ],
)
def test_pages_of_nothing_end_soon(kind: str, text: str) -> None:
    started = time.process_time()
    try:
        assert not opened(kind, text).items
    except HarvestError as error:
        assert error.code.startswith("answer.")  # noqa: PT017
    assert time.process_time() - started < 6

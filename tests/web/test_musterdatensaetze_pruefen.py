# SPDX-License-Identifier: EUPL-1.2
"""The review page: what is in doubt, in which order, with which command; cheap in SQL."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.model import Dataset, Finding, Reading
from app.model.identity import dataset_id
from app.store import Store
from tests.builders import change, dataset, harvest, part
from tests.web.test_pages import page, statements

PATH = "/musterdatensaetze/pruefen"
TREES = "floraUndFauna--baumbestand--baumkataster"
URI = "https://musterdatenkatalog.de/def/musterdatensatz/"


def kind(identifier: str, title: str, reading: Reading, place: str = "01002000") -> Dataset:
    made = dataset(identifier, place, "", part("CSV"))
    return replace(made, title=title, musterdatensatz=reading)


@pytest.fixture
def doubted(sqlite_store: Store) -> None:
    """One of each kind of doubt and three without."""
    monument = Reading("kultur--denkmal", "exact", "reference", f"{URI}kultur/denkmal")
    word = replace(monument, rule="keyword", raw="Kultur - Denkmal")
    against = [Finding("musterdatensatz.contradiction", "x", {"value": "v", "other": TREES})]
    harvest(
        sqlite_store,
        kind("d", "Bäume der Stadt", Reading(TREES, "likely", "model", "baeume"), "13003000"),
        kind("c", "Kita-Standorte", Reading(None, "ambiguous", "model.unsure", "", (TREES,))),
        change(kind("b", "Baumkataster", word), against, ""),
        change(kind("a", "Baumkataster", monument), against, ""),
        kind("e", "Baumkataster", Reading(TREES, "likely", "model.sure", "baumkataster")),
        kind("f", "Denkmäler", monument),
        kind("g", "Grün", Reading(TREES, "exact", "correction", "Grün")),
    )


@pytest.fixture
def asked(client: FlaskClient, doubted: None) -> Callable[[str], list[dict[str, object]]]:
    """The rows of the answer to a query."""

    def rows(query: str = "") -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.loads(client.get(f"{PATH}.json?{query}").text)["rows"]
        return found

    return rows


def ids(rows: list[dict[str, object]]) -> list[str]:
    names = {dataset_id("stadt", name): name for name in "abcdefg"}
    return [names[row["datensatz"]["key"]] for row in rows]  # type: ignore[index]


def test_the_gravest_doubts_come_first(asked: Callable[..., list[dict[str, object]]]) -> None:
    assert ids(asked()) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("zweifel=angabe", ["a"]),
        ("zweifel=schlagwort", ["b"]),
        ("zweifel=unsicher", ["c"]),
        ("zweifel=vorschlag", ["d"]),
        ("kommune=13003000", ["d"]),
        ("land=01&zweifel=vorschlag", []),
        ("portal=stadt&q=kita", ["c"]),
        ("sortierung=name", ["d", "a", "b", "c"]),
        ("sortierung=-zweifel", ["d", "c", "b", "a"]),
        ("pro-seite=2&seite=2", ["c", "d"]),
    ],
)
def test_filters_sorting_and_pages(
    asked: Callable[..., list[dict[str, object]]], query: str, found: list[str]
) -> None:
    assert sorted(ids(asked(query))) == sorted(found)
    if "name" not in query:
        assert ids(asked(query)) == found


def test_a_row_has_what_an_editor_needs(asked: Callable[..., list[dict[str, object]]]) -> None:
    row = asked("zweifel=angabe")[0]
    assert row["genannt"]["key"] == "kultur--denkmal"  # type: ignore[index]
    assert row["vermutet"]["key"] == TREES  # type: ignore[index]
    assert 0 < float(str(row["konfidenz"])) <= 1
    assert row["woerter"] == ["baumkataster"]
    assert len(row["alternativen"]) == 2  # type: ignore[arg-type]
    command = f"datenspiegel musterdatensatz correct {dataset_id('stadt', 'a')} "
    assert row["befehl"] == f"{command}{URI}{TREES.replace('--', '/')}"


@pytest.mark.parametrize("lang", ["", "/en"])
def test_the_page_is_linked_and_shows_the_command(
    client: FlaskClient, doubted: None, lang: str
) -> None:
    shown = page(client, lang + PATH)
    assert "musterdatensatz correct" in shown.text
    assert lang + PATH in page(client, f"{lang}/musterdatensaetze").attribute("a", "href")
    assert f"{lang}{PATH}?zweifel=angabe" in shown.attribute("a", "href")


def test_nothing_to_check_and_wrong_values(client: FlaskClient) -> None:
    assert "nichts zu prüfen" in page(client, PATH).text
    for query in ("zweifel=viel", "sortierung=datum", "foo=1"):
        assert client.get(f"{PATH}?{query}").status_code == 400
    assert client.get(f"{PATH}?groesse=1").status_code == 200


def test_three_statements(app: Flask, client: FlaskClient, doubted: None) -> None:
    client.get(PATH)
    with statements(app) as seen:
        client.get(f"{PATH}?zweifel=angabe")
    assert len(seen) == 3, seen
    assert client.get(f"{PATH}.csv").status_code == client.get(f"{PATH}.xlsx").status_code == 200

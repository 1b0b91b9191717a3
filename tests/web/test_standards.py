# SPDX-License-Identifier: EUPL-1.2
"""The list of standards, a standard's page, the questions about them, and links to them."""

import json

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.store import Store
from app.vocabulary import Vocabulary
from tests.builders import dataset, harvest, id_of, part
from tests.web.page import read
from tests.web.test_pages import page, statements

PLAN = "raumplanung--bebauungsplan"
QUESTIONS = (
    *("/vergleich/standards-je-musterdatensatz", "/vergleich/standards-je-kommune"),
    "/vergleich/abdeckung",
)


@pytest.fixture
def plans(filled: str, sqlite_store: Store) -> str:
    declared = part("XPLANGML", standards=[("xplanung", "declared")])
    inferred = part("XPLANGML", standards=[("xplanung", "inferred"), ("gml", "inferred")])
    harvest(
        sqlite_store,
        dataset("p1", "13004000", PLAN, declared, portal="plan"),
        dataset("p2", "01002000", PLAN, inferred, portal="plan"),
    )
    return filled


def rows(client: FlaskClient, query: str = "") -> dict[str, dict[str, object]]:
    tree = json.loads(client.get(f"/standards.json?{query}").text)
    return {row["standard"]["key"]: row for row in tree["rows"]}


@pytest.mark.parametrize("lang", ["", "/en"])
def test_all_standards_are_listed(
    client: FlaskClient, plans: str, vocabulary: Vocabulary, lang: str
) -> None:
    shown = page(client, f"{lang}/standards?pro-seite=100")
    rest = (page(client, f"{lang}/standards?seite={number}") for number in (2, 3))
    links = [link for each in (shown, *rest) for link in each.attribute("a", "href")]
    assert [e.id for e in vocabulary.standards if f"{lang}/standard/{e.id}" not in links] == []
    assert shown.count("h1") == shown.count("table") == 1


def test_use_is_told_by_grade(client: FlaskClient, plans: str) -> None:
    row = rows(client)["xplanung"]
    assert (row["datensaetze"], row["kommunen"]) == (2, 2)
    assert (row["datensaetze_angegeben"], row["datensaetze_erschlossen"]) == (1, 1)
    assert (row["kommunen_angegeben"], row["kommunen_erschlossen"]) == (1, 1)
    assert row["kommunen_nachgewiesen"] == 0


def test_the_list_is_narrowed_sorted_and_refuses(client: FlaskClient, plans: str) -> None:
    assert list(rows(client, "q=bebauung")) == []
    assert list(rows(client, "q=xleitstelle+xtrasse")) == ["xtrasse"]
    assert {row["ebene"] for row in rows(client, "ebene=code-list").values()} == {"Codeliste"}
    assert "gtfs" in rows(client, "fachgebiet=transport")
    assert "gtfs" not in rows(client, "fachgebiet=planning")
    assert rows(client, "land=01")["xplanung"]["datensaetze"] == 1
    assert next(iter(rows(client, "sortierung=-kommunen"))) == "xplanung"
    for query in ("ebene=turm", "fachgebiet=x", "sortierung=farbe", "farbe=rot"):
        assert client.get(f"/standards?{query}").status_code == 400, query


@pytest.mark.parametrize("lang", ["", "/en"])
def test_a_standard_says_what_it_is_and_who_uses_it(
    client: FlaskClient, plans: str, lang: str
) -> None:
    shown = page(client, f"{lang}/standard/xplanung")
    links = shown.attribute("a", "href")
    assert f"{lang}/kommune/13004000" in links
    assert f"{lang}/musterdatensatz/{PLAN}" in links
    assert f"{lang}/suche?standard=xplanung" in links
    for words in ("XLeitstelle", "http://www.xplanung.de/xplangml"):
        assert words in shown.text, words


def test_a_standards_users_as_data(client: FlaskClient, plans: str) -> None:
    tree = json.loads(client.get("/standard/xplanung.json").text)
    graded = {row["kommune"]["key"]: (row["angegeben"], row["erschlossen"]) for row in tree["rows"]}
    assert graded == {"13004000": (1, 0), "01002000": (0, 1)}
    assert tree["rows"][0]["datenbestaende_namen"][0]["key"] == PLAN
    assert json.loads(client.get("/standard/xplanung.json?land=01").text)["total"] == 1
    for form in ("csv", "xlsx"):
        assert client.get(f"/standard/xplanung.{form}").status_code == 200
        assert client.get(f"/standards.{form}").status_code == 200


def test_a_metadata_profile_is_not_counted(client: FlaskClient, plans: str) -> None:
    shown = page(client, "/standard/dcat-ap-de")
    assert "Standard für Metadaten" in shown.text
    assert shown.count("table") == 0


@pytest.mark.parametrize("key", ["x", "<script>", "GTFS"])
def test_an_unknown_standard_is_one_sentence(client: FlaskClient, key: str) -> None:
    answer = client.get(f"/standard/{key}")
    assert answer.status_code == 404
    assert "Liste der Datenstandards" in read(answer.text).text
    assert "<script>" not in answer.text


def test_every_entry_has_a_page(client: FlaskClient, plans: str, vocabulary: Vocabulary) -> None:
    for entry in vocabulary.standards:
        for lang in ("", "/en"):
            assert client.get(f"{lang}/standard/{entry.id}").status_code == 200, entry.id


def test_other_pages_lead_to_standards(client: FlaskClient, plans: str) -> None:
    assert "/standard/wms" in page(client, f"/datensatz/{plans}").attribute("a", "href")
    links = page(client, f"/musterdatensatz/{PLAN}").attribute("a", "href")
    assert "/standard/xplanung" in links
    assert f"/vergleich/standards-je-musterdatensatz?musterdatensatz={PLAN}" in links
    assert "/standards" in page(client, "/").attribute("a", "href")


@pytest.mark.parametrize("path", QUESTIONS)
@pytest.mark.parametrize(
    "query", ["", "?typ=land", "?groesse=2", "?kommune=13004000&kommune=01002000"]
)
def test_questions_stand_in_both_languages(
    client: FlaskClient, plans: str, path: str, query: str
) -> None:
    for lang in ("", "/en"):
        shown = page(client, f"{lang}{path}{query}")
        assert shown.count("h1") == shown.count("main") == 1
        assert shown.count("table") == 1
        assert set(shown.attribute("th", "scope")) == {"col", "row"}


@pytest.mark.parametrize("path", QUESTIONS)
def test_questions_as_data(client: FlaskClient, plans: str, path: str) -> None:
    for form in ("json", "csv", "xlsx"):
        assert client.get(f"{path}.{form}").status_code == 200


def test_coverage_names_what_is_there_and_what_is_not(client: FlaskClient, plans: str) -> None:
    text = page(client, "/vergleich/abdeckung").text
    assert "nichts bekannt" in text
    assert "vorhanden, Datensätze:" in text
    assert "frühere Gruppe" in page(client, "/vergleich/abdeckung?spalten=9").text
    whole = json.loads(client.get("/vergleich/abdeckung.json?spalten=alle").text)
    assert PLAN in {column["key"] for column in whole["columns"]}


@pytest.mark.parametrize(
    ("path", "most"),
    [("/standards", 3), ("/standard/xplanung", 2), *((path, 2) for path in QUESTIONS)],
)
def test_a_page_costs_few_statements(app: Flask, plans: str, path: str, most: int) -> None:
    client = app.test_client()
    client.get(path)
    with statements(app) as sent:
        assert client.get(path).status_code == 200
    assert len(sent) <= most, sent


@pytest.mark.parametrize(
    "path",
    [*QUESTIONS[:2], "/vergleich/haeufigste-datenbestaende", f"/musterdatensatz/{PLAN}"],
)
def test_names_of_standards_in_lists_are_links(client: FlaskClient, plans: str, path: str) -> None:
    assert "/standard/gml" in page(client, path).attribute("a", "href")
    assert "/en/standard/gml" in page(client, f"/en{path}").attribute("a", "href")


@pytest.mark.parametrize(
    ("format", "words"),
    [
        ("CSV", "3 von 5 Sternen: maschinenlesbar, offenes Format"),
        ("XLS", "2 von 5 Sternen: maschinenlesbar, kein offenes Format"),
        ("PDF", "1 von 5 Sternen: nicht maschinenlesbar, offenes Format"),
        ("RDF_TURTLE", "4 von 5 Sternen: maschinenlesbar, offenes Format"),
        ("ZIP", ""),
    ],
)
def test_a_file_says_how_open_its_format_is(
    client: FlaskClient, sqlite_store: Store, format: str, words: str
) -> None:
    made = dataset("f", "13004000", PLAN, part(format))
    harvest(sqlite_store, made)
    shown = client.get(f"/datensatz/{id_of(made)}").text
    assert ("Sternen" in shown) == bool(words)
    assert words in shown

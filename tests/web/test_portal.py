# SPDX-License-Identifier: EUPL-1.2
"""The page of a portal: its standing in words, Hinweise by code and one by one, its cost."""

import csv
import io
import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.config import Settings
from app.store import Store
from tests.builders import dataset, harvest, id_of, portal
from tests.web.page import read
from tests.web.portal_made import ROWS, TOWN, TREES, fill, settings_in
from tests.web.test_pages import page, statements


@pytest.fixture
def settings(sqlite_store: Store, tmp_path: Path) -> Settings:
    return settings_in(sqlite_store, tmp_path)


@pytest.fixture
def noted(sqlite_store: Store) -> None:
    fill(sqlite_store)


@pytest.mark.parametrize("lang", ["", "/en"])
@pytest.mark.parametrize("query", ["", "?code=description.missing", "?tabelle=abrufe"])
def test_the_views_stand_in_both_languages(
    client: FlaskClient, noted: None, lang: str, query: str
) -> None:
    shown = page(client, f"{lang}/portal/stadt{query}")
    assert shown.count("h1") == 1
    assert f"{lang}/portale" in shown.attribute("a", "href")
    other = "/portal/stadt" if lang else "/en/portal/stadt"
    assert other + query in shown.attribute("a", "href")


def test_the_overview_tells_how_the_portal_stands(client: FlaskClient, noted: None) -> None:
    shown = page(client, "/portal/stadt")
    for words in (
        "Portal stadt",
        "hat alles gelesen, was das Portal anbietet",
        "Zuletzt erfolgreich abgerufen am 2. Apr. 2026",
        "Datensätze 60",
        "Stillgelegt 0",
        "Vom Portal angekündigt 61",
        "Katalog <i>",
        "Herausgegeben von: Amt für Daten",
        "Lizenz der Metadaten: Creative Commons Namensnennung",
    ):
        assert words in shown.text, words
    links = shown.attribute("a", "href")
    assert portal().url in links
    assert "/suche?lizenz=cc-by-4.0&portal=stadt" in links
    assert "/suche?format=CSV&portal=stadt" in links
    assert "/portal/stadt?tabelle=abrufe" in links


def test_findings_are_grouped_with_mend_and_examples(client: FlaskClient, noted: None) -> None:
    shown = page(client, "/portal/stadt")
    assert "Die Lizenzangabe „…“ ist nicht bekannt" in shown.text
    assert "Ergänzen Sie dct:description" in shown.text
    assert shown.text.index("Lizenzangabe") < shown.text.index("keine Beschreibung")
    links = shown.attribute("a", "href")
    seventh = id_of(dataset("07", TOWN))
    assert links.count(f"/datensatz/{seventh}") == 1, "one example a dataset"
    assert "/portal/stadt?code=licence.unknown" in links


def test_every_occurrence_of_a_code_is_paged(client: FlaskClient, noted: None) -> None:
    shown = page(client, "/portal/stadt?code=description.missing&seite=2")
    assert "60 Zeilen, Seite 2 von 2" in shown.text
    links = shown.attribute("a", "href")
    here, first = (_datasets(client, query) for query in ("seite=2", "seite=1"))
    assert (len(first), len(here), len(first | here)) == (50, 10, ROWS)
    assert here <= set(links) and not first & set(links)
    assert "/portal/stadt?code=description.missing" in links, "page 1 keeps the code"
    data = "/portal/stadt.csv?code=description.missing&pro-seite=1000"
    assert data in links
    (head, *rows) = csv.reader(io.StringIO(client.get(data).text, newline=""))
    assert (head[0], len(rows)) == ("Hinweis", ROWS)


def _datasets(client: FlaskClient, query: str) -> set[str]:
    """Paths of the datasets on a page of those without description."""
    rows = json.loads(client.get(f"/portal/stadt.json?code=description.missing&{query}").text)
    return {row["datensatz"]["path"] for row in rows["rows"]}


def test_values_of_the_portal_are_shown_harmless(client: FlaskClient, noted: None) -> None:
    answer = client.get("/portal/stadt?code=licence.unknown").text
    assert "frei &lt;b&gt;" in answer and "frei <b>" not in answer
    assert "Datei 2" in answer


def test_findings_about_pages_have_no_dataset(client: FlaskClient, noted: None) -> None:
    shown = page(client, "/portal/stadt?code=xml.repaired")
    assert "Seite des Portals" in shown.text and "page-1.rdf" in shown.text
    tree = json.loads(client.get("/portal/stadt.json?code=xml.repaired").text)
    assert tree["rows"][0]["datensatz"] is None
    assert tree["selection"] == {"code": ["xml.repaired"]}


def test_a_code_that_does_not_occur_is_no_error(client: FlaskClient, noted: None) -> None:
    shown = page(client, "/portal/stadt?code=title.missing")
    assert "gibt es bei diesem Portal nicht" in shown.text


def test_json_holds_the_facts_beside_the_table(client: FlaskClient, noted: None) -> None:
    tree = json.loads(client.get("/portal/stadt.json").text)
    facts = tree["portal"]
    assert (facts["datasets"], facts["announced"], facts["state"]) == (60, 61, "complete")
    assert facts["licences"] == [
        {"key": "cc-by-4.0", "label": facts["licences"][0]["label"], "datasets": 60}
    ]
    (unknown, missing, repaired) = tree["rows"]
    assert (unknown["kennung"], unknown["anzahl"], unknown["datasets"]) == ("licence.unknown", 3, 1)
    assert (repaired["datasets"], missing["anzahl"]) == (0, 60)
    assert client.get("/portal/stadt.xlsx").status_code == 200
    assert client.get("/portal/stadt.csv").text.startswith("Gewicht,Hinweis,Anzahl")


@pytest.mark.parametrize("key", ["nirgends", "STADT", "a" * 3_000, "ä"])
def test_an_unknown_portal_is_one_helpful_sentence(
    client: FlaskClient, noted: None, key: str
) -> None:
    answer = client.get(f"/portal/{key}")
    assert answer.status_code == 404
    assert "ist hier nicht bekannt" in read(answer.text).text
    assert json.loads(client.get(f"/portal/{key}.json").text)["error"]["status"] == 404


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("code=licence.unknwn", "licence.unknown"),
        ("tabelle=laeufe", "abrufe"),
        ("code=licence.unknown&sortierung=name", "sortierung"),
        ("sortierung=farbe", "anzahl"),
        ("kode=1", "code"),
    ],
)
def test_wrong_parameters_are_one_sentence(
    client: FlaskClient, noted: None, query: str, word: str
) -> None:
    shown = page(client, f"/portal/stadt?{query}", 400)
    assert word in shown.text


def test_pages_that_name_a_portal_link_it(client: FlaskClient, noted: None) -> None:
    compared = f"/vergleich/musterdatensatz-im-vergleich?musterdatensatz={TREES}"
    first = f"/datensatz/{id_of(dataset('00', TOWN))}"
    for path in ("/portale", first, f"/kommune/{TOWN}", compared):
        assert "/portal/stadt" in page(client, path).attribute("a", "href"), path
    hit = json.loads(client.get("/suche.json?pro-seite=1").text)["rows"][0]
    assert hit["portal"]["path"] == "/portal/stadt"


def test_portals_are_sorted_and_paged(
    client: FlaskClient, noted: None, sqlite_store: Store
) -> None:
    harvest(sqlite_store, dataset("x", TOWN, portal="amt"))
    tree = json.loads(client.get("/portale.json?sortierung=-datasets&pro-seite=1").text)
    assert [row["portal"]["key"] for row in tree["rows"]] == ["stadt"]
    assert (tree["total"], tree["pages"]) == (2, 2)
    names = json.loads(client.get("/portale.json").text)["rows"]
    assert [row["portal"]["key"] for row in names] == ["amt", "stadt"]


@pytest.mark.parametrize(
    ("query", "number"),
    [("", 13), (".json", 12), (".csv", 5), ("?code=description.missing", 6)]
    + [("?tabelle=abrufe", 6), (".csv?code=title.missing", 6)],
)
def test_a_view_costs_few_statements(app: Flask, noted: None, query: str, number: int) -> None:
    client = app.test_client()
    client.get(f"/portal/stadt{query}")
    with statements(app) as sent:
        assert client.get(f"/portal/stadt{query}").status_code == 200
    assert len(sent) == number, sent

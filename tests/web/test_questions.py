# SPDX-License-Identifier: EUPL-1.2
"""The further questions as pages: choosing, links, harmless titles, SQL, both languages."""

import json
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.compare import QUESTIONS
from app.store import Store
from tests.builders import dataset, harvest, part
from tests.web.page import read
from tests.web.test_pages import page, statements

TREES = "floraUndFauna--baumbestand--baumkataster"
WASTE = "abfallentsorgung--abfallkalender"
LICENCES = "/vergleich/lizenzen-je-kommune"
SIDE = f"/vergleich/musterdatensatz-im-vergleich?musterdatensatz={TREES}"
POTENTIAL = "/vergleich/potenzial?kommune=13004000"
ALL = (LICENCES, f"{LICENCES}?typ=land", SIDE, POTENTIAL)


@pytest.fixture
def waste(filled: str, sqlite_store: Store) -> None:
    made = dataset("w", "03404000", WASTE, part("ICS"), portal="abfall")
    harvest(sqlite_store, replace(made, title="<b>Müll</b>"))


@pytest.mark.parametrize("path", ALL)
@pytest.mark.parametrize("lang", ["", "/en"])
def test_pages_stand_in_both_languages(
    client: FlaskClient, waste: None, path: str, lang: str
) -> None:
    shown = page(client, lang + path)
    assert shown.count("h1") == shown.count("main") == shown.count("table") == 1
    assert shown.count("caption") == 1
    assert shown.count("style") == 0
    assert set(shown.attribute("th", "scope")) == {"col", "row"}


@pytest.mark.parametrize("path", [LICENCES, SIDE, POTENTIAL])
def test_an_empty_store_is_no_error(client: FlaskClient, path: str) -> None:
    shown = page(client, path).text
    assert ("noch nichts zu zeigen" if path == LICENCES else "keine Datenbestände") in shown


@pytest.mark.parametrize("path", [LICENCES, SIDE, POTENTIAL])
@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_the_same_as_data(client: FlaskClient, waste: None, path: str, form: str) -> None:
    base, _, query = path.partition("?")
    answer = client.get(f"{base}.{form}?{query}")
    assert answer.status_code == 200
    if form == "json":
        assert json.loads(answer.text)["total"] > 0
    assert f"{base}.{form}" in " ".join(page(client, path).attribute("a", "href"))


def test_licences_link_to_the_kommune(client: FlaskClient, waste: None) -> None:
    shown = page(client, LICENCES)
    assert "/kommune/13003000" in shown.attribute("a", "href")
    for words in ("nicht erkannt", "Anteil offen", "national", "100 %"):
        assert words in shown.text, words
    assert "/kommune/13" in page(client, f"{LICENCES}?typ=land").attribute("a", "href")


def test_side_by_side_links_datasets(client: FlaskClient, waste: None, filled: str) -> None:
    shown = page(client, SIDE)
    links = shown.attribute("a", "href")
    assert f"/datensatz/{filled}" in links
    assert "erschlossen" in shown.text
    assert "Gemeinsamer Nenner der Formate" in shown.text
    assert "<script>alert" not in client.get(SIDE).text


def test_potential_shows_examples_of_others(client: FlaskClient, waste: None) -> None:
    shown = page(client, POTENTIAL)
    assert "von 3 Vergleichskommunen" in shown.text
    assert "<b>Müll" in shown.text, "as text, not as an element"
    assert "/kommune/13004000" in shown.attribute("a", "href")
    assert ("kommune", "13004000") not in shown.fields(), "the form has a field of its own"


@pytest.mark.parametrize(
    ("path", "element"),
    [("/vergleich/musterdatensatz-im-vergleich", "select"), ("/vergleich/potenzial", "input")],
)
def test_without_its_subject_a_question_asks_for_it(
    client: FlaskClient, waste: None, path: str, element: str
) -> None:
    for lang in ("", "/en"):
        shown = page(client, lang + path)
        assert shown.count(element) == 1
        assert shown.attribute("form", "action") == [lang + path]
    assert client.get(f"{path}.json").status_code == 400


def test_an_empty_value_is_no_subject(client: FlaskClient, waste: None) -> None:
    assert page(client, "/vergleich/potenzial?kommune=").count("input") == 1


@pytest.mark.parametrize("query", ["kommune=13", "kommune=13004000&kommune=13003000"])
def test_potential_refuses_what_it_cannot_answer(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/vergleich/potenzial?{query}")
    assert answer.status_code == 400
    assert "nicht geklappt" in read(answer.text).text


def test_the_menu_offers_laender_where_there_are_any(client: FlaskClient) -> None:
    links = page(client, "/vergleich").attribute("a", "href")
    for question in QUESTIONS.values():
        offered = f"/vergleich/{question.slug}?typ=land" in links
        assert offered == question.laender, question.slug


@pytest.mark.parametrize(
    ("path", "warm"),
    [
        (LICENCES, 2),
        ("/vergleich/lizenzen-je-kommune.json", 1),
        (SIDE, 4),
        (POTENTIAL, 3),
        ("/vergleich/potenzial", 0),
    ],
)
def test_a_question_costs_few_statements(app: Flask, waste: None, path: str, warm: int) -> None:
    client = app.test_client()
    client.get(path)
    with statements(app) as sent:
        assert client.get(path).status_code == 200
    assert len(sent) == warm, sent

# SPDX-License-Identifier: EUPL-1.2
"""The pages of Kommunen: the list, one of each level, former keys, SQL, both languages."""

import json

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.store import Store
from tests.builders import dataset, harvest, part
from tests.web.page import read
from tests.web.test_pages import page, statements

TREES = "floraUndFauna--baumbestand--baumkataster"
KREIS, VERBAND, INSIDE = "13071", "010515166", "13071107"


@pytest.fixture
def places(filled: str, sqlite_store: Store) -> None:
    """Beside the two towns and the state: a Kreis, a Verband, a town in the Kreis, a loose one."""
    harvest(
        sqlite_store,
        dataset("k", KREIS, TREES, part("CSV"), portal="kreis"),
        dataset("v", VERBAND, TREES, part("CSV"), portal="verband"),
        dataset("i", INSIDE, TREES, part("CSV", None), portal="ort"),
        dataset("lose", "13003000", "", part("CSV"), portal="lose"),
    )


@pytest.mark.parametrize("lang", ["", "/en"])
def test_the_list_links_every_kommune(client: FlaskClient, places: None, lang: str) -> None:
    shown = page(client, f"{lang}/kommunen")
    links = shown.attribute("a", "href")
    for key in ("13003000", "01002000", KREIS, VERBAND, INSIDE):
        assert f"{lang}/kommune/{key}" in links
    assert f"{lang}/kommune/13" not in links


def test_the_list_filters_and_sorts(client: FlaskClient, places: None) -> None:
    def keys(query: str) -> list[str]:
        tree = json.loads(client.get(f"/kommunen.json?{query}").text)
        return [row["kommune"]["key"] for row in tree["rows"]]

    assert keys("typ=kreis") == [KREIS]
    assert keys("typ=land") == ["13"]
    assert keys("land=01&sortierung=name") == [VERBAND, "01002000"]
    assert keys("groesse=2") == ["13003000", "01002000"]
    assert keys("pro-seite=1&seite=2&sortierung=-einwohner") == ["01002000"]
    assert keys("portal=ort") == [INSIDE]


def test_a_name_finds_kommunen_without_data_too(client: FlaskClient, places: None) -> None:
    shown = page(client, "/kommunen?q=schwer")
    assert "/kommune/13004000" in shown.attribute("a", "href")
    assert "noch keine Daten" in shown.text
    assert ("q", "schwer") in [
        (has.get("name"), has.get("value")) for tag, has in shown.elements if tag == "input"
    ]


def test_a_kommune_has_figures_holdings_licences_portals(client: FlaskClient, places: None) -> None:
    shown = page(client, "/kommune/13003000")
    for words in (
        "Datensätze 2",
        "Bestände 2",
        "Muster\xaddatensätze 1",
        "Kreisfreie Stadt",
        "2 – 200.000 bis unter 400.000",
        "Flora und Fauna",
        "Creative Commons Namensnennung",
        "Portal lose",
        "Ein Datensatz ist keinem Musterdatensatz zugeordnet",
    ):
        assert words in shown.text, words
    links = shown.attribute("a", "href")
    assert "/vergleich/potenzial?kommune=13003000" in links
    assert "/vergleich/lizenzen-je-kommune?typ=kreisfrei&groesse=2" in links
    assert f"/musterdatensatz/{TREES}" in links
    compare = "/vergleich/musterdatensatz-im-vergleich"
    assert f"{compare}?musterdatensatz={TREES}&typ=kreisfrei&groesse=2" in links
    assert "/kommune/13" in links


def test_levels_link_up_and_down(client: FlaskClient, places: None) -> None:
    assert f"/kommune/{INSIDE}" in page(client, f"/kommune/{KREIS}").attribute("a", "href")
    assert f"/kommune/{KREIS}" in page(client, f"/kommune/{INSIDE}").attribute("a", "href")
    assert "Amt Marne-Nordsee" in page(client, f"/kommune/{VERBAND}").text
    land = page(client, "/kommune/13")
    assert "/kommunen?land=13" in land.attribute("a", "href")
    assert "INSPIRE" in land.text
    assert "/kommune/02000000" in page(client, "/kommune/02").attribute("a", "href")
    assert "/kommune/02" in page(client, "/kommune/02000000").attribute("a", "href")


def test_a_kommune_without_data_leads_to_its_potential(client: FlaskClient, places: None) -> None:
    shown = page(client, "/kommune/13004000")
    assert "noch keine Daten bekannt" in shown.text
    assert "/vergleich/potenzial?kommune=13004000" in shown.attribute("a", "href")


@pytest.mark.parametrize(
    ("given", "target"),
    [
        ("/kommune/13003", "/kommune/13003000"),
        ("/kommune/130030000000", "/kommune/13003000"),
        ("/en/kommune/13003.json?seite=1", "/en/kommune/13003000.json?seite=1"),
        ("/kommune/03153007", "/kommune/03153019"),
    ],
)
def test_longer_and_former_keys_lead_to_the_present_one(
    client: FlaskClient, given: str, target: str
) -> None:
    answer = client.get(given)
    assert (answer.status_code, answer.headers["Location"]) == (301, target)


@pytest.mark.parametrize("key", ["99", "abc", "1300300", "13003000x", "²³", "0" * 500])
def test_an_unknown_key_is_one_sentence(client: FlaskClient, key: str) -> None:
    answer = client.get(f"/kommune/{key}")
    assert answer.status_code == 404
    assert "Schlüssel" in read(answer.text).text
    assert json.loads(client.get(f"/kommune/{key}.json").text)["error"]["status"] == 404


def test_holdings_as_data(client: FlaskClient, places: None) -> None:
    tree = json.loads(client.get("/kommune/13003000.json").text)
    (row,) = tree["rows"]
    assert row["datenbestand"]["path"] == f"/musterdatensatz/{TREES}"
    assert {each["label"] for each in row["lizenzen"]} >= {"nicht erkannt"}
    assert [each["code"] for each in tree["notes"]][-1] == "note.kommune_unclassified"
    assert client.get("/kommune/13.csv").text.count("\r\n") == 2
    assert client.get("/kommune/13.xlsx").status_code == 200


def test_other_sortings_list_without_groups(client: FlaskClient, places: None) -> None:
    grouped, flat = (
        page(client, f"/kommune/13003000{query}") for query in ("", "?sortierung=-datensaetze")
    )
    assert "rowgroup" in grouped.attribute("th", "scope")
    assert "rowgroup" not in flat.attribute("th", "scope")
    assert "Zur ersten Seite" in page(client, "/kommune/13003000?seite=9").text


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/kommunen", 2),
        ("/kommunen.json", 2),
        ("/kommune/13003000", 6),
        (f"/kommune/{KREIS}", 7),
        ("/kommune/13", 6),
        ("/kommune/13003000.json", 2),
    ],
)
def test_a_page_costs_few_statements(app: Flask, places: None, path: str, most: int) -> None:
    client = app.test_client()
    client.get(path)
    with statements(app) as sent:
        assert client.get(path).status_code == 200
    assert len(sent) == most, sent


def test_a_kommune_leads_to_its_neighbours(client: FlaskClient, places: None) -> None:
    links = page(client, "/kommune/13003000").attribute("a", "href")
    assert "/vergleich/abdeckung?land=13" in links
    assert not [link for link in links if link.startswith("/vergleich/abdeckung?typ=land")]
    of_land = page(client, "/kommune/13").attribute("a", "href")
    assert "/vergleich/abdeckung?land=13" not in of_land


def test_the_start_page_looks_for_a_kommune(client: FlaskClient, places: None) -> None:
    assert "/kommunen" in page(client, "/").attribute("form", "action")
    assert "/kommune/13003000" in page(client, "/kommunen?q=Rostock").attribute("a", "href")


@pytest.mark.parametrize(
    ("lang", "path"), [("", "/kommune/13004000"), ("/en", "/en/kommune/13004000")]
)
def test_a_word_that_fits_one_name_alone_leads_there(
    client: FlaskClient, places: None, lang: str, path: str
) -> None:
    answer = client.get(f"{lang}/kommunen?q=Schwerin,")
    assert (answer.status_code, answer.headers["Location"]) == (302, path)
    assert client.get("/kommunen.json?q=Schwerin,").status_code == 200

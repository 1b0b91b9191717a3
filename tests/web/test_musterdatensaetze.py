# SPDX-License-Identifier: EUPL-1.2
"""The pages of Musterdatensätze: the whole catalogue, and one of them."""

import json

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.vocabulary import Vocabulary
from tests.web.page import read
from tests.web.test_pages import page, statements

TREES = "floraUndFauna--baumbestand--baumkataster"
LIST, ONE = "/musterdatensaetze", f"/musterdatensatz/{TREES}"


@pytest.mark.parametrize("lang", ["", "/en"])
def test_the_whole_catalogue_stands_by_thema(
    client: FlaskClient, filled: str, vocabulary: Vocabulary, lang: str
) -> None:
    shown = page(client, lang + LIST)
    links = shown.attribute("a", "href")
    missing = [
        each.slug
        for each in vocabulary.musterdaten
        if f"{lang}/musterdatensatz/{each.slug}" not in links
    ]
    assert missing == []
    themes = len(vocabulary.musterdaten.themen)
    assert sum(has.get("class", "").split()[:1] == ["topic"] for _, has in shown.elements) == themes


def test_counts_filters_and_sorting(client: FlaskClient, filled: str) -> None:
    def rows(query: str) -> list[tuple[str, int]]:
        tree = json.loads(client.get(f"{LIST}.json?{query}").text)
        return [(row["datenbestand"]["key"], row["kommunen"]) for row in tree["rows"]]

    assert rows("sortierung=-kommunen")[0] == (TREES, 2)
    assert rows("q=baumkataster") == [(TREES, 2)]
    assert rows("q=baumkataster&land=13") == [(TREES, 1)]
    assert rows("q=baumkataster&typ=kreis") == [(TREES, 0)]
    assert {key.partition("--")[0] for key, _ in rows("thema=floraUndFauna")} == {"floraUndFauna"}
    assert rows("q=gibtesnicht") == []
    flat = page(client, f"{LIST}?sortierung=-kommunen")
    assert "2 Kommunen" in flat.text


def test_one_says_who_and_what_is_in_use(client: FlaskClient, filled: str) -> None:
    shown = page(client, ONE)
    links = shown.attribute("a", "href")
    assert {"/kommune/13003000", "/kommune/01002000"} <= set(links)
    typ = "typ=kreisfrei&typ=kreisangehoerig&typ=kreis&typ=verband"
    compare = "/vergleich/musterdatensatz-im-vergleich"
    assert f"{compare}?{typ}&musterdatensatz={TREES}" in links
    kept = f"{compare}?land=13&{typ}&musterdatensatz={TREES}"
    assert kept in page(client, f"{ONE}?land=13").attribute("a", "href")
    for words in (
        "Was verwendet wird",
        "GeoJSON",
        "Kategorie des Musterdatenkatalogs",
        "2 Kommunen",
    ):
        assert words in shown.text, words
    assert any(link.startswith("https://musterdatenkatalog.de/") for link in links)


def test_one_as_data_and_filtered(client: FlaskClient, filled: str) -> None:
    tree = json.loads(client.get(f"{ONE}.json?format=GEOJSON").text)
    assert [row["kommune"]["key"] for row in tree["rows"]] == ["01002000"]
    assert client.get(f"{ONE}.csv?csv=de").data.startswith(b"\xef\xbb\xbfKommune;")
    assert client.get(f"{ONE}.xlsx").status_code == 200


def test_nobody_publishes_it(client: FlaskClient, filled: str) -> None:
    assert "noch keine Kommune" in page(client, f"{ONE}?land=16").text
    assert "noch keine Kommune" in page(client, "/musterdatensatz/sonstiges--sonstiges").text


@pytest.mark.parametrize("slug", ["x", "<script>", "floraUndFauna"])
def test_an_unknown_one_is_one_sentence(client: FlaskClient, slug: str) -> None:
    answer = client.get(f"/musterdatensatz/{slug}")
    assert answer.status_code == 404
    assert "Liste der Musterdatensätze" in read(answer.text).text
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    ("path", "number"), [(LIST, 1), (ONE, 2), (f"{LIST}.json", 1), (f"{ONE}.csv", 1)]
)
def test_a_page_costs_few_statements(app: Flask, filled: str, path: str, number: int) -> None:
    client = app.test_client()
    client.get(path)
    with statements(app) as sent:
        assert client.get(path).status_code == 200
    assert len(sent) == number, sent


@pytest.mark.parametrize(
    "path", [ONE, f"/vergleich/musterdatensatz-im-vergleich?musterdatensatz={TREES}"]
)
def test_who_wants_to_merge_is_led_on(client: FlaskClient, filled: str, path: str) -> None:
    target = f"/vergleich/kombinierbarkeit?musterdatensatz={TREES}"
    assert target in page(client, path).attribute("a", "href")
    assert client.get(target).status_code == 200

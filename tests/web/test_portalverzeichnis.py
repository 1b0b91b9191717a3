# SPDX-License-Identifier: EUPL-1.2
"""The directory of portals as a page and as data."""

import csv
import io

from flask.testing import FlaskClient

from app.vocabulary import load
from tests.web.test_pages import page

PATH = "/portale/verzeichnis"
ALL = len(load().portals)


def test_the_page_in_both_languages(client: FlaskClient, filled: str) -> None:
    german, english = page(client, PATH), page(client, f"/en{PATH}")
    assert "nie abgerufen" in german.text and "never asked" in english.text
    assert german.count("h1") == 1
    assert PATH in page(client, "/portale").attribute("a", "href")
    assert f"/en{PATH}" in page(client, "/en/portale").attribute("a", "href")
    assert "Gemeinde" in german.text and "ungeprüft" in german.text


def test_the_same_as_data(client: FlaskClient, filled: str) -> None:
    answer = client.get(f"{PATH}.json?land=13").get_json()
    assert [row["listed_id"] for row in answer["rows"]] == ["rostock"]
    assert answer["rows"][0]["listed_key"] == "13003000"
    rows = list(csv.DictReader(io.StringIO(client.get(f"{PATH}.csv").text)))
    assert len(rows) == ALL
    assert client.get(f"{PATH}.xlsx").data.startswith(b"PK")


def test_pages_and_sorting(client: FlaskClient, filled: str) -> None:
    first = client.get(f"{PATH}.json?pro-seite=50&sortierung=-key").get_json()["rows"]
    second = client.get(f"{PATH}.json?pro-seite=50&sortierung=-key&seite=2").get_json()["rows"]
    keys = [row["listed_key"] or "" for row in (*first, *second)]
    assert len(keys) == 100 and keys == sorted(keys, reverse=True)
    assert client.get(f"{PATH}?sortierung=url").status_code == 400
    assert client.get(f"{PATH}?unfug=1").status_code == 400


def test_words_are_looked_for_at_the_beginning_of_words(client: FlaskClient, filled: str) -> None:
    def found(words: str) -> list[str]:
        rows = client.get(f"{PATH}.json?q={words}").get_json()["rows"]
        return [row["listed_id"] for row in rows]

    assert found("Rostock") == found("ROST opendata-hro") == ["rostock"]
    assert found("ostock") == found("xyzzy") == []
    assert "Gesetzte Filter" in page(client, f"{PATH}?q=rost").text

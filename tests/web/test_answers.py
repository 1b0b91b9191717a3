# SPDX-License-Identifier: EUPL-1.2
"""Answers as data: the same under the same query, open to other sites, cheap to ask again."""

import csv
import io
import json

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

QUESTION = "/vergleich/haeufigste-datenbestaende"
DATA = (f"{QUESTION}.json", f"{QUESTION}.csv", f"{QUESTION}.xlsx", "/portale.json", "/portale.csv")


def test_json_csv_and_workbook_hold_the_same_rows(client: FlaskClient, filled: str) -> None:
    query = "?sortierung=name&land=13"
    tree = json.loads(client.get(f"{QUESTION}.json{query}").text)
    text = client.get(f"{QUESTION}.csv{query}").text
    book = load_workbook(io.BytesIO(client.get(f"{QUESTION}.xlsx{query}").data))
    head, row = csv.reader(io.StringIO(text, newline=""))
    assert tree["selection"] == {"land": ["13"], "sortierung": ["name"]}
    assert [column["label"] for column in tree["columns"]] == head
    assert tree["rows"][0]["datenbestand"]["label"] == row[0] == book.worksheets[0]["A2"].value
    assert [sheet.title for sheet in book] == [
        "Häufigste Datenbestände",
        "Lizenzen",
        "Formate",
        "Standards",
        "Hinweise zur Tabelle",
    ]


def test_english_data_below_en(client: FlaskClient, filled: str) -> None:
    tree = json.loads(client.get(f"/en{QUESTION}.json").text)
    assert tree["title"] == "Most frequent data holdings"


def test_german_csv(client: FlaskClient, filled: str) -> None:
    answer = client.get(f"{QUESTION}.csv?csv=de")
    assert answer.data.startswith(b"\xef\xbb\xbfDatenbestand;")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert client.get(f"{QUESTION}.csv?csv=fr").status_code == 400


@pytest.mark.parametrize("path", DATA)
def test_data_is_open_to_other_sites(client: FlaskClient, filled: str, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize("path", [QUESTION, f"{QUESTION}.json", f"{QUESTION}.csv", "/portale"])
def test_the_same_again_is_304(client: FlaskClient, filled: str, path: str) -> None:
    tag = client.get(path).headers["ETag"]
    again = client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_larger_pages_for_data_than_for_people(client: FlaskClient, filled: str) -> None:
    assert client.get(f"{QUESTION}.json?pro-seite=1000").status_code == 200
    assert client.get(f"{QUESTION}.json?pro-seite=1001").status_code == 400
    assert client.get(f"{QUESTION}?pro-seite=101").status_code == 400


def test_head_is_get_without_a_body(client: FlaskClient, filled: str) -> None:
    answer = client.head(f"{QUESTION}.json")
    assert (answer.status_code, answer.data) == (200, b"")

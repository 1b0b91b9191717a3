# SPDX-License-Identifier: EUPL-1.2
"""Formats: those in use with what they are, and one with how its use went over the days."""

import csv
import io
import json

from flask.testing import FlaskClient

from tests.web.test_pages import page


def rows(client: FlaskClient, query: str = "") -> dict[str, dict[str, object]]:
    """The list for programs, by key."""
    found = json.loads(client.get(f"/formate.json{query}").text)["rows"]
    return {row["format"]["key"]: row for row in found}


def test_those_in_use_stand_in_the_list(client: FlaskClient, filled: str) -> None:
    found = rows(client)
    assert "CSV" in found and "7Z" not in found
    assert found["CSV"]["maschinenlesbar"] == "ja" and found["CSV"]["formatart"] == "Datei"
    numbers = [row["datensaetze"] for row in found.values()]
    assert numbers == sorted(numbers, reverse=True) and min(numbers) > 0  # type: ignore[type-var]
    shown = page(client, "/formate")
    assert "/format/CSV" in shown.attribute("a", "href")


def test_it_can_be_searched_and_chosen(client: FlaskClient, filled: str) -> None:
    assert set(rows(client, "?q=.csv")) <= set(rows(client, "?q=csv")) == {"CSV"}
    assert set(rows(client, "?format=CSV")) == {"CSV"}
    assert rows(client, "?format=unknown")["unknown"]["formatart"] == "–"
    assert client.get("/formate?sortierung=laune").status_code == 400
    text = client.get("/formate.csv?sortierung=name").text
    names = [line[0] for line in list(csv.reader(io.StringIO(text)))[1:]]
    assert client.get("/formate.xlsx").status_code == 200
    assert len(names) == len(rows(client))


def test_a_format_tells_how_its_use_went(client: FlaskClient, filled: str) -> None:
    shown = page(client, "/format/CSV")
    assert shown.attribute("section", "aria-labelledby").count("zeit") == 1
    assert "/suche?format=CSV" in shown.attribute("a", "href")
    told = json.loads(client.get("/format/CSV.json").text)
    assert told["trend"][0]["datasets"] == told["datasets"] == rows(client)["CSV"]["datensaetze"]
    assert client.get("/en/format/csv").status_code == 200


def test_one_that_nobody_uses_says_so(client: FlaskClient, filled: str) -> None:
    shown = page(client, "/format/7Z")
    assert "Kein Datensatz" in shown.text
    assert "zeit" not in shown.attribute("section", "aria-labelledby")


def test_an_unknown_one_leads_to_the_list(client: FlaskClient, filled: str) -> None:
    answer = client.get("/format/xyzzy")
    assert answer.status_code == 404 and "/formate" in answer.text

# SPDX-License-Identifier: EUPL-1.2
"""The list of licences, a licence's page, several side by side, and the same for programs."""

import json

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.licensing.wording import cite
from app.vocabulary import Vocabulary
from tests.web.page import read
from tests.web.test_pages import page, statements

API = "/api/v1/licences"
ONE = "/lizenz/cc-by-4.0"


def rows(client: FlaskClient, query: str) -> dict[str, dict[str, object]]:
    tree = json.loads(client.get(f"/lizenzen.json?{query}").text)
    return {row["lizenz"]["key"]: row for row in tree["rows"]}


@pytest.mark.parametrize("lang", ["", "/en"])
def test_all_licences_are_listed_with_their_use(
    client: FlaskClient, filled: str, vocabulary: Vocabulary, lang: str
) -> None:
    links = page(client, f"{lang}/lizenzen").attribute("a", "href")
    missing = [each.id for each in vocabulary.licences if f"{lang}/lizenz/{each.id}" not in links]
    assert missing == []
    found = rows(client, "")
    counts = {key: (row["datensaetze"], row["kommunen"]) for key, row in found.items()}
    assert counts["cc-by-4.0"] == (2, 1)
    assert counts["dl-by-de-2.0"] == (1, 1)
    assert counts["unknown"] == (1, 1)
    assert counts["odbl-1.0"] == (0, 0)


def test_the_list_can_be_narrowed_and_sorted(client: FlaskClient, filled: str) -> None:
    assert list(rows(client, "q=odbl")) == ["odbl-1.0"]
    assert "cc-by-nc-4.0" not in rows(client, "offen=ja")
    assert rows(client, "land=01")["cc-by-4.0"]["datensaetze"] == 0
    by_use = [row["datensaetze"] for row in rows(client, "sortierung=-datensaetze").values()]
    assert by_use == sorted(by_use, reverse=True)  # type: ignore[type-var]
    assert client.get("/lizenzen?sortierung=farbe").status_code == 400
    assert client.get("/lizenzen.xlsx").status_code == 200


def test_words_of_the_law_stand_with_their_clause_and_never_say_allowed(
    client: FlaskClient, filled: str, vocabulary: Vocabulary
) -> None:
    text = page(client, ONE).text
    said = vocabulary.licences.entries["cc-by-4.0"].law.statements
    assert said
    cited = [cite(vocabulary.licences, each.clause, "de") for each in said]
    assert all(each.text[0] in text for each in said)
    assert all(clause in text and "Abschn." in clause for clause in cited)
    assert "keine Rechtsberatung" in text
    assert "erlaubt" not in text


def test_a_licence_names_its_users_and_what_it_goes_with(client: FlaskClient, filled: str) -> None:
    shown = page(client, f"{ONE}?ergebnis=produced_work")
    links = shown.attribute("a", "href")
    assert "/kommune/13003000" in links
    assert "/suche?kommune=13003000&lizenz=cc-by-4.0" in links
    every = {
        link
        for number in (1, 2, 3)
        for link in page(client, f"{ONE}?ergebnis=produced_work&paarseite={number}").attribute(
            "a", "href"
        )
    }
    pair = "/lizenzen/kombinieren?lizenz=cc-by-4.0&lizenz=odbl-1.0&ergebnis=produced_work"
    assert pair in every
    assert client.get(f"{ONE}?ergebnis=kunst").status_code == 400
    assert client.get(f"{ONE}.csv").status_code == 200


def test_what_was_asked_about_pairs_stays_in_every_link(client: FlaskClient, filled: str) -> None:
    asked = "ergebnis=produced_work&paarfolge=name&paarseite=2"
    links = page(client, f"{ONE}?{asked}&land=13").attribute("a", "href")
    sorting = [link for link in links if "sortierung=" in link and ".csv" not in link]
    assert len(sorting) >= 3
    assert all(asked in link and "land=13" in link for link in sorting)
    pairs = [link for link in links if link.endswith("#zusammen")]
    assert f"{ONE}?ergebnis=produced_work&paarfolge=name&land=13#zusammen" in pairs
    assert f"{ONE}?ergebnis=produced_work&paarfolge=name&paarseite=3&land=13#zusammen" in pairs
    assert f"{ONE}?paarfolge=name&land=13#zusammen" in pairs, "another result starts anew"
    downloads = [link for link in links if ".json?" in link]
    assert downloads
    assert all(client.get(link).status_code == 200 for link in downloads)


@pytest.mark.parametrize("wrong", ["paarseite=0", "paarseite=x", "paarfolge=farbe", "ergebnis=x"])
def test_a_wrong_question_about_pairs_is_refused(client: FlaskClient, wrong: str) -> None:
    assert client.get(f"{ONE}?{wrong}").status_code == 400


def test_beyond_the_last_page_of_pairs_leads_a_link_to_the_first(client: FlaskClient) -> None:
    shown = page(client, f"{ONE}?paarseite=99&paarfolge=name")
    assert "Seite" in shown.text
    assert f"{ONE}?paarfolge=name#zusammen" in shown.attribute("a", "href")


def test_pairs_come_in_the_order_asked_for_and_none_is_lost(client: FlaskClient) -> None:
    names: dict[str, list[str]] = {}
    for order in ("name", "urteil"):
        for number in range(1, 10):
            shown = page(client, f"{ONE}?paarfolge={order}&paarseite={number}")
            links = shown.attribute("a", "href")
            found = [link for link in links if link.startswith("/lizenzen/kombinieren?lizenz=")]
            names.setdefault(order, []).extend(found)
    assert len(names["name"]) > 30 and len(set(names["name"])) == len(names["name"])
    assert sorted(names["name"]) == sorted(names["urteil"]) and names["name"] != names["urteil"]


def test_what_is_no_licence_grants_nothing(client: FlaskClient, filled: str) -> None:
    for key in ("unspecified", "unknown"):
        shown = page(client, f"/lizenz/{key}")
        assert "nichts eingeräumt" in shown.text
        assert "Womit sie sich kombinieren" not in shown.text


@pytest.mark.parametrize("key", ["x", "<script>", "cc-by-9.0"])
def test_an_unknown_licence_is_one_sentence(client: FlaskClient, key: str) -> None:
    answer = client.get(f"/lizenz/{key}")
    assert answer.status_code == 404
    assert "Liste der Lizenzen" in read(answer.text).text
    assert "<script>" not in answer.text


def test_up_to_five_stand_side_by_side(client: FlaskClient) -> None:
    shown = page(client, "/lizenzen/vergleich?lizenz=cc-by-4.0&lizenz=odbl-1.0,cc0-1.0")
    assert {"/lizenz/cc-by-4.0", "/lizenz/odbl-1.0", "/lizenz/cc0-1.0"} <= set(
        shown.attribute("a", "href")
    )
    moved = client.get("/lizenzen?vergleich=cc-by-4.0,odbl-1.0")
    assert moved.headers["Location"] == "/lizenzen/vergleich?lizenz=cc-by-4.0&lizenz=odbl-1.0"
    six = "cc-by-4.0,odbl-1.0,cc0-1.0,odc-by-1.0,pddl-1.0,mit"
    assert client.get(f"/lizenzen/vergleich?lizenz={six}").status_code == 400
    assert client.get("/lizenzen/vergleich?lizenz=frei").status_code == 400


@pytest.mark.parametrize(("path", "most"), [("/lizenzen", 3), (ONE, 4)])
def test_a_page_costs_few_statements(app: Flask, filled: str, path: str, most: int) -> None:
    client = app.test_client()
    client.get(path)
    with statements(app) as sent:
        assert client.get(path).status_code == 200
    assert len(sent) <= most, sent


def test_how_its_use_went_over_the_days_is_told(client: FlaskClient, filled: str) -> None:
    shown = page(client, "/lizenz/cc-by-4.0")
    assert shown.attribute("section", "aria-labelledby").count("zeit") == 1
    assert "unverändert: 2." in shown.text
    assert "zeit" not in page(client, "/lizenz/mit").attribute("section", "aria-labelledby")


def test_programs_get_the_list_and_each(client: FlaskClient, vocabulary: Vocabulary) -> None:
    listed = json.loads(client.get(API).text)
    assert listed["total"] == len(listed["rows"]) == len(vocabulary.licences)
    two = client.get(f"{API}?sortierung=-name&pro-seite=2&seite=2").get_json()
    names = [each["name"]["de"].casefold() for each in two["rows"]]
    assert names == sorted(names, reverse=True) and len(names) == two["page_size"] == 2
    assert two["links"]["next"].endswith("sortierung=-name&pro-seite=2&seite=3")
    assert client.get(f"{API}?sortierung=farbe").status_code == 400
    one = json.loads(client.get(f"{API}/odbl-1.0").text)
    assert one["duties"]["share_alike"] == "database"
    assert client.get(f"{API}/x").mimetype == "application/problem+json"


def test_programs_can_have_texts_read(client: FlaskClient) -> None:
    one = json.loads(client.get(f"{API}/read?text=CC-BY-4.0").text)
    assert (one["id"], one["status"], one["candidates"]) == ("cc-by-4.0", "exact", [])
    given = ["", "frei nach Absprache", {"text": "dl-de/by-2-0"}]
    found = json.loads(client.post(f"{API}/read", json=given).text)["readings"]
    assert [each["id"] for each in found] == ["unspecified", None, "dl-by-de-2.0"]
    assert [each["status"] for each in found] == ["missing", "unknown", "exact"]


@pytest.mark.parametrize("body", ["{", "[]", "1", '{"text": 1}', '{"text": "a\\u0000"}', "[[]]"])
def test_a_text_that_cannot_be_read_is_refused(client: FlaskClient, body: str) -> None:
    refused(client.post(f"{API}/read", data=body))


@pytest.mark.parametrize(
    "body",
    [
        "{",
        "[]",
        json.dumps({"inputs": [], "result_type": "internal_use"}),
        json.dumps({"inputs": ["cc-by-5.0"], "result_type": "internal_use"}),
        json.dumps({"inputs": ["cc-by-4.0"], "result_type": "kunst"}),
        json.dumps({"inputs": ["a\0b"], "result_type": "internal_use"}),
        json.dumps({"inputs": ["dataset:abcdefghijklm"], "result_type": "internal_use"}),
        json.dumps({"inputs": ["cc-by-4.0"] * 10_000, "result_type": "internal_use"}),
        "x" * 999_000,
        b"\xff\xfe",
    ],
)
def test_a_question_that_cannot_be_cleared_is_one_sentence(
    client: FlaskClient, body: str | bytes
) -> None:
    refused(client.post(f"{API}/check", data=body))


def refused(answer: object) -> None:
    status, text = getattr(answer, "status_code", 0), getattr(answer, "text", "")
    assert 400 <= status < 500, text
    tree = json.loads(text)
    assert "verdict" not in tree
    assert (tree.get("detail") or tree["error"]["message"]).count("\n") == 0


def test_programs_get_a_verdict_for_datasets(client: FlaskClient, filled: str) -> None:
    asked = {"inputs": [f"dataset:{filled}", "cc0-1.0"], "result_type": "derived_database"}
    found = json.loads(client.post(f"{API}/check", json=asked).text)
    assert found["verdict"] == "unclear"  # one of its files says "frei"
    assert found["ask_provider"]
    english = json.loads(client.post(f"{API}/check?lang=en", json=asked).text)
    assert english["reasons"][0]["text"] != found["reasons"][0]["text"]

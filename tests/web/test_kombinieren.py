# SPDX-License-Identifier: EUPL-1.2
"""The page that clears combinations: its state in the address, its answer with clauses."""

from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.page import Page
from tests.web.test_pages import page, statements

PATH = "/lizenzen/kombinieren"
TREES = "floraUndFauna--baumbestand--baumkataster"
CLASH = f"{PATH}?lizenz=cc-by-sa-4.0&lizenz=odbl-1.0"


def asked(shown: Page, name: str, value: str) -> list[dict[str, list[str]]]:
    """The queries of links that ask the same with one parameter set so."""
    queries = [parse_qs(urlsplit(link).query) for link in shown.attribute("a", "href")]
    return [each for each in queries if each.get(name) == [value]]


@pytest.mark.parametrize("lang", ["", "/en"])
def test_nothing_chosen_is_a_form_and_no_verdict(client: FlaskClient, lang: str) -> None:
    shown = page(client, lang + PATH)
    words = "no legal advice" if lang else "keine Rechtsberatung"
    assert words in shown.text
    assert "verdict" not in " ".join(shown.attribute("section", "class"))


def test_a_clash_names_both_with_their_clauses(client: FlaskClient) -> None:
    shown = page(client, CLASH)
    assert "Ergebnis der Prüfung: nicht vereinbar" in shown.text
    for words in ("Was nicht zusammengeht", "Open Data Commons", "4.4", "Stelle im Lizenztext"):
        assert words in shown.text, words
    assert "erlaubt" not in shown.text
    assert shown.attribute("section", "class").count("verdict verdict-incompatible") == 1


def test_another_purpose_or_target_is_a_link_with_the_whole_state(client: FlaskClient) -> None:
    shown = page(client, f"{CLASH}&kommerziell=nein&ziel=odbl-1.0")
    internal = asked(shown, "ergebnis", "internal_use")
    assert internal
    assert internal[0]["lizenz"] == ["cc-by-sa-4.0", "odbl-1.0"]
    assert internal[0]["kommerziell"] == ["nein"]
    assert internal[0]["ziel"] == ["odbl-1.0"]
    found = page(client, f"{PATH}?lizenz=cc0-1.0")
    assert asked(found, "ziel", "cc-by-4.0")
    assert "Ergebnis der Prüfung: vereinbar" in found.text


def test_datasets_and_those_of_kommunen_go_in(client: FlaskClient, filled: str) -> None:
    shown = page(client, f"{PATH}?korb={filled}&kommune=01002000&musterdatensatz={TREES}")
    links = [urlsplit(link).path for link in shown.attribute("a", "href")]
    assert f"/datensatz/{filled}" in links
    assert "Was hineinkommt (2)" in shown.text
    assert "Ergebnis der Prüfung: unklar" in shown.text
    assert "nachfragen" in shown.text
    assert "<script>" not in shown.text.replace("<script>alert(1)</script>", "")
    assert client.get(f"{PATH}?datensatz=/datensatz/{filled}").status_code == 200


def test_datasets_can_be_looked_for_on_the_page(client: FlaskClient, filled: str) -> None:
    shown = page(client, f"{PATH}?lizenz=cc0-1.0&suche=Datensatz")
    added = [
        each for each in asked(shown, "lizenz", "cc0-1.0") if len(each.get("korb", [""])[0]) == 13
    ]
    assert added


def test_an_id_of_no_dataset_is_said_and_left_out(client: FlaskClient, filled: str) -> None:
    shown = page(client, f"{PATH}?korb={filled},aaaaaaaaaaaaa")
    assert "Zu einer Kennung gibt es keinen Datensatz" in shown.text


@pytest.mark.parametrize(
    "query",
    [
        "lizenz=cc-by-5.0",
        "ergebnis=kunst",
        "kommerziell=vielleicht",
        "ziel=other-open",
        "datensatz=x",
        "kommune=99999999",
        "farbe=rot",
        "ziel=%00",
        "ergebnis=%F0%9F%92%A9",
        "musterdatensatz=x",
    ],
)
def test_wrong_use_is_one_sentence(client: FlaskClient, query: str) -> None:
    shown = page(client, f"{PATH}?{query}", status=400)
    assert "Ergebnis der Prüfung" not in shown.text


def test_the_page_costs_few_statements(app: Flask, filled: str) -> None:
    client = app.test_client()
    path = f"{PATH}?korb={filled}&kommune=01002000&musterdatensatz={TREES}"
    client.get(path)
    with statements(app) as sent:
        assert client.get(path).status_code == 200
    assert len(sent) <= 8, sent


def test_the_credit_line_is_there_to_be_copied(client: FlaskClient, filled: str) -> None:
    shown = page(client, f"{PATH}?kommune=01002000&musterdatensatz={TREES}")
    assert {"vermerk-text", "vermerk-html", "vermerk-markdown"} <= set(
        shown.attribute("textarea", "id")
    )
    assert "dl-de/by-2-0" in shown.text.lower()
    ruled_out = page(client, f"{CLASH}&kommune=01002000&musterdatensatz={TREES}")
    assert "vermerk-text" not in ruled_out.attribute("textarea", "id")


def test_a_permalink_says_nothing_of_an_empty_basket(client: FlaskClient, filled: str) -> None:
    links = page(client, "/lizenzen/kombinieren?lizenz=cc-by-4.0").attribute("a", "href")
    assert not [link for link in links if "korb=" in link and "ergebnis=" in link]
    held = page(client, f"/lizenzen/kombinieren?korb={filled}").attribute("a", "href")
    assert any("korb=&" in link for link in held), "taking out the last one is said"

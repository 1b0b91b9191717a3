# SPDX-License-Identifier: EUPL-1.2
"""The pages: German and English, empty and filled, harmless, cheap in SQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from app.config import Settings
from app.web.desk import NAME
from app.web.factory import create
from tests.web.page import Page, read

QUESTION = "/vergleich/haeufigste-datenbestaende"
PATHS = ("/", "/vergleich", QUESTION, f"{QUESTION}?typ=land", "/portale", "/ueber")


def page(client: FlaskClient, path: str, status: int = 200) -> Page:
    answer = client.get(path)
    assert answer.status_code == status, answer.text[:500]
    assert answer.content_type == "text/html; charset=utf-8"
    return read(answer.text)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_pages_stand_in_both_languages(
    client: FlaskClient, filled: str, path: str, lang: str
) -> None:
    prefix = "" if lang == "de" else "/en"
    shown = page(client, prefix + path)
    assert shown.attribute("html", "lang") == [lang]
    assert shown.count("h1") == shown.count("main") == 1
    assert shown.count("nav") >= 1
    other = path if lang == "en" else ("/en" + path if path != "/" else "/en/")
    assert other in shown.attribute("a", "href")


@pytest.mark.parametrize("path", PATHS)
def test_an_empty_store_is_no_error(client: FlaskClient, path: str) -> None:
    page(client, path)


def test_an_empty_store_tells_how_to_harvest(client: FlaskClient) -> None:
    assert "datenspiegel harvest" in page(client, "/").text


def test_the_start_page_has_live_figures(client: FlaskClient, filled: str) -> None:
    text = page(client, "/").text
    assert "datenspiegel harvest" not in text
    for figure in ("Datensätze 3", "Dateien und Dienste 5", "Kommunen 2", "Portal 1"):
        assert figure in text


def test_the_question_shows_a_table_with_scopes(client: FlaskClient, filled: str) -> None:
    shown = page(client, QUESTION)
    assert shown.attribute("th", "scope").count("col") == 6
    assert "row" in shown.attribute("th", "scope")
    assert shown.count("caption") == 1
    for word in ("CSV", "Ansicht", "nicht erkannt", "So lesen Sie diese Tabelle", "100 %"):
        assert word in shown.text


def test_filters_sorting_and_downloads_are_links(client: FlaskClient, filled: str) -> None:
    shown = page(client, f"{QUESTION}?land=13&sortierung=name")
    links = shown.attribute("a", "href")
    assert f"{QUESTION}?sortierung=name" in links, "the chip takes its filter away"
    assert f"{QUESTION}?land=13&sortierung=-name" in links
    assert f"{QUESTION}.csv?land=13&sortierung=name&pro-seite=1000&csv=de" in links
    assert ("sortierung", "name") in shown.fields()
    assert "Rostock" not in shown.text
    assert shown.attribute("th", "aria-sort") == ["ascending"]


def test_the_form_keeps_what_it_cannot_show(client: FlaskClient, filled: str) -> None:
    shown = page(client, f"{QUESTION}?kommune=13003000&land=13&land=01&typ=kreisfrei")
    hidden = shown.fields()
    assert ("kommune", "13003000") in hidden
    assert ("land", "01") in hidden
    assert ("land", "13") not in hidden
    assert ("typ", "kreisfrei") not in hidden


def test_a_page_beyond_the_last_leads_back(client: FlaskClient, filled: str) -> None:
    assert "Zur ersten Seite" in page(client, f"{QUESTION}?seite=9").text


def test_a_dataset_shows_what_was_said_and_understood(client: FlaskClient, filled: str) -> None:
    shown = page(client, f"/datensatz/{filled}")
    assert "Rostock" in shown.text
    assert "https://ex.example/freq/NEU nicht erkannt" in shown.text
    assert "frei" in shown.text
    assert f"/datensatz/{filled}.ttl" in shown.attribute("a", "href")


def test_harvested_text_is_harmless(client: FlaskClient, filled: str) -> None:
    answer = client.get(f"/datensatz/{filled}").text
    assert "<script>alert" not in answer
    assert "&lt;script&gt;" in answer
    assert "javascript:" not in answer


def test_pages_need_no_script_and_no_inline_style(client: FlaskClient, filled: str) -> None:
    for path in (*PATHS, f"/datensatz/{filled}"):
        shown = page(client, path)
        assert shown.count("style") == 0
        assert len(shown.attribute("script", "src")) == shown.count("script")
        assert shown.attribute("*", "style") == []
        assert not [name for name in shown.names_of_attributes() if name.startswith("on")]


@contextmanager
def statements(app: Flask) -> Iterator[list[str]]:
    """The SQL an application sends meanwhile, without opening and closing transactions."""
    sent: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        if not statement.startswith(("PRAGMA", "BEGIN")):
            sent.append(statement)

    engine = app.extensions[NAME].store.engine
    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


@pytest.mark.parametrize(
    ("path", "cold", "warm"),
    [
        ("/", 6, 2),
        ("/ueber", 0, 0),
        ("/healthz", 0, 0),
        (QUESTION, 4, 2),
        (f"{QUESTION}?typ=land", 4, 2),
        (f"{QUESTION}.json", 2, 1),
        ("/portale", 3, 3),
    ],
)
def test_a_page_costs_few_statements(
    app: Flask, filled: str, path: str, cold: int, warm: int
) -> None:
    client = app.test_client()
    for expected in (cold, warm):
        with statements(app) as sent:
            assert client.get(path).status_code == 200
        assert len(sent) == expected, sent


def test_a_dataset_costs_eight_statements(app: Flask, filled: str) -> None:
    with statements(app) as sent:
        app.test_client().get(f"/datensatz/{filled}")
    assert len(sent) == 8, sent


def test_the_line_of_authorities_is_shown_when_asked_for(settings: Settings) -> None:
    for wanted in (False, True):
        own = replace(settings, site=replace(settings.site, authority=wanted))
        text = page(create(own).test_client(), "/ueber").text
        assert ("Offizielle Website" in text) is wanted

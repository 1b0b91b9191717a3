# SPDX-License-Identifier: EUPL-1.2
"""Errors: one sentence with a mend in the form the path asks for; never a traceback."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.config import Settings, StoreSettings
from app.web.factory import create
from tests.web.page import read

QUESTION = "/vergleich/haeufigste-datenbestaende"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/gibt-es-nicht", 404),
        ("/en/gibt-es-nicht", 404),
        ("/vergleich/gibt-es-nicht", 404),
        ("/datensatz/abc", 404),
        ("/datensatz/aaaaaaaaaaaaa", 404),
        ("/static/gibt-es-nicht.css", 404),
        (f"{QUESTION}?lizens=x", 400),
        (f"{QUESTION}?typ=land&typ=kreis", 400),
        (f"{QUESTION}?sortierung=quatsch", 400),
        (f"{QUESTION}?q={'x' * 201}", 400),
        (f"{QUESTION}?land=%ff", 400),
        ("/portale?x=1", 400),
        (f"{QUESTION}?q={'x' * 9000}", 414),
    ],
)
def test_a_page_says_what_is_wrong(client: FlaskClient, path: str, status: int) -> None:
    answer = client.get(path)
    page = read(answer.text)
    assert answer.status_code == status
    assert answer.content_type.startswith("text/html")
    assert ("That did not work" if path.startswith("/en") else "nicht geklappt") in page.text
    assert page.attribute("meta", "content").count("noindex") == 1


def test_the_sentence_names_the_mend(client: FlaskClient) -> None:
    assert "„lizenz“" in read(client.get(f"{QUESTION}?lizens=x").text).text
    assert "lizenz" in client.get(f"/en{QUESTION}.csv?lizens=x").text


def test_json_by_path(client: FlaskClient) -> None:
    answer = client.get(f"{QUESTION}.json?land=99")
    error = json.loads(answer.text)["error"]
    assert answer.status_code == error["status"] == 400
    assert error["code"] == "selection.bad_value"
    assert "99" in error["message"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert json.loads(client.get("/api/gibt-es-nicht").text)["error"]["status"] == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(client: FlaskClient, method: str) -> None:
    answer = client.open("/portale", method=method)
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_a_large_body_is_refused(client: FlaskClient) -> None:
    assert client.post("/", data=b"x" * 1_000_001).status_code == 413


def test_a_fault_of_ours_is_one_sentence(
    app: Flask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> str:
        raise ZeroDivisionError("geheim")

    monkeypatch.setitem(app.view_functions, "ueber.show", broken)
    answer = app.test_client().get("/ueber")
    assert answer.status_code == 500
    assert "geheim" not in answer.text
    assert "ZeroDivisionError" in caplog.text


def test_a_store_that_is_gone_is_503(settings: Settings, tmp_path: Path) -> None:
    store = StoreSettings(database=f"sqlite:///{tmp_path}/fehlt/store.db")
    client = create(replace(settings, store=store)).test_client()
    for path in ("/readyz", "/", QUESTION, f"{QUESTION}.json"):
        answer = client.get(path)
        assert answer.status_code == 503, path
        assert answer.headers["Retry-After"] == "10"
        assert str(tmp_path) not in answer.text
    assert client.get("/healthz").status_code == 200


def test_alive_ready_and_robots(client: FlaskClient) -> None:
    assert client.get("/healthz").text == "ok\n"
    assert client.get("/readyz").status_code == 200
    robots = client.get("/robots.txt").text
    assert robots.startswith("User-agent: *")
    assert "Disallow: /*?" not in robots, "the feed's pages have a query"


def test_a_wrong_question_leads_to_the_same_page_without_it(client: FlaskClient) -> None:
    links = read(client.get("/en/suche?kommune=xx").text).attribute("a", "href")
    assert links.count("/en/suche") == 2  # the menu and the way back
    assert client.get("/en/suche").status_code == 200
    gone = read(client.get("/gibt-es-nicht").text).attribute("a", "href")
    assert "/gibt-es-nicht" not in gone

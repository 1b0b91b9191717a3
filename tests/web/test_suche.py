# SPDX-License-Identifier: EUPL-1.2
"""The search page: hits, facets, chips, data, suggestions, and what hostile requests get."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from sqlalchemy import event

from app.config import Settings, StoreSettings
from app.store import Store
from app.web import limits
from tests.builders import dataset, harvest, part
from tests.web.page import Page, read

TREES = "floraUndFauna--baumbestand--baumkataster"


@pytest.fixture
def settings(sqlite_store: Store, tmp_path: Path) -> Settings:
    store = StoreSettings(database=f"sqlite:///{sqlite_store.name}", folder=tmp_path / "data")
    return Settings(store=store)


def page(client: FlaskClient, path: str) -> Page:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    return read(answer.text)


def test_hits_lead_to_their_datasets(client: FlaskClient, filled: str) -> None:
    found = page(client, "/suche?q=%22b%C3%A4ume%22")
    assert f"/datensatz/{filled}" in found.attribute("a", "href")
    assert (
        "1 Datensatz" in found.text
        and "Rostock" in found.text
        and "ohne Auflagen" not in found.text
    )
    assert "Namensnennung" in found.text and "CSV" in found.text


def test_english(client: FlaskClient, filled: str) -> None:
    found = page(client, "/en/suche?q=%22b%C3%A4ume%22")
    assert f"/en/datensatz/{filled}" in found.attribute("a", "href")
    assert "1 dataset" in found.text


def test_harvested_text_is_harmless(client: FlaskClient, filled: str) -> None:
    answer = client.get("/suche?q=%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in answer.text
    assert "<script>alert" not in client.get("/suche").text


def test_facets_narrow_and_chips_widen(client: FlaskClient, filled: str) -> None:
    found = page(client, "/suche?format=GEOJSON")
    links = found.attribute("a", "href")
    assert "/suche" in links, "the chip takes the filter away"
    assert "/suche?format=GEOJSON&format=CSV" in links, "a facet ignores its own filter"
    assert "/suche?land=01&format=GEOJSON" in links
    assert "1 Datensatz" in found.text
    assert ("format", "GEOJSON") in found.fields(), "a new text keeps the filters"


def test_nothing_found_says_what_to_do(client: FlaskClient, filled: str) -> None:
    found = page(client, "/suche?q=%22b%C3%A4ume%22&format=GEOJSON")
    assert "0 Datensätze" in found.text and "Ohne Filter suchen" in found.text
    assert "/suche?q=%22b%C3%A4ume%22" in found.attribute("a", "href")


def test_did_you_mean(client: FlaskClient, filled: str) -> None:
    found = page(client, "/suche?q=Datensaz")
    assert "Meinten Sie" in found.text
    assert "/suche?q=Datensatz" in found.attribute("a", "href")


def test_data(client: FlaskClient, filled: str) -> None:
    body = client.get("/suche.json?q=datensatz").get_json()
    assert body["total"] == len(body["rows"]) == 2 and body["facets"]["land"]
    assert client.get("/suche.json?q=datensatz").headers["Access-Control-Allow-Origin"] == "*"
    rows = list(csv.reader(io.StringIO(client.get("/suche.csv").text)))
    assert len(rows) == 4 and rows[0][0] == "Datensatz"
    sheet = load_workbook(io.BytesIO(client.get("/suche.xlsx").data)).worksheets[0]
    assert sheet.max_row == 4


def test_suggestions(client: FlaskClient, filled: str) -> None:
    offered = client.get("/suche/vorschlaege.json?q=baum").get_json()["suggestions"]
    assert {"musterdatensatz", "datensatz"} == {each["kind"] for each in offered}
    offered = client.get("/en/suche/vorschlaege.json?q=daten").get_json()["suggestions"]
    assert {each["label"] for each in offered if each["kind"] == "datensatz"} == {
        "Datensatz 2",
        "Datensatz 3",
    }
    assert client.get("/suche/vorschlaege.json").get_json()["suggestions"] == []


HOSTILE = (
    '"',
    "(((",
    "a AND",
    "\x00\x1f",
    "der die das",
    "-" * 200,
    "ü" * 200,
    "title:x^",
    "\ud800",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_query_is_too_much(client: FlaskClient, filled: str, text: str) -> None:
    query = quote(text.encode("utf-8", "surrogatepass"))
    for path in ("/suche", "/suche.json", "/suche/vorschlaege.json"):
        assert client.get(f"{path}?q={query}").status_code == 200, path


@pytest.mark.parametrize(
    "query", ["q=" + "a" * 201, "format=NOPE", "sortierung=preis", "pro-seite=101", "foo=1"]
)
def test_what_cannot_be_is_refused_in_a_sentence(client: FlaskClient, query: str) -> None:
    assert client.get(f"/suche?{query}").status_code == 400


def test_an_empty_store_is_searched(client: FlaskClient) -> None:
    assert "0 Datensätze" in page(client, "/suche?q=baum").text


def test_pages_and_beyond(client: FlaskClient, sqlite_store: Store) -> None:
    harvest(sqlite_store, *(dataset(str(number), "13003000") for number in range(30)))
    assert "aria-current" in page(client, "/suche?seite=2").names_of_attributes()
    found = page(client, "/suche?seite=9")
    assert "So weit reicht die Trefferliste nicht" in found.text


def test_what_is_new_or_gone_is_known_at_once(client: FlaskClient, sqlite_store: Store) -> None:
    harvest(sqlite_store, dataset("1", "13003000", TREES, part("CSV")))
    assert "1 Datensatz" in page(client, "/suche").text
    harvest(sqlite_store, dataset("2", "13003000"))
    assert "2 Datensätze" in page(client, "/suche").text


def test_a_hit_that_died_meanwhile_is_left_out(
    client: FlaskClient, filled: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.web import searching

    found = searching.find

    def with_dead(*given: object) -> object:
        alive = found(*given)  # type: ignore[arg-type]
        return replace(alive, ids=("aaaaaaaaaaaaa", *alive.ids))

    monkeypatch.setattr(searching, "find", with_dead)
    assert "/datensatz/aaaaaaaaaaaaa" not in page(client, "/suche").attribute("a", "href")


@pytest.mark.parametrize("query", ["", "?q=datensatz", "?offen=ja&typ=kreisfrei"])
def test_without_an_index_titles_are_searched(
    client: FlaskClient, filled: str, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.web import searching

    monkeypatch.setattr(searching, "ensure", lambda *given: None)
    found = page(client, f"/suche{query}")
    assert "wird gerade aufgebaut" in found.text and "/datensatz/" in " ".join(
        found.attribute("a", "href")
    )


def test_an_index_that_breaks_while_it_is_read_is_no_error(
    client: FlaskClient, filled: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.web import searching

    def broken(*given: object) -> object:
        raise ValueError("damaged")

    with monkeypatch.context() as patched:
        patched.setattr(searching, "find", broken)
        assert "wird gerade aufgebaut" in page(client, "/suche").text
    assert "wird gerade aufgebaut" not in page(client, "/suche").text


def test_statements_of_a_page(
    client: FlaskClient, app: Flask, filled: str, sqlite_store: Store
) -> None:
    client.get("/suche")
    counted: list[str] = []
    engine = app.extensions["datenspiegel"].store.engine
    event.listen(engine, "before_cursor_execute", lambda *given: counted.append(given[2]))
    client.get("/suche?q=datensatz&land=01")
    selects = [text for text in counted if text.startswith("SELECT")]
    assert len(selects) == 4, "\n".join(selects)


def test_too_many_searches_wait(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BURST", 2.0)
    client.application.extensions[limits.NAME] = limits.Buckets(burst=2.0, rate=0.1)
    codes = [client.get("/suche.json").status_code for _ in range(3)]
    assert codes == [200, 200, 429]
    answer = client.get("/suche")
    assert int(answer.headers["Retry-After"]) >= 1 and "sehr viele Suchen" in answer.text
    assert client.get("/portale").status_code == 200


def test_a_bucket_fills_again() -> None:
    buckets = limits.Buckets(burst=1, rate=2)
    assert [buckets.take("a", now) for now in (0.0, 0.0, 0.6)] == [0.0, 0.5, 0.0]
    assert buckets.take("b", 0.0) == 0.0


def test_keywords_are_words_to_search_for(client: FlaskClient, sqlite_store: Store) -> None:
    made = dataset("k", "13003000", "", part())
    harvest(sqlite_store, replace(made, keywords=("Bäume & Co", "<b>Grün</b>")))
    found = page(client, "/suche?land=13")
    assert "Schlagwort" in found.text
    wanted = "/suche?q=B%C3%A4ume+%26+Co&land=13"
    assert wanted in found.attribute("a", "href")
    assert wanted not in page(client, "/suche?q=baum+co&land=13").attribute("a", "href")
    body = client.get("/suche.json").get_json()
    assert {"value": "Bäume & Co", "datasets": 1} in body["facets"]["schlagwort"]

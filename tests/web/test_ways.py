# SPDX-License-Identifier: EUPL-1.2
"""Ways through the pages: what is named leads to its page; what was not said is not shown."""

from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.store import Store
from app.web.formatting import percent
from tests.builders import change, dataset, harvest, id_of, part, reading
from tests.web.conftest import TREES
from tests.web.page import read

TOWN = "13003000"
NOON = datetime(2022, 7, 14, 10, tzinfo=UTC)
MIDNIGHT = datetime(2022, 7, 14, tzinfo=UTC)


def show(client: FlaskClient, store: Store, modified: datetime) -> str:
    made = dataset("1", TOWN, TREES, part(), licence=reading("cc-by-4.0"), modified=modified)
    harvest(store, change(made))
    return client.get(f"/datensatz/{id_of(made)}").text


@pytest.mark.parametrize(
    "path", [f"/kommune/{TOWN}", "/lizenz/cc-by-4.0", f"/musterdatensatz/{TREES}"]
)
def test_readings_lead_to_the_pages_about_them(
    client: FlaskClient, sqlite_store: Store, path: str
) -> None:
    assert path in read(show(client, sqlite_store, NOON)).attribute("a", "href")
    assert client.get(path).status_code == 200


def test_a_key_without_entry_leads_nowhere(client: FlaskClient, sqlite_store: Store) -> None:
    made = dataset("1", TOWN, "", part(), licence=reading("long-gone-1.0"))
    harvest(sqlite_store, change(made))
    shown = read(client.get(f"/datensatz/{id_of(made)}").text)
    assert "long-gone-1.0" in shown.text
    assert "/lizenz/long-gone-1.0" not in shown.attribute("a", "href")


def test_a_date_without_a_time_gets_none(client: FlaskClient, sqlite_store: Store) -> None:
    assert "14. Juli 2022, 02:00" not in show(client, sqlite_store, MIDNIGHT)


def test_an_instant_keeps_its_time(client: FlaskClient, sqlite_store: Store) -> None:
    assert "14. Juli 2022, 12:00" in show(client, sqlite_store, NOON)


@pytest.mark.parametrize("lang", ["", "/en"])
def test_the_start_page_leads_everywhere(client: FlaskClient, lang: str) -> None:
    found = read(client.get(f"{lang}/").text).attribute("a", "href")
    for path in ("/standards", "/lizenzen", "/lizenzen/kombinieren", "/portale", "/suche"):
        assert found.count(lang + path) >= 1, path
    assert found.count(f"{lang}/standards") == 2  # in the menu and as a card


def test_about_leads_to_portals_and_programs(client: FlaskClient) -> None:
    found = read(client.get("/ueber").text).attribute("a", "href")
    assert {"/portale/verzeichnis", "/api"} <= set(found)


def test_shares_round_as_people_do(app: Flask) -> None:
    with app.test_request_context("/"):
        assert (percent(13 / 16), percent(15 / 16), percent(1)) == ("81,3 %", "93,8 %", "100 %")

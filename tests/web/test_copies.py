# SPDX-License-Identifier: EUPL-1.2
"""Copies on pages: which version is counted, the others, and where they contradict."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from app.model.mark import Mark
from app.store import Store
from app.store.change import Change
from tests.builders import change, dataset, harvest, id_of, part
from tests.web.test_pages import page

TOWN = "13003000"


def carried(portal: str, licence: str) -> Change:
    """The same dataset as a portal has it, under a title that must be escaped."""
    made = dataset(f"{portal}-1", TOWN, "", part("CSV", licence), portal=portal)
    titled = replace(made, title="<b>Bäume</b>")
    return replace(change(titled), marks=(Mark("uri", 1),))


@pytest.fixture
def ids(sqlite_store: Store) -> list[str]:
    """The version that is counted, and the copy."""
    made = [carried("a", "cc-by-4.0"), carried("b", "cc-by-nc-4.0")]
    harvest(sqlite_store, *made)
    return sorted(id_of(each.dataset) for each in made)


@pytest.mark.parametrize("lang", ["", "/en"])
def test_each_version_leads_to_the_other(client: FlaskClient, ids: list[str], lang: str) -> None:
    """The only difference between them is the id, so the lesser one counts."""
    counted, copy = ids
    for shown, other in ((counted, copy), (copy, counted)):
        found = page(client, f"{lang}/datensatz/{shown}")
        links = found.attribute("a", "href")
        assert f"{lang}/datensatz/{other}" in links
        assert f"{lang}/vergleich/widersprueche" in links
    if not lang:
        assert "Gezählt wird diese Fassung" in page(client, f"/datensatz/{counted}").text
        assert "Dies ist eine Kopie" in page(client, f"/datensatz/{copy}").text


def test_what_stands_alone_has_no_copies(client: FlaskClient, sqlite_store: Store) -> None:
    alone = dataset("allein", TOWN, "", part())
    harvest(sqlite_store, alone)
    assert "kopien" not in page(client, f"/datensatz/{id_of(alone)}").attribute("h2", "id")


def test_the_page_of_contradictions_narrows(client: FlaskClient, ids: list[str]) -> None:
    links = page(client, "/vergleich/widersprueche").attribute("a", "href")
    assert {f"/datensatz/{id}" for id in ids} <= set(links)
    none = page(client, "/vergleich/widersprueche?land=05").attribute("a", "href")
    assert not {f"/datensatz/{id}" for id in ids} & set(none)
    body = client.get("/vergleich/widersprueche.json?portal=b").get_json()
    assert len(body["rows"]) == 1 and body["rows"][0]["feld"]
    assert "Bäume" in client.get("/vergleich/widersprueche.csv").text


def test_the_search_counts_a_dataset_once(client: FlaskClient, ids: list[str]) -> None:
    body = client.get("/vergleich/widersprueche.json").get_json()
    assert body["total"] == 1
    shown = client.get("/suche.json?q=bäume").get_json()
    assert shown["total"] == 1

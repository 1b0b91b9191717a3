# SPDX-License-Identifier: EUPL-1.2
"""The dump, the site map, robots.txt and security.txt."""

import gzip
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from lxml import etree

from app.config import Settings, Site, StoreSettings
from app.export import FeedSite, kept
from app.store import Store
from app.vocabulary import Vocabulary
from app.web.api import robots
from app.web.factory import create
from tests.builders import dataset, harvest, part

URL = "https://spiegel.example"
TOWN = "13003000"
NUMBER = 7
DUMP = "/dump/catalog.nt.gz"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def client(sqlite_store: Store, vocabulary: Vocabulary, tmp_path: Path) -> FlaskClient:
    harvest(sqlite_store, *(dataset(str(each), TOWN, "", part("CSV")) for each in range(NUMBER)))
    kept.refresh(sqlite_store, vocabulary, FeedSite(url=URL), tmp_path)
    stored = StoreSettings(database=f"sqlite:///{sqlite_store.name}", folder=tmp_path)
    site = Site(url=URL, contact="daten@stadt.example")
    return create(Settings(site=site, store=stored)).test_client()


def test_the_dump_holds_every_dataset(client: FlaskClient) -> None:
    answer = client.get(DUMP, buffered=True)
    assert (answer.status_code, answer.mimetype) == (200, "application/gzip")
    assert "Content-Encoding" not in answer.headers
    assert answer.headers["Content-Length"] == str(len(answer.data))
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    text = gzip.decompress(answer.data).decode()
    assert text.count("<http://www.w3.org/ns/dcat#dataset>") == NUMBER


def test_a_client_fetches_only_what_it_lacks(client: FlaskClient) -> None:
    whole = client.get(DUMP, buffered=True)
    same = client.get(DUMP, buffered=True, headers={"If-None-Match": whole.headers["ETag"]})
    assert (same.status_code, same.data) == (304, b"")
    rest = client.get(DUMP, buffered=True, headers={"Range": "bytes=100-"})
    assert (rest.status_code, rest.data) == (206, whole.data[100:])
    head = client.head(DUMP, buffered=True)
    assert head.headers["Content-Length"] == str(len(whole.data))


def test_before_the_first_run_there_is_no_dump(tmp_path: Path) -> None:
    settings = Settings(store=StoreSettings(database=f"sqlite:///{tmp_path}/x.db", folder=tmp_path))
    answer = create(settings).test_client().get(DUMP)
    assert answer.status_code == 404
    assert "nächsten Abruf" in answer.text


def locations(client: FlaskClient, path: str) -> list[str]:
    """The addresses a file of the site map lists."""
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (200, "application/xml")
    return [str(each.text) for each in etree.fromstring(answer.data).iter(f"{SPACE}loc")]


def test_the_site_map_names_pages_that_answer(client: FlaskClient) -> None:
    found = locations(client, "/sitemap.xml")
    assert len(found) == len(set(found))
    assert {f"{URL}/", f"{URL}/en/kommunen", f"{URL}/kommune/{TOWN}"} <= set(found)
    assert sum("/datensatz/" in each for each in found) == NUMBER
    for address in (*found[:: len(found) // 25], *found[-2:]):
        assert client.get(address.removeprefix(URL)).status_code == 200, address


def test_a_large_site_has_an_index(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = set(locations(client, "/sitemap.xml"))
    monkeypatch.setattr(robots, "MOST", 300)
    files = locations(client, "/sitemap.xml")
    assert files[0] == f"{URL}/sitemap-1.xml"
    parts = [locations(client, each.removeprefix(URL)) for each in files]
    assert [len(each) for each in parts[:-1]] == [300] * (len(parts) - 1)
    assert {each for listed in parts for each in listed} == whole
    assert client.get(f"/sitemap-{len(files) + 1}.xml").status_code == 404
    assert client.get("/sitemap-0.xml").status_code == 404


def test_robots_are_led_to_the_site_map(client: FlaskClient) -> None:
    assert f"\nSitemap: {URL}/sitemap.xml" in client.get("/robots.txt").text


def test_weaknesses_can_be_told(client: FlaskClient, tmp_path: Path) -> None:
    answer = client.get("/.well-known/security.txt")
    assert answer.content_type == "text/plain; charset=utf-8"
    assert answer.text.startswith("Contact: mailto:daten@stadt.example\nExpires: 2")
    assert f"Canonical: {URL}/.well-known/security.txt" in answer.text
    silent = Settings(store=StoreSettings(database=f"sqlite:///{tmp_path}/x.db", folder=tmp_path))
    assert create(silent).test_client().get("/.well-known/security.txt").status_code == 404

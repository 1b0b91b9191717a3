# SPDX-License-Identifier: EUPL-1.2
"""CKAN's actions: as its clients expect them, and read by our own harvester."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from app.config import Settings, Site, StoreSettings
from app.model import Body
from app.store import Store
from app.web.factory import create
from harvesters import ckan
from harvesters.base.record import Page, Portal
from tests.builders import dataset, harvest, id_of, part, reading
from tests.web.api_calls import unlimited

URL = "https://spiegel.example"
TOWN, TREES = "13003000", "floraUndFauna--baumbestand--baumkataster"
NUMBER = 250
NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    from app.store import open_store, prepare

    folder = tmp_path_factory.mktemp("ckan")
    store: Store = open_store(f"sqlite:///{folder}/store.db")
    prepare(store)
    made = [
        dataset(
            f"{number:03}",
            TOWN,
            TREES if number % 2 else "",
            part("CSV" if number % 5 else "GML", access_url=f"https://stadt.example/{number}.csv"),
            keywords=("Baum", f"Wort {number % 3}"),
            licence=reading("cc-by-4.0"),
        )
        for number in range(NUMBER)
    ]
    person = Body("Erika Muster", reading(TOWN, "Erika Muster"), "gemeinde", "person")
    harvest(store, *made, dataset("p", TOWN, "", part(None, None), publisher=person, portal="p"))
    store.close()
    stored = StoreSettings(database=f"sqlite:///{folder}/store.db", folder=folder)
    return create(Settings(site=Site(url=URL), store=stored)).test_client()


@pytest.fixture
def client(served: FlaskClient) -> FlaskClient:
    return unlimited(served)


def ask(client: FlaskClient, action: str, **asked: Any) -> Any:
    """The result of an action."""
    answer = client.get(f"/api/3/action/{action}", query_string=asked)
    assert answer.status_code == 200, answer.text
    assert answer.json["success"] is True
    return answer.json["result"]


def test_our_own_harvester_reads_every_dataset(client: FlaskClient) -> None:
    class Door:
        largest_answer = 10**8

        def get(self, url: str, accept: str, number: int = 1) -> Page:
            parts = urlsplit(url)
            answer = client.get(f"{parts.path}?{parts.query}", headers={"Accept": accept})
            assert answer.status_code == 200
            return Page(number, url, answer.data, NOW, answer.mimetype)

    portal = Portal("spiegel", "ckan", URL, f"{URL}/")
    pages = [*ckan.fetch(portal, Door())]  # type: ignore[arg-type]
    items = [item for page in pages for item in ckan.open_page(portal, page).items]
    records = {item.identifier: ckan.parse(portal, item) for item in items}
    assert len(records) == NUMBER + 1
    one = records[id_of(dataset("001", TOWN))]
    assert [title.value for title in one.titles] == ["Datensatz 001"]
    assert len(one.distributions) == 1


def test_pages_hold_every_package_once(client: FlaskClient) -> None:
    found: list[str] = []
    while True:
        page = ask(client, "package_search", rows=100, start=len(found))
        assert page["count"] == NUMBER + 1
        if not page["results"]:
            break
        found += [each["name"] for each in page["results"]]
    assert len(found) == len(set(found)) == NUMBER + 1
    assert sorted(found) == ask(client, "package_list")
    assert ask(client, "package_list", limit=5, offset=3) == sorted(found)[3:8]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"fq": "organization:stadt"}, NUMBER),
        ({"fq": '+organization:"p"'}, 1),
        ({"fq": "organization:(stadt OR p)"}, NUMBER + 1),
        ({"fq": "organization:stadt AND res_format:GML"}, NUMBER // 5),
        ({"fq": "organization:stadt res_format:GML"}, NUMBER // 5),
        ({"fq": "license_id:cc-by-4.0"}, NUMBER),
        ({"fq": "license_id:quatsch"}, 0),
        ({"fq": "organization:niemand"}, 0),
        ({"fq": "groups:floraUndFauna"}, NUMBER // 2),
        ({"fq": "state:active AND metadata_modified:[2020-01-01T00:00:00Z TO *]"}, NUMBER + 1),
        ({"q": "*:*"}, NUMBER + 1),
        ({"q": '"Datensatz 007"'}, 1),
        ({"fq": f"id:{id_of(dataset('001', TOWN))}"}, 1),
        ({"fq": "name:nichts"}, 0),
        ({"fq": 'tags:"Wort 1"'}, 83),
    ],
)
def test_filters(client: FlaskClient, asked: dict[str, str], count: int) -> None:
    page = ask(client, "package_search", rows=0, **asked)
    assert (page["count"], page["results"]) == (count, [])


def test_a_package_has_what_clients_read(client: FlaskClient) -> None:
    id = id_of(dataset("001", TOWN))
    package = ask(client, "package_show", id=id)
    assert package["title"] == "Datensatz 001"
    assert package["organization"]["title"] == "Portal stadt"
    assert package["license_id"] == "cc-by-4.0" and package["isopen"] is True
    assert [tag["name"] for tag in package["tags"]] == ["Baum", "Wort 1"]
    assert package["resources"][0]["url"] == "https://stadt.example/1.csv"
    assert package["resources"][0]["format"] == "CSV"
    assert ask(client, "package_search", rows=1, fq=f"id:{id}")["results"] == [package]


def test_no_person_is_named(client: FlaskClient) -> None:
    page = client.get("/api/3/action/package_search?fq=organization:p")
    assert page.json["result"]["count"] == 1
    assert "Erika" not in page.text


def test_sorting_facets_and_fields(client: FlaskClient) -> None:
    down = ask(client, "package_search", rows=3, sort="title_string desc", fl="id,title")
    assert [each["title"] for each in down["results"]][1:] == ["Datensatz 249", "Datensatz 248"]
    assert set(down["results"][0]) == {"id", "title"}
    asked = {"rows": 0, "facet.field": '["organization", "res_format"]'}
    facets = ask(client, "package_search", **asked)["facets"]
    assert facets["organization"] == {"stadt": NUMBER, "p": 1}
    assert facets["res_format"]["GML"] == NUMBER // 5


def test_lists(client: FlaskClient) -> None:
    assert ask(client, "organization_list") == ["p", "stadt"]
    whole = ask(client, "organization_list", all_fields="true")
    assert [each["package_count"] for each in whole] == [1, NUMBER]
    assert ask(client, "organization_show", id="stadt")["package_count"] == NUMBER
    assert "floraUndFauna" in ask(client, "group_list")
    assert ask(client, "tag_list") == ["Baum", "Wort 0", "Wort 1", "Wort 2"]
    assert ask(client, "tag_list", query="baum") == ["Baum"]
    licences = {each["id"]: each for each in ask(client, "license_list")}
    assert licences["cc-by-4.0"]["is_okd_compliant"] is True
    assert ask(client, "status_show")["site_url"] == URL
    assert ask(client, "site_read") is True


def test_clients_may_post(client: FlaskClient) -> None:
    path = "/api/3/action/package_search"
    by_json = client.post(path, json={"rows": 2, "facet.field": ["organization"]})
    by_form = client.post(path, data={"rows": "2"})
    assert len(by_json.json["result"]["results"]) == len(by_form.json["result"]["results"]) == 2
    assert by_json.json["result"]["facets"]["organization"]["stadt"] == NUMBER


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("package_show?id=nichts", 404),
        ("package_show", 404),
        ("organization_show?id=nichts", 404),
        ("package_search?rows=viele", 409),
        ("package_search?start=-1", 409),
        ("package_search?sort=zufall", 409),
        ("package_search?fq=organization", 409),
        ("package_search?fq=-organization:stadt", 409),
        ("package_search?fq=unbekannt:1", 409),
        ("package_search?q=baum&start=10000", 409),
        (f"package_search?q={'x' * 201}", 409),
        ("package_delete", 400),
    ],
)
def test_refusals_are_ckans(client: FlaskClient, path: str, status: int) -> None:
    answer = client.get(f"/api/3/action/{path}")
    assert answer.status_code == status
    assert answer.json["success"] is False
    assert answer.json["error"]["message"] and answer.json["error"]["__type"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("body", [b"[1]", b"{", b"[" * 100_000, b"\xff"])
def test_bodies_that_are_no_object_are_refused(client: FlaskClient, body: bytes) -> None:
    answer = client.post("/api/3/action/package_search", data=body)
    assert (answer.status_code, answer.json["success"]) == (400, False)

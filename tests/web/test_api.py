# SPDX-License-Identifier: EUPL-1.2
"""/api/v1: described, answering as described, in pages, in the client's language."""

import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from openapi_spec_validator import validate

from app.compare import QUESTIONS
from app.config import Settings, Site, StoreSettings
from app.model import Body, Finding
from app.store import Store
from app.web.factory import create
from tests.builders import change, dataset, harvest, part, reading
from tests.web.api_calls import BODIES, NEEDED, PATHS, PREFIX, TOWN, TREES, fits, unlimited

URL = "https://spiegel.example"
NUMBER = 12


@pytest.fixture
def client(sqlite_store: Store, tmp_path: Path) -> FlaskClient:
    noticed = Finding("licence.unknown", "x", {"value": "frei <b>"})
    made = [dataset(f"{number:02}", TOWN, TREES, part("CSV")) for number in range(NUMBER)]
    person = Body("Erika Muster", reading(TOWN, "Erika Muster"), "gemeinde", "person")
    harvest(sqlite_store, *made[1:], change(made[0], [noticed]))
    harvest(sqlite_store, dataset("p", TOWN, "", part("WMS_SRVC"), publisher=person, portal="p"))
    kept = StoreSettings(database=f"sqlite:///{sqlite_store.name}", folder=tmp_path)
    return unlimited(create(Settings(site=Site(url=URL), store=kept)).test_client())


@pytest.fixture
def document(client: FlaskClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/v1/openapi.json").json
    return found


def test_the_description_is_valid(document: dict[str, Any]) -> None:
    validate(document)
    assert document["openapi"] == "3.1.0"
    assert {f"/compare/{slug}" for slug in QUESTIONS} <= set(document["paths"])


def test_every_path_answers_as_described(client: FlaskClient, document: dict[str, Any]) -> None:
    own = client.get("/api/v1/datasets").json["rows"][0]["id"]
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            needed = [each["name"] for each in told["parameters"] if each["required"]]
            values = PATHS | {"dataset": own}
            query = {name: NEEDED[name] for name in needed if f"{{{name}}}" not in path}
            body = {"json": BODIES[path]} if method == "post" else {}
            address = PREFIX + path.format(**values)
            answer = client.open(address, method=method.upper(), query_string=query, **body)
            assert answer.status_code == 200, (address, answer.text)
            fits(document, answer, path, method)
            assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_whatever_is_routed_is_described(client: FlaskClient, document: dict[str, Any]) -> None:
    routed = {
        rule.rule.removeprefix(PREFIX).replace("<", "{").replace(">", "}")
        for rule in client.application.url_map.iter_rules()
        if rule.rule.startswith(PREFIX) and "path:" not in rule.rule
    }
    assert routed - {"/", "/openapi.json"} == set(document["paths"])


@pytest.mark.parametrize("sorting", ["kennung", "titel"])
def test_pages_hold_every_dataset_once(client: FlaskClient, sorting: str) -> None:
    address: str | None = f"/api/v1/datasets?pro-seite=5&sortierung={sorting}"
    found: list[str] = []
    while address:
        answer = client.get(address.removeprefix(URL)).json
        assert answer["total"] == NUMBER + 1
        found += [row["id"] for row in answer["rows"]]
        address = answer["links"]["next"]
    assert len(found) == len(set(found)) == NUMBER + 1


def test_links_keep_the_filters(client: FlaskClient) -> None:
    answer = client.get(f"/api/v1/datasets?portal=stadt&musterdatensatz={TREES}&pro-seite=5")
    assert answer.json["total"] == NUMBER
    assert f"portal=stadt&musterdatensatz={TREES}&pro-seite=5&seite=2" in answer.headers["Link"]
    evil = client.get("/api/v1/datasets?pro-seite=5", headers={"Host": "evil.example"})
    assert "evil" not in evil.text


def test_no_person_is_named(client: FlaskClient) -> None:
    row = client.get("/api/v1/datasets?portal=p").json["rows"][0]
    assert row["publisher"] is None
    whole = client.get(f"/api/v1/datasets/{row['id']}")
    assert whole.json["dataset"]["publisher"]["kind"] == "person"
    assert "Erika" not in whole.text


def test_findings_carry_sentence_and_mend(client: FlaskClient) -> None:
    answer = client.get("/api/v1/findings?code=licence.unknown").json
    assert answer["total"] == 1
    assert "frei <b>" in answer["rows"][0]["message"]
    assert client.get("/api/v1/findings?portal=p").json["total"] == 0


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/datasets?komune=1", 400, "selection.unknown_parameter"),
        ("/datasets?sortierung=zufall", 400, "selection.not_in_list"),
        ("/datasets?pro-seite=1001", 400, ""),
        (f"/datasets?q={'x' * 201}", 400, "selection.too_long"),
        ("/datasets?seite=200", 400, "api.too_deep"),
        ("/datasets?sortierung=kennung&q=baum", 400, "api.no_words"),
        ("/datasets?lang=fr", 400, "selection.not_in_list"),
        ("/datasets/aaaaaaaaaaaaa", 404, "web.unknown_dataset"),
        ("/kommunen/99999999", 404, "web.unknown_kommune"),
        ("/musterdatensaetze/x", 404, "web.unknown_musterdatensatz"),
        ("/standards/x", 404, "standard.unknown"),
        ("/compare/x", 404, "api.no_path"),
        ("/portals/x", 404, "portal.unknown"),
        ("/runs/x", 404, "api.no_run"),
        ("/runs/999999999", 404, "api.no_run"),
        ("/findings?code=x", 400, "portal.unknown_code"),
        ("/runs?portal=a&portal=b", 400, "selection.repeated"),
        ("/nichts", 404, "api.no_path"),
        ("/", 404, "api.no_path"),
    ],
)
def test_errors_are_problems(client: FlaskClient, path: str, status: int, code: str) -> None:
    answer = client.get(PREFIX + path)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.json["status"] == status
    assert answer.json["code"] == code or not code
    english = client.get(PREFIX + path, headers={"Accept-Language": "en-GB, de;q=0.5"})
    assert answer.json["detail"] != english.json["detail"]
    assert "Accept-Language" in english.headers["Vary"]


def test_nothing_can_be_written(client: FlaskClient) -> None:
    answer = client.post("/api/v1/datasets")
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")


def test_a_client_that_has_the_answer_gets_304(client: FlaskClient) -> None:
    first = client.get("/api/v1/datasets")
    again = client.get("/api/v1/datasets", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_former_key_leads_to_the_present_one(client: FlaskClient) -> None:
    answer = client.get("/api/v1/kommunen/130030000000")
    assert answer.status_code == 301
    assert answer.location == f"/api/v1/kommunen/{TOWN}"


def test_scripts_of_other_sites_may_ask(client: FlaskClient) -> None:
    answer = client.options("/api/v1/licences/check")
    headers = answer.headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "Content-Type" in headers["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("path", ["/api", "/en/api"])
def test_people_can_browse_it(client: FlaskClient, path: str) -> None:
    page = client.get(path)
    assert page.mimetype == "text/html"
    assert "/api/v1/licences/check" in page.text
    assert ("Kommunen that publish" in page.text) == path.startswith("/en")


def test_answers_are_those_of_the_pages(client: FlaskClient) -> None:
    path = "/vergleich/haeufigste-datenbestaende"
    there = client.get(f"{path}.json?typ=kreisfrei&pro-seite=5").json
    here = client.get("/api/v1/compare/haeufigste-datenbestaende?typ=kreisfrei&pro-seite=5").json
    here.pop("links")
    assert json.dumps(here, sort_keys=True) == json.dumps(there, sort_keys=True)

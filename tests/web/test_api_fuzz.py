# SPDX-License-Identifier: EUPL-1.2
"""The programs' interfaces under random requests: no 5xx, every answer as described (S5)."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.config import Settings, Site, StoreSettings
from app.model import Finding
from app.store import open_store, prepare
from app.web.api.ckan.actions import ACTIONS
from app.web.factory import create
from tests.builders import change, dataset, harvest, part
from tests.web.api_calls import BODIES, NEEDED, PATHS, PREFIX, TOWN, TREES, fits, unlimited

MANY = settings(
    max_examples=60,
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
HOSTILE = st.sampled_from(
    ["", "0", "-1", "1e9", "999999999999", "\0", "a\0b", "'", "%00", "../../etc/passwd", "ä" * 50,
     "\u202e", "{}", "[]", "null", "NaN", "' OR 1=1 --", "x" * 300, "<b>", "٣", "²",
     "2026-02-30", "0000-00-00", "2026-01-01T00:00:00+99:00", "9999-12-31T23:59:59-14:00"]
)  # fmt: skip
TEXT = st.text(max_size=30).map(lambda text: text.encode("utf-8", "replace").decode())
ANY = st.one_of(HOSTILE, TEXT)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), ANY, st.just("a\ud800")),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = tmp_path_factory.mktemp("fuzz")
    store = open_store(f"sqlite:///{folder}/store.db")
    prepare(store)
    noticed = Finding("licence.unknown", "x", {"value": "frei"})
    made = [dataset(f"{number:02}", TOWN, TREES, part("CSV")) for number in range(8)]
    harvest(store, *made[1:], change(made[0], [noticed]))
    store.close()
    stored = StoreSettings(database=f"sqlite:///{folder}/store.db", folder=folder)
    return create(Settings(site=Site(), store=stored)).test_client()


@pytest.fixture
def client(served: FlaskClient) -> FlaskClient:
    return unlimited(served)


@pytest.fixture(scope="module")
def document(served: FlaskClient) -> dict[str, Any]:
    found: dict[str, Any] = served.get("/api/v1/openapi.json").json
    return found


def fitting(schema: dict[str, Any]) -> st.SearchStrategy[str]:
    """Values that a parameter's schema allows, more or less."""
    inner = schema.get("items", schema)
    if "enum" in inner:
        return st.sampled_from(inner["enum"])
    if inner["type"] == "integer":
        return st.integers(inner["minimum"], inner.get("maximum", 9)).map(str)
    return st.sampled_from([*PATHS.values(), *NEEDED.values(), "baum", "13", "2026-01-01"])


@st.composite
def query(draw: st.DrawFn, told: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Some of the parameters, mostly sensible, now and then one that is not there."""
    pairs = []
    for each in told:
        if each["in"] == "query" and (each["required"] or draw(st.integers(0, 5)) == 0):
            value = draw(st.one_of(fitting(each["schema"]), fitting(each["schema"]), ANY))
            pairs += [(each["name"], value)] * draw(st.sampled_from([1, 1, 1, 2]))
    if draw(st.integers(0, 9)) == 0:
        pairs.append((draw(ANY), draw(ANY)))
    return pairs


@MANY
@given(data=st.data())
def test_described_paths_answer_as_described(
    client: FlaskClient, document: dict[str, Any], data: st.DataObject
) -> None:
    path = data.draw(st.sampled_from(sorted(document["paths"])))
    method = data.draw(st.sampled_from(sorted(document["paths"][path])))
    told = document["paths"][path][method]
    values = PATHS | {"dataset": "aaaaaaaaaaaaa"}
    pairs = data.draw(query(told["parameters"]))
    body = {"data": json.dumps(data.draw(JSON))} if method == "post" else {}
    answer = client.open(
        PREFIX + path.format(**values), method=method.upper(), query_string=pairs, **body
    )
    assert answer.status_code < 500
    if answer.status_code != 301:
        fits(document, answer, path, method)


@MANY
@given(variable=ANY.filter(lambda text: text.strip("/. ")), data=st.data())
def test_things_that_are_not_there(
    client: FlaskClient, document: dict[str, Any], variable: str, data: st.DataObject
) -> None:
    paths = [path for path in sorted(document["paths"]) if "{" in path]
    path = data.draw(st.sampled_from(paths))
    name = path.partition("{")[2].rstrip("}")
    answer = client.get(PREFIX + path.replace(f"{{{name}}}", variable.replace("?", "")))
    assert answer.status_code in {200, 301, 308, 400, 404}


@MANY
@given(action=st.sampled_from(sorted(ACTIONS)), asked=st.dictionaries(
    st.sampled_from(["id", "q", "fq", "fq_list", "rows", "start", "sort", "fl", "facet",
                     "facet.field", "facet.limit", "limit", "offset", "query", "all_fields"]),
    st.one_of(ANY, JSON, st.sampled_from(["organization:stadt", "1", "title asc", '["groups"]'])),
    max_size=4,
))  # fmt: skip
def test_actions_of_ckan(client: FlaskClient, action: str, asked: dict[str, Any]) -> None:
    path = f"/api/3/action/{action}"
    by_query = client.get(path, query_string=_sent(asked))
    for answer in (client.post(path, data=json.dumps(asked)), by_query):
        assert answer.status_code in {200, 400, 404, 409}, answer.text
        assert answer.json["success"] == (answer.status_code == 200)


def _sent(pairs: dict[str, Any]) -> dict[str, str]:
    """What a query string can carry: texts, other values as JSON."""
    texts = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in pairs.items()
    }
    return {name: text.encode("utf-8", "replace").decode() for name, text in texts.items()}


@MANY
@given(body=st.binary(max_size=200), kind=st.sampled_from(["application/json", "text/plain", ""]))
def test_bodies_of_bytes(client: FlaskClient, body: bytes, kind: str) -> None:
    for path in (*(PREFIX + each for each in BODIES), "/api/3/action/package_show", "/sparql"):
        answer = client.post(path, data=body, content_type=kind)
        assert 400 <= answer.status_code < 500 or path.endswith("/read")
        assert answer.status_code < 500


@MANY
@given(pairs=st.lists(st.tuples(st.sampled_from(["format", "query", "update", "x"]), ANY)))
def test_parameters_of_sparql(client: FlaskClient, pairs: list[tuple[str, str]]) -> None:
    """Nothing is built here, so a query that would be run meets 503 and no other 5xx."""
    for answer in (client.post("/sparql", query_string=pairs), client.post("/sparql", data={})):
        assert answer.status_code < 500 or answer.json["code"] == "sparql.not_built"

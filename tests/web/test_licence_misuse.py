# SPDX-License-Identifier: EUPL-1.2
"""Wrong questions about licences get one clear sentence and a 4xx, never a verdict."""

import json
import re

import pytest
from flask.testing import FlaskClient

READ, CHECK, PAGE = "/api/v1/licences/read", "/api/v1/licences/check", "/lizenzen/kombinieren"
ASKED = {"inputs": ["cc-by-4.0"], "result_type": "derived_database"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"5",
        b"[]",
        b"{}",
        b'{"text": 5}',
        b'{"text": "a\\u0000b"}',
        b'{"text": "\\ud800"}',
        b'{"text": "x", "source": []}',
        b"\xff\xfe{",
        b"[" * 50_000,
        json.dumps({"text": "x" * 1_000_000}).encode(),
        json.dumps(["x"] * 10_000).encode(),
    ],
    ids=lambda body: str(body)[:20],
)
def test_texts_that_are_none(client: FlaskClient, body: bytes) -> None:
    _refused(client.post(READ, data=body))


def test_a_text_said_twice_is_not_read(client: FlaskClient) -> None:
    _refused(client.get(f"{READ}?text=CC0&text=CC%20BY%204.0"))
    _refused(client.get(READ))


@pytest.mark.parametrize(
    "more",
    [
        {"inputs": []},
        {"inputs": "cc-by-4.0"},
        {"inputs": [None]},
        {"inputs": ["cc-by-5.0"]},
        {"inputs": ["cc\0"]},
        {"inputs": ["\ud800"]},
        {"inputs": ["cc-by-4.0"] * 10_000},
        {"inputs": ["x" * 1_000_000]},
        {"inputs": ["dataset:0000000000000"]},
        {"result_type": ["derived_database"]},
        {"commercial": "yes"},
        {"modify": 1},
        {"target": ""},
        {"target": {"id": "cc0-1.0"}},
        {"comercial": False},
    ],
    ids=lambda more: str(more)[:30],
)
def test_requests_that_cannot_be_cleared(client: FlaskClient, more: dict[str, object]) -> None:
    _refused(client.post(CHECK, data=json.dumps(ASKED | more)))


def test_inputs_said_twice_are_not_halved(client: FlaskClient) -> None:
    body = '{"inputs": ["odbl-1.0"], "inputs": ["cc0-1.0"], "result_type": "derived_database"}'
    assert "inputs" in _refused(client.post(CHECK, data=body))


def test_a_clearing_is_asked_by_post(client: FlaskClient) -> None:
    answer = client.get(CHECK)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST, OPTIONS")
    assert "POST" in answer.json["detail"]  # type: ignore[index]


@pytest.mark.parametrize(
    "query",
    [
        "lizenz=cc-by-5.0",
        "lizenz=%00",
        "lizenz=cc0-1.0&datensatz=0000000000000",
        "lizenz=cc0-1.0&datensatz=x",
        "lizenz=cc0-1.0&korb=" + ",".join(f"{number:013}" for number in range(10_000)),
        "lizenz=cc0-1.0&ergebnis=internal_use&ergebnis=derived_database",
        "lizenz=cc0-1.0&ziel=cc0-1.0&ziel=none",
        "lizenz=cc0-1.0&ziel=cc-by",
        "lizenz=cc0-1.0&kommerziell=vielleicht",
        "lizenz=cc0-1.0&farbe=rot",
        "lizenz=" + "x" * 100_000,
    ],
    ids=lambda query: query[:40],
)
def test_the_page_answers_no_wrong_question(client: FlaskClient, query: str) -> None:
    answer = client.get(f"{PAGE}?{query}")
    assert 400 <= answer.status_code < 500
    assert "vereinbar" not in answer.text
    assert len(re.findall(r"<h1", answer.text)) == 1


def _refused(answer: object) -> str:
    """The sentence; it stands in a problem document or in an error object."""
    assert 400 <= answer.status_code < 500, answer.text  # type: ignore[attr-defined]
    said = answer.json  # type: ignore[attr-defined]
    sentence = said.get("detail") or said["error"]["message"]
    assert 20 < len(sentence) < 400 and "\n" not in sentence
    assert "verdict" not in said and "id" not in said
    return str(sentence)

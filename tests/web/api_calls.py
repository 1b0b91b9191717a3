# SPDX-License-Identifier: EUPL-1.2
"""Values for calls of /api/v1, and checks of answers against the description's schemas."""

from typing import Any

from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from werkzeug.test import TestResponse

from app.web import limits

TOWN, TREES = "13003000", "floraUndFauna--baumbestand--baumkataster"
NEEDED = {"kommune": TOWN, "musterdatensatz": TREES, "text": "cc-by-4.0"}
PATHS = {
    "key": TOWN,
    "slug": TREES,
    "standard": "wms",
    "portal": "stadt",
    "run": "1",
    "licence": "cc-by-4.0",
}
BODIES: dict[str, Any] = {
    "/licences/read": ["cc-by-4.0", {"text": "frei"}],
    "/licences/check": {"inputs": ["cc-by-4.0"], "result_type": "collective_database"},
}
PREFIX = "/api/v1"


def unlimited(client: FlaskClient) -> FlaskClient:
    """The client without rate limits."""
    for name in (limits.NAME, limits.QUERIES):
        client.application.extensions[name] = limits.Buckets(1e9, 1e9)
    return client


def fits(document: dict[str, Any], answer: TestResponse, path: str, method: str) -> None:
    """Asserts that the status is described and the body matches its schema."""
    told = document["paths"][path][method]["responses"]
    status = str(answer.status_code)
    assert status in told, (path, status, answer.text[:200])
    kind, content = next(iter(told[status]["content"].items()))
    assert answer.mimetype == kind
    schema = content["schema"] | {"components": document["components"]}
    Draft202012Validator(schema).validate(answer.json)

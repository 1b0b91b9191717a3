# SPDX-License-Identifier: EUPL-1.2
"""Promise S4: headers on every answer, errors and static files included."""

import pytest
from flask.testing import FlaskClient

PATHS = (
    "/",
    "/static/css/base.css",
    "/gibt-es-nicht",
    "/vergleich/haeufigste-datenbestaende.json",
    "/vergleich/haeufigste-datenbestaende?x=1",
    "/robots.txt",
    "/healthz",
)


@pytest.mark.parametrize("path", PATHS)
def test_headers_on_every_answer(client: FlaskClient, path: str) -> None:
    headers = client.get(path, buffered=True).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert {policy[f"{name}-src"] for name in ("script", "style", "font", "connect")} == {"'self'"}
    assert policy["img-src"] == "'self' data:"
    assert policy["form-action"] == "'self'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    for name in ("Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"):
        assert headers[name]
    assert headers["Cross-Origin-Resource-Policy"] in {"same-origin", "cross-origin"}
    assert not any(letter.isdigit() for letter in headers["Server"])


def test_pages_are_not_open_to_other_sites(client: FlaskClient) -> None:
    for path in ("/", "/ueber", "/static/css/base.css"):
        assert "Access-Control-Allow-Origin" not in client.get(path, buffered=True).headers


def test_static_files_come_from_here_alone(client: FlaskClient) -> None:
    css = client.get("/static/css/base.css", buffered=True).text
    assert "url(" not in css
    assert "@import" not in css


def test_no_cookie_is_set(client: FlaskClient, filled: str) -> None:
    for path in PATHS:
        assert "Set-Cookie" not in client.get(path, buffered=True).headers

# SPDX-License-Identifier: EUPL-1.2
"""Headers of every answer (promise S4) and limits of every request (promise S5)."""

from flask import Flask, Response, request
from werkzeug.exceptions import RequestEntityTooLarge, RequestURITooLarge

BODY = 1_000_000
QUERY = 8_192
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "datenspiegel",
}


def protect(app: Flask) -> None:
    """Adds limits before and headers after every request, errors and static files included."""
    app.config["MAX_CONTENT_LENGTH"] = BODY
    app.before_request(_limit)
    app.after_request(_head)


def _limit() -> None:
    if len(request.query_string) > QUERY:
        raise RequestURITooLarge
    if (request.content_length or 0) > BODY:
        raise RequestEntityTooLarge


def _head(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response

# SPDX-License-Identifier: EUPL-1.2
"""Leave for scripts of other sites to ask: preflight answers (Fetch, section 3.2)."""

from flask import Response, request

METHODS = "GET, HEAD, POST, OPTIONS"
HEADERS = "Accept, Accept-Language, Content-Type, If-None-Match"


def preflight(response: Response) -> Response:
    """For ``after_request``: open to all, without credentials; other answers as they are."""
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Allow-Methods"] = METHODS
        response.headers["Access-Control-Allow-Headers"] = HEADERS
        response.headers["Access-Control-Max-Age"] = "86400"
    return response


def in_languages(response: Response) -> Response:
    """The same, for answers whose sentences depend on Accept-Language."""
    response.vary.add("Accept-Language")
    return preflight(response)

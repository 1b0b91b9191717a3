# SPDX-License-Identifier: EUPL-1.2
"""Whatever goes wrong in a request becomes one sentence with a mend: page, JSON or plain text.

SelectionError -> 400, HTTPException -> its status, StoreError -> 503, all else -> 500 (logged).
"""

from flask import Flask, Response, current_app, make_response, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from app.compare.errors import SelectionError
from app.store import StoreError
from app.web import messages
from app.web.desk import desk, lang, open_data, say

PLAIN = (".csv", ".xlsx", ".ttl", ".rdf", ".xml", ".nt", ".txt")
VERSIONED = "/api/v1"
RETRY_SECONDS = "10"


def handle(app: Flask) -> None:
    """Registers the one handler for each kind of exception."""
    app.register_error_handler(SelectionError, _selection)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


def refuse(status: int, code: str, /, **params: object) -> Response:
    """The answer for a status: the sentence of the code, in the form the path asks for."""
    sentence = say(code, **params)
    if request.path.startswith(VERSIONED) or _asks_sparql():
        return problem(status, code, **params)
    if request.path.endswith((".json", ".jsonld")) or request.path.startswith("/api/"):
        body = {"error": {"status": status, "code": code, "message": sentence}}
        response = open_data(json_answer(body))
    elif request.path.endswith(PLAIN):
        response = make_response(sentence + "\n")
        response.mimetype = "text/plain"
    else:
        page = render_template("pages/error.html", status=status, sentence=sentence)
        response = make_response(page)
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response


def _asks_sparql() -> bool:
    """Whether a program asks where people have a page."""
    return request.path.endswith("/sparql") and "text/html" not in request.accept_mimetypes.values()


def problem(status: int, code: str, /, **params: object) -> Response:
    """One sentence that says what is wrong with a program's request, and its mend (RFC 9457)."""
    body = {"type": "about:blank", "status": status, "code": code, "detail": say(code, **params)}
    response = open_data(json_answer(body))
    response.status_code, response.mimetype = status, "application/problem+json"
    response.headers["Cache-Control"] = "no-store"
    return response


def json_answer(body: object) -> Response:
    """A JSON answer; texts as they are, not escaped to ASCII."""
    return Response(current_app.json.dumps(body) + "\n", mimetype="application/json")


def _selection(error: Exception) -> ResponseReturnValue:
    if not isinstance(error, SelectionError):
        raise error
    return refuse(400, error.code, **error.params)


def _http(error: Exception) -> ResponseReturnValue:
    if not isinstance(error, HTTPException):
        raise error
    status = error.code or 500
    if status < 400:  # a redirect
        return error.get_response()
    code = f"web.error_{status}"
    known = code if messages.has(lang(), code) else "web.error_other"
    response = refuse(status, known, status=status)
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            response.headers[name] = value
    return response


def _unexpected(error: Exception) -> ResponseReturnValue:
    known = _of_store(error)
    if known is not None:
        current_app.logger.warning("store: %s %s", known.code, known.params)
        response = refuse(503, "web.error_503")
        response.headers["Retry-After"] = RETRY_SECONDS
        return response
    current_app.logger.error("unexpected", exc_info=error)
    return refuse(500, "web.error_500")


def _of_store(error: Exception) -> StoreError | None:
    """The StoreError this is, or becomes where the database raised it."""
    try:
        with desk().store.errors():
            raise error
    except StoreError as known:
        return known
    except Exception:
        return None

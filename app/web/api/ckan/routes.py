# SPDX-License-Identifier: EUPL-1.2
"""/api/3/action/<name>: CKAN's envelope around results and errors."""

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from app.compare.errors import SelectionError
from app.web import messages
from app.web.api.ckan.actions import ACTIONS
from app.web.api.ckan.asking import Refusal, given
from app.web.api.crossing import in_languages
from app.web.desk import desk, lang, open_data, say
from app.web.errors import json_answer
from app.web.present import fresh

api = Blueprint("ckan", __name__, url_prefix="/api")
api.after_request(in_languages)
ANY = ["GET", "POST"]


@api.route("/3/action/<name>", methods=ANY)
@api.route("/action/<name>", methods=ANY)
def act(name: str) -> ResponseReturnValue:
    """The result of an action."""
    action = ACTIONS.get(name)
    if action is None:
        known = ", ".join(ACTIONS)
        return _refused("Bad request", 400, "ckan.no_action", value=name[:100], known=known)
    try:
        result = action(given())
    except Refusal as refusal:
        return _refused(refusal.kind, refusal.status, refusal.code, **refusal.params)
    body = {"help": _help(name), "success": True, "result": result}
    return fresh(open_data(json_answer(body)))


@api.get("/3")
def version() -> ResponseReturnValue:
    """The version of the interface."""
    return open_data(json_answer({"version": 3}))


def _help(name: str) -> str:
    return f"{desk().site.url}/api/3/action/help_show?name={name}"


def _refused(kind: str, status: int, code: str, /, **params: object) -> Response:
    error = {"__type": kind, "message": say(code, **params)}
    response = open_data(json_answer({"help": "", "success": False, "error": error}))
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response


@api.errorhandler(SelectionError)
def _selection(error: SelectionError) -> ResponseReturnValue:
    return _refused("Validation Error", 409, error.code, **error.params)


@api.errorhandler(HTTPException)
def _http(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    code = f"web.error_{status}"
    known = code if messages.has(lang(), code) else "web.error_other"
    response = _refused("Bad request", status, known, status=status)
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            response.headers[name] = value
    return response

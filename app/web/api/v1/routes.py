# SPDX-License-Identifier: EUPL-1.2
"""/api/v1 as the table of operations says it, its description, and the page that shows it."""

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

from flask import Blueprint, make_response, render_template, request
from flask.typing import ResponseReturnValue

from app.compare.errors import SelectionError
from app.web import limits
from app.web.api.crossing import in_languages
from app.web.api.v1 import openapi
from app.web.api.v1.listing import tell
from app.web.api.v1.operation import Operation
from app.web.api.v1.table import OPERATIONS, ROUTED
from app.web.errors import refuse
from app.web.present import fresh

api = Blueprint("api_v1", __name__, url_prefix="/api/v1")
page = Blueprint("api_page", __name__)
api.after_request(in_languages)


def _view(operation: Operation) -> Callable[..., ResponseReturnValue]:
    def view(**values: str) -> ResponseReturnValue:
        if operation.costly:
            limits.spend()
        if any("\0" in value for value in values.values()):
            return nothing("?")
        _check(operation)
        if operation.answer is None:
            raise LookupError(operation.name)
        return operation.answer(**values)

    return view


def _check(operation: Operation) -> None:
    """SelectionError for a parameter the operation does not have, or a sorting not in its list."""
    allowed = operation.allowed()
    for name in request.args:
        if name not in allowed:
            near = get_close_matches(name, allowed, n=1, cutoff=0.0)
            raise SelectionError(
                "selection.unknown_parameter", parameter=name[:50], near=near[0] if near else ""
            )
    if len(request.args.getlist("lang")) > 1:
        raise SelectionError("selection.repeated", parameter="lang")
    _one_of("lang", openapi.schema_of(operation, "lang")["enum"])
    if operation.sortings:
        _one_of("sortierung", operation.sort_values)


def _one_of(name: str, values: Any) -> None:
    given = request.args.get(name, "").strip()
    if given and given not in values:
        raise SelectionError(
            "selection.not_in_list", parameter=name, value=given[:100], allowed=", ".join(values)
        )


def _route() -> None:
    for operation in ROUTED:
        path = operation.path.replace("{", "<").replace("}", ">")
        api.add_url_rule(path, operation.name, _view(operation))


_route()


@api.get("/openapi.json")
def description() -> ResponseReturnValue:
    """The description of this interface."""
    return tell(openapi.document())


@api.route("/", defaults={"rest": ""})
@api.route("/<path:rest>")
def nothing(rest: str) -> ResponseReturnValue:
    """Whatever is not there; in the language the client accepts."""
    return refuse(404, "api.no_path", path=rest[:100] or "/")


@page.get("/api")
def shown() -> ResponseReturnValue:
    """The description for people to read."""
    body = render_template(
        "pages/api.html",
        operations=OPERATIONS,
        sentence=openapi.sentence,
        schema_of=openapi.schema_of,
        described=openapi.described,
    )
    return fresh(make_response(body))

# SPDX-License-Identifier: EUPL-1.2
"""Licences for programs: one of them, readings of texts, clearings; JSON as the commands give it.

Whatever is wrong with a request is one sentence in a problem document (RFC 9457), never a verdict.
"""

import json
from typing import Any

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from app.licensing import LicensingError, check
from app.licensing.answers import to_json
from app.licensing.requests import LONGEST_LINE, from_line
from app.model import Reading
from app.normalise.licence_answer import is_text
from app.normalise.licence_reading import read
from app.vocabulary import Licence
from app.web import limits
from app.web.api.crossing import in_languages
from app.web.desk import lang, open_data, session, vocabulary
from app.web.errors import json_answer, problem
from app.web.pages import clearing_inputs

api = Blueprint("licences", __name__, url_prefix="/api/v1/licences")
api.after_request(in_languages)
MOST_TEXTS = 1_000
LONGEST_TEXT = 10_000
TOO_MUCH = {"licensing.too_many", "licensing.too_long"}
Json = dict[str, Any]


@api.get("/<licence>")
def one(licence: str) -> ResponseReturnValue:
    """One of them with all that its file states."""
    found = vocabulary().licences.get(licence)
    if found is None:
        return problem(404, "lizenz.unknown", key=_printable(licence))
    return _answer(_whole(found))


@api.route("/read", methods=["GET", "POST"])
def reading() -> ResponseReturnValue:
    """``?text=…`` (with ``source``), or a JSON text, an object with "text", or a list of them."""
    limits.spend()
    if any(len(request.args.getlist(name)) > 1 for name in request.args):
        return problem(400, "licences.once")
    if request.method == "GET":
        given: object = {name: request.args[name] for name in request.args}
    else:
        try:
            given = json.loads(_body())
        except (ValueError, RecursionError):
            return problem(400, "licences.no_json")
    several = isinstance(given, list)
    items = given if isinstance(given, list) else [given]
    if not items or len(items) > MOST_TEXTS:
        return problem(413 if items else 400, "licences.count", most=MOST_TEXTS)
    answers = [_read(item) for item in items]
    wrong = next((each for each in answers if isinstance(each, str)), None)
    if wrong is not None:
        return problem(400, wrong, most=LONGEST_TEXT)
    return _answer({"count": len(answers), "readings": answers} if several else answers[0])


@api.get("/check")
def ask_by_post() -> ResponseReturnValue:
    """A clearing is asked with POST; says so."""
    response = problem(405, "licences.post")
    response.headers["Allow"] = "POST, OPTIONS"
    return response


@api.post("/check")
def clearing() -> ResponseReturnValue:
    """The verdict for one JSON request, as ``licence check -`` gives it."""
    limits.spend()
    try:
        asked = from_line(
            vocabulary().licences,
            _body(),
            lambda names: clearing_inputs.resolve(session(), names),
        )
    except LicensingError as error:
        return problem(413 if error.code in TOO_MUCH else 400, error.code, **error.params)
    return _answer(to_json(check(vocabulary().licences, asked), lang()))


def _answer(body: object) -> Response:
    return open_data(json_answer(body))


def _body() -> str:
    """The body as text; bytes that are no UTF-8 make no valid JSON."""
    given = request.get_data(cache=False)
    if len(given) > 4 * LONGEST_LINE:
        raise RequestEntityTooLarge
    return given.decode("utf-8", "replace")


def _read(item: object) -> Json | str:
    """The reading, or the code of what is wrong with the item."""
    asked = {"text": item} if isinstance(item, str) or item is None else item
    if not isinstance(asked, dict):
        return "licences.no_text"
    text, source = asked.get("text"), asked.get("source")
    if not isinstance(text, str | None) or not isinstance(source, str | None):
        return "licences.no_text"
    both = f"{text or ''}{source or ''}"
    if "text" not in asked or "\0" in both or not is_text(both):
        return "licences.no_text"
    if max(len(text or ""), len(source or "")) > LONGEST_TEXT:
        return "licences.text_long"
    return _reading_json(text or "", read(vocabulary(), text or "", source or ""))


def _reading_json(text: str, found: Reading) -> Json:
    """``unspecified`` where nothing was said; null where it cannot be read."""
    silent = found.status == "missing"
    return {
        "text": text,
        "id": "unspecified" if silent else found.value,
        "status": found.status,
        "candidates": list(found.candidates),
        "rule": found.rule,
    }


def short(licence: Licence) -> Json:
    """A licence in a list."""
    return {
        "id": licence.id,
        "name": {"de": licence.name_de, "en": licence.name_en},
        "kind": licence.kind,
        "family": licence.family,
        "version": licence.version,
        "spdx": licence.spdx,
        "url": licence.url,
        "open": licence.open,
        "hvd": licence.hvd,
    }


def _whole(licence: Licence) -> Json:
    law = licence.law
    return short(licence) | {
        "scope": law.scope,
        "uris": list(licence.uris),
        "permissions": dict(licence.permissions),
        "duties": dict(licence.duties),
        "restrictions": dict(licence.restrictions),
        "layers": dict(law.layers),
        "recommended": dict(law.recommended),
        "statements": [
            {
                "kind": each.kind,
                "text": {"de": each.text[0], "en": each.text[1]},
                "clause": each.clause,
            }
            for each in law.statements
        ],
        "source": law.source,
    }


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in text[:100])

# SPDX-License-Identifier: EUPL-1.2
"""One Answer -> page, JSON, CSV or XLSX; the suffix of the path decides."""

from flask import Response, make_response, render_template, request

from app.compare.answer import Answer
from app.compare.errors import SelectionError
from app.compare.tables import Dialect, to_csv, to_json, to_xlsx
from app.web.desk import open_data, say
from app.web.errors import json_answer

FORMS = ("html", "json", "csv", "xlsx")
DATA = ("json", "csv", "xlsx")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HTML_ROWS = 100
DATA_ROWS = 1000


def rows_allowed(form: str) -> int:
    """The largest page of a form (promise S5)."""
    return HTML_ROWS if form == "html" else DATA_ROWS


def present(answer: Answer, form: str, template: str, **context: object) -> Response:
    """The answer in the form; ``csv=de`` gives CSV as German spreadsheets open it."""
    if form == "html":
        page = make_response(render_template(template, answer=answer, **context))
        return fresh(page)
    response = open_data(_data(answer, form))
    name = f"{answer.question}.{form}"
    if form != "json":
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return fresh(response)


def _data(answer: Answer, form: str) -> Response:
    if form == "json":
        return json_answer(to_json(answer, say))
    if form == "xlsx":
        return Response(to_xlsx(answer, say), mimetype=XLSX)
    text = to_csv(answer, say, _dialect())
    return Response(text, content_type="text/csv; charset=utf-8; header=present")


def _dialect() -> Dialect:
    given = request.args.get("csv", "")
    if given not in {"", "de"}:
        raise SelectionError(
            "selection.not_in_list", parameter="csv", value=given[:100], allowed="de"
        )
    return "de" if given else "rfc4180"


def fresh(response: Response) -> Response:
    """Lets clients ask again cheaply: an ETag over the content, 304 where they have it."""
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag(weak=True)
    response.make_conditional(request)
    return response

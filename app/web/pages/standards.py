# SPDX-License-Identifier: EUPL-1.2
"""All data standards with what they are for and how much they are used, by grade of evidence."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.compare import standards_list
from app.compare.choices import split
from app.compare.selecting import select
from app.web import controls
from app.web.desk import lang, session, vocabulary
from app.web.pages.choices import choices
from app.web.present import present, rows_allowed

page = Blueprint("standards", __name__)


@page.get("/standards", defaults={"form": "html"})
@page.get("/standards.<any(json, csv, xlsx):form>")
def show(form: str) -> ResponseReturnValue:
    """The list for the filters of the query string; two statements."""
    narrowings = standards_list.narrowings(vocabulary().standards)
    picked, pairs = split(narrowings, request.args.items(multi=True))
    chosen = select(pairs, vocabulary(), rows_allowed(form), also={"csv", *narrowings})
    answer = standards_list.answer(session(), vocabulary(), chosen, lang(), **picked)
    if form != "html":
        return present(answer, form, "")
    return present(
        answer,
        form,
        "pages/standards.html",
        controls=controls.controls(answer, choices(vocabulary(), lang(), "land"), vocabulary()),
        narrowings=narrowings,
        picked=picked,
    )

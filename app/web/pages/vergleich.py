# SPDX-License-Identifier: EUPL-1.2
"""Comparisons: the menu of all questions and the answer to one, as page and as data."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.compare import QUESTIONS
from app.compare.options import options
from app.compare.selecting import select
from app.web import controls
from app.web.desk import lang, session, vocabulary
from app.web.present import present, rows_allowed

page = Blueprint("vergleich", __name__)


@page.get("/vergleich")
def menu() -> ResponseReturnValue:
    """All questions."""
    return render_template("pages/vergleich.html", questions=tuple(QUESTIONS.values()))


@page.get("/vergleich/<slug>", defaults={"form": "html"})
@page.get("/vergleich/<slug>.<any(json, csv, xlsx):form>")
def show(slug: str, form: str) -> ResponseReturnValue:
    """The answer to one question for the filters of the query string."""
    question = QUESTIONS.get(slug)
    if question is None:
        abort(404)
    pairs = list(request.args.items(multi=True))
    chosen = select(pairs, vocabulary(), rows_allowed(form), also={"csv"})
    answer = question.answer(session(), vocabulary(), chosen, lang())
    if form != "html":
        return present(answer, form, "")
    choices = options(session(), vocabulary(), chosen, lang())
    return present(
        answer,
        form,
        f"questions/{slug.replace('-', '_')}.html",
        controls=controls.controls(answer, choices, vocabulary()),
    )

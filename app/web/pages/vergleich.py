# SPDX-License-Identifier: EUPL-1.2
"""Comparisons: the menu of all questions and the answer to one, as page and as data."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.compare import QUESTIONS, Question
from app.compare.answer import Link
from app.compare.choices import split
from app.compare.meaning import topic_link
from app.compare.options import options
from app.compare.place_links import place_link
from app.compare.selecting import select
from app.model.selection import Selection
from app.web import controls, switches
from app.web.desk import lang, session, vocabulary
from app.web.present import present, rows_allowed

page = Blueprint("vergleich", __name__)
KEY = "kommune"  # too many for a list: it is typed


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
    picked, pairs = split(question.choices, request.args.items(multi=True))
    chosen = select(pairs, vocabulary(), rows_allowed(form), also={"csv", *question.choices})
    if form == "html" and question.required and not getattr(chosen, question.required):
        return _choose(question, chosen)
    answer = question.answer(session(), vocabulary(), chosen, lang(), **picked)
    if form != "html":
        return present(answer, form, "")
    offered = options(session(), vocabulary(), chosen, lang())
    choices = {name: values for name, values in offered.items() if name not in question.ignored}
    return present(
        answer,
        form,
        f"questions/{slug.replace('-', '_')}.html",
        controls=controls.controls(answer, choices, vocabulary()),
        switches=switches.switches(question, answer, picked, vocabulary(), lang()),
        subject=_subject(question, chosen),
    )


def _subject(question: Question, chosen: Selection) -> Link | None:
    """What the question is about, where it is about one thing."""
    if question.required == KEY:
        return place_link(vocabulary(), chosen.kommune[0])
    if question.required:
        slug = chosen.musterdatensatz[0]
        return topic_link(vocabulary(), lang())("musterdatensatz", slug)[0]
    return None


def _choose(question: Question, chosen: Selection) -> ResponseReturnValue:
    """The page that asks for what the question cannot do without."""
    offered = options(session(), vocabulary(), chosen, lang()) if question.required != KEY else {}
    values = offered.get(question.required, ())
    return render_template("pages/waehlen.html", question=question, values=values)

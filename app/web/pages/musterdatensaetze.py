# SPDX-License-Identifier: EUPL-1.2
"""All Musterdatensätze by Thema with how many Kommunen publish them; as page and as data."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.compare import musterdatensaetze
from app.compare.selecting import query_of, select
from app.web import controls
from app.web.desk import lang, session, vocabulary
from app.web.pages.choices import choices
from app.web.present import present, rows_allowed

page = Blueprint("musterdatensaetze", __name__)
ORDERS = ("thema", "name", "-kommunen", "-datensaetze")


@page.get("/musterdatensaetze", defaults={"form": "html"})
@page.get("/musterdatensaetze.<any(json, csv, xlsx):form>")
def show(form: str) -> ResponseReturnValue:
    """The list for the filters of the query string; one statement."""
    pairs = request.args.items(multi=True)
    chosen = select(pairs, vocabulary(), rows_allowed(form), also={"csv"})
    answer = musterdatensaetze.answer(session(), vocabulary(), chosen, lang())
    offered = choices(vocabulary(), lang(), "typ", "land", "groesse", "thema")
    beside = controls.controls(answer, offered, vocabulary())
    orders = {name: query_of(chosen, sortierung=name, seite=1) for name in ORDERS}
    template = "pages/musterdatensaetze.html"
    return present(answer, form, template, controls=beside, sorted_by=orders)

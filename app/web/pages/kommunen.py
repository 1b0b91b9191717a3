# SPDX-License-Identifier: EUPL-1.2
"""The list of Kommunen that publish data; as page and as data."""

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from app.compare import kommunen
from app.compare.answer import Answer, Link
from app.compare.selecting import select
from app.web import controls
from app.web.desk import href, lang, session, vocabulary
from app.web.pages.choices import choices
from app.web.present import present, rows_allowed

page = Blueprint("kommunen", __name__)


@page.get("/kommunen", defaults={"form": "html"})
@page.get("/kommunen.<any(json, csv, xlsx):form>")
def show(form: str) -> ResponseReturnValue:
    """The list for the filters of the query string; two statements.

    A word that fits one name alone leads to that Kommune's page.
    """
    pairs = request.args.items(multi=True)
    chosen = select(pairs, vocabulary(), rows_allowed(form), also={"csv"})
    answer = kommunen.answer(session(), vocabulary(), chosen, lang())
    if form == "html" and chosen.q and (only := _only(answer)):
        return redirect(href(only), 302)
    offered = choices(vocabulary(), lang(), "typ", "land", "groesse")
    beside = controls.controls(answer, offered, vocabulary())
    return present(answer, form, "pages/kommunen.html", controls=beside)


def _only(answer: Answer) -> str:
    """The path of the only row of the whole list; empty where there are more or none."""
    found = answer.rows[0][0] if answer.total == 1 and answer.rows else None
    return found.path or "" if isinstance(found, Link) else ""

# SPDX-License-Identifier: EUPL-1.2
"""All licences with how much they are used, and up to five of them side by side."""

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app.compare import lizenzen
from app.compare.errors import SelectionError
from app.compare.options import Option, Options
from app.compare.selecting import select
from app.vocabulary import Licence
from app.web import controls
from app.web.desk import href, lang, session, vocabulary
from app.web.pages.choices import choices
from app.web.pages.licence_facts import facts
from app.web.present import present, rows_allowed

page = Blueprint("lizenzen", __name__)
MOST_COMPARED = 5


@page.get("/lizenzen", defaults={"form": "html"})
@page.get("/lizenzen.<any(json, csv, xlsx):form>")
def show(form: str) -> ResponseReturnValue:
    """The list for the filters of the query string; two statements."""
    if named := request.args.get("vergleich", ""):
        query = "&".join(f"lizenz={key}" for key in _listed(named.split(",")))
        return redirect(href("/lizenzen/vergleich") + f"?{query}", 302)
    chosen = select(
        request.args.items(multi=True), vocabulary(), rows_allowed(form), {"csv", "vergleich"}
    )
    answer = lizenzen.answer(session(), vocabulary(), chosen, lang())
    if form != "html":
        return present(answer, form, "")
    return present(
        answer,
        form,
        "pages/lizenzen.html",
        controls=controls.controls(answer, _offered(), vocabulary()),
        shares=lizenzen.shares(session(), vocabulary(), chosen),
        most=MOST_COMPARED,
    )


@page.get("/lizenzen/vergleich")
def side_by_side() -> ResponseReturnValue:
    """Two to five licences; SelectionError for an id that is not there, or for too many."""
    keys = _listed([key for value in request.args.getlist("lizenz") for key in value.split(",")])
    found = [_known(key) for key in keys]
    if len(found) > MOST_COMPARED:
        raise SelectionError("selection.too_many", parameter="lizenz", most=str(MOST_COMPARED))
    return render_template(
        "pages/lizenzen_vergleich.html",
        licences=found,
        facts=[facts(each, vocabulary()) for each in found],
        others=[each for each in vocabulary().licences if each.kind == "licence"],
        most=MOST_COMPARED,
    )


def _offered() -> Options:
    offen = tuple(Option(value, None) for value in ("ja", "nein", "unklar"))
    return choices(vocabulary(), lang(), "land") | {"offen": offen}


def _listed(keys: list[str]) -> list[str]:
    return [key for key in dict.fromkeys(each.strip() for each in keys) if key]


def _known(key: str) -> Licence:
    found = vocabulary().licences.get(key)
    if found is None:
        raise SelectionError("selection.bad_value", parameter="lizenz", value=key[:100])
    return found

# SPDX-License-Identifier: EUPL-1.2
"""One portal: how it stands, what it holds, its Hinweise by code, each occurrence, its runs."""

from difflib import get_close_matches

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from app.compare.answer import Answer
from app.compare.errors import SelectionError
from app.compare.place_links import place_link
from app.compare.selecting import select
from app.compare.tables import to_json
from app.model.findings import CODES
from app.model.selection import Selection
from app.store import portal_queries, run_queries
from app.store.portal_queries import Extent, Standing
from app.web import controls
from app.web.desk import lang, open_data, say, session, vocabulary
from app.web.errors import json_answer, refuse
from app.web.lost_runs import end_lost_runs
from app.web.pages import portal_tables
from app.web.pages.names import names
from app.web.pages.portal_facts import as_json, facts
from app.web.pages.portal_words import age, how_fresh, in_general, mend, shown_address, told
from app.web.pages.trend import listed, trend_of
from app.web.present import fresh, present, rows_allowed

page = Blueprint("portal", __name__)
RUNS = "abrufe"
LAST_RUNS = 5
REJECTS = 10
OWN = ("csv", "code", "tabelle")


@page.get("/portal/<portal>", defaults={"form": "html"})
@page.get("/portal/<portal>.<any(json, csv, xlsx):form>")
def show(portal: str, form: str) -> ResponseReturnValue:
    """The portal; ``code`` shows each Hinweis of a code, ``tabelle=abrufe`` every run.

    404 for a portal that was never remembered.
    """
    chosen = select(request.args.items(multi=True), vocabulary(), rows_allowed(form), also=OWN)
    code, table = _code(), _table()
    end_lost_runs()
    found = portal_queries.standing(session(), portal)
    if found is None:
        return refuse(404, "portal.unknown", key=portal[:100])
    if code:
        return _occurrences(found[0], code, chosen, form)
    if table:
        return _runs(found[0], chosen, form)
    return _overview(*found, chosen, form)


def _code() -> str:
    given = request.args.get("code", "")
    if given and given not in CODES:
        near = get_close_matches(given[:100], CODES, 1, cutoff=0)[0]
        raise SelectionError("portal.unknown_code", value=given[:100], near=near)
    return given


def _table() -> str:
    given = request.args.get("tabelle", "")
    if given not in {"", RUNS}:
        raise SelectionError(
            "selection.not_in_list", parameter="tabelle", value=given[:100], allowed=RUNS
        )
    return given


def _occurrences(at: Standing, code: str, chosen: Selection, form: str) -> ResponseReturnValue:
    """Every Hinweis of one code; six statements."""
    answer, first = portal_tables.occurrences(at.portal.key, code, chosen)
    words = {"general": in_general(first), "remedy": mend(first)} if first else {}
    return _listed(answer, at, form, "hinweise", code=code, **words)


def _runs(at: Standing, chosen: Selection, form: str) -> ResponseReturnValue:
    """Every run; six statements."""
    return _listed(portal_tables.runs(at.portal.key, chosen), at, form, RUNS)


def _listed(
    answer: Answer, at: Standing, form: str, name: str, **context: object
) -> ResponseReturnValue:
    beside = controls.controls(answer, {}, vocabulary())
    template = f"pages/portal_{name}.html"
    return present(answer, form, template, controls=beside, portal=at.portal, **context)


def _overview(at: Standing, held: Extent, chosen: Selection, form: str) -> ResponseReturnValue:
    answer = portal_tables.by_code(at.portal.key, chosen)
    if form not in {"html", "json"}:
        return present(answer, form, "")
    key = at.portal.key
    waiting = run_queries.waiting(session(), key)
    last = run_queries.history(session(), key, LAST_RUNS)
    known = facts(at, held, last, waiting)
    if form == "json":
        return _json(answer, as_json(known) | {"trend": listed(trend_of("datasets", portal=key))})
    rejects = run_queries.rejects(session(), last[0].id or 0, REJECTS) if last else ()
    return present(
        answer,
        form,
        "pages/portal.html",
        controls=controls.controls(answer, {}, vocabulary()),
        portal=at.portal,
        place=place_link(vocabulary(), at.portal.ags) if at.portal.ags else None,
        address=shown_address(at.portal.url),
        facts=known,
        reason=told(at.reason_code, at.reason_params) if at.reason_code else "",
        age=age,
        freshness=how_fresh(key, at.last_success),
        trend=trend_of("datasets", portal=key),
        last=portal_tables.last_runs(last, waiting),
        rejects=rejects,
        licence_name=names(vocabulary(), lang()).licence,
    )


def _json(answer: Answer, known: dict[str, object]) -> Response:
    return fresh(open_data(json_answer(to_json(answer, say) | {"portal": known})))

# SPDX-License-Identifier: EUPL-1.2
"""One Musterdatensatz: who publishes it, in which formats, standards and licences."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.compare import musterdatensatz
from app.compare.meaning import topic_link
from app.compare.places import MUNICIPAL
from app.compare.selecting import query_of, select
from app.compare.standards_links import standard_links
from app.web import controls
from app.web.desk import lang, session, vocabulary
from app.web.errors import refuse
from app.web.pages.choices import choices
from app.web.pages.trend import trend_of
from app.web.present import present, rows_allowed

page = Blueprint("musterdatensatz", __name__)


@page.get("/musterdatensatz/<slug>", defaults={"form": "html"})
@page.get("/musterdatensatz/<slug>.<any(json, csv, xlsx):form>")
def show(slug: str, form: str) -> ResponseReturnValue:
    """The page; two statements."""
    if vocabulary().musterdaten.get(slug) is None:
        return refuse(404, "web.unknown_musterdatensatz", key=slug[:100])
    pairs = request.args.items(multi=True)
    chosen = select(pairs, vocabulary(), rows_allowed(form), also={"csv"})
    answer, use = musterdatensatz.answer(session(), vocabulary(), slug, chosen, lang())
    if form != "html":
        return present(answer, form, "")
    offered = choices(vocabulary(), lang(), "typ", "land", "groesse")
    entry, thema = topic_link(vocabulary(), lang())("musterdatensatz", slug)
    alike = {"typ": chosen.typ or MUNICIPAL, "seite": 1, "pro_seite": 0, "sortierung": ""}
    compared = query_of(chosen, musterdatensatz=(slug,), **alike)
    return present(
        answer,
        form,
        "pages/musterdatensatz.html",
        controls=controls.controls(answer, offered, vocabulary()),
        entry=entry,
        thema=thema,
        use=use,
        made_for=standard_links(vocabulary().standards.for_topic(slug)),
        compared=compared,
        trend=trend_of("musterdatensatz", slug),
    )

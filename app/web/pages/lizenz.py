# SPDX-License-Identifier: EUPL-1.2
"""One licence: what its text grants, asks and excludes, who uses it, what it goes together with."""

from functools import partial
from urllib.parse import urlencode

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.compare import lizenz
from app.compare.selecting import pairs_of, select
from app.licensing.model import RESULT_TYPES
from app.licensing.wording import cite
from app.model.selection import Selection
from app.web import controls
from app.web.desk import bare_path, href, lang, session, vocabulary
from app.web.errors import refuse
from app.web.pages import licence_pairs
from app.web.pages.choices import choices
from app.web.pages.licence_facts import facts
from app.web.pages.licence_pairs import Asked
from app.web.pages.trend import trend_of
from app.web.present import present, rows_allowed

page = Blueprint("lizenz", __name__)


@page.get("/lizenz/<licence>", defaults={"form": "html"})
@page.get("/lizenz/<licence>.<any(json, csv, xlsx):form>")
def show(licence: str, form: str) -> ResponseReturnValue:
    """The page, and the Kommunen that use the licence as data; three statements."""
    found = vocabulary().licences.get(licence)
    if found is None:
        return refuse(404, "lizenz.unknown", key=licence[:100])
    given = request.args.items(multi=True)
    chosen = select(given, vocabulary(), rows_allowed(form), also={"csv", *licence_pairs.OWN})
    asked = licence_pairs.read(request.args)
    answer = lizenz.answer(session(), vocabulary(), found.id, chosen, asked.further())
    if form != "html":
        return present(answer, form, "")
    return present(
        answer,
        form,
        "pages/lizenz.html",
        controls=controls.controls(answer, choices(vocabulary(), lang(), "land"), vocabulary()),
        licence=found,
        facts=facts(found, vocabulary()),
        cite=partial(cite, vocabulary().licences, lang=lang()),
        topics=lizenz.topics(session(), vocabulary(), found.id, lang()),
        trend=trend_of("licence", found.id),
        kinds=RESULT_TYPES,
        orders=licence_pairs.ORDERS,
        pairing=asked,
        pairs=licence_pairs.listed(vocabulary(), found, asked, lang()),
        pair_address=lambda **changes: _address(chosen, asked.but(**changes)),
    )


def _address(chosen: Selection, asked: Asked) -> str:
    """The page asked something else about pairs; its filters and sorting stay."""
    query = urlencode([*asked.further(), *pairs_of(chosen)])
    return f"{href(bare_path())}{'?' if query else ''}{query}#zusammen"

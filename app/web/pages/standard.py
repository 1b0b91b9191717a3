# SPDX-License-Identifier: EUPL-1.2
"""One data standard: what it is, what it is for, who publishes by it, how it is recognised."""

from datetime import date

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.compare import standards_one
from app.compare.meaning import topic_link
from app.compare.selecting import select
from app.vocabulary.standards import Standard
from app.web import controls
from app.web.desk import lang, session, vocabulary
from app.web.errors import refuse
from app.web.pages.choices import choices
from app.web.pages.names import names
from app.web.present import present, rows_allowed

page = Blueprint("standard", __name__)
LISTS = ("uris", "urns", "namespaces", "aliases", "formats", "carriers", "words", "addresses")


@page.get("/standard/<standard>", defaults={"form": "html"})
@page.get("/standard/<standard>.<any(json, csv, xlsx):form>")
def show(standard: str, form: str) -> ResponseReturnValue:
    """The page, and the Kommunen that publish by the standard as data; two statements."""
    found = vocabulary().standards.get(standard)
    if found is None:
        return refuse(404, "standard.unknown", key=standard[:100])
    pairs = request.args.items(multi=True)
    chosen = select(pairs, vocabulary(), rows_allowed(form), also={"csv"})
    answer = standards_one.answer(session(), vocabulary(), found.id, chosen, lang())
    if form != "html":
        return present(answer, form, "")
    offered = choices(vocabulary(), lang(), "typ", "land", "groesse")
    return present(
        answer,
        form,
        "pages/standard.html",
        controls=controls.controls(answer, offered, vocabulary()),
        standard=found,
        checked=date.fromisoformat(found.verified_on),
        recognised=_recognised(found),
        made_for=_made_for(found),
        used=standards_one.overview(session(), vocabulary(), found.id, lang()),
    )


def _recognised(standard: Standard) -> list[tuple[str, tuple[str, ...]]]:
    """What names or implies it, list by list, formats by their names."""
    format_name = names(vocabulary(), lang()).format
    found = []
    for name in LISTS:
        values = getattr(standard, name)
        if name in {"formats", "carriers"}:
            values = tuple(map(format_name, values))
        if values:
            found.append((name, values))
    return found


def _made_for(standard: Standard) -> list[object]:
    link = topic_link(vocabulary(), lang())
    return [link("musterdatensatz", slug)[0] for slug in standard.musterdatensaetze]

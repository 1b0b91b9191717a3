# SPDX-License-Identifier: EUPL-1.2
"""The search: hits with facets as page and as data, and suggestions while somebody types."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from app.compare.answer import Answer, Column, Note
from app.compare.errors import SelectionError
from app.compare.selecting import pairs_of, query_of, select
from app.compare.tables import to_json
from app.model.selection import Selection
from app.search import ORDERS, PAGE
from app.store import search_queries
from app.web import controls, limits
from app.web.desk import bare_path, href, lang, open_data, say, session, vocabulary
from app.web.errors import json_answer
from app.web.pages.facet_links import facet_lists, labels, options
from app.web.pages.hits import row, suggestions
from app.web.pages.names import names
from app.web.present import fresh, present, rows_allowed
from app.web.searching import Result, search, suggested

page = Blueprint("suche", __name__)
COLUMNS = (
    Column("datensatz", "link"),
    Column("kommune", "link"),
    Column("stelle", "text"),
    Column("musterdatensatz", "link"),
    Column("lizenz", "link"),
    Column("formate", "text"),
    Column("stand", "date"),
    Column("geaendert", "date"),
    Column("portal", "link"),
)
OFFERED = ("relevanz", "titel", "stand", "kommune")
KEPT_OUT = {"q", "seite"}
NO_FILTERS = {"q", "seite", "sortierung", "pro-seite"}


@page.get("/suche", defaults={"form": "html"})
@page.get("/suche.<any(json, csv, xlsx):form>")
def show(form: str) -> ResponseReturnValue:
    """The datasets of the query and the filters; a rate limit holds an address back (429)."""
    limits.spend()
    chosen = select(_pairs(), vocabulary(), rows_allowed(form), also={"csv"})
    if chosen.sortierung and chosen.sortierung not in ORDERS:
        allowed = ", ".join(OFFERED)
        raise SelectionError("selection.sorting", value=chosen.sortierung[:100], allowed=allowed)
    size = chosen.pro_seite or PAGE
    result = search(chosen, size)
    portals = search_queries.portal_titles(session())
    answer = _answer(result, chosen, size, portals)
    if form == "json":
        return fresh(open_data(_json(answer, result)))
    if form != "html":
        return present(answer, form, "")
    return _page(answer, result, chosen, portals)


@page.get("/suche/vorschlaege.json")
def suggest() -> ResponseReturnValue:
    """Musterdatensätze and titles that what was typed may become; ``q`` alone is read."""
    limits.spend()
    text = _tidy(request.args.get("q", ""))[:200]
    found = suggestions(suggested(text)) if text else []
    said = say("search.suggestions", count=len(found))
    return open_data(json_answer({"q": text, "suggestions": found, "said": said}))


def _pairs() -> list[tuple[str, str]]:
    """The parameters; control characters in the text somebody pasted are blanks."""
    given = request.args.items(multi=True)
    return [(name, _tidy(value) if name == "q" else value) for name, value in given]


def _tidy(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _answer(result: Result, chosen: Selection, size: int, portals: dict[str, str]) -> Answer:
    named = names(vocabulary(), lang())
    return Answer(
        question="suche",
        columns=COLUMNS,
        rows=tuple(row(hit, named, portals) for hit in result.hits),
        notes=_notes(result),
        total=result.found.total,
        base=result.found.total,
        page=chosen.seite,
        page_size=size,
        sorting=result.found.sorting,
        selection=chosen,
        generation=result.found.generation,
    )


def _notes(result: Result) -> tuple[Note, ...]:
    codes = {"typos": "search.loosened_typos", "any": "search.loosened_any"}
    code = codes.get(result.found.level) if result.found.total else None
    notes = [Note(code)] if code else []
    return (*notes, *((Note("search.makeshift"),) if result.makeshift else ()))


def _json(answer: Answer, result: Result) -> Response:
    body: dict[str, Any] = to_json(answer, say)
    body["did_you_mean"] = result.found.better or None
    body["facets"] = {
        name: [count._asdict() for count in facet.counts]
        for name, facet in result.found.facets.items()
    }
    return json_answer(body)


def _page(
    answer: Answer, result: Result, chosen: Selection, portals: dict[str, str]
) -> ResponseReturnValue:
    named = labels(vocabulary(), names(vocabulary(), lang()), portals)
    facets = result.found.facets
    choices = options(facets, named, chosen)
    better = result.found.better
    return present(
        answer,
        "html",
        "pages/suche.html",
        result=result,
        rows=tuple(zip(result.hits, answer.rows, strict=True)),
        controls=controls.controls(answer, choices, vocabulary()),
        facets=facet_lists(facets, named, chosen),
        hidden=[pair for pair in pairs_of(chosen) if pair[0] not in KEPT_OUT],
        set_filters=sum(pair[0] not in NO_FILTERS for pair in pairs_of(chosen)),
        orders=[(name, _address(chosen, sortierung=name, seite=1)) for name in OFFERED],
        better=(better, _address(chosen, q=better, seite=1)) if better else None,
        without_filters=_address(Selection(q=chosen.q)),
        first=_address(replace(chosen, seite=1)),
    )


def _address(chosen: Selection, **changes: Any) -> str:
    query = query_of(chosen, **changes)
    return href(bare_path()) + (f"?{query}" if query else "")

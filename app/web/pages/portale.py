# SPDX-License-Identifier: EUPL-1.2
"""Portals: which are read, and how they stand; as page and as data."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.compare.answer import Answer, Cell, Column, Link
from app.compare.order import fold, ordered
from app.compare.place_links import portal_link
from app.compare.selecting import select
from app.model.selection import Selection
from app.store import portal_queries
from app.store.portal_queries import Standing
from app.web import controls
from app.web.desk import desk, session, vocabulary
from app.web.lost_runs import end_lost_runs
from app.web.pages.portal_words import how_fresh, shown_address, told
from app.web.present import HTML_ROWS, present, rows_allowed

page = Blueprint("portale", __name__)
COLUMNS = (
    Column("portal", "link", "name"),
    Column("kind", "text", "kind"),
    Column("url", "text"),
    Column("datasets", "number", "datasets"),
    Column("distributions", "number", "distributions"),
    Column("last_success", "date", "last_success"),
    Column("last_try", "date"),
    Column("state", "code", "state"),
    Column("freshness", "code"),
)
SORTINGS = tuple(column.sorting for column in COLUMNS if column.sorting)


@page.get("/portale", defaults={"form": "html"})
@page.get("/portale.<any(json, csv, xlsx):form>")
def show(form: str) -> ResponseReturnValue:
    """All portals; three statements."""
    chosen = select(request.args.items(multi=True), vocabulary(), rows_allowed(form), also={"csv"})
    end_lost_runs()
    standings = portal_queries.list_portals(session())
    answer = _answer(standings, chosen)
    reasons = {
        item.portal.key: told(item.reason_code, item.reason_params)
        for item in standings
        if item.reason_code
    }
    expected = desk().expected
    below = {
        item.portal.key: expected[item.portal.key]
        for item in standings
        if item.state and item.datasets < expected.get(item.portal.key, 0)
    }
    beside = controls.controls(answer, {}, vocabulary())
    return present(
        answer, form, "pages/portale.html", controls=beside, reasons=reasons, below=below
    )


def _answer(standings: tuple[Standing, ...], chosen: Selection) -> Answer:
    rows, sorting = ordered(standings, chosen.sortierung or "name", SORTINGS, _value)
    size = chosen.pro_seite or HTML_ROWS
    start = (chosen.seite - 1) * size
    return Answer(
        question="portale",
        columns=COLUMNS,
        rows=tuple(_row(standing) for standing in rows[start : start + size]),
        total=len(rows),
        page=chosen.seite,
        page_size=size,
        sorting=sorting,
        selection=chosen,
    )


def _value(standing: Standing, name: str) -> int | str:
    if name == "name":
        return fold(standing.portal.title or standing.portal.key)
    if name == "last_success":
        return standing.last_success.isoformat() if standing.last_success else ""
    if name == "kind":
        return standing.portal.kind
    counts = {"datasets": standing.datasets, "distributions": standing.distributions}
    return counts.get(name, standing.state or "")


def _row(standing: Standing) -> tuple[Cell, ...]:
    portal = standing.portal
    named: Link = portal_link(portal.key, portal.title)
    return (
        named,
        portal.kind,
        shown_address(portal.url),
        standing.datasets,
        standing.distributions,
        standing.last_success,
        standing.last_try,
        standing.state or "none",
        how_fresh(portal.key, standing.last_success),
    )

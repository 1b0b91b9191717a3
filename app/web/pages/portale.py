# SPDX-License-Identifier: EUPL-1.2
"""Portals: which are read, and how they stand; as page and as data."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.compare.answer import Answer, Cell, Column, Link
from app.compare.selecting import select
from app.store import portal_queries
from app.store.portal_queries import Standing
from app.web.desk import session, vocabulary
from app.web.present import DATA_ROWS, present

page = Blueprint("portale", __name__)
COLUMNS = (
    Column("portal", "link"),
    Column("kind", "text"),
    Column("url", "text"),
    Column("datasets", "number"),
    Column("distributions", "number"),
    Column("last_success", "date"),
    Column("last_try", "date"),
    Column("state", "code"),
)


@page.get("/portale", defaults={"form": "html"})
@page.get("/portale.<any(json, csv, xlsx):form>")
def show(form: str) -> ResponseReturnValue:
    """All portals; two statements."""
    select(request.args.items(multi=True), vocabulary(), DATA_ROWS, also={"csv"})
    standings = portal_queries.list_portals(session())
    answer = Answer(
        question="portale",
        columns=COLUMNS,
        rows=tuple(_row(standing) for standing in standings),
        total=len(standings),
        page_size=max(1, len(standings)),
    )
    reasons = {item.portal.key: item for item in standings if item.reason_code}
    return present(answer, form, "pages/portale.html", reasons=reasons)


def _shown(url: str) -> str:
    """The address; of a file only its name: folders of this machine are nobody's business."""
    if url.lower().startswith(("http://", "https://")):
        return url
    return url.rstrip("/").rpartition("/")[2]


def _row(standing: Standing) -> tuple[Cell, ...]:
    portal = standing.portal
    return (
        Link(portal.key, portal.title or portal.key),
        portal.kind,
        _shown(portal.url),
        standing.datasets,
        standing.distributions,
        standing.last_success,
        standing.last_try,
        standing.state or "none",
    )

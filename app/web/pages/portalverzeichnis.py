# SPDX-License-Identifier: EUPL-1.2
"""The directory of portals that could be read: who publishes where, and which are read already."""

import re
from datetime import date

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.compare.answer import Answer, Cell, Column
from app.compare.order import fold, ordered
from app.compare.place_links import portal_link
from app.compare.selecting import select
from app.model.selection import Selection
from app.store import portal_queries
from app.vocabulary.portals import UNVERIFIED, KnownPortal
from app.web import controls
from app.web.desk import session, vocabulary
from app.web.present import present, rows_allowed

page = Blueprint("portalverzeichnis", __name__)
COLUMNS = (
    Column("listed_portal", "text", "name"),
    Column("listed_id", "text"),
    Column("listed_level", "code", "level"),
    Column("listed_key", "text", "key"),
    Column("kind", "text", "kind"),
    Column("url", "text"),
    Column("listed_by", "text"),
    Column("listed_checked", "date", "checked"),
    Column("listed_read", "link"),
)
PAGE = 50
SORTINGS = tuple(column.sorting for column in COLUMNS if column.sorting)


@page.get("/portale/verzeichnis", defaults={"form": "html"})
@page.get("/portale/verzeichnis.<any(json, csv, xlsx):form>")
def show(form: str) -> ResponseReturnValue:
    """The directory; one statement tells which portals are read already."""
    chosen = select(request.args.items(multi=True), vocabulary(), rows_allowed(form), also={"csv"})
    size = chosen.pro_seite or (PAGE if form == "html" else rows_allowed(form))
    answer = _answer(chosen, size)
    beside = controls.controls(answer, {}, vocabulary())
    return present(answer, form, "pages/portalverzeichnis.html", controls=beside)


def _answer(chosen: Selection, size: int) -> Answer:
    found = (each for each in vocabulary().portals if _is_meant(each, chosen))
    rows, sorting = ordered(found, chosen.sortierung or "name", SORTINGS, _value)
    start = (chosen.seite - 1) * size
    read = {each.portal.key for each in portal_queries.list_portals(session())}
    return Answer(
        question="portalverzeichnis",
        columns=COLUMNS,
        rows=tuple(_row(each, read) for each in rows[start : start + size]),
        total=len(rows),
        page=chosen.seite,
        page_size=size,
        sorting=sorting,
        selection=chosen,
    )


def _is_meant(portal: KnownPortal, chosen: Selection) -> bool:
    """Whether it lies in a Land asked for, and each word of ``q`` begins one of its own."""
    said = _words(f"{portal.title} {portal.id} {portal.url}")
    inside = not chosen.land or portal.key[:2] in chosen.land
    return inside and all(any(each.startswith(word) for each in said) for word in _words(chosen.q))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def _value(portal: KnownPortal, name: str) -> str:
    if name == "name":
        return fold(portal.title)
    return str(getattr(portal, name))


def _row(portal: KnownPortal, read: set[str]) -> tuple[Cell, ...]:
    return (
        portal.title,
        portal.id,
        portal.level,
        portal.key or None,
        portal.kind,
        portal.url,
        portal.source,
        None if portal.checked == UNVERIFIED else date.fromisoformat(portal.checked),
        portal_link(portal.id, None) if portal.id in read else None,
    )

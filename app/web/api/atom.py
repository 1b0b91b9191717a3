# SPDX-License-Identifier: EUPL-1.2
"""/feed.atom: which datasets changed (RFC 4287), in pages (RFC 5005), filtered like every view."""

from dataclasses import replace
from urllib.parse import urlencode

from flask import Blueprint, Response, request

from app.compare.selecting import pairs_of, select
from app.export.resolve import resolve
from app.model.selection import Selection
from app.store import change_queries, portal_queries
from app.web.api.atom_text import Feed, write
from app.web.desk import desk, href, lang, open_data, session, vocabulary
from app.web.errors import refuse
from app.web.present import fresh

page = Blueprint("atom", __name__)
SIZE = 50
LARGEST = 1_000
DEEPEST = 10_000
ATOM = "application/atom+xml; charset=utf-8"


@page.get("/feed.atom")
def show() -> Response:
    """The newest changes first; 404 beyond the DEEPEST change. Four statements."""
    asked = select(request.args.items(multi=True), vocabulary(), LARGEST)
    size = asked.pro_seite or SIZE
    start = (asked.seite - 1) * size
    if start + size > DEEPEST:
        return refuse(404, "atom.no_page", most=DEEPEST // size)
    wanted = resolve(asked, vocabulary())
    found = change_queries.changed(session(), wanted, size + 1, start)
    entries = found[:size]
    keys = asked.portal or tuple(sorted({entry.portal for entry in entries}))
    more = len(found) > size and start + 2 * size <= DEEPEST
    feed = Feed(
        language=lang(),
        entries=tuple(entries),
        portals=portal_queries.told(session(), keys),
        links=_links(asked, more=more),
    )
    response = Response(write(feed, desk().site), content_type=ATOM)
    return fresh(open_data(response))


def _links(asked: Selection, *, more: bool) -> tuple[tuple[str, str], ...]:
    """Relation and absolute address; below the site's own, never below a Host header's."""
    links = [("self", _address(asked)), ("first", _address(replace(asked, seite=1)))]
    if asked.seite > 1:
        links.append(("previous", _address(replace(asked, seite=asked.seite - 1))))
    if more:
        links.append(("next", _address(replace(asked, seite=asked.seite + 1))))
    return tuple(links)


def _address(selection: Selection) -> str:
    query = urlencode(pairs_of(selection))
    address = f"{desk().site.url}{href('/feed.atom')}"
    return f"{address}?{query}" if query else address

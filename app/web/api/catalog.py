# SPDX-License-Identifier: EUPL-1.2
"""The feed: /catalog in four syntaxes, filtered like every view, in pages (Hydra)."""

from dataclasses import replace
from urllib.parse import urlencode

from flask import Blueprint, Response, request

from app.compare.selecting import pairs_of, select
from app.export import (
    FORMATS,
    PROFILES,
    Addresses,
    NoSuchPage,
    Profile,
    Syntax,
    write_page,
)
from app.export.hydra import Paging
from app.model.selection import Selection
from app.web.api.negotiation import State, answer, is_kept, profile, state, syntax_of
from app.web.desk import desk, session, vocabulary
from app.web.errors import refuse

LARGEST_PAGE = 1_000
RELATIONS = {"first": "first", "previous": "prev", "next": "next", "last": "last"}

api = Blueprint("catalog", __name__)


@api.get("/catalog")
@api.get("/catalog.<any(ttl, rdf, xml, jsonld, nt):suffix>")
def show(suffix: str | None = None) -> Response:
    """A page of the feed; the suffix or the Accept header decides the syntax."""
    syntax, chosen = syntax_of(suffix), profile()
    if isinstance(chosen, Response):
        return chosen
    selection = _selection()
    if isinstance(selection, Response):
        return selection
    response = _page(selection, syntax, chosen, state(syntax))
    if suffix is None:
        response.vary.add("Accept")
    return response


def _page(selection: Selection, syntax: Syntax, chosen: Profile, known: State) -> Response:
    if is_kept(known):
        return answer(None, syntax, known)
    asked = replace(selection, pro_seite=selection.pro_seite or desk().feed.page_size)
    addresses = _addresses(selection, chosen)
    try:
        document = write_page(
            session(), vocabulary(), desk().feed, asked, syntax, addresses, chosen
        )
    except NoSuchPage as error:
        return refuse(404, "export.no_page", page=str(asked.seite), pages=error.pages)
    response = answer(document.data, syntax, known)
    if document.paging:
        response.headers["Link"] = _links(document.paging)
    return response


def _selection() -> Selection | Response:
    """The filters of the query string; ``page`` is Hydra's word for ``seite``."""
    pairs = list(request.args.items(multi=True))
    selection = select(pairs, vocabulary(), LARGEST_PAGE, also=("page", "profile"))
    asked = request.args.get("page")
    if asked is None:
        return selection
    if not (asked.isascii() and asked.isdigit() and len(asked) < 10 and int(asked) > 0):
        return refuse(400, "export.bad_page", page=asked[:100])
    return replace(selection, seite=int(asked))


def _addresses(selection: Selection, chosen: Profile) -> Addresses:
    """Absolute addresses below the site's own, never below a Host header's."""
    pairs = pairs_of(replace(selection, seite=1))
    if chosen != PROFILES[0]:
        pairs.append(("profile", chosen))
    base, query = f"{desk().feed.url}{request.path}", urlencode(pairs)
    filters = urlencode(pairs_of(replace(selection, seite=1, pro_seite=0, sortierung="")))
    collection = f"{desk().feed.url}/catalog"
    return Addresses(
        f"{collection}?{filters}" if filters else collection,
        f"{base}?{query}&page={{page}}" if query else f"{base}?page={{page}}",
    )


def _links(paging: Paging) -> str:
    pages = [f'<{url}>; rel="{RELATIONS[name]}"' for name, url in paging.links().items()]
    template = paging.address(paging.number).partition("?")
    root = f"{desk().feed.url}/catalog"
    return ", ".join(
        pages
        + [
            f'<{root}.{syntax.key}?{template[2]}>; rel="alternate"; type="{syntax.media_type}"'
            for syntax in FORMATS.values()
        ]
    )

# SPDX-License-Identifier: EUPL-1.2
"""One Kommune, Kreis, Verband or Land: figures, holdings, licences, portals, ways to compare."""

from typing import NamedTuple
from urllib.parse import urlencode

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from app.compare import kommune
from app.compare.answer import Link
from app.compare.place_links import place_link
from app.compare.selecting import select
from app.store import place_queries
from app.vocabulary import Kommune, Vocabulary
from app.web import controls
from app.web.desk import href, lang, session, vocabulary
from app.web.errors import refuse
from app.web.pages.trend import trend_of
from app.web.present import present, rows_allowed

page = Blueprint("kommune", __name__)
MEMBERS = 60


class Around(NamedTuple):
    """Where a place lies: the levels above, the same place as Land or city, Kommunen inside."""

    land: Link | None
    kreis: Link | None
    verband: Link | None
    same: Link | None
    members: tuple[Link, ...]
    more: int


@page.get("/kommune/<key>", defaults={"form": "html"})
@page.get("/kommune/<key>.<any(json, csv, xlsx):form>")
def show(key: str, form: str) -> ResponseReturnValue:
    """The page; seven statements. Former and longer keys lead to the present one."""
    place = vocabulary().register.get(key) if key.isascii() and key.isdigit() else None
    if place is None:
        return refuse(404, "web.unknown_kommune", key=key[:20])
    if place.key != key:
        return _moved(place.key, form)
    pairs = request.args.items(multi=True)
    chosen = select(pairs, vocabulary(), rows_allowed(form), also={"csv"})
    answer = kommune.answer(session(), vocabulary(), key, chosen, lang())
    if form != "html":
        return present(answer, form, "")
    return present(
        answer,
        form,
        "pages/kommune.html",
        controls=controls.controls(answer, {}, vocabulary()),
        place=place,
        title=place_link(vocabulary(), key).label,
        kind=_kind(place, vocabulary()),
        figures=kommune.figures(session(), vocabulary(), key, lang()),
        around_place=_around(place, vocabulary()),
        sources=place_queries.sources(session(), key),
        peers=_peers(place),
        neighbours=_neighbours(place),
        trend=trend_of("kommune", key),
    )


def _moved(key: str, form: str) -> ResponseReturnValue:
    suffix = "" if form == "html" else f".{form}"
    query = request.query_string.decode("ascii", "ignore")
    return redirect(href(f"/kommune/{key}{suffix}") + (f"?{query}" if query else ""), 301)


def _kind(place: Kommune, known: Vocabulary) -> str:
    kind = known.register.kinds.get(place.kind)
    return (kind.name(lang()) if kind else "") or place.kind


def _around(place: Kommune, known: Vocabulary) -> Around:
    inside: tuple[str, ...] = ()
    if place.level in {"kreis", "verband"}:
        inside = kommune.members(session(), known, place.key)
    city = known.register.city_of(place.key[:2]) if place.level == "land" else None
    same = city.key if city else place.land if known.register.city_of(place.land) else None
    return Around(
        land=_link(known, place.land if place.level != "land" and not same else None),
        kreis=_link(known, place.kreis if place.typ != "kreisfrei" else None),
        verband=_link(known, place.verband),
        same=_link(known, same if place.typ in {"land", "kreisfrei"} else None),
        members=tuple(place_link(known, key) for key in inside[:MEMBERS]),
        more=max(0, len(inside) - MEMBERS),
    )


def _link(known: Vocabulary, key: str | None) -> Link | None:
    return place_link(known, key) if key and known.register.get(key) else None


def _neighbours(place: Kommune) -> str:
    """The query that chooses its Land; "" for a Land and for a Land that is one city."""
    same = place.level == "land" or vocabulary().register.city_of(place.land)
    return "" if same else urlencode({"land": place.land})


def _peers(place: Kommune) -> str:
    """The query that chooses places of the same kind and size class."""
    chosen = {"typ": place.typ} | ({"groesse": place.size_class} if place.size_class else {})
    return urlencode(chosen)

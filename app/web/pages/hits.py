# SPDX-License-Identifier: EUPL-1.2
"""Hits of a search in words: the cells of a line, and suggestions as links."""

from collections.abc import Mapping

from app.compare.answer import Cell, Link
from app.compare.place_links import portal_link
from app.search import Suggestions
from app.store import search_queries
from app.store.search_queries import Hit
from app.web.desk import href, lang, say, session, vocabulary
from app.web.pages.names import Names, names

MOST_TITLES = 8
LONGEST = 200
NAMED = {"exact", "likely", "ambiguous"}


def row(hit: Hit, named: Names, portals: Mapping[str, str]) -> tuple[Cell, ...]:
    """The cells of a hit, in the order of the search's columns."""
    known = vocabulary().register.get(hit.kommune) if hit.kommune else None
    topic = hit.musterdatensatz
    return (
        Link(hit.id, hit.title or say("web.dataset.untitled"), f"/datensatz/{hit.id}"),
        Link(known.key, known.name, f"/kommune/{known.key}") if known else None,
        hit.publisher,
        Link(topic, named.musterdatensatz(topic), f"/musterdatensatz/{topic}") if topic else None,
        Link(hit.licence or "", licence_words(hit, named)),
        tuple(named.format(key) for key in hit.formats),
        hit.data_as_of,
        hit.modified,
        portal_link(hit.portal, portals.get(hit.portal)),
    )


def licence_words(hit: Hit, named: Names) -> str:
    """The licence's name, or in one word why there is none."""
    if hit.licence and hit.licence_status in NAMED:
        return named.licence(hit.licence)
    return say(f"web.status.{hit.licence_status}")


def suggestions(found: Suggestions) -> list[dict[str, str]]:
    """What to offer, Musterdatensätze first; titles that many datasets share once.

    kind is for programs, said the same for readers.
    """
    named = names(vocabulary(), lang())
    offered = [
        {
            "kind": "musterdatensatz",
            "label": named.musterdatensatz(slug),
            "href": f"{href('/suche')}?musterdatensatz={slug}",
            "said": say("search.suggestion.musterdatensatz"),
        }
        for slug in found.musterdatensaetze
    ]
    titles: dict[str, str] = {}
    for hit in search_queries.hits(session(), found.ids):
        if hit.title:
            titles.setdefault(hit.title, hit.id)
    said = say("search.suggestion.datensatz")
    for title, id in list(titles.items())[:MOST_TITLES]:
        address = href(f"/datensatz/{id}")
        offered.append(
            {"kind": "datensatz", "label": title[:LONGEST], "href": address, "said": said}
        )
    return offered

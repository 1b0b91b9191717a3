# SPDX-License-Identifier: EUPL-1.2
"""What robots and researchers of weaknesses look for: /sitemap.xml and security.txt (RFC 9116)."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from xml.sax.saxutils import escape

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from app.compare import QUESTIONS
from app.model.selection import Selection
from app.store import daily_queries, dataset_queries, listing_queries
from app.web.desk import desk, session, vocabulary
from app.web.errors import refuse
from app.web.present import fresh

api = Blueprint("robots", __name__)
MOST = 50_000
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
PAGES = (
    *("/", "/suche", "/kommunen", "/musterdatensaetze", "/vergleich", "/standards", "/lizenzen"),
    *(
        "/formate",
        "/lizenzen/kombinieren",
        "/portale",
        "/portale/verzeichnis",
        "/ueber",
        "/vocab",
        "/api",
        "/sparql",
    ),
)
YEAR = timedelta(days=365)
Entry = tuple[str, str]


@api.get("/sitemap.xml")
def sitemap() -> ResponseReturnValue:
    """All pages; an index of several files where they are more than 50,000."""
    fixed = len(_fixed())
    parts = -(-(fixed + _datasets()) // MOST)
    if parts <= 1:
        return _file(0)
    base = desk().site.url
    files = [(f"{base}/sitemap-{number}.xml", "") for number in range(1, parts + 1)]
    return _xml("sitemapindex", "sitemap", files)


@api.get("/sitemap-<int:number>.xml")
def part(number: int) -> ResponseReturnValue:
    """One file of the index, from 1."""
    parts = -(-(len(_fixed()) + _datasets()) // MOST)
    if not 1 <= number <= parts:
        return refuse(404, "web.error_404")
    return _file(number - 1)


def _file(number: int) -> Response:
    """Pages number * MOST and following; pages of datasets stand last."""
    fixed = _fixed()
    start = number * MOST
    own = fixed[start : start + MOST]
    left = MOST - len(own)
    return _xml("urlset", "url", [*own, *islice(_stamped(max(0, start - len(fixed)), left), left)])


def _datasets() -> int:
    return dataset_queries.count(session(), Selection())


def _stamped(start: int, most: int) -> Iterator[Entry]:
    for found in listing_queries.stamped(session(), most, start):
        yield desk().feed.dataset(found.id), found.changed_at.date().isoformat()


def _fixed() -> list[Entry]:
    """Pages of things that are no datasets, in both languages where people read them."""
    known, base = vocabulary(), desk().site.url
    paths = [
        *PAGES,
        *(f"/vergleich/{slug}" for slug, each in QUESTIONS.items() if not each.required),
        *(f"/musterdatensatz/{each.slug}" for each in known.musterdaten),
        *(f"/standard/{each.id}" for each in known.standards),
        *(f"/lizenz/{each.id}" for each in known.licences),
        *(f"/format/{key}" for key in _formats()),
        *(f"/kommune/{key}" for key in sorted(_places())),
    ]
    both = (f"{prefix}{path}" for path in paths for prefix in ("", "/en"))
    return [(f"{base}{path}", "") for path in both]


def _formats() -> Iterable[str]:
    """Keys of formats that datasets have."""
    return filter(vocabulary().formats.get, daily_queries.newest(session(), "format"))


def _places() -> Iterable[str]:
    """Keys of Kommunen that have datasets."""
    return listing_queries.places(session())


def _xml(root: str, each: str, entries: Iterable[Entry]) -> Response:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{root} xmlns="{SPACE}">']
    for address, day in entries:
        stamp = f"<lastmod>{day}</lastmod>" if day else ""
        lines.append(f"<{each}><loc>{escape(address)}</loc>{stamp}</{each}>")
    lines.append(f"</{root}>\n")
    return fresh(Response("\n".join(lines), mimetype="application/xml"))


@api.get("/.well-known/security.txt")
def security() -> ResponseReturnValue:
    """Whom to tell of a weakness; 404 where the operator names no contact."""
    site = desk().site
    if not site.contact:
        return refuse(404, "web.error_404")
    address = site.contact
    contact = address if "://" in address or address.startswith("mailto:") else f"mailto:{address}"
    expires = (datetime.now(UTC) + YEAR).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = (
        f"Contact: {contact}",
        f"Expires: {expires.isoformat().replace('+00:00', 'Z')}",
        "Preferred-Languages: de, en",
        f"Canonical: {site.url}/.well-known/security.txt",
    )
    return Response("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")

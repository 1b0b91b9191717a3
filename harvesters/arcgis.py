# SPDX-License-Identifier: EUPL-1.2
"""ArcGIS Hub sites, through their feeds: DCAT-AP as JSON-LD, DCAT-US as data.json; saved items.

The Hub's server writes ``dcat:accessUrl`` for dcat:accessURL, and gives the addresses that come
from a dataset's own metadata names without a prefix, which its context leaves out; both are read
as what they stand for.
"""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from harvesters.base import files
from harvesters.base.ckan_json import Json
from harvesters.base.feed_page import ACCEPT, first_of, is_rdf, open_any, parse_any, reread_any
from harvesters.base.hub import HUB
from harvesters.base.large_text import is_valid
from harvesters.base.latest import remember_latest
from harvesters.base.pod import POD
from harvesters.base.record import Contents, Harvester, Http, Item, Page, Portal, Record
from harvesters.base.text import decode

_FEEDS = (
    "/api/feed/dcat-ap/3.0.0.json",
    "/api/feed/dcat-ap/2.0.1.json",
    "/api/feed/dcat-us/1.1.json",
    "/data.json",
)
_DIALECTS = (HUB, POD)
_FILE = re.compile(r"/api/|\.(?:json|jsonld|rdf|ttl|xml|nt)$", re.I)
_MISSPELT = {
    b'"dcat:accessUrl"': b'"dcat:accessURL"',
    b'"dcat:downloadUrl"': b'"dcat:downloadURL"',
}
_CONTEXT = re.compile(rb'"@context"\s*:\s*(?=\{)')
_LARGE = 4_000_000  # bytes of a page
_TERMS: Json = {
    "title": "http://purl.org/dc/terms/title",
    "description": "http://purl.org/dc/terms/description",
    "format": "http://purl.org/dc/terms/format",
    "accessURL": {"@id": "http://www.w3.org/ns/dcat#accessURL", "@type": "@id"},
    "downloadURL": {"@id": "http://www.w3.org/ns/dcat#downloadURL", "@type": "@id"},
}


def fetch(portal: Portal, http: Http) -> Iterator[Page]:
    """The feed: the one the address names, else the newest that the site offers."""
    path = files.local_path(portal.url)
    if path is not None:
        yield from files.pages(path, http.largest_answer)
        return
    parts = urlsplit(portal.url)
    if _FILE.search(parts.path):
        yield http.get(portal.url, ACCEPT)
        return
    site = f"{parts.scheme}://{parts.netloc}"
    feeds = (site + feed for feed in _FEEDS)
    yield first_of(http, feeds, lambda page: open_page(portal, page))


@remember_latest
def open_page(portal: Portal, page: Page) -> Contents:
    """The datasets of a feed."""
    return open_any(portal, _readable(page) if is_rdf(page) else page, _DIALECTS)


def _readable(page: Page) -> Page:
    """The feed with the names that the Hub's server meant."""
    body = _utf8(page)
    for wrong, right in _MISSPELT.items():
        body = body.replace(wrong, right)
    found = _CONTEXT.search(body)
    if found is not None:
        body = _with_terms(body, found.end())
    return page if body == page.body else replace(page, body=body, charset=None)


def _utf8(page: Page) -> bytes:
    """The text as bytes: as characters, a large one would take up to four times its memory."""
    body = page.body.removeprefix(codecs.BOM_UTF8)
    if len(body) > _LARGE and b"\0" not in body[:4] and (body.isascii() or is_valid(body)):
        return body
    return decode(page)[0].encode()


def _with_terms(body: bytes, at: int) -> bytes:
    """The text with a context that knows the names without prefix, unless it does already."""
    start = body[at : at + _LARGE].decode("utf-8", "ignore")
    try:
        context, end = json.JSONDecoder().raw_decode(start)
    except (ValueError, RecursionError):
        return body
    known: dict[str, Any] = {**_TERMS, **context}
    whole = memoryview(body)  # slices of bytes would be copies of a large page
    behind = whole[at + len(start[:end].encode()) :]
    return b"".join((whole[:at], json.dumps(known).encode(), behind))


def parse(portal: Portal, item: Item) -> Record:
    """The Record of one dataset; statements about persons stand apart in it."""
    return parse_any(portal, item, _DIALECTS)


def reread(portal: Portal, identifier: str, kind: str, statements: str, personal: str) -> Record:
    """The Record of a dataset from what the store kept of it."""
    return reread_any(portal, (identifier, kind, statements, personal), _DIALECTS)


HARVESTER = Harvester(fetch, open_page, parse, reread)

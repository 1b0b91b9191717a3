# SPDX-License-Identifier: EUPL-1.2
"""Opendatasoft portals: the catalogue of the Explore interface, or one of its RDF exports."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from harvesters.base import files
from harvesters.base.feed_page import ACCEPT, open_any, parse_any, reread_any
from harvesters.base.json_page import read_json
from harvesters.base.latest import remember_latest
from harvesters.base.ods import ODS
from harvesters.base.ods_desk import desk_of, is_listing, walk
from harvesters.base.pod import POD
from harvesters.base.record import Contents, Harvester, Http, Item, Page, Portal, Record
from harvesters.base.windows import Survey

# data.json is one of the exports too.
_DIALECTS = (ODS, POD)
_WHOLE = re.compile(r"/exports/[^/]+/?$|\.(?:json|jsonld|rdf|ttl|xml)$", re.I)
_RDF = "application/rdf+xml, text/turtle;q=0.9, application/ld+json;q=0.8, */*;q=0.1"


def fetch(portal: Portal, http: Http) -> Iterator[Page]:
    """The catalogue in windows; an export that the address names as it is."""
    path = files.local_path(portal.url)
    if path is not None:
        yield from files.pages(path, http.largest_answer)
        return
    if _WHOLE.search(urlsplit(portal.url).path):
        is_json = urlsplit(portal.url).path.rstrip("/").endswith("json")
        yield http.get(portal.url, ACCEPT if is_json else _RDF)
        return
    yield from walk(desk_of(portal.url, http, _look))


def _look(page: Page) -> Survey:
    answer = read_json(page, "opendatasoft", _DIALECTS)
    return Survey(tuple(answer.ids), answer.total)


@remember_latest
def open_page(portal: Portal, page: Page) -> Contents:
    """The datasets of one answer; of a list of ids asked for to check a walk, only its total."""
    contents = open_any(portal, page, _DIALECTS)
    if page.local or not is_listing(page.name):
        return contents
    return replace(contents, items=(), announced=None, recounted=True)


def parse(portal: Portal, item: Item) -> Record:
    """The Record of one dataset; statements about persons stand apart in it."""
    return parse_any(portal, item, _DIALECTS)


def reread(portal: Portal, identifier: str, kind: str, statements: str, personal: str) -> Record:
    """The Record of a dataset from what the store kept of it."""
    return reread_any(portal, (identifier, kind, statements, personal), _DIALECTS)


HARVESTER = Harvester(fetch, open_page, parse, reread)

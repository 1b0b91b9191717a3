# SPDX-License-Identifier: EUPL-1.2
"""DKAN portals: data.json of Project Open Data, DKAN 1's list of packages, DKAN 2's interfaces."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from harvesters.base import files
from harvesters.base.ckan_fields import fields_of, strings, values
from harvesters.base.ckan_json import Json, is_package
from harvesters.base.ckan_package import ckan_id, is_published, prepare
from harvesters.base.ckan_record import to_record
from harvesters.base.dkan_desk import Listing, walk_listing, walk_search
from harvesters.base.dkan_table import is_cut, is_row, is_table, packages_of
from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.feed_page import ACCEPT, is_refusal, open_any, parse_any, reread_any
from harvesters.base.json_page import Dialect, read_json
from harvesters.base.latest import remember_latest
from harvesters.base.pod import POD
from harvesters.base.record import (
    Contents,
    Harvester,
    Http,
    Item,
    Page,
    Portal,
    RawAgent,
    Record,
    Text,
)
from harvesters.base.text import decode, shorten
from harvesters.base.windows import Survey

_ACTION = "/api/3/action"
_LIST = f"{_ACTION}/current_package_list_with_resources"
_SEARCH = re.compile(r"/api/1/search/?$")
_WHOLE = re.compile(r"\.(?:json|jsonld|rdf|ttl|xml)$|/api/1/metastore/", re.I)


def _record(portal: Portal, identifier: str, thing: Json, statements: str, personal: str) -> Record:
    """A package of DKAN 1, whose groups are who publishes, as its data.json says, and no themes."""
    record = to_record(portal.key, identifier, thing, statements, personal)
    if not isinstance(thing.get("groups"), list):
        return record
    named = [each.get("title") for each in thing["groups"] if isinstance(each, dict)]
    bodies = tuple(RawAgent("publisher", (Text(name),)) for name in strings(named))
    if any(agent.role == "publisher" for agent in record.agents):
        bodies = ()
    return replace(record, themes=values(fields_of(thing), "theme"), agents=bodies + record.agents)


_DIALECTS = (
    Dialect(is_package, is_package, ckan_id, prepare, _record, is_published=is_published),
    POD,
)


def fetch(portal: Portal, http: Http) -> Iterator[Page]:
    """The portal: by the interface its address names, else data.json, else DKAN 1's list."""
    path = files.local_path(portal.url)
    if path is not None:
        yield from files.pages(path, http.largest_answer)
        return
    parts = urlsplit(portal.url)
    if _SEARCH.search(parts.path):
        yield from walk_search(http, portal.url, _look)
    elif _ACTION in parts.path:
        yield from walk_listing(_listing(portal, http))
    elif _WHOLE.search(parts.path):
        yield http.get(portal.url, ACCEPT)
    else:
        yield from _whole_site(portal, http)


def _whole_site(portal: Portal, http: Http) -> Iterator[Page]:
    """data.json; where there is none the list, and where there is none either, the first reason."""
    try:
        page = http.get(f"{_site(portal)}/data.json", ACCEPT)
        open_page(portal, page)
    except UnexpectedAnswer as error:
        if not is_refusal(error):
            raise
        refused = error
    else:
        yield page
        return
    desk = _listing(portal, http)
    try:
        first = desk.search(0)
    except UnexpectedAnswer as error:
        raise (refused if is_refusal(error) else error) from None
    yield from walk_listing(desk, first)


def _site(portal: Portal) -> str:
    parts = urlsplit(portal.url)
    site = parts.path.partition("/api/")[0].rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{site}"


def _listing(portal: Portal, http: Http) -> Listing:
    return Listing(http, _look, _site(portal) + _LIST)


def _look(page: Page) -> Survey:
    answer = read_json(page, "dkan", _DIALECTS)
    return Survey(tuple(answer.ids), answer.total)


@remember_latest
def open_page(portal: Portal, page: Page) -> Contents:
    """The datasets of one answer, or of a table saved from the portal."""
    if not page.local:
        return open_any(portal, page, _DIALECTS)
    text, repairs = decode(page)
    if not (is_row(text) or is_table(text)):
        return open_any(portal, page, _DIALECTS)
    try:
        body = json.dumps({"success": True, "result": packages_of(text)}).encode()
    except (ValueError, RecursionError, csv.Error) as error:
        problem = shorten(str(error), 200)
        raise UnexpectedAnswer("answer.broken_json", page=page.name, problem=problem) from error
    contents = open_any(portal, replace(page, body=body), _DIALECTS)
    return replace(contents, repairs=repairs, truncated=not is_row(text) and is_cut(text))


def parse(portal: Portal, item: Item) -> Record:
    """The Record of one dataset; statements about persons stand apart in it."""
    return parse_any(portal, item, _DIALECTS)


def reread(portal: Portal, identifier: str, kind: str, statements: str, personal: str) -> Record:
    """The Record of a dataset from what the store kept of it."""
    return reread_any(portal, (identifier, kind, statements, personal), _DIALECTS)


HARVESTER = Harvester(fetch, open_page, parse, reread)

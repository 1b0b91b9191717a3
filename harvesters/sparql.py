# SPDX-License-Identifier: EUPL-1.2
"""Catalogues behind a SPARQL endpoint, read in blocks of datasets; its answers as files."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from urllib.parse import parse_qsl, urlencode

from harvesters.base import files, rdf_page
from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.rdf_page import parse, reread
from harvesters.base.record import Broken, Contents, Harvester, Http, Page, Portal
from harvesters.base.sparql_desk import Desk

__all__ = ["HARVESTER", "fetch", "open_page", "parse", "reread"]

_CLOSED = "closed"
_MOST_IDLE = 10


def fetch(portal: Portal, http: Http) -> Iterator[Page]:
    """Pages of some datasets each; the last one only tells how many there are.

    The addresses are listed once more at the end, and what appeared behind the walk's back is
    fetched too; that the number is the same would prove nothing.
    """
    path = files.local_path(portal.url)
    if path is not None:
        yield from files.pages(path, http.largest_answer)
        return
    desk = Desk(http, portal.url, portal.base)
    desk.find_graphs()
    seen: set[str] = set()
    yield from _blocks(desk, desk.identifiers(), seen)
    listed = set(desk.identifiers())
    yield from _blocks(desk, sorted(listed - seen), seen)
    total = desk.total()
    yield _last(desk, None if total == len(listed) else total)


def _last(desk: Desk, missed: int | None) -> Page:
    """The page that closes the walk. missed: the number claimed where it was not what came."""
    said = {"nameless": str(desk.nameless()), "claimed": "" if missed is None else str(missed)}
    return Page(desk.pages, f"{desk.url}#{_CLOSED}&{urlencode(said)}", b"", datetime.now(UTC))


def _blocks(desk: Desk, identifiers: Iterable[str], seen: set[str]) -> Iterator[Page]:
    """UnexpectedAnswer when nothing is said of many datasets in a row: such a list has no end."""
    waiting = iter(identifiers)
    idle = 0
    while block := list(islice(waiting, desk.together)):
        seen.update(block)
        before = desk.pages
        yield from desk.about(block)
        idle = idle + 1 if desk.pages == before else 0
        if idle == _MOST_IDLE:
            raise UnexpectedAnswer("paging.repeats", page=desk.url)


def open_page(portal: Portal, page: Page) -> Contents:
    """The datasets of one page; the last one closes the walk and tells what has no address."""
    fragment = page.name.partition("#")[2]
    if page.local or not fragment.startswith(f"{_CLOSED}&"):
        return rdf_page.open_page(portal, page)
    said = dict(parse_qsl(fragment))
    nameless = int(said.get("nameless", "0"))
    broken = Broken(None, f"{nameless} × _:", "item.no_identity", "dcat:Dataset")
    claimed = int(said["claimed"]) if "claimed" in said else None
    return Contents(broken=(broken,) * min(nameless, 1), announced=claimed, recounted=True)


HARVESTER = Harvester(fetch, open_page, parse, reread)

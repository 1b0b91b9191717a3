# SPDX-License-Identifier: EUPL-1.2
"""The catalogue interface of one Opendatasoft portal: Explore 2.1 (and 2.0, where named)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from harvesters.base.errors import HarvestError, UnexpectedAnswer
from harvesters.base.feed_page import ACCEPT, is_refusal
from harvesters.base.latest import forget_latest
from harvesters.base.record import Http, Page
from harvesters.base.windows import Survey, is_too_much, walk_windows

LISTING = "dataset_id"
_MOST_ROWS, _FEWEST_ROWS = 100, 5  # Explore 2.1: limit is 100 at most
_REACH = 10_000  # offset + limit is 10,000 at most; beyond, only exports give all
_OWN = {"limit", "offset", "rows", "start", "order_by", "sort", "select", "include_links"}
_VERSIONED = re.compile(r"^(.*?/api/(?:explore/)?v2(?:\.\d+)?)(?:/|$)")
Look = Callable[[Page], Survey]


@dataclass(slots=True)
class Desk:
    """The portal's interface: where its catalogue is, how many datasets it is asked for at once."""

    http: Http
    look: Look
    catalogue: str
    query: tuple[tuple[str, str], ...]
    order: str = LISTING
    rows: int = _MOST_ROWS
    pages: int = 1
    listing: str = LISTING

    def search(self, start: int, fields: str = "") -> tuple[Page, Survey]:
        """One window of the catalogue; fewer datasets when the portal cannot give so many."""
        while True:
            try:
                return self._ask("datasets", self._window(start, fields))
            except HarvestError as error:
                if not is_too_much(error) or self.rows <= _FEWEST_ROWS:
                    raise
                self.rows = max(_FEWEST_ROWS, self.rows // 5)

    def _window(self, start: int, fields: str) -> list[tuple[str, str]]:
        rows = _MOST_ROWS if fields else self.rows
        asked = [*self.query, ("limit", str(min(rows, max(1, _REACH - start))))]
        asked += [("offset", str(start))]
        asked += [("order_by", self.order)] if self.order else []
        return asked + ([("select", fields)] if fields else [])

    def show(self, name: str) -> tuple[Page, Survey]:
        """One dataset alone."""
        return self._ask(f"datasets/{quote(name, safe='')}", [])

    def export(self) -> tuple[Page, Survey]:
        """The whole catalogue in one answer."""
        return self._ask("exports/json", list(self.query))

    def _ask(self, path: str, query: list[tuple[str, str]]) -> tuple[Page, Survey]:
        asked = f"?{urlencode(query, quote_via=quote)}" if query else ""
        page = self.http.get(f"{self.catalogue}/{path}{asked}", ACCEPT, self.pages)
        return page, self.look(page)

    def adapt(self, page: Page, received: int) -> None:
        """No more than the portal gives."""
        self.rows = min(self.rows, max(_FEWEST_ROWS, received))

    def hand_out(self, page: Page) -> Page:
        """The page, counted: the next one gets the next number."""
        self.pages += 1
        return page


def desk_of(url: str, http: Http, look: Look) -> Desk:
    """The desk of a portal: its address with or without the interface's; filters are kept."""
    parts = urlsplit(url)
    site = f"{parts.scheme}://{parts.netloc}"
    versioned = _VERSIONED.match(parts.path)
    root = site + (versioned[1] if versioned else "/api/explore/v2.1")
    query = tuple(pair for pair in parse_qsl(parts.query) if pair[0] not in _OWN)
    return Desk(http, look, f"{root}/catalog", query if "/api/" in parts.path else ())


def walk(desk: Desk) -> Iterator[Page]:
    """The pages of the catalogue; UnexpectedAnswer in the end where something may be missing."""
    first = _first(desk)
    total = first[1].total
    if total is not None and total > _REACH:
        del first  # or it would be held beside all of it
        forget_latest()
        page, survey = desk.export()
        yield desk.hand_out(page)
        if len(set(survey.ids)) < total:
            counts = {"announced": total, "received": len(set(survey.ids))}
            raise UnexpectedAnswer("paging.export_short", page=page.name, **counts)
        return
    pages = walk_windows(desk, first)
    del first
    yield from pages


def _first(desk: Desk) -> tuple[Page, Survey]:
    """The first window, ordered if the portal can."""
    try:
        return desk.search(0)
    except UnexpectedAnswer as error:
        if not is_refusal(error) or error.params.get("status") == "404":
            raise
    desk.order = ""
    return desk.search(0)


def is_listing(url: str) -> bool:
    """Whether an address asks for the list that ends a walk."""
    return ("select", LISTING) in parse_qsl(urlsplit(url).query)

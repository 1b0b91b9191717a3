# SPDX-License-Identifier: EUPL-1.2
"""The action interface of one CKAN portal: its addresses, and how much is asked for at once."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from harvesters.base.errors import HarvestError, UnexpectedAnswer
from harvesters.base.record import Http, Page
from harvesters.base.windows import Survey, is_too_much

__all__ = ["Desk", "Survey", "desk_of", "is_listing", "is_refusal"]

ACCEPT = "application/json, */*;q=0.1"
LISTING = "id,name"
SORTS = ("id asc", "metadata_created asc", "")
_FIRST_ROWS, _MOST_ROWS, _FEWEST_ROWS = 100, 1_000, 10
_TARGET = 4_000_000  # bytes of an answer: so many packages as keep memory and waiting small
_REFUSED = {"400", "403", "404", "405", "409", "501"}
_OWN = {"rows", "start", "sort", "fl"}


Look = Callable[[Page], Survey]


@dataclass(slots=True)
class Desk:
    """The portal's interface: where it is, how many packages it is asked for at once."""

    http: Http
    look: Look
    action: str
    query: tuple[tuple[str, str], ...]
    sort: str = SORTS[0]
    rows: int = _FIRST_ROWS
    pages: int = 1
    asked: int = 0
    listing: str = LISTING

    def search(self, start: int, fields: str = "") -> tuple[Page, Survey]:
        """One window of package_search; fewer packages when the portal cannot give so many."""
        while True:
            try:
                return self._ask("package_search", self._window(start, fields))
            except HarvestError as error:
                if not is_too_much(error) or self.rows <= _FEWEST_ROWS:
                    raise
                self.rows = max(_FEWEST_ROWS, self.rows // 5)

    def _window(self, start: int, fields: str) -> list[tuple[str, str]]:
        rows = _MOST_ROWS if fields else self.rows
        asked = [*self.query, ("rows", str(rows)), ("start", str(start))]
        asked += [("sort", self.sort)] if self.sort else []
        return asked + ([("fl", fields)] if fields else [])

    def list_names(self) -> tuple[Page, Survey]:
        """The answer of package_list."""
        return self._ask("package_list", [])

    def show(self, name: str) -> tuple[Page, Survey]:
        """The answer of package_show for one package."""
        return self._ask("package_show", [("id", name)])

    def _ask(self, action: str, query: list[tuple[str, str]]) -> tuple[Page, Survey]:
        self.asked += 1
        url = self.action + action + (f"?{urlencode(query, quote_via=quote)}" if query else "")
        page = self.http.get(url, ACCEPT, self.pages)
        return page, self.look(page)

    def adapt(self, page: Page, received: int) -> None:
        """So many packages at once as the portal gives and as make an answer of handy size."""
        if received < self.rows:
            self.rows = received
            return
        each = max(1, len(page.body) // received)
        self.rows = min(_MOST_ROWS, max(_FIRST_ROWS, _TARGET // each), self.rows * 4)

    def hand_out(self, page: Page) -> Page:
        """The page, counted: the next one gets the next number."""
        self.pages += 1
        return page


def desk_of(url: str, http: Http, look: Look) -> Desk:
    """The desk of a portal: its address with or without /api/3/action, a filter (fq, q) kept."""
    parts = urlsplit(url)
    site, _, _ = parts.path.partition("/api/")
    site = site.removesuffix("/api").rstrip("/")
    query = tuple(pair for pair in parse_qsl(parts.query) if pair[0] not in _OWN)
    return Desk(http, look, f"{parts.scheme}://{parts.netloc}{site}/api/3/action/", query)


def is_listing(url: str) -> bool:
    """Whether an address asks for the list that ends a walk."""
    return ("fl", LISTING) in parse_qsl(urlsplit(url).query)


def is_refusal(error: UnexpectedAnswer) -> bool:
    """Whether the portal answered that it does not do this."""
    return error.code == "answer.ckan_refused" or error.params.get("status") in _REFUSED

# SPDX-License-Identifier: EUPL-1.2
"""Two interfaces of DKAN that give pages: the list of DKAN 1 by offset, DKAN 2's search by page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from harvesters.base.errors import HarvestError, UnexpectedAnswer
from harvesters.base.feed_page import ACCEPT
from harvesters.base.latest import forget_latest
from harvesters.base.record import Http, Page
from harvesters.base.windows import Survey, Walk, is_too_much, windows

_ROWS, _FEWEST = 100, 10
_PASSES = 3
_MOST_PAGES = 10_000
Look = Callable[[Page], Survey]


@dataclass(slots=True)
class Listing:
    """current_package_list_with_resources: windows with limit and offset, but without a total."""

    http: Http
    look: Look
    url: str
    rows: int = _ROWS
    pages: int = 1
    listing: str = ""
    first: tuple[str, ...] = ()

    def search(self, start: int, fields: str = "") -> tuple[Page, Survey]:
        """One window. UnexpectedAnswer where every offset gives the same one, though not all."""
        while True:
            try:
                return self._ask(start)
            except HarvestError as error:
                if not is_too_much(error) or self.rows <= _FEWEST:
                    raise
                self.rows = max(_FEWEST, self.rows // 5)

    def _ask(self, start: int) -> tuple[Page, Survey]:
        page, survey = self._get(self.rows, start)
        if start == 0:
            self.first = survey.ids
        elif survey.ids and set(survey.ids) == set(self.first) and self._heeds_limit():
            raise UnexpectedAnswer("paging.repeats", page=page.name)
        return page, survey

    def _heeds_limit(self) -> bool:
        """Whether it gives fewer when asked for fewer; one that does not gave all of it."""
        return len(self.first) > 1 and len(self._get(1, 0)[1].ids) < len(self.first)

    def _get(self, limit: int, offset: int) -> tuple[Page, Survey]:
        page = self.http.get(_asked(self.url, limit=limit, offset=offset), ACCEPT, self.pages)
        return page, self.look(page)._replace(total=None)

    def show(self, name: str) -> tuple[Page, Survey]:
        """Never asked for: without a total nothing is checked against a list."""
        raise UnexpectedAnswer("paging.repeats", page=name)

    def adapt(self, page: Page, received: int) -> None:
        """Fewer where the portal gives fewer."""
        self.rows = min(self.rows, max(1, received))

    def hand_out(self, page: Page) -> Page:
        """The page, counted: the next one gets the next number."""
        self.pages += 1
        return page


def walk_listing(desk: Listing, first: tuple[Page, Survey] | None = None) -> Iterator[Page]:
    """The pages of DKAN 1's list. One that gives more than it was asked for gives all at once."""
    page, survey = first or desk.search(0)
    if len(survey.ids) > desk.rows or not survey.ids:
        yield desk.hand_out(page)
        return
    pages = windows(desk, Walk(), (page, survey), "")
    del first, page, survey  # or they would be held during the whole walk
    yield from pages


def walk_search(http: Http, url: str, look: Look) -> Iterator[Page]:
    """The pages of DKAN 2's search.

    They cannot overlap. So where the total moved, or is not what came, the walk is done again, and
    what is new in it comes too. UnexpectedAnswer where pages repeat or never end.
    """
    seen: dict[str, None] = {}
    number = 1
    for _ in range(_PASSES):
        done = Walk()
        for page, survey in _pages(http, url, look, number, done):
            known = len(seen)
            seen.update(dict.fromkeys(survey.ids))
            if len(seen) > known or number == 1:
                yield page
                number += 1
            del page
        if not done.has_moved and (done.totals is None or done.totals[1] == len(done.seen)):
            return


def _pages(
    http: Http, url: str, look: Look, number: int, done: Walk
) -> Iterator[tuple[Page, Survey]]:
    before: tuple[str, ...] = ()
    for asked in range(1, _MOST_PAGES):
        query: dict[str, str | int] = {
            "page": asked,
            "page-size": _ROWS,
            "sort": "title",
            "sort-order": "asc",
        }
        page = http.get(_asked(url, **query), ACCEPT, number + asked - 1)
        survey = look(page)
        known = len(done.seen)
        done.seen.update(dict.fromkeys(survey.ids))
        is_old = survey.total is None and len(done.seen) == known
        if survey.ids and (survey.ids == before or is_old):
            raise UnexpectedAnswer("paging.repeats", page=page.name)
        before = survey.ids
        done.note(survey.total)
        yield page, survey
        del page  # or it would be held while the next one comes
        forget_latest()
        news = len(done.seen) - known
        if _is_last(survey, done, news):
            return
    raise UnexpectedAnswer("paging.repeats", page=url)


def _is_last(survey: Survey, done: Walk, news: int) -> bool:
    """Whether nothing can follow: no more is claimed, or the page brought nothing new."""
    if survey.total is not None and len(done.seen) >= survey.total:
        return True
    return not news


def _asked(url: str, **query: str | int) -> str:
    """The address with these parameters in place of its own of that name."""
    parts = urlsplit(url)
    own = [pair for pair in parse_qsl(parts.query) if pair[0] not in query]
    pairs = [*own, *((name, str(value)) for name, value in query.items())]
    return urlunsplit(parts._replace(query=urlencode(pairs, quote_via=quote), fragment=""))

# SPDX-License-Identifier: EUPL-1.2
"""Walks the whole of a CKAN portal: every package once, also while packages come and go.

package_search is read in windows that overlap, sorted by id. As long as a window begins with a
package that is known, nothing can have slipped out between it and the one before; when it does not,
the walk steps back. A walk during which the portal's count moved is checked against a list of ids.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from harvesters.base.errors import HarvestError, UnexpectedAnswer
from harvesters.base.record import Http, Page

ACCEPT = "application/json, */*;q=0.1"
LISTING = "id,name"
_SORTS = ("id asc", "metadata_created asc", "")
_FIRST_ROWS, _MOST_ROWS, _FEWEST_ROWS = 100, 1_000, 10
_TARGET = 4_000_000  # bytes of an answer: so many packages as keep memory and waiting small
_REFUSED = {"400", "403", "404", "405", "409", "501"}
_LOST_IN_A_ROW = 5
_TOO_MUCH = {"network.too_large", "network.timeout", "network.cut"}
_OWN = {"rows", "start", "sort", "fl"}


class Survey(NamedTuple):
    """What a walk needs to know of an answer. ids: of all packages in it, in its order."""

    ids: tuple[str, ...]
    total: int | None


Look = Callable[[Page], Survey]


@dataclass(slots=True)
class Desk:
    """The portal's interface: where it is, how many packages it is asked for at once."""

    http: Http
    look: Look
    action: str
    query: tuple[tuple[str, str], ...]
    sort: str = _SORTS[0]
    rows: int = _FIRST_ROWS
    pages: int = 1
    asked: int = 0

    def search(self, start: int, fields: str = "") -> tuple[Page, Survey]:
        """One window of package_search; fewer packages when the portal cannot give so many."""
        while True:
            try:
                return self._ask("package_search", self._window(start, fields))
            except HarvestError as error:
                if not _is_too_much(error) or self.rows <= _FEWEST_ROWS:
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

    def hand_out(self, page: Page) -> Page:
        """The page, counted: the next one gets the next number."""
        self.pages += 1
        return page


@dataclass(slots=True)
class _Walk:
    """Ids seen, in the order they came; totals: the lowest and the highest count claimed.

    has_moved: packages came or went. has_lied: an answer held more than the count it claimed.
    has_news: the last window held something new.
    """

    seen: dict[str, None] = field(default_factory=dict)
    totals: tuple[int, int] | None = None
    has_moved: bool = False
    has_lied: bool = False
    has_news: bool = False

    def note(self, total: int | None) -> None:
        """Remembers a count the portal claims."""
        if total is None:
            return
        low, high = self.totals or (total, total)
        self.has_moved = self.has_moved or total != low or total != high
        self.totals = (min(low, total), max(high, total))


def desk_of(url: str, http: Http, look: Look) -> Desk:
    """The desk of a portal: its address with or without /api/3/action, a filter (fq, q) kept."""
    parts = urlsplit(url)
    site, _, _ = parts.path.partition("/api/")
    site = site.removesuffix("/api").rstrip("/")
    query = tuple(pair for pair in parse_qsl(parts.query) if pair[0] not in _OWN)
    return Desk(http, look, f"{parts.scheme}://{parts.netloc}{site}/api/3/action/", query)


def walk(desk: Desk) -> Iterator[Page]:
    """The pages of the portal; without package_search, package_list and each package alone.

    UnexpectedAnswer in the end where the walk cannot be shown to have been complete.
    """
    first = _first(desk)
    if first is None:
        yield from _one_by_one(desk)
        return
    done = _Walk()
    yield from _windows(desk, done, first, "")
    differs = done.totals is not None and done.totals[1] != len(done.seen)
    if (done.has_moved or differs) and not done.has_lied:
        yield from _check(desk, done)


def _first(desk: Desk) -> tuple[Page, Survey] | None:
    """The first window, sorted as stably as the portal can; None where package_list must do."""
    refused: UnexpectedAnswer | None = None
    for sort in _SORTS:
        desk.sort = sort
        try:
            return desk.search(0)
        except UnexpectedAnswer as error:
            if not _is_refusal(error):
                raise
            refused = refused or error
        if refused.params.get("status") == "404":
            break
    if desk.query and refused:  # package_list knows no filter
        raise refused
    return None


def _windows(desk: Desk, done: _Walk, first: tuple[Page, Survey], fields: str) -> Iterator[Page]:
    """Pages with something new in them, until a window ends where the portal's count does.

    fields: of what is only counted, no page is handed out.
    """
    page, survey = first
    start = back = asked = overlap = 0
    while True:
        done.note(survey.total)
        if overlap and not _joins(survey, done):
            done.has_moved = True
            back = max(1, 2 * back, desk.rows // 4)
            start = max(0, start - back)
            overlap = start
        else:
            back = 0
            if _learn(survey, done) and not fields:
                yield desk.hand_out(page)
            if _is_end(start, survey, done) or _runs_dry(desk, survey, done):
                return
            if not fields:
                _adapt(desk, page, survey)
            overlap = _overlap(len(survey.ids))
            start += len(survey.ids) - overlap
        asked += 1
        _check_progress(page, survey, asked)
        before = survey
        page, survey = desk.search(start, fields)
        if survey.ids and survey.ids == before.ids:
            raise UnexpectedAnswer("paging.repeats", page=page.name)


def _learn(survey: Survey, done: _Walk) -> bool:
    """Whether the window held anything new; it is known from now on."""
    known = len(done.seen)
    done.seen.update(dict.fromkeys(survey.ids))
    done.has_news = len(done.seen) > known
    return done.has_news


def _is_end(start: int, survey: Survey, done: _Walk) -> bool:
    """Whether nothing can follow. A portal that gives more than it counts is read on."""
    end = start + len(survey.ids)
    if survey.total is None or end > survey.total:
        done.has_lied = done.has_lied or survey.total is not None
        return not done.has_news
    return not survey.ids or end == survey.total


def _runs_dry(desk: Desk, survey: Survey, done: _Walk) -> bool:
    """Whether the portal has no more than what is known, though it counts more."""
    return not done.has_news and len(survey.ids) < desk.rows


def _check_progress(page: Page, survey: Survey, asked: int) -> None:
    most = 50 + 10 * (survey.total or 100_000) // max(1, len(survey.ids))
    if asked > most:
        raise UnexpectedAnswer("paging.repeats", page=page.name)


def _joins(survey: Survey, done: _Walk) -> bool:
    """Whether a window begins with something known, so that nothing lies between."""
    return bool(survey.ids) and survey.ids[0] in done.seen


def _overlap(received: int) -> int:
    return min(max(1, received // 20), received - 1)


def _adapt(desk: Desk, page: Page, survey: Survey) -> None:
    """So many packages at once as the portal gives and as make an answer of handy size."""
    received = len(survey.ids)
    if received < desk.rows:
        desk.rows = received
        return
    each = max(1, len(page.body) // received)
    desk.rows = min(_MOST_ROWS, max(_FIRST_ROWS, _TARGET // each), desk.rows * 4)


def _check(desk: Desk, done: _Walk) -> Iterator[Page]:
    """Compares with a list of ids and fetches what came behind the walk's back.

    The list's page is handed out as proof when all it names has been received; else the count the
    pages claimed stands, and the run is partial.
    """
    listed = _Walk()
    first = desk.search(0, LISTING)
    for _ in _windows(desk, listed, first, LISTING):
        pass  # pages of a list are not handed out one by one
    late = [each for each in listed.seen if each not in done.seen]
    yield from _shown(desk, late, done)
    named = len(listed.seen)
    if listed.totals is None or named >= listed.totals[0]:
        yield desk.hand_out(replace(first[0], number=desk.pages))


def is_listing(url: str) -> bool:
    """Whether an address asks for the list that ends a walk."""
    return ("fl", LISTING) in parse_qsl(urlsplit(url).query)


def _one_by_one(desk: Desk) -> Iterator[Page]:
    page, survey = desk.list_names()
    yield desk.hand_out(page)
    yield from _shown(desk, survey.ids, _Walk())


def _shown(desk: Desk, names: Iterable[str], done: _Walk) -> Iterator[Page]:
    """Each package alone. One that has gone meanwhile is none; one that fails ends as partial."""
    failures: list[HarvestError] = []
    in_a_row = 0
    for name in names:
        try:
            page, survey = desk.show(name)
        except HarvestError as error:
            if _is_gone(error):
                continue
            failures.append(error)
            in_a_row += 1
            if in_a_row == _LOST_IN_A_ROW:
                raise
            continue
        in_a_row = 0
        done.seen.update(dict.fromkeys(survey.ids))
        yield desk.hand_out(page)
    if failures:
        raise failures[0]


def _is_refusal(error: UnexpectedAnswer) -> bool:
    """Whether the portal answered that it does not do this."""
    return error.code == "answer.ckan_refused" or error.params.get("status") in _REFUSED


def _is_gone(error: HarvestError) -> bool:
    return error.params.get("status") in ("403", "404", "410")


def _is_too_much(error: HarvestError) -> bool:
    return error.code in _TOO_MUCH or error.params.get("status") in ("500", "502", "503", "504")

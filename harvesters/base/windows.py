# SPDX-License-Identifier: EUPL-1.2
"""Walks a portal in windows that overlap: every dataset once, also while datasets come and go.

The windows are sorted by id. As long as one begins with a dataset that is known, nothing can have
slipped out between it and the one before; when it does not, the walk steps back. A walk during
which the portal's count moved is checked against a list of ids.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol

from harvesters.base.errors import HarvestError, UnexpectedAnswer
from harvesters.base.latest import forget_latest
from harvesters.base.record import Page

_LOST_IN_A_ROW = 5
_SAME = 3
_GONE = {"403", "404", "410"}
_TOO_MUCH = {
    *("network.too_large", "network.timeout", "network.cut"),
    *("answer.too_much", "answer.csw_too_many"),
}


class Survey(NamedTuple):
    """What a walk needs to know of an answer. ids: of all datasets in it, in its order."""

    ids: tuple[str, ...]
    total: int | None


class Desk(Protocol):
    """The interface of one portal. rows: datasets asked for at once; pages: number of the next."""

    rows: int
    pages: int
    listing: str

    def search(self, start: int, fields: str = "") -> tuple[Page, Survey]:
        """The window that begins at ``start``; with ``fields`` (listing) only ids are asked for."""
        ...

    def show(self, name: str) -> tuple[Page, Survey]:
        """One dataset alone."""
        ...

    def adapt(self, page: Page, received: int) -> None:
        """So many datasets at once as the portal gives and as make an answer of handy size."""
        ...

    def hand_out(self, page: Page) -> Page:
        """The page, counted: the next one gets the next number."""
        ...


@dataclass(slots=True)
class Walk:
    """Ids seen, in the order they came; totals: the lowest and the highest count claimed.

    has_moved: packages came or went. has_lied: an answer held more than the count it claimed.
    has_news: the last window held something new. empties: windows without any since the last news.
    """

    seen: dict[str, None] = field(default_factory=dict)
    totals: tuple[int, int] | None = None
    has_moved: bool = False
    has_lied: bool = False
    has_news: bool = False
    empties: int = 0

    def note(self, total: int | None) -> None:
        """Remembers a count the portal claims."""
        if total is None:
            return
        low, high = self.totals or (total, total)
        self.has_moved = self.has_moved or total != low or total != high
        self.totals = (min(low, total), max(high, total))


def walk_windows(desk: Desk, first: tuple[Page, Survey]) -> Iterator[Page]:
    """The pages from the first window on.

    UnexpectedAnswer in the end where the walk cannot be shown to have been complete.
    """
    done = Walk()
    pages = windows(desk, done, first, "")
    del first
    yield from pages
    differs = done.totals is not None and done.totals[1] != len(done.seen)
    if (done.has_moved or differs) and not done.has_lied:
        yield from _check(desk, done)


def windows(desk: Desk, done: Walk, first: tuple[Page, Survey], fields: str) -> Iterator[Page]:
    """Pages with something new in them, until a window ends where the portal's count does.

    fields: of what is only counted, no page is handed out.
    """
    page, survey = first
    del first
    start = back = asked = overlap = same = idle = 0
    while True:
        done.note(survey.total)
        known = len(done.seen)
        if _runs_dry(survey, done):
            return
        if overlap and not _joins(survey, done):
            done.has_moved = True
            back = max(1, 2 * back, desk.rows // 4)
            start = max(0, start - back)
            overlap = start
        else:
            back = 0
            # one without any dataset may hold what has to be rejected and named
            if (_learn(survey, done) or not survey.ids) and not fields:
                yield desk.hand_out(page)
            if _is_end(start, survey, done):
                return
            if not fields:
                desk.adapt(page, len(survey.ids))
            overlap = _overlap(len(survey.ids))
            start += len(survey.ids) - overlap
        asked += 1
        idle = 0 if len(done.seen) > known else idle + 1
        before = survey
        del page  # or it would be held while the next one comes
        forget_latest()
        page, survey = desk.search(start, fields)
        same = same + 1 if survey.ids and survey.ids == before.ids else 0
        _check_progress(page, survey, asked, same)
        _check_news(page, survey, idle, done)


def _runs_dry(survey: Survey, done: Walk) -> bool:
    """Whether the portal has no more than what is known, though it counts more.

    Where a window is empty the walk steps back; coming there again without news, it has all.
    """
    done.empties += not survey.ids
    return done.empties == 2


def _learn(survey: Survey, done: Walk) -> bool:
    """Whether the window held anything new; it is known from now on."""
    known = len(done.seen)
    done.seen.update(dict.fromkeys(survey.ids))
    done.has_news = len(done.seen) > known
    if done.has_news:
        done.empties = 0
    return done.has_news


def _is_end(start: int, survey: Survey, done: Walk) -> bool:
    """Whether nothing can follow. A portal that gives more than it counts is read on."""
    end = start + len(survey.ids)
    if survey.total is None or end > survey.total:
        done.has_lied = done.has_lied or survey.total is not None
        return not done.has_news
    return not survey.ids or end == survey.total


def _check_progress(page: Page, survey: Survey, asked: int, same: int) -> None:
    """UnexpectedAnswer when the portal gives one window again and again, or never ends.

    Once, a window may come again by chance, when as much was removed as the walk went on.
    """
    most = 50 + 10 * (survey.total or 100_000) // max(1, len(survey.ids))
    if same == _SAME or asked > most:
        raise UnexpectedAnswer("paging.repeats", page=page.name)


def _check_news(page: Page, survey: Survey, idle: int, done: Walk) -> None:
    """UnexpectedAnswer when windows never join and bring nothing new, whatever count is claimed.

    A walk that stepped back to its start comes to news by going once through all that is known.
    """
    if idle > 20 + 3 * len(done.seen) // max(1, len(survey.ids)):
        raise UnexpectedAnswer("paging.repeats", page=page.name)


def _joins(survey: Survey, done: Walk) -> bool:
    """Whether a window begins with something known, so that nothing lies between."""
    return bool(survey.ids) and survey.ids[0] in done.seen


def _overlap(received: int) -> int:
    return min(max(1, received // 20), received - 1)


def _check(desk: Desk, done: Walk) -> Iterator[Page]:
    """Compares with a list of ids and fetches what came behind the walk's back.

    The list's page is handed out as proof when all it names has been received; else the count the
    pages claimed stands, and the run is partial. So it is where the list is empty.
    """
    listed = Walk()
    first = desk.search(0, desk.listing)
    for _ in windows(desk, listed, first, desk.listing):
        pass  # pages of a list are not handed out one by one
    late = [each for each in listed.seen if each not in done.seen]
    yield from shown(desk, late, done)
    named = len(listed.seen)
    if named and (listed.totals is None or named >= listed.totals[0]):
        yield desk.hand_out(replace(first[0], number=desk.pages))


def shown(desk: Desk, names: Iterable[str], done: Walk) -> Iterator[Page]:
    """Each package alone. One that has gone meanwhile is none; one that fails ends as partial."""
    failures: list[HarvestError] = []
    in_a_row = 0
    for name in names:
        try:
            page, survey = desk.show(name)
        except HarvestError as error:
            if is_gone(error):
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


def is_gone(error: HarvestError) -> bool:
    """Whether there is no such dataset any more, or none that is public."""
    said = error.params.get("problem", "").casefold()
    return error.params.get("status") in _GONE or "not found" in said


def is_too_much(error: HarvestError) -> bool:
    """Whether a smaller question may be answered."""
    return error.code in _TOO_MUCH or error.params.get("status") in ("500", "502", "503", "504")

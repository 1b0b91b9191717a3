# SPDX-License-Identifier: EUPL-1.2
"""Walks the whole of a CKAN portal: every package once, also while packages come and go.

package_search is read in windows that overlap, sorted by id. As long as a window begins with a
package that is known, nothing can have slipped out between it and the one before; when it does not,
the walk steps back. A walk during which the portal's count moved is checked against a list of ids.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from harvesters.base.ckan_desk import LISTING, SORTS, Desk, Survey, is_gone, is_refusal
from harvesters.base.errors import HarvestError, UnexpectedAnswer
from harvesters.base.record import Page

_LOST_IN_A_ROW = 5
_SAME = 3


@dataclass(slots=True)
class _Walk:
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


def walk(desk: Desk) -> Iterator[Page]:
    """The pages of the portal; without package_search, package_list and each package alone.

    UnexpectedAnswer in the end where the walk cannot be shown to have been complete.
    """
    first = refused = None
    try:
        first = _first(desk)
    except UnexpectedAnswer as error:
        if desk.query or not is_refusal(error):  # package_list knows no filter
            raise
        refused = error
    if first is None:
        yield from _one_by_one(desk, refused)
        return
    done = _Walk()
    yield from _windows(desk, done, first, "")
    differs = done.totals is not None and done.totals[1] != len(done.seen)
    if (done.has_moved or differs) and not done.has_lied:
        yield from _check(desk, done)


def _first(desk: Desk) -> tuple[Page, Survey]:
    """The first window, sorted as stably as the portal can."""
    for desk.sort in SORTS[:-1]:
        try:
            return desk.search(0)
        except UnexpectedAnswer as error:
            if not is_refusal(error) or error.params.get("status") == "404":
                raise
    desk.sort = SORTS[-1]
    return desk.search(0)


def _windows(desk: Desk, done: _Walk, first: tuple[Page, Survey], fields: str) -> Iterator[Page]:
    """Pages with something new in them, until a window ends where the portal's count does.

    fields: of what is only counted, no page is handed out.
    """
    page, survey = first
    start = back = asked = overlap = same = 0
    while True:
        done.note(survey.total)
        if _runs_dry(survey, done):
            return
        if overlap and not _joins(survey, done):
            done.has_moved = True
            back = max(1, 2 * back, desk.rows // 4)
            start = max(0, start - back)
            overlap = start
        else:
            back = 0
            if _learn(survey, done) and not fields:
                yield desk.hand_out(page)
            if _is_end(start, survey, done):
                return
            if not fields:
                desk.adapt(page, len(survey.ids))
            overlap = _overlap(len(survey.ids))
            start += len(survey.ids) - overlap
        asked += 1
        before = survey
        page, survey = desk.search(start, fields)
        same = same + 1 if survey.ids and survey.ids == before.ids else 0
        _check_progress(page, survey, asked, same)


def _runs_dry(survey: Survey, done: _Walk) -> bool:
    """Whether the portal has no more than what is known, though it counts more.

    Where a window is empty the walk steps back; coming there again without news, it has all.
    """
    done.empties += not survey.ids
    return done.empties == 2


def _learn(survey: Survey, done: _Walk) -> bool:
    """Whether the window held anything new; it is known from now on."""
    known = len(done.seen)
    done.seen.update(dict.fromkeys(survey.ids))
    done.has_news = len(done.seen) > known
    if done.has_news:
        done.empties = 0
    return done.has_news


def _is_end(start: int, survey: Survey, done: _Walk) -> bool:
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


def _joins(survey: Survey, done: _Walk) -> bool:
    """Whether a window begins with something known, so that nothing lies between."""
    return bool(survey.ids) and survey.ids[0] in done.seen


def _overlap(received: int) -> int:
    return min(max(1, received // 20), received - 1)


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


def _one_by_one(desk: Desk, refused: UnexpectedAnswer | None) -> Iterator[Page]:
    """Without package_search; where there is no package_list either, its refusal is the reason."""
    try:
        page, survey = desk.list_names()
    except UnexpectedAnswer as error:
        raise refused or error from None
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

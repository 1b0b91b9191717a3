# SPDX-License-Identifier: EUPL-1.2
"""Walks the whole of a CKAN portal with package_search, or without it package by package."""

from collections.abc import Iterator

from harvesters.base.ckan_desk import SORTS, Desk, is_refusal
from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.record import Page
from harvesters.base.windows import Survey, Walk, shown, walk_windows


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
    pages = walk_windows(desk, first)
    del first  # or it would be held during the whole walk
    yield from pages


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


def _one_by_one(desk: Desk, refused: UnexpectedAnswer | None) -> Iterator[Page]:
    """Without package_search; where there is no package_list either, its refusal is the reason."""
    try:
        page, survey = desk.list_names()
    except UnexpectedAnswer as error:
        raise refused or error from None
    yield desk.hand_out(page)
    yield from shown(desk, survey.ids, Walk())

# SPDX-License-Identifier: EUPL-1.2
"""Walks over portals whose windows never fit together come to an end (promise H11)."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.record import Page
from harvesters.base.windows import Survey, walk_windows

_PAGE = Page(1, "https://daten.example/", b"", datetime(2026, 1, 1, tzinfo=UTC))


@dataclass
class Restless:
    """Gives other datasets at each place, always the same at the same one; counts ten million."""

    rows: int = 10
    pages: int = 1
    listing: str = "id"
    asked: int = 0

    def search(self, start: int, fields: str = "") -> tuple[Page, Survey]:
        self.asked += 1
        ids = tuple(f"{start}-{number}" for number in range(self.rows))
        return _PAGE, Survey(ids, 10_000_000)

    def show(self, name: str) -> tuple[Page, Survey]:
        raise AssertionError(name)

    def adapt(self, page: Page, received: int) -> None:
        pass

    def hand_out(self, page: Page) -> Page:
        self.pages += 1
        return page


def test_windows_that_never_join_and_bring_nothing_new_end_the_walk() -> None:
    desk = Restless()
    with pytest.raises(UnexpectedAnswer) as caught:
        list(walk_windows(desk, desk.search(0)))
    assert caught.value.code == "paging.repeats"
    assert desk.asked < 100
    assert desk.pages == 2


@dataclass
class Emptied(Restless):
    """Thirty datasets, ten at a time; after the first window so many are left."""

    left: int = 0

    def search(self, start: int, fields: str = "") -> tuple[Page, Survey]:
        self.asked += 1
        total = 30 if self.asked == 1 else self.left
        ids = tuple(f"d{number:02}" for number in range(start, min(start + self.rows, total)))
        return (Page(9, "list", b"", _PAGE.fetched) if fields else _PAGE), Survey(ids, total)


@pytest.mark.parametrize(("left", "proved"), [(0, False), (28, True)])
def test_a_portal_that_empties_while_one_walks_proves_nothing(left: int, proved: bool) -> None:
    desk = Emptied(left=left)
    pages = list(walk_windows(desk, desk.search(0)))
    assert [page.name for page in pages].count("list") == proved


def test_a_window_without_any_dataset_is_handed_out_too() -> None:
    """What is in it may have to be rejected, and all that is rejected is named (H6)."""
    desk = Emptied(left=0, asked=1)
    assert len(list(walk_windows(desk, desk.search(0)))) == 1

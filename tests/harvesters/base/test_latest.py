# SPDX-License-Identifier: EUPL-1.2
"""One answer is remembered, and none is held while the next is made."""

import weakref
from typing import Any

import pytest

from harvesters.base.latest import forget_latest, remember_latest


class Made:
    """Something large."""


def test_the_latest_is_remembered_and_gone_before_the_next_is_made() -> None:
    made: list[Any] = []
    held: list[bool] = []

    @remember_latest
    def work(number: int) -> Made:
        held.extend(each() is not None for each in made)
        found = Made()
        made.append(weakref.ref(found))
        return found

    is_same = work(1) is work(1)
    work(2)
    work(1)
    assert is_same
    assert held == [False] * 3


def test_what_failed_is_tried_again() -> None:
    asked: list[int] = []

    @remember_latest
    def work(number: int) -> int:
        asked.append(number)
        return 1 // number

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            work(0)
    assert asked == [0, 0]


def test_what_is_remembered_can_be_let_go_of() -> None:
    made: list[Any] = []

    @remember_latest
    def work(number: int) -> Made:
        found = Made()
        made.append(weakref.ref(found))
        return found

    work(1)
    assert made[0]() is not None
    forget_latest()
    assert made[0]() is None and work(1) is work(1) and len(made) == 2

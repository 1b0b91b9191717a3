# SPDX-License-Identifier: EUPL-1.2
"""Remembers what came out for the page before, and lets go of it before the next is read."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_ALL: list[list[tuple[object, Any]]] = []


def remember_latest(work: Callable[P, T]) -> Callable[P, T]:
    """As lru_cache of one, which would hold the former page while the next one is read (H9)."""
    held: list[tuple[object, T]] = []
    _ALL.append(held)

    @wraps(work)
    def remembering(*args: P.args, **kwargs: P.kwargs) -> T:
        asked = (args, tuple(sorted(kwargs.items())))
        latest = tuple(held)  # another thread may change it meanwhile
        if latest and latest[0][0] == asked:
            return latest[0][1]
        del latest
        held.clear()
        made = work(*args, **kwargs)
        held[:] = [(asked, made)]
        return made

    return remembering


def forget_latest() -> None:
    """Lets go of what every function remembers: a page of 50 MB and what it held are 100 MB."""
    for held in _ALL:
        held.clear()

# SPDX-License-Identifier: EUPL-1.2
"""Sorting rows by a field from a list; names as German readers expect (ä beside a, DIN 5007-1)."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any, TypeVar
from unicodedata import combining, normalize

from app.compare.errors import SelectionError

Row = TypeVar("Row")


@lru_cache(maxsize=20_000)  # names of all Kommunen and more: most questions sort by them
def fold(text: str) -> str:
    """The text as it sorts: case and accents away, ß as ss."""
    letters = normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not combining(letter))


def ordered(
    rows: Iterable[Row],
    sorting: str,
    allowed: Collection[str],
    value: Callable[[Row, str], Any],
) -> tuple[list[Row], str]:
    """Rows by the field, and the sorting used. A leading ``-`` sorts downwards; ties go by name.

    ``name`` must be among the allowed fields. SelectionError for a field that is not.
    """
    name = sorting.removeprefix("-")
    keys = {each: lambda row, each=each: value(row, each) for each in {"name", name}}
    return ordered_by(rows, sorting, allowed, keys), sorting


def ordered_by(
    rows: Iterable[Row],
    sorting: str,
    allowed: Collection[str],
    keys: Mapping[str, Callable[[Row], Any]],
) -> list[Row]:
    """The same by what each field's function gives; quicker for many rows."""
    name = sorting.removeprefix("-")
    if name not in allowed:
        listed = ", ".join(sorted(allowed))
        raise SelectionError("selection.sorting", value=sorting[:100], allowed=listed)
    by_name = sorted(rows, key=keys["name"])
    return sorted(by_name, key=keys[name], reverse=sorting[0] == "-")

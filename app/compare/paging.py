# SPDX-License-Identifier: EUPL-1.2
"""One page of the rows a question found, and the answer made of it."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from app.compare.answer import Answer, Cell, Column, Note
from app.compare.order import ordered
from app.model.selection import Selection

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """The lines of the page that was asked for, of ``total`` in this sorting. size: of a page."""

    lines: list[Row]
    total: int
    size: int
    sorting: str
    selection: Selection

    def answer(
        self,
        question: str,
        columns: tuple[Column, ...],
        rows: tuple[tuple[Cell, ...], ...],
        notes: tuple[Note, ...],
        *,
        base: int,
        generation: int,
        further: tuple[tuple[str, str], ...] = (),
    ) -> Answer:
        """The answer whose rows are these; what is not of the page is as in ``Answer``."""
        return Answer(
            question=question,
            columns=columns,
            rows=rows,
            notes=notes,
            total=self.total,
            base=base,
            page=self.selection.seite,
            page_size=self.size,
            sorting=self.sorting,
            selection=self.selection,
            generation=generation,
            further=further,
        )


def paged(
    found: Iterable[Row],
    selection: Selection,
    usual: str,
    allowed: Collection[str],
    value: Callable[[Row, str], Any],
    size: int,
) -> Page[Row]:
    """The page the selection asks for; usual: sorting, and size: rows, where it names none.

    SelectionError for a sort field that is not among the allowed ones.
    """
    lines, sorting = ordered(found, selection.sortierung or usual, allowed, value)
    size = selection.pro_seite or size
    start = (selection.seite - 1) * size
    return Page(lines[start : start + size], len(lines), size, sorting, selection)

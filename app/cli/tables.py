# SPDX-License-Identifier: EUPL-1.2
"""Tables on a terminal, wide when the output goes into a file or a pipe."""

import sys
from collections.abc import Collection, Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text


def show(
    heads: Sequence[str],
    rows: Iterable[Sequence[object]],
    numbers: Collection[int] = (),
    whole: Collection[int] = (),
    wide: int = 240,
    slim: Collection[int] = (),
) -> None:
    """Prints a table on standard output. numbers: columns that are aligned to the right.

    whole: columns that are never broken into lines; numbers are not either. wide: width where there
    is no terminal. slim: columns that give way to the others. Cells are shown as they are: a
    portal's text is no markup and moves no cursor.
    """
    console = Console(width=None if sys.stdout.isatty() else wide, highlight=False)
    most = console.width // 7 if slim else None
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for index, head in enumerate(heads):
        right = index in numbers
        table.add_column(
            Text(head),
            justify="right" if right else "left",
            overflow="fold",
            no_wrap=right or index in whole,
            max_width=most if index in slim else None,
        )
    for row in rows:
        table.add_row(*(Text(plain(cell)) for cell in row))
    console.print(table)


def plain(cell: object) -> str:
    """A value as text without control characters."""
    text = "" if cell is None else str(cell)
    return "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in text)

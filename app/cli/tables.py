# SPDX-License-Identifier: EUPL-1.2
"""Tables on a terminal, wide when the output goes into a file or a pipe."""

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

_WIDE = 240


def show(
    heads: Sequence[str], rows: Iterable[Sequence[object]], numbers: Iterable[int] = ()
) -> None:
    """Prints a table on standard output. numbers: columns that are aligned to the right.

    Cells are shown as they are: a portal's text is no markup and moves no cursor.
    """
    table = Table(box=None, pad_edge=False, header_style="bold")
    right = set(numbers)
    for index, head in enumerate(heads):
        table.add_column(head, justify="right" if index in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(_plain(cell)) for cell in row))
    width = None if sys.stdout.isatty() else _WIDE
    Console(width=width, highlight=False).print(table)


def _plain(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in text)

# SPDX-License-Identifier: EUPL-1.2
"""An Answer as a table for a terminal: the main columns, of lists the most frequent values."""

from collections.abc import Sequence

import click
from babel.numbers import format_percent

from app.cli import reports, tables
from app.cli.desk import Desk
from app.compare.answer import Answer, Cell, Column, Link, Portion, Share, heading
from app.compare.flat import flatten, label_of, worded

_SHOWN = 3
_NUMBERS = 2
_WIDE = 120
_AMOUNTS = ("number", "share")
_LISTS = ("list", "portions", "date", "text")


def show(desk: Desk, answer: Answer) -> None:
    """Prints the table, what the reader must know, and how much there is."""
    shown = _main(answer.columns)
    heads = [heading(answer.columns[at], desk.say) for at in shown]
    cells = ([_cell(desk, answer.columns[at], row[at]) for at in shown] for row in answer.rows)
    lists = [n for n, at in enumerate(shown) if answer.columns[at].kind in _LISTS]
    amounts = [n for n, at in enumerate(shown) if answer.columns[at].kind in _AMOUNTS]
    tables.show(heads, cells, numbers=amounts, wide=_WIDE, slim=lists)
    click.echo()
    for note in answer.notes:
        click.echo(desk.say(note.code, **note.params), err=True)
    total = reports.number(desk, answer.total)
    some = reports.number(desk, len(answer.rows)) if len(answer.rows) < answer.total else "all"
    desk.tell("cli.compare.total", shown=some, total=total, number=answer.total)
    desk.tell("cli.compare.brief")


def _main(columns: tuple[Column, ...]) -> list[int]:
    """Positions of the columns a terminal has room for: what it is about, amounts, lists."""
    names = [at for at, column in enumerate(columns) if column.kind not in _AMOUNTS]
    first = names[:1]
    numbers = [at for at, column in enumerate(columns) if column.kind == "number"][:_NUMBERS]
    shares = [at for at, column in enumerate(columns) if column.kind == "share"][:1]
    rest = [at for at in names[1:] if columns[at].kind in _LISTS]
    return sorted({*first, *numbers, *shares, *rest})


def _cell(desk: Desk, column: Column, cell: Cell) -> object:
    if isinstance(cell, float):
        return format_percent(cell, "#,##0 %" if desk.lang == "de" else "#,##0%", desk.lang)
    if isinstance(cell, int):
        return reports.number(desk, cell)
    if isinstance(cell, tuple) and not isinstance(cell, Link) and column.kind == "list":
        return _brief(desk, [part for part in cell if isinstance(part, Share)])
    if isinstance(cell, tuple) and column.kind == "portions":
        return _brief(desk, [part for part in cell if isinstance(part, Portion)])
    return flatten(worded(column, cell, desk.say), desk.say)


def _brief(desk: Desk, shares: Sequence[Share | Portion]) -> str:
    """Keys rather than names: they are short, and what the filters take."""
    # no blanks within a part: lines end between parts only
    told = [f"{_name(desk, share)}:{_number(share)}".strip(":") for share in shares[:_SHOWN]]
    more = len(shares) - _SHOWN
    return ", ".join([*told, *([f"…+{more}"] if more > 0 else [])])


def _number(share: Share | Portion) -> str:
    number = share.kommunen if isinstance(share, Share) else share.number
    return "" if number is None else str(number)


def _name(desk: Desk, share: Share | Portion) -> str:
    return share.key if share.label else label_of(share, desk.say)

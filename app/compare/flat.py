# SPDX-License-Identifier: EUPL-1.2
"""A cell of an Answer as one value: number, or text with its parts behind each other."""

from datetime import date, datetime
from typing import Any

from app.compare.answer import (
    Answer,
    Cell,
    Column,
    Competition,
    Link,
    Portion,
    Reach,
    Share,
    Translate,
)

Flat = str | int | float | None
SEPARATOR = " | "
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe(text: str) -> str:
    """Text no spreadsheet takes for a formula (promise S3): quoted where it starts like one."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def worded(column: Column, cell: Cell, translate: Translate) -> Cell:
    """The cell, a code of a ``code`` column replaced by its words."""
    return translate(f"{column.key}.{cell}") if column.kind == "code" else cell


def flat_row(answer: Answer, row: tuple[Cell, ...], translate: Translate) -> list[Flat]:
    """A row, one value a column."""
    return [
        flatten(worded(column, cell, translate), translate)
        for column, cell in zip(answer.columns, row, strict=True)
    ]


def flatten(cell: Any, translate: Translate) -> Flat:
    """A cell as one value: number, or text with its parts behind each other."""
    if cell is None or isinstance(cell, (int, float, str)):
        return cell
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()
    if isinstance(cell, Link):
        return cell.label
    if isinstance(cell, Reach):
        return translate(
            "cell.reach", names=", ".join(cell.labels), count=cell.kommunen, all=cell.of
        )
    return SEPARATOR.join(_part(part, translate) for part in cell)


def _part(part: Any, translate: Translate) -> str:
    if isinstance(part, Share):
        return _share_text(part, translate)
    if isinstance(part, Portion):
        return _portion_text(part, translate)
    if isinstance(part, Competition):
        level = translate(f"level.{part.level}")
        return translate("cell.competition", level=level, pairs=part.pairs, possible=part.possible)
    return part.label if isinstance(part, Link) else str(part)


def _share_text(share: Share, translate: Translate) -> str:
    notes = [translate(f"cell.evidence.{kind}", count=count) for kind, count in share.evidence]
    if share.view:
        notes.append(translate("cell.view"))
    elif share.only_way:
        code = "cell.only_way" if share.level else "cell.only_value"
        notes.append(translate(code, count=share.only_way))
    text = f"{label_of(share, translate)}: {share.kommunen}"
    return f"{text} ({', '.join(notes)})" if notes else text


def _portion_text(portion: Portion, translate: Translate) -> str:
    notes = [translate("cell.view")] if portion.view else []
    if portion.evidence:
        notes.append(translate(f"evidence.{portion.evidence}"))
    name = label_of(portion, translate)
    text = name if portion.number is None else f"{name}: {portion.number}"
    return f"{text} ({', '.join(notes)})" if notes else text


def label_of(value: Share | Portion, translate: Translate) -> str:
    """The name of a value, also of "not given" and "not recognised"."""
    if value.label is not None:
        return value.label
    if isinstance(value, Portion) and value.code:
        return translate(value.code)
    return translate("value.unknown" if value.key else "value.not_given")

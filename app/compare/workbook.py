# SPDX-License-Identifier: EUPL-1.2
"""Answer -> XLSX: the table, one sheet a list column, and the notes."""

import io
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from app.compare.answer import Answer, Cell, Portion, Share, Translate, heading
from app.compare.flat import flat_row, flatten, label_of, safe


def to_xlsx(answer: Answer, translate: Translate) -> bytes:
    """A workbook: the table, one sheet a list column (a row a value), and the notes.

    Written in constant memory; text is never read as formula, link or number.
    """
    out = io.BytesIO()
    options = {
        "constant_memory": True,
        "in_memory": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": True,
    }
    with xlsxwriter.Workbook(out, options) as book:
        looks = {
            "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            "share": book.add_format({"num_format": "0.0 %"}),
            "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        _main_sheet(book, answer, translate, looks)
        for position, column in enumerate(answer.columns):
            if column.kind == "list":
                _list_sheet(book, answer, translate, looks, position)
            if column.kind == "portions":
                _portions_sheet(book, answer, translate, looks, position)
        _notes_sheet(book, answer, translate, looks)
    return out.getvalue()


def _sheet(book: Any, name: str, heads: list[str], looks: dict[str, Any]) -> Any:
    sheet = book.add_worksheet(name[:31])
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, max(1, len(heads) - 1), 18)
    sheet.write_row(0, 0, [safe(head) for head in heads], looks["head"])
    return sheet


def _main_sheet(book: Any, answer: Answer, translate: Translate, looks: dict[str, Any]) -> None:
    heads = [heading(column, translate) for column in answer.columns]
    sheet = _sheet(book, translate(f"question.{answer.question}.short"), heads, looks)
    for number, row in enumerate(answer.rows, start=1):
        for position, cell in enumerate(flat_row(answer, row, translate)):
            _write(sheet, number, position, cell, looks.get(answer.columns[position].kind))


def _write(sheet: Any, row: int, position: int, value: Any, look: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(row, position, safe(value)[:32_767], look)
    elif value is not None:
        sheet.write_number(row, position, value, look)


def _list_sheet(
    book: Any, answer: Answer, translate: Translate, looks: dict[str, Any], position: int
) -> None:
    column = answer.columns[position]
    keys = ("column.value", "column.kommunen", "column.only_way", "column.level", "column.evidence")
    first = translate(f"column.{answer.columns[0].key}")
    heads = [first, *(translate(key) for key in keys)]
    sheet = _sheet(book, translate(f"column.{column.key}"), heads, looks)
    number = 0
    for row in answer.rows:
        cell = row[position]
        for part in cell if isinstance(cell, tuple) else ():
            if isinstance(part, Share):
                number += 1
                for place, value in enumerate(_share_cells(row[0], part, translate)):
                    _write(sheet, number, place, value, None)


def _share_cells(topic: Cell, share: Share, translate: Translate) -> list[Any]:
    level = "view" if share.view else share.level
    words = [translate(f"cell.evidence.{kind}", count=count) for kind, count in share.evidence]
    return [
        flatten(topic, translate),
        label_of(share, translate),
        share.kommunen,
        share.only_way,
        translate(f"level.{level}") if level else None,
        ", ".join(words) or None,
    ]


def _portions_sheet(
    book: Any, answer: Answer, translate: Translate, looks: dict[str, Any], position: int
) -> None:
    column = answer.columns[position]
    first = translate(f"column.{answer.columns[0].key}")
    heads = [first, *(translate(f"column.{key}") for key in ("value", "number", "evidence"))]
    sheet = _sheet(book, translate(f"column.{column.key}"), heads, looks)
    number = 0
    for row in answer.rows:
        cell = row[position]
        for part in cell if isinstance(cell, tuple) else ():
            if isinstance(part, Portion):
                number += 1
                known = translate(f"evidence.{part.evidence}") if part.evidence else None
                name = label_of(part, translate)
                for place, value in enumerate(
                    (flatten(row[0], translate), name, part.number, known)
                ):
                    _write(sheet, number, place, value, None)


def _notes_sheet(book: Any, answer: Answer, translate: Translate, looks: dict[str, Any]) -> None:
    sheet = _sheet(book, translate("column.notes"), [translate("column.notes")], looks)
    sheet.set_column(0, 0, 100)
    for number, note in enumerate(answer.notes, start=1):
        _write(sheet, number, 0, translate(note.code, **note.params), looks["wrap"])

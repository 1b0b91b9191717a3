# SPDX-License-Identifier: EUPL-1.2
"""Answer -> JSON, CSV and XLSX, without any web framework.

Words come through ``translate(code, **params)``. Cells that a spreadsheet could take for a formula
are quoted (promise S3): harvested text begins with whatever its author liked.
"""

import csv
import io
from datetime import date, datetime
from typing import Any, Literal

import xlsxwriter  # type: ignore[import-untyped]

from app.compare.answer import (
    Answer,
    Cell,
    Column,
    Competition,
    Link,
    Reach,
    Share,
    Translate,
)
from app.compare.selecting import pairs_of

Dialect = Literal["rfc4180", "de"]
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
Flat = str | int | float | None
SEPARATOR = " | "
BOM = "\ufeff"


def to_json(answer: Answer, translate: Translate) -> dict[str, Any]:
    """The answer as a tree of JSON values; lists of shares stay lists of objects."""
    return {
        "question": answer.question,
        "title": translate(f"question.{answer.question}.title"),
        "selection": _selection(answer),
        "sorting": answer.sorting,
        "total": answer.total,
        "base": answer.base,
        "page": answer.page,
        "page_size": answer.page_size,
        "pages": answer.pages,
        "generation": answer.generation,
        "columns": [
            {"key": column.key, "kind": column.kind, "label": translate(f"column.{column.key}")}
            for column in answer.columns
        ],
        "rows": [_row_json(answer, row, translate) for row in answer.rows],
        "notes": [
            {
                "code": note.code,
                "params": dict(note.params),
                "text": translate(note.code, **note.params),
            }
            for note in answer.notes
        ],
    }


def _selection(answer: Answer) -> dict[str, list[str]]:
    chosen: dict[str, list[str]] = {}
    for name, value in pairs_of(answer.selection):
        chosen.setdefault(name, []).append(value)
    return chosen


def _row_json(answer: Answer, row: tuple[Cell, ...], translate: Translate) -> dict[str, Any]:
    return {
        column.key: _cell_json(_worded(column, cell, translate), translate)
        for column, cell in zip(answer.columns, row, strict=True)
    }


def _cell_json(cell: Any, translate: Translate) -> Any:
    if isinstance(cell, Share):
        given = cell._asdict() | {"label": _label(cell, translate)}
        return given | {"evidence": dict(cell.evidence)}
    if isinstance(cell, (Link, Competition, Reach)):
        return {key: value for key, value in cell._asdict().items() if value is not None}
    if isinstance(cell, tuple):
        return [_cell_json(part, translate) for part in cell]
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()
    return cell


def to_csv(answer: Answer, translate: Translate, dialect: Dialect = "rfc4180") -> str:
    """The answer as CSV text: RFC 4180, or as German spreadsheets open it (``;``, BOM, comma)."""
    german = dialect == "de"
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if german else ",", lineterminator="\r\n")
    writer.writerow([_safe(translate(f"column.{column.key}")) for column in answer.columns])
    for row in answer.rows:
        cells = _flat_row(answer, row, translate)
        writer.writerow([_csv_cell(cell, german=german) for cell in cells])
    return (BOM if german else "") + out.getvalue()


def _csv_cell(value: Flat, *, german: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        text = f"{value:.4f}".rstrip("0").rstrip(".")
        return text.replace(".", ",") if german else text
    return str(value) if isinstance(value, int) else _safe(value)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(DANGEROUS) else text


def _worded(column: Column, cell: Cell, translate: Translate) -> Cell:
    return translate(f"{column.key}.{cell}") if column.kind == "code" else cell


def to_rows(answer: Answer, translate: Translate) -> tuple[list[str], list[list[Flat]]]:
    """Heads and rows as single values, for a terminal."""
    heads = [translate(f"column.{column.key}") for column in answer.columns]
    return heads, [_flat_row(answer, row, translate) for row in answer.rows]


def _flat_row(answer: Answer, row: tuple[Cell, ...], translate: Translate) -> list[Flat]:
    return [
        _flat(_worded(column, cell, translate), translate)
        for column, cell in zip(answer.columns, row, strict=True)
    ]


def _flat(cell: Any, translate: Translate) -> Flat:
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
    if isinstance(part, Competition):
        level = translate(f"level.{part.level}")
        return translate("cell.competition", level=level, pairs=part.pairs, possible=part.possible)
    return part.label if isinstance(part, Link) else str(part)


def _share_text(share: Share, translate: Translate) -> str:
    notes = [translate(f"cell.evidence.{kind}", count=count) for kind, count in share.evidence]
    if share.view:
        notes.append(translate("cell.view"))
    elif share.only_way:
        notes.append(translate("cell.only_way", count=share.only_way))
    text = f"{_label(share, translate)}: {share.kommunen}"
    return f"{text} ({', '.join(notes)})" if notes else text


def _label(share: Share, translate: Translate) -> str:
    if share.label is not None:
        return share.label
    return translate("value.unknown" if share.key else "value.not_given")


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
        _notes_sheet(book, answer, translate, looks)
    return out.getvalue()


def _sheet(book: Any, name: str, heads: list[str], looks: dict[str, Any]) -> Any:
    sheet = book.add_worksheet(name[:31])
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, max(1, len(heads) - 1), 18)
    sheet.write_row(0, 0, [_safe(head) for head in heads], looks["head"])
    return sheet


def _main_sheet(book: Any, answer: Answer, translate: Translate, looks: dict[str, Any]) -> None:
    heads = [translate(f"column.{column.key}") for column in answer.columns]
    sheet = _sheet(book, translate(f"question.{answer.question}.short"), heads, looks)
    for number, row in enumerate(answer.rows, start=1):
        for position, cell in enumerate(_flat_row(answer, row, translate)):
            _write(sheet, number, position, cell, looks.get(answer.columns[position].kind))


def _write(sheet: Any, row: int, position: int, value: Any, look: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(row, position, _safe(value)[:32_767], look)
    elif value is not None:
        sheet.write_number(row, position, value, look)


def _list_sheet(
    book: Any, answer: Answer, translate: Translate, looks: dict[str, Any], position: int
) -> None:
    column: Column = answer.columns[position]
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
        _flat(topic, translate),
        _label(share, translate),
        share.kommunen,
        share.only_way,
        translate(f"level.{level}") if level else None,
        ", ".join(words) or None,
    ]


def _notes_sheet(book: Any, answer: Answer, translate: Translate, looks: dict[str, Any]) -> None:
    sheet = _sheet(book, translate("column.notes"), [translate("column.notes")], looks)
    sheet.set_column(0, 0, 100)
    for number, note in enumerate(answer.notes, start=1):
        _write(sheet, number, 0, translate(note.code, **note.params), looks["wrap"])

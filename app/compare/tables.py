# SPDX-License-Identifier: EUPL-1.2
"""Answer -> JSON, CSV and XLSX, without any web framework.

Words come through ``translate(code, **params)``. Cells that a spreadsheet could take for a formula
are quoted (promise S3): harvested text begins with whatever its author liked.
"""

import csv
import io
from datetime import date, datetime
from typing import Any, Literal

from app.compare.answer import (
    Answer,
    Cell,
    Competition,
    Link,
    Portion,
    Reach,
    Share,
    Translate,
    heading,
)
from app.compare.flat import Flat, flat_row, flatten, label_of, safe, worded
from app.compare.selecting import pairs_of
from app.compare.workbook import to_xlsx

__all__ = ["Dialect", "to_csv", "to_json", "to_xlsx"]

BRIEF = 3
Dialect = Literal["rfc4180", "de"]
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
            {"key": column.key, "kind": column.kind, "label": heading(column, translate)}
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
    for name, value in (*answer.further, *pairs_of(answer.selection)):
        chosen.setdefault(name, []).append(value)
    return chosen


def _row_json(answer: Answer, row: tuple[Cell, ...], translate: Translate) -> dict[str, Any]:
    return {
        column.key: _cell_json(worded(column, cell, translate), translate)
        for column, cell in zip(answer.columns, row, strict=True)
    }


def _cell_json(cell: Any, translate: Translate) -> Any:
    if isinstance(cell, Share):
        given = cell._asdict() | {"label": label_of(cell, translate)}
        return given | {"evidence": dict(cell.evidence)}
    if isinstance(cell, Portion):
        given = cell._asdict() | {"label": label_of(cell, translate), "code": None}
        return {key: value for key, value in given.items() if value is not None}
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
    writer.writerow([safe(heading(column, translate)) for column in answer.columns])
    for row in answer.rows:
        cells = flat_row(answer, row, translate)
        writer.writerow([_csv_cell(cell, german=german) for cell in cells])
    return (BOM if german else "") + out.getvalue()


def _csv_cell(value: Flat, *, german: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        text = f"{value:.4f}".rstrip("0").rstrip(".")
        return text.replace(".", ",") if german else text
    return str(value) if isinstance(value, int) else safe(value)


def _brief_part(part: Any, translate: Translate) -> str:
    if isinstance(part, Share):
        return f"{label_of(part, translate)}: {part.kommunen}"
    return str(flatten((part,), translate))


def _brief(answer: Answer, row: tuple[Cell, ...], position: int, translate: Translate) -> Flat:
    cell = worded(answer.columns[position], row[position], translate)
    if isinstance(cell, tuple):
        names = [_brief_part(part, translate) for part in cell[:BRIEF]]
        return "\n".join([*names, *(["…"] if len(cell) > BRIEF else [])])
    value = flatten(cell, translate)
    return f"{value:.1%}" if isinstance(value, float) else value

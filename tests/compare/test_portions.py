# SPDX-License-Identifier: EUPL-1.2
"""Portions in every form an answer takes: words for what has no name, no number where none is."""

import csv
import io
import json

from openpyxl import load_workbook

from app.compare.answer import Answer, Column, Link, Portion
from app.compare.tables import to_csv, to_json, to_xlsx
from tests.compare.test_tables import translate

PORTIONS = (
    Portion("CSV", "CSV", 12),
    Portion("WMS_SRVC", "WMS", None, view=True, evidence="inferred"),
    Portion("national", None, 3, "family.national"),
    Portion("unknown", None, 2),
    Portion("", None, 1),
)
TITLES = (Link("a", "=1+1", "/datensatz/a"), Link("b", "Bäume"))
ANSWER = Answer(
    "frage",
    (Column("kommune", "link", "name"), Column("formate", "portions"), Column("titel", "links")),
    ((Link("k", "Kiel", "/kommune/k"), PORTIONS, TITLES),),
    total=1,
)
NAMES = ["CSV", "WMS", "family.national", "value.unknown", "value.not_given"]


def test_csv_has_one_text_a_cell() -> None:
    _, row = csv.reader(io.StringIO(to_csv(ANSWER, translate), newline=""), strict=True)
    assert row == [
        "Kiel",
        "CSV: 12 | WMS (cell.view, evidence.inferred) | family.national: 3 | value.unknown: 2"
        " | value.not_given: 1",
        "'=1+1 | Bäume",
    ]


def test_json_has_a_label_for_each_and_links() -> None:
    (row,) = json.loads(json.dumps(to_json(ANSWER, translate), allow_nan=False))["rows"]
    assert [each["label"] for each in row["formate"]] == NAMES
    assert [each.get("number") for each in row["formate"]] == [12, None, 3, 2, 1]
    assert row["formate"][1]["evidence"] == "inferred"
    assert row["titel"][0] == {"key": "a", "label": "=1+1", "path": "/datensatz/a"}


def test_the_workbook_has_a_sheet_with_a_row_each() -> None:
    book = load_workbook(io.BytesIO(to_xlsx(ANSWER, translate)))
    assert [sheet.title for sheet in book][1:] == ["column.formate", "column.notes"]
    sheet = book.worksheets[1]
    assert [sheet.cell(row, 2).value for row in range(2, 7)] == NAMES
    assert [sheet.cell(row, 3).value for row in range(2, 7)] == [12, None, 3, 2, 1]
    assert sheet.cell(3, 4).value == "evidence.inferred"

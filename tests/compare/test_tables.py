# SPDX-License-Identifier: EUPL-1.2
"""Answers as JSON, CSV and workbook: faithful, harmless, and openable in German spreadsheets."""

import csv
import io
import json
from datetime import date

import pytest
from openpyxl import load_workbook

from app.compare.answer import Answer, Column, Competition, Link, Note, Reach, Share
from app.compare.tables import to_csv, to_json, to_xlsx

FORMULAS = ("=1+1", "+49 381", "-2", "@SUM(A1)", "\tx", "\rx", "\nx")


def translate(code: str, **params: object) -> str:
    values = ",".join(str(value) for value in params.values())
    return f"{code}({values})" if values else code


SHARES = (
    Share("CSV", "CSV", 1200, 40, "file"),
    Share("WMS_SRVC", "WMS", 3, None, None, view=True),
    Share("gml", "GML; „alt“", 2, 0, "file-format", evidence=(("declared", 1), ("inferred", 1))),
    Share("unknown", None, 1),
    Share("", None, 7, 7),
)


def answer(*titles: str) -> Answer:
    columns = (
        Column("datenbestand", "link", "name"),
        Column("art", "code"),
        Column("anteil", "share"),
        Column("formate", "list"),
        Column("formate_konkurrenz", "competition"),
        Column("formate_nenner", "reach"),
        Column("stand", "date"),
        Column("leer", "text"),
    )
    fights = (Competition("file", 5, 4, 6),)
    reach = Reach(("CSV",), ("CSV",), 3, 4)
    rows = tuple(
        (Link("k", title), "inspire", 0.1234, SHARES, fights, reach, date(2024, 2, 3), None)
        for title in titles
    )
    notes = (Note("note.base", {"unit": "land", "count": 3}),)
    return Answer("frage", columns, rows, notes, total=len(rows), base=3)


def test_csv_is_rfc_4180() -> None:
    text = to_csv(answer('Baum, "alt"'), translate)
    assert text.endswith("\r\n")
    head, row = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert head[0] == "column.datenbestand"
    assert row[:3] == ['Baum, "alt"', "art.inspire", "0.1234"]
    assert row[3].split(" | ") == [
        "CSV: 1200 (cell.only_way(40))",
        "WMS: 3 (cell.view)",
        "GML; „alt“: 2 (cell.evidence.declared(1), cell.evidence.inferred(1))",
        "value.unknown: 1",
        "value.not_given: 7 (cell.only_value(7))",
    ]
    assert row[6:] == ["2024-02-03", ""]


def test_german_csv_opens_in_german_spreadsheets() -> None:
    text = to_csv(answer("Bäume"), translate, "de")
    assert text.startswith("\ufeff")
    _, row = csv.reader(io.StringIO(text[1:], newline=""), delimiter=";", strict=True)
    assert row[2] == "0,1234"


@pytest.mark.parametrize("title", FORMULAS)
def test_nothing_becomes_a_formula(title: str) -> None:
    for dialect, mark in (("rfc4180", ","), ("de", ";")):
        text = to_csv(answer(title), translate, dialect).lstrip("\ufeff")  # type: ignore[arg-type]
        _, row = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        assert row[0] == f"'{title}"
    book = load_workbook(io.BytesIO(to_xlsx(answer(title), translate)))
    cell = book.worksheets[0]["A2"]
    assert cell.data_type == "s"
    assert str(cell.value).startswith("'")


def test_workbook_has_the_table_its_lists_and_its_notes() -> None:
    book = load_workbook(io.BytesIO(to_xlsx(answer("Baum"), translate)))
    table, formats, notes = book.worksheets
    assert table["A2"].value == "Baum"
    assert table["C2"].value == pytest.approx(0.1234)
    assert [formats.cell(row, 3).value for row in range(2, 7)] == [1200, 3, 2, 1, 7]
    assert [formats.cell(row, 5).value for row in (2, 3)] == ["level.file", "level.view"]
    assert notes["A2"].value == "note.base(land,3)"


def test_json_keeps_lists_as_lists_and_has_no_nan() -> None:
    tree = to_json(answer("Baum"), translate)
    again = json.loads(json.dumps(tree, allow_nan=False))
    row = again["rows"][0]
    assert row["datenbestand"] == {"key": "k", "label": "Baum"}
    assert row["art"] == "art.inspire"
    assert [share["kommunen"] for share in row["formate"]] == [1200, 3, 2, 1, 7]
    assert row["formate"][2]["evidence"] == {"declared": 1, "inferred": 1}
    assert row["formate"][4]["label"] == "value.not_given"
    assert row["formate_nenner"]["keys"] == ["CSV"]
    assert row["stand"] == "2024-02-03"
    assert again["notes"][0]["text"] == "note.base(land,3)"

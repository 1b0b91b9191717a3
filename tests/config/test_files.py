# SPDX-License-Identifier: EUPL-1.2
"""Files that are not there, not readable, not UTF-8 or not TOML; where a key stands."""

from pathlib import Path

import pytest

from app.config import load
from app.config.places import find_lines, line_of
from tests.config.faults import Write, only


def test_a_missing_file_that_was_asked_for(tmp_path: Path) -> None:
    code, params = only(tmp_path / "no.toml")
    assert code == "config.missing" and params["file"].endswith("no.toml")


def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    assert only(tmp_path)[0] == "config.unreadable"


def test_other_encodings_name_the_line(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes('[site]\ntitle = "Grün"'.encode("latin-1"))
    code, params = only(file)
    assert (code, params["line"]) == ("config.not_utf8", "2")


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes('[site]\ntitle = "Grün"'.encode("utf-8-sig"))
    assert load(file, {}).site.title == "Grün"


@pytest.mark.parametrize(
    ("text", "line"),
    [("[site]\ntitle = Daten", "2"), ("[site", "1"), ('x = """', "1"), ("a = 1\na = 2", "2")],
)
def test_broken_toml_names_the_line(write: Write, text: str, line: str) -> None:
    code, params = only(write(text))
    assert (code, params["line"]) == ("config.broken", line)
    assert params["text"] in text


def test_lines_behind_long_texts_and_in_repeated_tables() -> None:
    text = (
        'a = """\nb = 1\n"""\n[[portal]]\nid = 1\n[[portal]]\nid = 2\n[portal.limits]\nx = {y = 1}'
    )
    lines = find_lines(text)
    assert ("b",) not in lines
    assert lines["portal", 1, "id"] == 7
    assert line_of(lines, ("portal", 1, "limits", "x", "y")) == "9"
    assert line_of(lines, ("nowhere",)) == "none"

# SPDX-License-Identifier: EUPL-1.2
"""Reading vocabulary files: what is broken is named, the overlay wins."""

from pathlib import Path

import pytest

from app.vocabulary.errors import VocabularyError
from app.vocabulary.files import Shelf, read_lines, read_text, read_toml, split

COLUMNS = ("key", "name")


def shelf_of(folder: Path, text: str) -> Shelf:
    (folder / "t.csv").write_text(text, encoding="utf-8")
    return Shelf(packaged=folder)


def test_rows_in_order(tmp_path: Path) -> None:
    shelf = shelf_of(tmp_path, 'key,name\na,"b, c"\n')
    assert list(read_lines(shelf, "t.csv", COLUMNS)) == [["a", "b, c"]]


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        ("key,name\na\n", "vocabulary.line_broken", {"file": "t.csv", "value": "2"}),
        ("key\na\n", "vocabulary.columns_wrong", {"file": "t.csv", "value": "name"}),
        ("", "vocabulary.columns_wrong", {"file": "t.csv", "value": "key"}),
    ],
)
def test_broken_table(tmp_path: Path, text: str, code: str, params: dict[str, str]) -> None:
    with pytest.raises(VocabularyError) as caught:
        list(read_lines(shelf_of(tmp_path, text), "t.csv", COLUMNS))
    assert (caught.value.code, caught.value.params) == (code, params)


def test_missing_and_unreadable(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="file_missing"):
        read_text(Shelf(packaged=tmp_path), "none.csv")
    (tmp_path / "latin.csv").write_bytes(b"key\n\xe4\n")
    with pytest.raises(VocabularyError, match="file_unreadable"):
        read_text(Shelf(packaged=tmp_path), "latin.csv")
    (tmp_path / "x.toml").write_text("a = ", encoding="utf-8")
    with pytest.raises(VocabularyError, match="toml_broken"):
        read_toml(Shelf(packaged=tmp_path), "x.toml")


def test_overlay_wins_and_adds_names(tmp_path: Path) -> None:
    packaged, overlay = tmp_path / "packaged", tmp_path / "overlay"
    for folder, names in ((packaged, "ab"), (overlay, "bc")):
        (folder / "s").mkdir(parents=True)
        for name in names:
            (folder / "s" / f"{name}.toml").write_text(f'from = "{folder.name}"', encoding="utf-8")
    shelf = Shelf(overlay, packaged)
    assert shelf.names("s", ".toml") == ("s/a.toml", "s/b.toml", "s/c.toml")
    assert read_toml(shelf, "s/b.toml")["from"] == "overlay"
    assert read_toml(shelf, "s/a.toml")["from"] == "packaged"


def test_text_is_nfc(tmp_path: Path) -> None:
    shelf = shelf_of(tmp_path, "key,name\nMu\u0308nchen,x\n")
    assert list(read_lines(shelf, "t.csv", COLUMNS))[0][0] == "M\u00fcnchen"


def test_cell_of_several_values() -> None:
    assert split("") == ()
    assert split("a| b") == ("a", "b")

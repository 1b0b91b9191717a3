# SPDX-License-Identifier: EUPL-1.2
"""``vocab check``: the shipped files are sound, and each kind of fault is found."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from app.vocabulary.check import check
from app.web.messages import LANGUAGES, say


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped vocabulary that a test may spoil."""
    copy = tmp_path / "vocab"
    shutil.copytree(Path(str(files("vocab"))), copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_shipped_files_are_sound() -> None:
    assert check(Path(str(files("vocab")))) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("data_themes.csv", "data-theme/AGRI", "data-theme/ECON", "vocabulary.uri_twice"),
        ("data_themes.csv", "Energie", "Umwelt", "vocabulary.alias_twice"),
        ("frequencies.csv", "key,uri", "uri,key", "vocabulary.columns_wrong"),
        ("hvd_categories.csv", "c_164e0bf5,,", "c_unheard,,", "vocabulary.reference_missing"),
        ("formats.csv", "text/csv|", "application/json|", "vocabulary.media_type_twice"),
        ("formats.csv", ",csv,", ",json,", "vocabulary.extension_twice"),
        ("formats.csv", ",no,file", ",no,elsewhere", "vocabulary.value_wrong"),
        ("media_types.csv", "text/csv,yes,CSV", "text/csv,yes,", "vocabulary.media_type_differs"),
        ("licences/cc-by-4.0.toml", "duties]", "duty]", "vocabulary.key_missing"),
        ("licences/ambiguous.csv", "cc-by-3.0-de", "cc-by-9.0", "vocabulary.reference_missing"),
        ("licences/aliases.csv", ",cc-by,", ",cc-by-9.0,", "vocabulary.reference_missing"),
        ("musterdaten/lexicon.csv", "bau--", "baum--", "vocabulary.reference_missing"),
        ("musterdaten/titles.csv", "bau--", "baum--", "vocabulary.reference_missing"),
        ("musterdaten/old_uris.csv", ",bildung--", ",bild--", "vocabulary.reference_missing"),
        ("register/gemeinden.csv", ",010515163,", ",010515999,", "vocabulary.reference_missing"),
        ("register/gemeinden.csv", "92550", "viele", "vocabulary.value_wrong"),
        ("register/former_keys.csv", ",03153019,", ",03153999,", "vocabulary.reference_missing"),
        ("register/former_keys.csv", "03153007,", "01001000,", "vocabulary.key_twice"),
        ("contributors.csv", ",13003000,", ",13003999,", "vocabulary.reference_missing"),
        ("standards/gtfs.toml", '"GTFS"]', '"UNHEARD"]', "vocabulary.reference_missing"),
        (
            "standards/wms.toml",
            "serviceType/ogc/wms",
            "serviceType/ogc/wfs",
            "vocabulary.uri_twice",
        ),
        ("size_classes.toml", "key =", "key", "vocabulary.toml_broken"),
        ("README.md", "`contributors.csv`", "contributors", "vocabulary.source_unnamed"),
    ],
)
def test_faults(folder: Path, name: str, old: str, new: str, code: str) -> None:
    spoil(folder / name, old, new)
    problems = check(folder)
    assert code in {problem.code for problem in problems}
    for problem in problems:
        for lang in LANGUAGES:
            assert say(lang, problem.code, file=problem.file, value=problem.value)


def test_missing_file(folder: Path) -> None:
    (folder / "access_rights.csv").unlink()
    assert ("access_rights.csv", "vocabulary.file_missing") in {
        (problem.file, problem.code) for problem in check(folder)
    }


def test_overlay_is_checked_with_the_packaged_files(tmp_path: Path) -> None:
    (tmp_path / "contributors.csv").write_text(
        "key,uri,name_de,kommune,aliases\nx,http://x.de/x,X,99999999,\n", encoding="utf-8"
    )
    assert check() == []
    assert [problem.value for problem in check(overlay=tmp_path)] == ["99999999"]


def test_one_broken_part_does_not_hide_another(folder: Path) -> None:
    spoil(folder / "frequencies.csv", "key,uri", "uri,key")
    spoil(folder / "contributors.csv", ",13003000,", ",13003999,")
    assert {problem.file for problem in check(folder)} >= {"frequencies.csv", "contributors.csv"}

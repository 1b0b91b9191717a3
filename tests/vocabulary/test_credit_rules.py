# SPDX-License-Identifier: EUPL-1.2
"""The [credit] tables: read strictly, checked, kept by an update."""

import shutil
from pathlib import Path

import pytest

from app.vocabulary import Vocabulary, VocabularyError
from app.vocabulary.check import check
from app.vocabulary.credit_rules import read_credit_rules
from app.vocabulary.files import Shelf, packaged_folder

FILE = "licences/ogl-uk-3.0.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the vocabulary files."""
    return Path(shutil.copytree(packaged_folder(), tmp_path / "vocab"))


def rewrite(folder: Path, old: str, new: str) -> None:
    """Changes one file."""
    file = folder / FILE
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_only_licences_have_rules_and_what_asks_nothing_is_free(vocabulary: Vocabulary) -> None:
    rules = vocabulary.credit_rules
    for entry in vocabulary.licences:
        rule = rules.of(entry.id)
        if rule is None:
            continue
        assert entry.kind == "licence"
        asks = entry.duties["attribution"] == "required" or entry.duties["licence_notice"] != "no"
        assert rule.is_free == (not asks), entry.id
        assert rule.wants("change") or entry.duties["change_notice"] != "yes", entry.id


def test_rules_for_produced_works_win_there_only(vocabulary: Vocabulary) -> None:
    rules = vocabulary.credit_rules
    assert rules.of("odbl-1.0", "produced_work") is not rules.of("odbl-1.0")
    assert rules.of("odbl-1.0", "derived_database") is rules.of("odbl-1.0")
    assert rules.of("cc-by-4.0", "produced_work") is rules.of("cc-by-4.0")
    assert rules.of("cc-by") is None


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('link = "required"', 'link = "yes"', "vocabulary.value_wrong"),
        ('hint = ""', 'hint = "other"', "vocabulary.value_wrong"),
        ('title = "none"\n', "", "vocabulary.key_missing"),
    ],
)
def test_a_broken_table_is_an_error(folder: Path, old: str, new: str, code: str) -> None:
    rewrite(folder, old, new)
    with pytest.raises(VocabularyError) as error:
        read_credit_rules(Shelf(None, folder))
    assert error.value.code == code
    assert error.value.params["file"] == FILE
    assert code in [problem.code for problem in check(folder)]


def test_a_sentence_that_names_what_is_not_due_is_a_problem(folder: Path) -> None:
    rewrite(folder, "licensed under the {licence}", "of {title} under the {licence}")
    assert [problem.file for problem in check(folder)] == [FILE]

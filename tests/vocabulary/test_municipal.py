# SPDX-License-Identifier: EUPL-1.2
"""Tables of what no rule can know about bodies, and the runs of words found in them."""

from pathlib import Path

import pytest

from app.vocabulary import Vocabulary, VocabularyError
from app.vocabulary.check import check
from app.vocabulary.files import Shelf
from app.vocabulary.municipal import find_phrase, find_phrases, words_of

HEAD = "name,kommune,kind,told_by,source\n"


def overlaid(folder: Path, name: str, text: str) -> Vocabulary:
    (folder / "kommunen").mkdir(exist_ok=True)
    (folder / "kommunen" / name).write_text(text, encoding="utf-8")
    return Vocabulary(Shelf(folder))


def test_words_are_folded_and_parted() -> None:
    assert words_of("Straßen- und Grünflächenamt (SGA)") == (
        *("strassen", "und", "gruenflaechenamt", "sga"),
    )


def test_the_longest_run_of_words_is_found_first(vocabulary: Vocabulary) -> None:
    districts = vocabulary.municipal.districts
    found = [entry.name for _, entry in find_phrases(districts, words_of("Amt Hamburg-Mitte"))]
    assert found == ["Hamburg-Mitte", "Mitte"]
    assert find_phrase(districts, words_of("Amt Hamburg")) is None


def test_a_district_told_by_its_bare_name_is_no_gemeinde(vocabulary: Vocabulary) -> None:
    register = vocabulary.register
    told = [each for each in vocabulary.municipal.districts.values() if each.told_by == "word"]
    assert len(told) > 50
    assert [each.name for each in told if register.by_name(each.name)] == []


def test_short_names_count_in_their_own_case(vocabulary: Vocabulary) -> None:
    municipal = vocabulary.municipal
    assert "KIT" in municipal.short_names
    assert ("kit",) not in municipal.bodies
    assert all(len(name) <= 8 for name in municipal.short_names)


def test_an_operators_table_wins(tmp_path: Path) -> None:
    row = "Neuland,01002000,bezirk,word,own\n"
    municipal = overlaid(tmp_path, "districts.csv", HEAD + row).municipal
    assert list(municipal.districts) == [("neuland",)]


def test_a_value_nobody_knows_is_named(tmp_path: Path) -> None:
    vocabulary = overlaid(tmp_path, "districts.csv", HEAD + "Neuland,01002000,bezirk,perhaps,own\n")
    with pytest.raises(VocabularyError) as caught:
        _ = vocabulary.municipal
    assert caught.value.params == {"file": "kommunen/districts.csv", "value": "perhaps"}


def test_a_kommune_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    overlaid(tmp_path, "districts.csv", HEAD + "Neuland,99999999,bezirk,word,own\n")
    problems = {(each.file, each.code, each.value) for each in check(overlay=tmp_path)}
    missing = ("kommunen/districts.csv", "vocabulary.reference_missing", "99999999")
    assert missing in problems

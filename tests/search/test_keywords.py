# SPDX-License-Identifier: EUPL-1.2
"""Keywords counted as one where only case, plural or umlaut differ; shown as most write them."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.model.selection import Selection
from app.search import find, refresh
from app.search import folder as place_of
from app.search.codes import Numbers, shown
from app.search.keywords import LONGEST_KEYWORD, Keywords, fold_keyword, meet
from app.store import Store
from app.vocabulary import Vocabulary
from tests.builders import dataset, harvest, part
from tests.search.conftest import TODAY


@pytest.mark.parametrize(
    "alike",
    [
        ("Baum", "Bäume", "BAEUME", "baum "),
        ("Straße", "Strassen", "STRASSE"),
        ("Kindergarten", "Kindergärten"),
        ("Bebauungsplan", "Bebauungspläne", "bebauungsplaene"),
        ("Freies WLAN", "freies wlan", "Freies-WLAN"),
        ("GeoJSON", "geojson"),
    ],
)
def test_spellings_of_one_keyword(alike: tuple[str, ...]) -> None:
    assert len(set(map(fold_keyword, alike))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Baum", "Bau"), ("Kita", "Kitze"), ("2023", "2024"), ("Wahl", "Wal"), ("CSV", "CSW")],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert fold_keyword(one) != fold_keyword(other)
    assert fold_keyword("–") == ""


def test_each_keyword_of_a_dataset_once_and_no_address() -> None:
    said = ["Bäume", "Baum", "amt@stadt.example", "x" * (LONGEST_KEYWORD + 1), "…", "Grün"]
    numbers = Numbers()
    assert len(Keywords(numbers).each_once(said)) == 2
    assert [shown(text) for text in numbers] == ["Bäume", "Grün"]


def test_the_commonest_spelling_is_shown_and_has_the_lowest_number() -> None:
    numbers = Numbers()
    meet(Keywords(numbers), {"Baum": 2, "See": 4, "Bäume": 3, "…": 9, "grüne\n Wiese": 1})
    assert [shown(text) for text in numbers] == ["See", "Bäume", "grüne Wiese"]


def test_a_known_keyword_keeps_number_and_spelling() -> None:
    numbers = Numbers()
    meet(Keywords(numbers), {"Bäume": 3})
    later = Keywords(numbers)
    assert later["baum"] == later["Bäume"] == 1 and later["See"] == 2
    assert [shown(text) for text in numbers] == ["Bäume", "See"]


def test_the_facet_counts_datasets_under_all_spellings(
    sqlite_store: Store, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    words = (("Bäume", "Baum"), ("Bäume", "Grün"), ("BAUM",), ())
    made = [
        replace(dataset(f"d{number}", "13003000", "", part()), keywords=said)
        for number, said in enumerate(words)
    ]
    harvest(sqlite_store, *made)
    refresh(sqlite_store, vocabulary, tmp_path)
    snapshot = place_of.newest(place_of.place(tmp_path, sqlite_store.name))
    assert snapshot is not None
    found = find(snapshot, Selection(), today=TODAY)
    counts = [tuple(each) for each in found.facets["schlagwort"].counts]
    assert counts == [("Bäume", 3), ("Grün", 1)]

# SPDX-License-Identifier: EUPL-1.2
"""Keywords counted as one where only case, plural or umlaut differ; shown as most write them."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.model.selection import Selection
from app.search import find, refresh
from app.search import folder as place_of
from app.search.keywords import LONGEST_KEYWORD, counted, fold_keyword, indexed
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
    assert [each.partition("\x1e")[2] for each in indexed(said)] == ["Bäume", "Grün"]


def test_the_commonest_spelling_is_shown() -> None:
    pairs = {"baum\x1eBaum": 2, "baum\x1eBäume": 3, "see\x1eSee": 4}
    found = {"buckets": [{"key": key, "doc_count": count} for key, count in pairs.items()]}
    assert list(counted(found)) == [("Bäume", 5), ("See", 4)]


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

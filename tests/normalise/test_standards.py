# SPDX-License-Identifier: EUPL-1.2
"""Words and addresses imply a standard on what may carry it, and never as declared."""

import time

import pytest

from app.model import StandardUse
from app.normalise import Reader
from app.normalise.standards import Seen


def implied(reader: Reader, *texts: str, at: str = "", format: str | None = None) -> list[str]:
    found = reader.implied(Seen(texts, (at,) if at else (), format))
    assert {use.evidence for use in found} <= {"inferred"}
    return [str(use.key) for use in found]


@pytest.mark.parametrize(
    ("title", "format", "expected"),
    [
        ("Fahrplandaten (GTFS)", "ZIP", ["gtfs"]),
        ("Fahrplan im GTFS-Format", None, ["gtfs"]),
        ("Fahrplandaten (GTFS)", "PDF", []),
        ("GTFS-RT Verspätungen", "API", ["gtfs-realtime"]),
        ("GTFS und GTFS-Realtime", "ZIP", ["gtfs", "gtfs-realtime"]),
        ("Bebauungsplan 12 als XPlanGML", "GML", ["xplanung"]),
        ("Bebauungsplan 12 als XPlanGML", "SHP", []),
        ("ALKIS Flurstücke", "SHP", []),
        ("Baustellen DATEX II", "XML", ["datex-ii"]),
        ("Xplanungen der Extragtfs", "ZIP", []),
        ("Nutzung von B-GTFS", "ZIP", []),
    ],
)
def test_titles(reader: Reader, title: str, format: str | None, expected: list[str]) -> None:
    assert implied(reader, title, format=format) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://daten.example/gbfs/v2/gbfs.json", ["gbfs"]),
        ("https://daten.example/feeds/gtfs-rt.bin", ["gtfs-realtime"]),
        ("https://daten.example/feeds/GTFS.zip", ["gtfs"]),
        ("https://ratsinfo.example/oparl/v1/system", ["oparl"]),
        ("https://stadt.example/frost/v1.1/Things", ["sensorthings"]),
        ("https://votemanager-xx.example/20260308/daten.csv", ["wahldaten"]),
        ("https://stadt.example/georeport/v2/requests.json", ["open311"]),
        ("https://stadt.example/boparlament/", []),
    ],
)
def test_addresses(reader: Reader, address: str, expected: list[str]) -> None:
    assert implied(reader, at=address) == expected


def test_what_was_seen_is_told(reader: Reader) -> None:
    found = reader.implied(Seen(("Leihräder GBFS",), (), "JSON"))
    assert found == (StandardUse("gbfs", "gbfs", "inferred"),)


def test_words_of_metadata_standards_imply_nothing(reader: Reader) -> None:
    for standard in reader.vocabulary.standards:
        if standard.level == "metadata":
            assert (standard.words, standard.addresses, standard.formats) == ((), (), ())


def test_words_of_the_dataset_count_for_its_files_after_their_own(reader: Reader) -> None:
    named = reader.named(("Fahrplan GTFS", "gtfs", "Leihräder GBFS"))
    assert [(hint.standard.id, hint.words) for hint in named] == [
        ("gtfs", "gtfs"),
        ("gbfs", "gbfs"),
    ]
    found = reader.implied(Seen(("GBFS",), (), None, named))
    assert [use.key for use in found] == ["gbfs", "gtfs"]


def test_hostile_texts_cost_no_time(reader: Reader) -> None:
    """Megabytes in a title, thousands of keywords and files: only the beginning is read, once."""
    long = "x" * 10_000_000
    began = time.process_time()
    named = reader.named(("GTFS" + " x" * 5_000_000, *("GBFS " * 400 for _ in range(20_000))))
    files = [reader.implied(Seen((long,), (), None, named)) for _ in range(2_000)]
    assert {use.key for use in files[0]} == {"gtfs", "gbfs"}
    assert time.process_time() - began < 5
    assert reader.named((" x" * 1_000 + " GTFS",)) == ()

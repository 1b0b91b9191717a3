# SPDX-License-Identifier: EUPL-1.2
"""The first question: unit, only way, views, competition, common denominator, filters, Länder."""

from typing import Any

import pytest

from app.compare import QUESTIONS
from app.compare.answer import Answer, Competition, Reach, Share
from app.compare.errors import SelectionError
from app.compare.selecting import select
from app.model import Body, Dataset
from app.store import Store
from app.vocabulary import Vocabulary
from tests.builders import dataset, harvest, part, reading, unread

TREES = "floraUndFauna--baumbestand--baumkataster"
WASTE = "abfallentsorgung--abfallkalender"
ROSTOCK, SCHWERIN, KIEL, MOERS = "13003000", "13004000", "01002000", "05170024"
KREIS = "13071"


def ask(store: Store, vocabulary: Vocabulary, query: str = "", lang: str = "de") -> Answer:
    pairs = [tuple(pair.split("=", 1)) for pair in query.split("&") if pair]
    with store.session() as session:
        question = QUESTIONS["haeufigste-datenbestaende"]
        return question.answer(session, vocabulary, select(pairs, vocabulary), lang)  # type: ignore[arg-type]


def rows(answer: Answer) -> dict[str, dict[str, Any]]:
    keys = [column.key for column in answer.columns]
    return {row[0].key: dict(zip(keys, row, strict=True)) for row in answer.rows}  # type: ignore[union-attr]


def share(cell: tuple[Share, ...], key: str) -> Share:
    return next(item for item in cell if item.key == key)


@pytest.fixture
def trees(sqlite_store: Store) -> Store:
    """Four towns with trees: CSV and GeoJSON; CSV only; WFS and WMS; WMS and PDF only."""
    harvest(
        sqlite_store,
        dataset("1", ROSTOCK, TREES, part("CSV"), part("GEOJSON", "dl-by-de-2.0")),
        dataset("2", ROSTOCK, TREES, part("CSV"), part("CSV")),
        dataset("3", SCHWERIN, TREES, part("CSV", None)),
        dataset("4", KIEL, TREES, part("WFS_SRVC"), part("WMS_SRVC")),
        dataset("5", MOERS, TREES, part("WMS_SRVC"), part("PDF"), part(None)),
        dataset("6", MOERS, WASTE, part("ICS")),
        dataset("7", KREIS, TREES, part("XLSX")),
    )
    return sqlite_store


def test_kommunen_are_counted_not_files(trees: Store, vocabulary: Vocabulary) -> None:
    answer = ask(trees, vocabulary)
    found = rows(answer)
    assert list(found) == [TREES, WASTE]
    assert (answer.total, answer.base) == (2, 4)
    row = found[TREES]
    assert (row["kommunen"], row["datensaetze"], row["bestaende"]) == (4, 5, 5)
    assert row["anteil"] == 1.0
    assert found[WASTE]["anteil"] == 0.25
    assert row["datenbestand"].label.endswith("Baumkataster")
    assert row["thema"].key == "floraUndFauna"


def test_slices_of_one_series_are_one_holding(sqlite_store: Store, vocabulary: Vocabulary) -> None:
    from app.model import Series

    years = [dataset(str(y), KIEL, TREES, part(), series=Series(holding="h")) for y in (2022, 2023)]
    harvest(sqlite_store, *years)
    row = rows(ask(sqlite_store, vocabulary))[TREES]
    assert (row["datensaetze"], row["bestaende"]) == (2, 1)


def test_the_only_way_looks_at_data_formats_alone(trees: Store, vocabulary: Vocabulary) -> None:
    formats = rows(ask(trees, vocabulary))[TREES]["formate"]
    assert share(formats, "CSV")[2:5] == (2, 1, "file")
    assert share(formats, "GEOJSON").only_way == 0
    assert share(formats, "WFS_SRVC")[2:5] == (1, 1, "service")


def test_views_are_marked_and_are_no_way(trees: Store, vocabulary: Vocabulary) -> None:
    row = rows(ask(trees, vocabulary))[TREES]
    wms = share(row["formate"], "WMS_SRVC")
    assert (wms.kommunen, wms.only_way, wms.view) == (2, None, True)
    assert row["nur_ansicht"] == 1


def test_not_given_is_a_value_and_stands_last(trees: Store, vocabulary: Vocabulary) -> None:
    row = rows(ask(trees, vocabulary))[TREES]
    assert row["formate"][-1] == Share("", None, 1, 0)
    assert row["lizenzen"][-1] == Share("", None, 1, 1)
    by = share(row["lizenzen"], "cc-by-4.0")
    assert (by.kommunen, by.only_way, by.open) == (3, 2, True)


def test_said_but_not_understood_is_not_the_same_as_not_given(
    sqlite_store: Store, vocabulary: Vocabulary
) -> None:
    harvest(sqlite_store, dataset("1", KIEL, TREES, part(unread("Datei"), unread("frei"))))
    row = rows(ask(sqlite_store, vocabulary))[TREES]
    assert [item.key for item in row["formate"]] == ["unknown"]
    assert [item.key for item in row["lizenzen"]] == ["unknown"]
    assert row["formate_nenner"] is None


def test_kommunen_compete_within_a_level_only(trees: Store, vocabulary: Vocabulary) -> None:
    harvest(trees, dataset("8", "03404000", TREES, part("SHP"), portal="neu"))
    row = rows(ask(trees, vocabulary))[TREES]
    files, services = row["formate_konkurrenz"]
    # CSV+GeoJSON against SHP, CSV against SHP; the two with CSV share it, WFS is another level
    assert files == Competition("file", 2, 3, 3)
    assert services == Competition("service", 0, 1, 0)


def test_the_common_denominator_leaves_views_out(trees: Store, vocabulary: Vocabulary) -> None:
    row = rows(ask(trees, vocabulary))[TREES]
    assert row["formate_nenner"] == Reach(("CSV",), ("CSV",), 2, 3)
    assert row["formate_menge"].keys == ("CSV", "WFS_SRVC")
    assert (row["formate_menge"].kommunen, row["formate_menge"].of) == (3, 3)


def test_evidence_of_standards_is_kept_apart(sqlite_store: Store, vocabulary: Vocabulary) -> None:
    harvest(
        sqlite_store,
        dataset("1", KIEL, TREES, part("GML", standards=[("gml", "inferred")])),
        dataset("2", KIEL, TREES, part("GML", standards=[("gml", "declared")])),
        dataset(
            "3", MOERS, TREES, part("GML", standards=[("gml", "inferred"), ("wms", "declared")])
        ),
        dataset("4", ROSTOCK, TREES, part("CSV", standards=[("xplanung", "verified")])),
        dataset("5", SCHWERIN, TREES, part("CSV")),
        dataset("6", SCHWERIN, TREES, part("CSV", standards=[("", "declared")])),
    )
    row = rows(ask(sqlite_store, vocabulary))[TREES]
    gml = share(row["standards"], "gml")
    assert gml.evidence == (("declared", 1), ("inferred", 1))
    assert (gml.kommunen, gml.only_way, gml.level) == (2, 2, "file-format")
    assert share(row["standards"], "wms").view
    assert share(row["standards"], "unknown").evidence == (("declared", 1),)
    assert share(row["standards"], "").kommunen == 1
    assert row["standards_menge"].keys == ("gml", "xplanung")


def test_kinds_are_compared_apart(trees: Store, vocabulary: Vocabulary) -> None:
    assert rows(ask(trees, vocabulary, "typ=kreis"))[TREES]["kommunen"] == 1
    assert rows(ask(trees, vocabulary, "typ=kreisfrei"))[TREES]["kommunen"] == 3
    assert rows(ask(trees, vocabulary, "typ=kreis&typ=kreisfrei"))[TREES]["kommunen"] == 4
    assert rows(ask(trees, vocabulary, f"kommune={KREIS}"))[TREES]["kommunen"] == 1


@pytest.mark.parametrize(
    ("query", "kommunen"),
    [
        (f"kommune={ROSTOCK}", 1),
        ("kommune=Moers", 1),
        ("land=13", 2),
        ("land=13&land=01", 3),
        ("groesse=3", 1),
        ("lizenz=none", 1),
        ("lizenz=dl-by-de-2.0", 1),
        ("offen=ja", 3),
        ("format=CSV", 2),
        ("format=csv&lizenz=none", 1),
        ("format=none", 1),
        ("standard=none", 4),
        ("thema=floraUndFauna", 4),
        (f"musterdatensatz={TREES}", 4),
        ("portal=stadt", 4),
    ],
)
def test_filters_narrow(trees: Store, vocabulary: Vocabulary, query: str, kommunen: int) -> None:
    assert rows(ask(trees, vocabulary, query))[TREES]["kommunen"] == kommunen


@pytest.mark.parametrize("query", ["portal=anderes", "thema=bau", "format=GTFS", "land=16"])
def test_nothing_found_is_an_empty_answer(trees: Store, vocabulary: Vocabulary, query: str) -> None:
    answer = ask(trees, vocabulary, query)
    assert (answer.rows, answer.total, answer.pages) == ((), 0, 1)


def test_one_kommune_in_two_portals_counts_once(trees: Store, vocabulary: Vocabulary) -> None:
    harvest(trees, dataset("1", ROSTOCK, TREES, part("KML"), portal="land"))
    row = rows(ask(trees, vocabulary))[TREES]
    assert (row["kommunen"], row["datensaetze"]) == (4, 6)
    assert rows(ask(trees, vocabulary, "portal=land"))[TREES]["kommunen"] == 1


def test_a_swap_is_seen_at_once(trees: Store, vocabulary: Vocabulary) -> None:
    before = ask(trees, vocabulary)
    harvest(trees, dataset("9", "03404000", TREES, part("CSV"), portal="neu"))
    after = ask(trees, vocabulary)
    assert after.generation == before.generation + 1
    assert rows(after)[TREES]["kommunen"] == 5


def land_dataset(identifier: str, land: str, **more: Any) -> Dataset:
    body = Body("Landesamt", reading(land), "land", "land")
    return dataset(identifier, land, "", part("GML"), publisher=body, **more)


def test_laender_are_compared_by_inspire_and_hvd(
    sqlite_store: Store, vocabulary: Vocabulary
) -> None:
    harvest(
        sqlite_store,
        land_dataset("1", "13", inspire_themes=("ad",)),
        land_dataset("2", "01", inspire_themes=("ad", "cp"), hvd_categories=("c_dd313021",)),
        dataset("3", KIEL, TREES, part("CSV")),
    )
    answer = ask(sqlite_store, vocabulary, "typ=land")
    assert [column.key for column in answer.columns][:3] == ["land_thema", "art", "laender"]
    found = rows(answer)
    assert found["ad"]["laender"] == 2
    assert (found["ad"]["art"], found["c_dd313021"]["art"]) == ("inspire", "hvd")
    assert answer.base == 2
    assert rows(ask(sqlite_store, vocabulary, "kommune=13")).keys() == {"ad"}
    assert "note.laender" in [note.code for note in answer.notes]


@pytest.mark.parametrize("query", ["typ=land&typ=kreis", "kommune=13&kommune=13003000"])
def test_laender_do_not_mix_with_kommunen(
    sqlite_store: Store, vocabulary: Vocabulary, query: str
) -> None:
    with pytest.raises(SelectionError) as caught:
        ask(sqlite_store, vocabulary, query)
    assert caught.value.code == "selection.land_apart"


def test_sorting_and_pages(trees: Store, vocabulary: Vocabulary) -> None:
    assert list(rows(ask(trees, vocabulary, "sortierung=name"))) == [WASTE, TREES]
    assert list(rows(ask(trees, vocabulary, "sortierung=-name"))) == [TREES, WASTE]
    assert list(rows(ask(trees, vocabulary, "sortierung=kommunen"))) == [WASTE, TREES]
    second = ask(trees, vocabulary, "pro-seite=1&seite=2")
    assert (list(rows(second)), second.total, second.pages) == ([WASTE], 2, 2)
    assert ask(trees, vocabulary, "pro-seite=1&seite=9").rows == ()
    with pytest.raises(SelectionError) as caught:
        ask(trees, vocabulary, "sortierung=lizenzen")
    assert caught.value.code == "selection.sorting"


def test_filters_that_do_not_apply_are_named(trees: Store, vocabulary: Vocabulary) -> None:
    answer = ask(trees, vocabulary, "q=baum&stand=2024-01-01")
    ignored = [dict(note.params) for note in answer.notes if note.code == "note.ignored"]
    assert ignored == [{"parameter": "q"}, {"parameter": "stand"}]


def test_english_names(trees: Store, vocabulary: Vocabulary) -> None:
    row = rows(ask(trees, vocabulary, lang="en"))[TREES]
    assert row["thema"].label == vocabulary.musterdaten.themen.get("floraUndFauna").name_en  # type: ignore[union-attr]

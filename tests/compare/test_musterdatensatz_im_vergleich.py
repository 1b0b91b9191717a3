# SPDX-License-Identifier: EUPL-1.2
"""Musterdatensatz im Vergleich: Kommunen side by side, and what they have in common."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.compare.errors import SelectionError
from app.store import Store
from app.vocabulary import Vocabulary
from tests.builders import dataset, harvest, id_of, part
from tests.compare.asking import KIEL, KREIS, MOERS, ROSTOCK, SCHWERIN, TREES, WASTE, notes, rows
from tests.compare.asking import ask as ask_any

FIRST = replace(
    dataset("1", ROSTOCK, TREES, part("CSV"), part("WMS_SRVC", None)),
    title="Bäume",
    frequency="ANNUAL",
    data_as_of=date(2024, 5, 6),
)


def ask(store: Store, vocabulary: Vocabulary, query: str = "", topic: str = TREES) -> Any:
    given = f"musterdatensatz={topic}" + (f"&{query}" if query else "")
    return ask_any(store, vocabulary, "musterdatensatz-im-vergleich", given)


@pytest.fixture
def trees(store: Store) -> Store:
    gml = [("gml", "inferred"), ("gml", "declared")]
    harvest(
        store,
        FIRST,
        dataset("2", ROSTOCK, TREES, part("JSON"), data_as_of=date(2023, 1, 1), portal="land"),
        dataset("3", KIEL, TREES, part("GML", "dl-by-de-2.0", gml), part("CSV")),
        dataset("4", MOERS, TREES, part("WMS_SRVC")),
        dataset("5", KREIS, TREES, part("CSV")),
        dataset("6", SCHWERIN, WASTE, part("CSV")),
    )
    return store


def test_one_row_a_kommune_with_all_of_its_portals(trees: Store, vocabulary: Vocabulary) -> None:
    found = rows(ask(trees, vocabulary))
    assert list(found) == [KIEL, MOERS, ROSTOCK], "by name; Kreise stand apart"
    row = found[ROSTOCK]
    assert row["datensaetze"] == 2
    assert [link.key for link in row["portale"]] == ["land", "stadt"]
    assert row["portale"][1].label == "Portal stadt"
    assert row["einwohner"] > 200_000


def test_titles_link_to_their_datasets(trees: Store, vocabulary: Vocabulary) -> None:
    links = rows(ask(trees, vocabulary))[ROSTOCK]["titel"]
    assert [link.label for link in links] == ["Bäume", "Datensatz 2"]
    assert links[0].path == f"/datensatz/{id_of(FIRST)}"


def test_at_most_ten_titles_and_the_true_number(store: Store, vocabulary: Vocabulary) -> None:
    harvest(store, *(dataset(f"{n:02}", KIEL, TREES, part()) for n in range(12)))
    row = rows(ask(store, vocabulary))[KIEL]
    assert (len(row["titel"]), row["datensaetze"]) == (10, 12)


def test_formats_data_before_views(trees: Store, vocabulary: Vocabulary) -> None:
    formats = rows(ask(trees, vocabulary))[ROSTOCK]["formate"]
    assert [(each.key, each.view) for each in formats] == [
        ("CSV", False),
        ("JSON", False),
        ("WMS_SRVC", True),
    ]


def test_standards_say_how_they_are_known(trees: Store, vocabulary: Vocabulary) -> None:
    (gml,) = (each for each in rows(ask(trees, vocabulary))[KIEL]["standards"] if each.key == "gml")
    assert gml.evidence == "declared", "the stronger of two"
    (silent,) = rows(ask(trees, vocabulary))[MOERS]["standards"]
    assert (silent.key, silent.label) == ("", None)


def test_dates_and_frequencies(trees: Store, vocabulary: Vocabulary) -> None:
    found = rows(ask(trees, vocabulary))
    row = found[ROSTOCK]
    assert row["stand"] == date(2024, 5, 6)
    assert [(each.key, each.number) for each in row["aktualisierung"]] == [("ANNUAL", 1), ("", 1)]
    assert row["aktualisierung"][0].label == "jährlich"
    assert found[KIEL]["stand"] is None


def test_the_common_denominator_is_a_note(trees: Store, vocabulary: Vocabulary) -> None:
    found = notes(ask(trees, vocabulary))
    single = found["note.format_single"]
    assert (single["names"], single["count"], single["all"]) == ("CSV", 2, 2)
    assert "note.format_full" not in found, "CSV alone reaches all"
    assert found["note.standard_single"]["count"] == 1
    harvest(trees, dataset("7", "03404000", TREES, part("SHP"), portal="neu"))
    found = notes(ask(trees, vocabulary))
    assert found["note.format_single"]["all"] == 3
    assert found["note.format_full"]["all"] == 3


def test_chosen_kommunen_and_those_without(trees: Store, vocabulary: Vocabulary) -> None:
    answer = ask(trees, vocabulary, f"kommune={KIEL}&kommune={KREIS}&kommune={SCHWERIN}")
    assert set(rows(answer)) == {KIEL, KREIS}
    silent = notes(answer)["note.vergleich_silent"]
    assert silent["count"] == 1
    assert silent["names"].startswith("Schwerin")


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("typ=kreis", {KREIS}),
        ("land=01", {KIEL}),
        ("format=JSON", {ROSTOCK}),
        ("lizenz=none", {ROSTOCK}),
        ("portal=land", {ROSTOCK}),
        ("portal=anderes", set()),
    ],
)
def test_filters(trees: Store, vocabulary: Vocabulary, query: str, keys: set[str]) -> None:
    assert set(rows(ask(trees, vocabulary, query))) == keys


def test_a_portal_narrows_titles_too(trees: Store, vocabulary: Vocabulary) -> None:
    row = rows(ask(trees, vocabulary, "portal=land"))[ROSTOCK]
    assert [link.label for link in row["titel"]] == ["Datensatz 2"]


def test_sorting_and_pages(trees: Store, vocabulary: Vocabulary) -> None:
    assert list(rows(ask(trees, vocabulary, "sortierung=-datensaetze")))[0] == ROSTOCK
    second = ask(trees, vocabulary, "pro-seite=1&seite=2")
    assert (list(rows(second)), second.total) == ([MOERS], 3)


def test_nobody_publishes_it(trees: Store, vocabulary: Vocabulary) -> None:
    answer = ask(trees, vocabulary, topic="sonstiges--sonstiges")
    assert (answer.rows, answer.total) == ((), 0)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "selection.required"),
        (f"musterdatensatz={TREES}&musterdatensatz={WASTE}", "selection.repeated"),
        (f"musterdatensatz={TREES}&typ=land", "selection.not_for_laender"),
    ],
)
def test_it_needs_exactly_one(store: Store, vocabulary: Vocabulary, query: str, code: str) -> None:
    with pytest.raises(SelectionError) as caught:
        ask_any(store, vocabulary, "musterdatensatz-im-vergleich", query)
    assert caught.value.code == code

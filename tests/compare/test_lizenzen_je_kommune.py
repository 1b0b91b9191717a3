# SPDX-License-Identifier: EUPL-1.2
"""Lizenzen je Kommune: holdings under each licence, open ones once, families, who is compared."""

from typing import Any

import pytest

from app.compare.licence_families import family_of
from app.compare.tally import Count
from app.model import Body, Series
from app.store import Store
from app.vocabulary import Vocabulary
from tests.builders import dataset, harvest, part, reading, unread
from tests.compare.asking import KREIS, MOERS, ROSTOCK, SCHWERIN, TREES, WASTE, notes, numbers, rows
from tests.compare.asking import ask as ask_any

OPEN, NATIONAL, CLOSED = "cc-by-4.0", "dl-by-de-2.0", "cc-by-nc-4.0"


def ask(store: Store, vocabulary: Vocabulary, query: str = "") -> Any:
    return ask_any(store, vocabulary, "lizenzen-je-kommune", query)


@pytest.fixture
def towns(store: Store) -> Store:
    """Rostock: two licences on one dataset, one closed, one said nothing, one unread; others."""
    years = [
        dataset(f"h{year}", SCHWERIN, WASTE, part("CSV", licence), series=Series(holding="h"))
        for year, licence in ((2022, NATIONAL), (2023, OPEN))
    ]
    harvest(
        store,
        dataset("1", ROSTOCK, TREES, part("CSV", OPEN), part("PDF", NATIONAL)),
        dataset("2", ROSTOCK, TREES, part("CSV", CLOSED)),
        dataset("3", ROSTOCK, "", part("CSV", None)),
        dataset("4", ROSTOCK, WASTE, part("CSV", unread("frei"))),
        dataset("5", KREIS, TREES, part("CSV", OPEN)),
        *years,
    )
    return store


def test_a_holding_counts_under_each_licence(towns: Store, vocabulary: Vocabulary) -> None:
    row = rows(ask(towns, vocabulary))[ROSTOCK]
    assert (row["datensaetze"], row["bestaende"]) == (4, 4)
    found = numbers(row["lizenzen"])
    assert found == {OPEN: 1, NATIONAL: 1, CLOSED: 1, "unknown": 1, "": 1}
    assert list(found)[-1] == "", "not given stands last"
    assert sum(found.values()) > row["bestaende"]  # type: ignore[arg-type]


def test_open_holdings_count_once(towns: Store, vocabulary: Vocabulary) -> None:
    row = rows(ask(towns, vocabulary))[ROSTOCK]
    assert (row["offen"], row["offen_anteil"]) == (1, 0.25)


def test_yearly_slices_are_one_holding_with_the_licences_of_all(
    towns: Store, vocabulary: Vocabulary
) -> None:
    row = rows(ask(towns, vocabulary))[SCHWERIN]
    assert (row["datensaetze"], row["bestaende"], row["offen"]) == (2, 1, 1)
    assert numbers(row["lizenzen"]) == {OPEN: 1, NATIONAL: 1}


def test_families(towns: Store, vocabulary: Vocabulary) -> None:
    row = rows(ask(towns, vocabulary))[ROSTOCK]
    found = {each.key: (each.number, each.code) for each in row["familien"]}
    assert found == {
        "international": (2, "family.international"),
        "national": (1, "family.national"),
        "unknown": (1, ""),
        "": (1, ""),
    }


@pytest.mark.parametrize(
    ("licence", "family"),
    [
        ("cc0-1.0", "international"),
        ("odbl-1.0", "international"),
        ("ambiguous-cc", "international"),
        ("dl-zero-de-2.0", "national"),
        ("ambiguous-dl-de", "national"),
        ("geonutzv-2013", "national"),
        ("other-open", "own"),
        ("unknown", "unknown"),
        ("not-in-any-list", "unknown"),
        ("unspecified", ""),
        ("", ""),
    ],
)
def test_family_of_a_licence(vocabulary: Vocabulary, licence: str, family: str) -> None:
    assert family_of(vocabulary)(licence) == family


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("", {ROSTOCK, SCHWERIN}),
        ("typ=kreis", {KREIS}),
        ("typ=kreis&typ=kreisfrei", {ROSTOCK, SCHWERIN, KREIS}),
        (f"kommune={KREIS}", {KREIS}),
        ("land=01", set()),
        ("groesse=2", {ROSTOCK}),
        ("lizenz=none", {ROSTOCK}),
        (f"lizenz={NATIONAL}", {ROSTOCK, SCHWERIN}),
        ("offen=nein", {ROSTOCK}),
        ("thema=abfallentsorgung", {ROSTOCK, SCHWERIN}),
        ("portal=anderes", set()),
    ],
)
def test_filters(towns: Store, vocabulary: Vocabulary, query: str, keys: set[str]) -> None:
    assert set(rows(ask(towns, vocabulary, query))) == keys


def test_a_thema_narrows_what_is_counted(towns: Store, vocabulary: Vocabulary) -> None:
    row = rows(ask(towns, vocabulary, "thema=floraUndFauna"))[ROSTOCK]
    assert (row["bestaende"], row["offen_anteil"]) == (2, 0.5)


def test_filters_by_licence_choose_kommunen_and_count_all(
    towns: Store, vocabulary: Vocabulary
) -> None:
    answer = ask(towns, vocabulary, f"lizenz={CLOSED}")
    assert rows(answer)[ROSTOCK]["bestaende"] == 4
    assert (answer.total, answer.base) == (1, 2)
    assert "note.lizenzen_filter" in notes(answer)


def test_two_portals_add_up(towns: Store, vocabulary: Vocabulary) -> None:
    harvest(towns, dataset("1", ROSTOCK, TREES, part("KML", CLOSED), portal="land"))
    row = rows(ask(towns, vocabulary))[ROSTOCK]
    assert (row["bestaende"], numbers(row["lizenzen"])[CLOSED]) == (5, 2)
    assert rows(ask(towns, vocabulary, "portal=land"))[ROSTOCK]["bestaende"] == 1


def test_laender_count_their_own_bodies(towns: Store, vocabulary: Vocabulary) -> None:
    body = Body("Landesamt", reading("13"), "land", "land")
    harvest(towns, dataset("l", "13", "", part("GML", OPEN), publisher=body, portal="land"))
    answer = ask(towns, vocabulary, "typ=land")
    assert [column.key for column in answer.columns][0] == "land"
    assert rows(answer)["13"]["bestaende"] == 1
    assert MOERS not in rows(answer)


def test_sorting_and_pages(towns: Store, vocabulary: Vocabulary) -> None:
    assert list(rows(ask(towns, vocabulary))) == [ROSTOCK, SCHWERIN]
    assert list(rows(ask(towns, vocabulary, "sortierung=-offen-anteil"))) == [SCHWERIN, ROSTOCK]
    second = ask(towns, vocabulary, "pro-seite=1&seite=2&sortierung=name")
    assert (list(rows(second)), second.total, second.pages) == ([SCHWERIN], 2, 2)


def test_filters_without_effect_are_named(towns: Store, vocabulary: Vocabulary) -> None:
    found = ask(towns, vocabulary, "format=CSV&q=x").notes
    ignored = [note.params["parameter"] for note in found if note.code == "note.ignored"]
    assert ignored == ["q", "format"]


def test_links_lead_to_the_page_of_the_kommune(towns: Store, vocabulary: Vocabulary) -> None:
    assert rows(ask(towns, vocabulary))[ROSTOCK]["kommune"].path == f"/kommune/{ROSTOCK}"
    assert rows(ask(towns, vocabulary, "typ=kreis"))[KREIS]["kommune"].label.startswith("Landkreis")


def test_any_of_several_licences_counts_a_holding_once() -> None:
    count = Count(3, 3, {frozenset("ab"): 2, frozenset({""}): 1})
    assert count.with_any({"a", "b"}) == 2
    assert count.per_licence() == {"a": 2, "b": 2, "": 1}


def test_a_holding_in_two_themen_is_one_in_all(store: Store, vocabulary: Vocabulary) -> None:
    first = dataset("1", ROSTOCK, TREES, part("CSV", OPEN), series=Series(holding="h"))
    other = dataset("2", ROSTOCK, WASTE, part("CSV", NATIONAL), series=Series(holding="h"))
    harvest(store, first, other, dataset("3", ROSTOCK, WASTE, part("CSV", OPEN)))
    row = rows(ask(store, vocabulary))[ROSTOCK]
    assert (row["datensaetze"], row["bestaende"], row["offen"]) == (3, 2, 2)
    assert numbers(row["lizenzen"]) == {OPEN: 2, NATIONAL: 1}
    both = [each.partition("--")[0] for each in (TREES, WASTE)]
    asked = ask(store, vocabulary, f"thema={both[0]}&thema={both[1]}")
    assert rows(asked)[ROSTOCK]["bestaende"] == 3, "it stands in each of the Themen"
    assert "note.offenheit_thema" in notes(asked)


def test_unclear_openness_is_not_closed(store: Store, vocabulary: Vocabulary) -> None:
    harvest(
        store,
        dataset("1", ROSTOCK, TREES, part("CSV", CLOSED)),
        dataset("2", SCHWERIN, TREES, part("CSV", None)),
        dataset("3", MOERS, TREES, part("CSV", OPEN)),
    )
    for word, key in (("ja", MOERS), ("nein", ROSTOCK), ("unklar", SCHWERIN)):
        assert set(rows(ask(store, vocabulary, f"offen={word}"))) == {key}

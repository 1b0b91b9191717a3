# SPDX-License-Identifier: EUPL-1.2
"""Cells of kind thema: every dataset by Thema, with the licences its holding carries together."""

from dataclasses import replace

from app.model import Body, Reading, Series
from app.store import Store, cell_queries, place_queries
from app.store.licence_writes import members
from tests.store.made import change, dataset, exact, file, fill

NOTHING = Reading()
Found = dict[tuple[str, str, frozenset[str]], tuple[int, int]]


def sets(store: Store, unit: str = "kommune") -> Found:
    """(place, Thema, licences) -> (datasets, holdings)."""
    with store.session() as session:
        cells = cell_queries.cells(session, unit, "thema", facet=("licences",))  # type: ignore[arg-type]
    return {
        (cell.place, cell.topic, members(cell.value)): (cell.datasets, cell.holdings)
        for cell in cells
    }


def test_licences_of_a_dataset_stand_together(store: Store) -> None:
    both = (file("CSV"), file("JSON", "odbl-1.0"), file("GML", "odbl-1.0"))
    silent = (file("CSV"), replace(file("PDF"), licence=NOTHING))
    fill(
        store,
        [
            change(dataset("a", distributions=both, thema=exact("verkehr"))),
            change(dataset("b", distributions=both, thema=exact("verkehr"))),
            change(dataset("c", distributions=silent)),
            change(dataset("d", distributions=(), musterdatensatz=NOTHING)),
        ],
    )
    town = "01001000"
    assert sets(store) == {
        (town, "verkehr", frozenset({"cc-by-4.0", "odbl-1.0"})): (2, 2),
        (town, "", frozenset({"cc-by-4.0", ""})): (1, 1),
        (town, "", frozenset({""})): (1, 1),
    }


def test_slices_of_a_series_share_one_set(store: Store) -> None:
    years = [
        dataset(f"{year}", distributions=(file("CSV", licence),), series=Series(None, "haushalt"))
        for year, licence in ((2023, "cc-by-4.0"), (2024, "odbl-1.0"))
    ]
    fill(store, [change(each) for each in years])
    assert sets(store) == {("01001000", "", frozenset({"cc-by-4.0", "odbl-1.0"})): (2, 1)}


def test_bodies_of_a_land_count_for_the_land(store: Store) -> None:
    land = Body("Landesamt", exact("05"), "land", "land")
    fill(store, [change(dataset("a", publisher=land), land="05"), change("b")])
    assert sets(store, "land") == {("05", "", frozenset({"cc-by-4.0"})): (1, 1)}
    with store.session() as session:
        assert [found.datasets for found in place_queries.sources(session, "05")] == [1]
        assert [found.key for found in place_queries.sources(session, "01001000")] == ["stadt"]
        assert place_queries.sources(session, "01002000") == ()

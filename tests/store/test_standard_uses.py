# SPDX-License-Identifier: EUPL-1.2
"""How many datasets use which standard: strongest evidence once, for every Land and portal."""

from dataclasses import replace

from sqlalchemy import update

from app.model.identity import dataset_id
from app.store import Store, portal_removal, standard_queries, swap_writes
from app.store.tables import DatasetRow, table_of
from tests.builders import dataset, harvest, part

ROSTOCK, KIEL = "13003000", "01002000"
CSV = ("csv", "inferred")


def uses(store: Store, **named: tuple[str, ...]) -> dict[str, tuple[int, int, int]]:
    with store.session() as session:
        return {each[0]: each[1:] for each in standard_queries.uses(session, **named)}


def fill(store: Store) -> None:
    mixed = (part("CSV", standards=[CSV]), part("GTFS", standards=[("gtfs", "declared"), CSV]))
    harvest(
        store,
        dataset("1", ROSTOCK, "", *mixed, part("GTFS", standards=[("gtfs", "inferred")])),
        dataset("2", ROSTOCK, "", part("CSV", standards=[("csv", "verified"), ("", "declared")])),
        dataset("3", KIEL, "", part("PDF")),
        replace(dataset("4", KIEL, "", part("CSV", standards=[CSV])), portal="land"),
    )


def test_a_dataset_counts_once_with_its_strongest_evidence(store: Store) -> None:
    fill(store)
    assert uses(store) == {"csv": (1, 0, 2), "gtfs": (0, 1, 0), "unknown": (0, 1, 0)}


def test_laender_and_portals_choose(store: Store) -> None:
    fill(store)
    assert uses(store, land=("01",)) == {"csv": (0, 0, 1)}
    assert uses(store, portal=("land",)) == {"csv": (0, 0, 1)}
    assert uses(store, land=("02",)) == {}


def test_what_a_portal_lost_is_counted_no_more(store: Store) -> None:
    fill(store)
    with store.transaction() as session:
        portal_removal.remove(session, "land")
    assert uses(store)["csv"] == (1, 0, 1)


def test_copies_count_only_where_their_portal_is_named(store: Store) -> None:
    fill(store)
    rows, portal = table_of(DatasetRow), dataset("2", ROSTOCK, "").portal
    copy = update(rows).where(rows.c.id == dataset_id(portal, "2"))
    with store.transaction() as session:
        session.connection().execute(copy.values(copy_of=dataset_id(portal, "1")))
        swap_writes.rebuild_cells(session, portal)
    assert uses(store) == {"csv": (0, 0, 2), "gtfs": (0, 1, 0)}
    assert uses(store, portal=(portal,))["csv"] == (1, 0, 1)

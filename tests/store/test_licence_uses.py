# SPDX-License-Identifier: EUPL-1.2
"""How many datasets carry which licence: counted in the swap, for every Land and portal."""

from dataclasses import replace
from datetime import timedelta

from app.store import Store, licence_queries, portal_removal, run_writes, swap_writes
from tests.builders import WHEN, change, dataset, harvest, part, unread

ROSTOCK, KIEL = "13003000", "01002000"


def uses(store: Store, **named: tuple[str, ...]) -> dict[str, int]:
    with store.session() as session:
        return dict(licence_queries.uses(session, **named))


def fill(store: Store) -> None:
    """Two portals; one dataset with two licences, one unread, two silent, one of no place."""
    both = (part("CSV", "cc-by-4.0"), part("PDF", "cc0-1.0"), part("XLSX", "cc-by-4.0"))
    harvest(
        store,
        dataset("1", ROSTOCK, "", *both),
        dataset("2", ROSTOCK, "", part("CSV", unread("frei")), part("CSV", None)),
        dataset("3", KIEL, ""),
        replace(dataset("4", KIEL, "", part("CSV", "cc-by-4.0")), portal="land"),
        replace(dataset("5", "13", "", part("CSV", "cc-by-4.0")), portal="land"),
    )


def test_a_dataset_counts_once_under_each_licence(store: Store) -> None:
    fill(store)
    assert uses(store) == {"": 2, "cc-by-4.0": 3, "cc0-1.0": 1, "unknown": 1}


def test_laender_and_portals_choose(store: Store) -> None:
    fill(store)
    assert uses(store, land=("13",)) == {"": 1, "cc-by-4.0": 2, "cc0-1.0": 1, "unknown": 1}
    assert uses(store, portal=("land",)) == {"cc-by-4.0": 2}
    assert uses(store, land=("01",), portal=("land",)) == {"cc-by-4.0": 1}
    assert uses(store, land=("02",)) == {}


def test_what_a_portal_lost_is_counted_no_more(store: Store) -> None:
    fill(store)
    with store.transaction() as session:
        portal_removal.remove(session, "land")
    assert uses(store) == {"": 2, "cc-by-4.0": 1, "cc0-1.0": 1, "unknown": 1}


def test_a_swap_counts_anew(store: Store) -> None:
    fill(store)
    later = WHEN + timedelta(days=1)
    opened = dataset("3", KIEL, "", part("CSV", "cc0-1.0"))
    with store.transaction() as session:
        run = run_writes.start(session, "stadt", "test", later)
        again = replace(change(opened), hash="2")
        swap_writes.replace(session, run, [again], later)
        swap_writes.rebuild_cells(session, "stadt")
    assert uses(store, land=("01",)) == {"cc-by-4.0": 1, "cc0-1.0": 1}

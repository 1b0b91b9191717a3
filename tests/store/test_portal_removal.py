# SPDX-License-Identifier: EUPL-1.2
"""Removing a portal leaves nothing of it and everything of the others."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select

from app.model import Finding, ItemOutcome, Reading, Run
from app.model.identity import dataset_id
from app.model.mark import Mark
from app.store import (
    Store,
    StoreError,
    figure_queries,
    portal_removal,
    relaunch_writes,
    run_writes,
    state_queries,
    swap_writes,
)
from app.store.catalogue_writes import Catalogue
from app.store.relaunch_queries import Match
from app.store.tables import METADATA
from tests.store import made
from tests.store.made import FULL, change, dataset, fill

OWN = {"alembic_version", "state", "blocked"}


def counts(store: Store) -> dict[str, int]:
    """Rows of every table."""
    with store.session() as session:
        connection = session.connection()
        return {
            table.name: int(
                connection.execute(select(func.count()).select_from(table)).scalar_one()
            )
            for table in METADATA.sorted_tables
            if table.name not in OWN
        }


def everything(key: str) -> list[Any]:
    """Changes of a portal that leave a row in every table a dataset can."""
    full = replace(FULL, portal=key, identifier=f"https://ex.org/{key}")
    noticed = (Finding("theme.missing", full.identifier, {}),)
    personal = '<https://ex.org/p> <http://xmlns.com/foaf/0.1/name> "P" .\n'
    twin = dataset("b", portal=key, title=full.title)
    marks = (Mark("uri", len(key)),)
    return [
        change(full, findings=noticed, personal=personal, marks=marks),
        change(twin, marks=marks),
    ]


def bring(store: Store, key: str) -> None:
    """A portal with datasets, persons, history, a catalogue, cells, runs and rejects."""
    fill(store, everything(key))
    with store.transaction() as session:
        run = made.begin(session, key)
        twin = everything(key)[1]
        closed = replace(twin.dataset, licence=Reading("cc-by-nc-4.0", "exact"))
        swap_writes.replace(session, run, [replace(twin, dataset=closed, hash="other")])
        ids = [dataset_id(key, each.dataset.identifier) for each in everything(key)]
        assert set(swap_writes.find_copies(session, ids)) == {key}
        swap_writes.rebuild_cells(session, key)
        swap_writes.replace_catalogues(session, key, [Catalogue("https://ex.org/c", "Katalog")])
        swap_writes.replace_page_findings(session, run, key, [Finding("xml.repaired", "1", {})])
        reject = ItemOutcome(None, "page 1, dataset 3", "item.no_identity", "?")
        relaunch_writes.propose(session, run, [Match(ids[0], "a", "b", "file")])
        run_writes.finish(session, run, Run(key, state="complete-with-rejects"), [reject])


def test_nothing_of_it_stays_and_all_of_the_others(store: Store) -> None:
    bring(store, "andere")
    before = counts(store)
    assert min(before.values()) > 0, before  # else a table would go untested
    bring(store, "stadt")
    with store.transaction() as session:
        assert portal_removal.remove(session, "stadt") == (2, 2)
    assert counts(store) == before


def test_it_makes_a_new_generation(store: Store) -> None:
    bring(store, "stadt")
    with store.session() as session:
        before = state_queries.generation(session)
    with store.transaction() as session:
        portal_removal.remove(session, "stadt")
    with store.session() as session:
        assert state_queries.generation(session) == before + 1
        assert figure_queries.figures(session) == (0, 0, 0, 0)


def test_retired_datasets_go_too(store: Store) -> None:
    fill(store, [change("a"), change("b")])
    with store.transaction() as session:
        run = made.begin(session)
        ids = [made.id_of("a")]
        swap_writes.missing(session, "stadt", ["a"], made.NOW)
        swap_writes.retire(session, run, ids, made.NOW, 1, 0)
        run_writes.finish(session, run, made.ended())
    with store.transaction() as session:
        removed = portal_removal.remove(session, "stadt")
    assert removed and removed.datasets == 2


def test_an_unknown_portal_changes_nothing(store: Store) -> None:
    bring(store, "stadt")
    before = counts(store)
    with store.transaction() as session:
        assert portal_removal.remove(session, "fremd") is None
    assert counts(store) == before


def test_while_it_is_harvested_it_stays(store: Store) -> None:
    bring(store, "stadt")
    with store.transaction() as session:
        run_writes.start(session, "stadt", "somebody")
    before = counts(store)
    with pytest.raises(StoreError) as refused, store.transaction() as session:
        portal_removal.remove(session, "stadt")
    assert refused.value.code == "store.run_active"
    assert counts(store) == before


def test_it_can_be_harvested_again_afterwards(store: Store) -> None:
    bring(store, "stadt")
    with store.transaction() as session:
        portal_removal.remove(session, "stadt")
    bring(store, "stadt")
    assert counts(store)["dataset"] == 2

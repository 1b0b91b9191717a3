# SPDX-License-Identifier: EUPL-1.2
"""A full disk and a clock that is set back cost a run at most, never the data (promise S10)."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from app.store import Store, StoreError, run_writes
from app.store.backup import backup
from app.store.restore import restore
from tests.intake.making import catalogue, dataset, towns
from tests.intake.snapshot import faults, snapshot
from tests.intake.trial import Trial

MANY = catalogue(dataset(n, f"Neu {n} " + "lang " * 60) for n in range(200))


@contextmanager
def full_disk(store: Store, spare: int) -> Iterator[None]:
    """The database may grow by so many pages and no more."""

    def limit(connection: sqlite3.Connection, record: Any) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + spare}")

    store.close()
    event.listen(store.engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(store.engine, "connect", limit)
        store.close()


@pytest.mark.parametrize("spare", [0, 3, 10, 30])
def test_a_full_disk_leaves_the_old_data(sqlite_trial: Trial, spare: int) -> None:
    trial = sqlite_trial
    trial.run(towns(*range(5)))
    before = snapshot(trial.store)
    with full_disk(trial.store, spare):
        with pytest.raises(StoreError) as raised:
            trial.run(MANY)
        assert snapshot(trial.store) == before
    assert raised.value.code == "store.full"
    assert faults(trial.store) == []
    trial.clock.pass_by(minutes=1)
    run = trial.run(MANY)
    assert (run.state, run.added, run.changed) == ("complete", 195, 5)


def test_a_restore_into_a_full_disk_leaves_the_old_data(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.run(MANY)
    file = trial.folder / "backup.zip"
    backup(trial.store, file, lambda done, total: None)
    before = snapshot(trial.store)
    with full_disk(trial.store, 2):
        with pytest.raises(StoreError) as raised:
            restore_twice(trial, file)
        assert snapshot(trial.store) == before
    assert raised.value.code == "store.full"
    restore(trial.store, file, lambda done, total: None)
    assert snapshot(trial.store) == before


def restore_twice(trial: Trial, file: Any) -> None:
    """Deleted rows leave room for as many; history of the store itself makes it larger."""
    for _ in range(2):
        restore(trial.store, file, lambda done, total: None)
        trial.run(towns(*range(200)))


@pytest.mark.parametrize("hours", [-3, -24, -24 * 400])
def test_a_clock_that_is_set_back(trial: Trial, hours: int) -> None:
    trial.run(towns(1, 2, 3))
    trial.run(towns(1, 2))  # one is missing since then
    with trial.store.transaction() as session:  # and one run was killed
        run_writes.start(session, "musterstadt", "dead", trial.clock())
    trial.clock.pass_by(hours=hours)
    run = trial.run(towns(1, 2, 3, 4))
    assert (run.state, run.added, run.retired) == ("complete", 1, 0)
    run = trial.run(towns(1, 2, 3, 4))
    assert (run.state, run.same) == ("complete", 4)
    assert trial.numbers() == [1, 2, 3, 4]
    assert faults(trial.store) == []


def test_a_clock_that_jumps_ahead_retires_nothing_at_once(trial: Trial) -> None:
    trial.run(towns(1, 2, 3))
    trial.clock.pass_by(days=4000)
    assert trial.run(towns(1, 2)).retired == 0
    assert trial.numbers() == [1, 2, 3]

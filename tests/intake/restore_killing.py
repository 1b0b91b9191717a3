# SPDX-License-Identifier: EUPL-1.2
"""Kills restores, migrations and forgetting at many moments; a program of its own: it forks.

``python -m tests.intake.restore_killing FOLDER DATABASE MOMENTS`` prints one JSON object a moment.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.normalise import make_reader
from app.store import Store, bulk, forgetting, open_store, prepare
from app.store.backup import backup
from app.store.preparation import exclusive, upgrade
from app.store.restore import restore
from app.store.tables import METADATA
from app.vocabulary import load
from tests.intake.killing import Steps, in_a_child
from tests.intake.making import catalogue, dataset, person, towns
from tests.intake.snapshot import faults, snapshot
from tests.intake.trial import Trial

Act = Callable[[Store, Steps], object]
ROSA = person(1, "Rosa", "Blumenfeld")
WITH = catalogue([dataset(n, "von Rosa Blumenfeld", ROSA) for n in range(1, 6)])


def watched(url: str, act: Act, each: Callable[[int], None]) -> int:
    """Does something in a child that is told every step; its exit status."""

    def work() -> None:
        store = open_store(url)
        steps = Steps(store, each)
        real = bulk.insert_into

        def insert_into(*given: Any) -> None:
            steps()
            real(*given)
            steps()

        bulk.insert_into = insert_into
        act(store, steps)

    return in_a_child(work)


def count(url: str, act: Act, folder: Path) -> int:
    """How many steps it has when nobody disturbs it."""
    told = folder / "steps"

    def note(at: int) -> None:
        told.write_text(str(at))

    watched(url, act, note)
    return int(told.read_text())


def kill(url: str, act: Act, at: int) -> bool:
    """Kills it at this step; whether it was killed."""

    def each(step: int) -> None:
        if step == at:
            os.kill(os.getpid(), signal.SIGKILL)

    return os.WIFSIGNALED(watched(url, act, each))


def make_old(store: Store) -> None:
    """The tables of an earlier version, with nothing in them but a number."""
    with exclusive(store) as connection:
        METADATA.drop_all(connection)
        connection.exec_driver_sql("DROP TABLE alembic_version")
        upgrade(connection, "0004")


def restoring(trial: Trial, url: str, folder: Path, moments: int) -> list[dict[str, Any]]:
    """Killed restores: the store is the old or the backup's."""
    trial.run(towns(1, 2, 3, 4, 5))
    file = folder / "backup.zip"
    backup(trial.store, file, lambda done, total: None)
    new = snapshot(trial.store)
    trial.run(WITH)
    old = snapshot(trial.store)
    other = folder / "other.zip"
    backup(trial.store, other, lambda done, total: None)

    def act(store: Store, steps: Steps) -> object:
        return restore(store, file, steps)

    trial.store.close()
    steps = count(url, act, folder)
    found = []
    for number in range(moments):
        restore(trial.store, other, lambda done, total: None)
        trial.store.close()
        killed = kill(url, act, 1 + number * steps // moments)
        left = snapshot(trial.store)
        said = "old" if left == old else "new" if left == new else "mixed"
        restore(trial.store, file, lambda done, total: None)
        equal = snapshot(trial.store) == new
        found.append({"killed": killed, "left": said, "equal": equal})
        found[-1]["faults"] = faults(trial.store)
    return found


def forgetting_(trial: Trial, url: str, folder: Path, moments: int) -> list[dict[str, Any]]:
    """Killed forgetting: the term is everywhere or nowhere, and the second try ends it."""
    trial.run(WITH)
    old = snapshot(trial.store)
    file = folder / "full.zip"
    backup(trial.store, file, lambda done, total: None)

    def act(store: Store, steps: Steps) -> object:
        return forgetting.forget(store, forgetting.search(store, "Rosa Blumenfeld", steps))

    trial.store.close()
    steps = count(url, act, folder)
    new = snapshot(trial.store)
    found = []
    for number in range(moments):
        with trial.store.transaction() as session:  # the term is known again to nobody
            session.connection().exec_driver_sql("DELETE FROM blocked")
        restore(trial.store, file, lambda done, total: None)
        trial.store.close()
        killed = kill(url, act, 1 + number * steps // moments)
        left = snapshot(trial.store)
        said = "old" if left == old else "new" if left == new else "mixed"
        watched(url, act, lambda step: None)
        equal = snapshot(trial.store) == new
        found.append({"killed": killed, "left": said, "equal": equal})
        found[-1]["faults"] = faults(trial.store)
    return found


def migrating(trial: Trial, url: str, folder: Path, moments: int) -> list[dict[str, Any]]:
    """Killed migrations: the next start migrates what is there."""

    def act(store: Store, steps: Steps) -> object:
        prepare(store)
        return steps

    make_old(trial.store)
    trial.store.close()
    steps = count(url, act, folder)
    found = []
    for number in range(moments):
        make_old(trial.store)
        trial.store.close()
        killed = kill(url, act, 1 + number * steps // moments)
        prepare(trial.store)
        equal = snapshot(trial.store) == {name: [] for name in snapshot(trial.store)}
        found.append({"killed": killed, "left": "old", "equal": equal})
        found[-1]["faults"] = faults(trial.store)
    return found


def main(folder: Path, url: str, moments: int) -> None:
    """Prints one line a moment, with what was killed."""
    store = open_store(url)
    prepare(store)
    trial = Trial(store, folder, make_reader(load()))
    for act in (restoring, forgetting_, migrating):
        with store.writer().begin() as connection:
            for table in reversed(METADATA.sorted_tables):
                connection.execute(table.delete())
        for found in act(trial, url, folder, moments):
            print(json.dumps({"act": act.__name__, **found}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

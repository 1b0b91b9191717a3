# SPDX-License-Identifier: EUPL-1.2
"""Kills harvests at many moments and looks at what is left; a program of its own because it forks.

``python -m tests.intake.killing FOLDER DATABASE MOMENTS`` prints one JSON object a moment. A second
store is harvested undisturbed beside the first; after each recovery both must hold the same.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event

from app.intake.guards import Rules
from app.intake.spool import Spool
from app.intake.staging import Staging
from app.normalise import make_reader
from app.store import Store, bulk, open_store, prepare, run_queries
from app.vocabulary import load
from tests.intake.making import catalogue, dataset, person
from tests.intake.snapshot import faults, snapshot
from tests.intake.trial import Trial

SIGNALS = (signal.SIGKILL, signal.SIGINT)
# every round retires what went in the one before, so that retiring is killed as well
RULES = Rules(retire_number=1_000, min_runs=1, min_days=0)


def edition(number: int) -> str:
    """What the portal says in this round: all titles are new, one dataset comes, one goes."""
    numbers = [*range(number, number + 12), 100 + number]
    parts = (dataset(n, f"Ausgabe {number}", person(n, "Rosa", f"Nr{number}")) for n in numbers)
    return catalogue(parts, f"Katalog {number}")


class Steps:
    """Counts the steps of a run: statements, bulk writes, commits, pages and changes on disk."""

    def __init__(self, store: Store, act: Callable[[int], None]) -> None:
        self.count, self.act = 0, act
        event.listen(store.engine, "before_cursor_execute", self)
        event.listen(store.engine, "commit", self)
        real = bulk.insert

        def insert(*given: Any) -> None:
            self()
            real(*given)
            self()

        bulk.insert = insert  # COPY goes past SQLAlchemy's events
        for thing, name in ((Staging, "keep"), (Staging, "clear"), (Spool, "put")):
            self._count_around(thing, name)

    def _count_around(self, thing: type, name: str) -> None:
        """What happens on disk counts as well: a step before it and one behind it."""
        work = getattr(thing, name)

        def counted(*given: Any) -> Any:
            self()
            done = work(*given)
            self()
            return done

        setattr(thing, name, counted)

    def __call__(self, *given: object) -> None:
        """One more step."""
        self.count += 1
        self.act(self.count)


def in_a_child(work: Callable[[], object]) -> int:
    """Runs the work in a process of its own and waits for its end."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
            os._exit(0)
        except BaseException:
            os._exit(1)
    return os.waitpid(pid, 0)[1]


def count_steps(trial: Trial, url: str) -> int:
    """How many steps an undisturbed run has; it runs in a child and tells by a file."""
    told = trial.folder / "steps"

    def work() -> None:
        store = open_store(url)
        steps = Steps(store, lambda count: None)
        Trial(store, trial.folder, trial.reader, trial.clock, RULES).run()
        told.write_text(str(steps.count))

    in_a_child(work)
    return int(told.read_text())


def kill(trial: Trial, url: str, at: int, number: int) -> int:
    """Harvests in a child that gets the signal at this step."""

    def act(count: int) -> None:
        if count == at:
            os.kill(os.getpid(), number)

    def work() -> None:
        store = open_store(url)
        steps = Steps(store, act)
        other = Trial(store, trial.folder, trial.reader, trial.clock, RULES)
        other.run(progress=steps)

    return in_a_child(work)


def one_round(victim: Trial, twin: Trial, url: str, at: int, round_: int) -> dict[str, Any]:
    """Kills one harvest, looks, harvests again, compares with the undisturbed twin."""
    text = edition(round_)
    twin.put(text)
    old = snapshot(victim.store)
    victim.store.close()
    how = SIGNALS[round_ % len(SIGNALS)]
    status = kill(victim, url, at, how)
    left = snapshot(victim.store)
    twin.run()
    new = snapshot(twin.store)
    broken = faults(victim.store)
    victim.clock.pass_by(seconds=60)
    again = victim.run()
    with victim.store.session() as session:
        runs = run_queries.history(session, None, 1000)
    return {
        "at": at,
        "signal": how.name,
        "killed": os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 1,
        "left": "old" if left == old else "new" if left == new else "mixed",
        "faults": broken + faults(victim.store),
        "state": again.state,
        "equal": snapshot(victim.store) == snapshot(twin.store),
        "running": sum(run.state == "running" for run in runs),
        "staged": len(list(victim.staging.rglob("*.body"))),
    }


def main(folder: Path, url: str, moments: int) -> None:
    """Prints one line a moment, the first without any harm to count the steps."""
    reader = make_reader(load())
    trials = []
    for name, address in (("victim", url), ("twin", f"sqlite:///{folder}/twin.db")):
        store = open_store(address)
        prepare(store)
        (folder / name).mkdir()
        trials.append(Trial(store, folder / name, reader, rules=RULES))
    victim, twin = trials
    twin.pages.symlink_to(victim.pages)  # both have the portal under one address
    for trial in trials:
        trial.run(edition(0))
    for trial in trials:
        trial.put(edition(1))
        trial.store.close()
    steps = count_steps(victim, url)
    twin.run()
    print(json.dumps({"steps": steps}))
    for round_ in range(2, moments + 2):
        at = 1 + (round_ - 2) * steps // moments
        print(json.dumps(one_round(victim, twin, url, at, round_)), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

# SPDX-License-Identifier: EUPL-1.2
"""The n-th write, fetch or commit fails, n = 1, 2, ... until none does: nothing is lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from app.intake.spool import Spool
from app.intake.staging import Staging
from app.store import StoreError, run_queries
from harvesters.base.errors import HarvestError, PortalUnreachable
from tests.intake.making import catalogue, dataset, towns
from tests.intake.snapshot import faults
from tests.intake.trial import KEY, Trial, serving

OLD = towns(1, 2, 3, 4)
NEW = catalogue(dataset(number, "Sache") for number in (1, 2, 3, 5))


class Failing:
    """Fails at its n-th step. has_failed: whether there was one."""

    def __init__(self, at: int) -> None:
        self.left, self.has_failed = at, False

    def step(self) -> bool:
        """Whether this one fails."""
        self.left -= 1
        self.has_failed = self.has_failed or self.left == 0
        return self.left == 0


@contextmanager
def failing_store(trial: Trial, name: str, failing: Failing) -> Iterator[None]:
    """Statements and commits that fail as a full or broken disk makes them fail."""

    def act(*_given: Any) -> None:
        if failing.step():
            raise OperationalError("statement", None, Exception("disk I/O error"))

    event.listen(trial.store.engine, name, act)
    try:
        yield
    finally:
        event.remove(trial.store.engine, name, act)


@contextmanager
def failing_disk(
    thing: type, name: str, failing: Failing, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """A method that fails as a full disk makes it fail."""
    work = getattr(thing, name)

    def act(*given: Any) -> Any:
        if failing.step():
            raise OSError(28, "No space left on device", "page")
        return work(*given)

    with monkeypatch.context() as patch:
        patch.setattr(thing, name, act)
        yield


def goes_on(trial: Trial, at: int, failing_at: Callable[[Failing], Any]) -> bool:
    """One harvest of the old, one that fails, one more; False once nothing failed any more."""
    trial.run(OLD)
    before = trial.live()
    trial.put(NEW)
    failing = Failing(at)
    with failing_at(failing), suppress(StoreError, HarvestError, OSError, OperationalError):
        trial.harvest()
    left = trial.live()
    trial.clock.pass_by(minutes=2)
    assert trial.run(NEW).state == "complete"
    after = trial.live()
    assert left in (before, after)  # never something between
    assert {name.rpartition("/")[2] for name in after} >= {"1", "2", "3", "5"}
    with trial.store.session() as session:
        runs = run_queries.history(session, KEY, 1_000)
    assert not [run for run in runs if run.state == "running"]
    assert faults(trial.store) == []
    return failing.has_failed


@pytest.mark.parametrize(("name", "stride"), [("before_cursor_execute", 11), ("commit", 1)])
def test_the_nth_statement_or_commit(sqlite_trial: Trial, name: str, stride: int) -> None:
    number = 1
    while goes_on(sqlite_trial, number, lambda failing: failing_store(sqlite_trial, name, failing)):
        number += stride
    assert number > 2


@pytest.mark.parametrize(("thing", "name"), [(Staging, "keep"), (Staging, "clear"), (Spool, "put")])
def test_the_nth_write_to_disk(
    sqlite_trial: Trial, monkeypatch: pytest.MonkeyPatch, thing: type, name: str
) -> None:
    number = 1
    while goes_on(
        sqlite_trial, number, lambda failing: failing_disk(thing, name, failing, monkeypatch)
    ):
        number += 1
    assert number > 1


@pytest.mark.parametrize("number", range(4))
def test_the_nth_fetch(sqlite_trial: Trial, number: int) -> None:
    trial = sqlite_trial
    trial.run(towns(1, 2, 3, 4))
    broken: list[Any] = [towns(1), towns(2), towns(3), towns(4)]
    broken[number:] = [PortalUnreachable("network.no_answer", url="u", problem="reset")]
    run = trial.run(harvester=serving(*broken))
    assert run.state == ("partial" if number else "failed")
    assert trial.numbers() == [1, 2, 3, 4]
    whole = trial.run(harvester=serving(*map(towns, (1, 2, 3, 4))))
    assert (whole.state, whole.same) == ("complete", 4)

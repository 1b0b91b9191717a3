# SPDX-License-Identifier: EUPL-1.2
"""What is made of the whole store is made when runs pause, not after each of them."""

import sys
from pathlib import Path

import pytest

from app.scheduler.renewal import Renewal
from app.store import Store, StoreError, state_queries


class Trial:
    """A renewal whose command leaves a mark, over a store whose generation is set by hand."""

    def __init__(self, store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.generation, self.now, self.file = 1, 0.0, folder / "marks"
        self.troubles: list[StoreError | OSError] = []
        monkeypatch.setattr(state_queries, "generation", lambda session: self.generation)
        code = f"open({str(self.file)!r}, 'a').write('x')"
        command = [sys.executable, "-S", "-c", code]
        self.renewal = Renewal(
            store, command, lambda: False, self.troubles.append, lambda: self.now
        )

    def looks(self, *generations: int) -> int:
        """How often it was made so far, after a look at each of these, half a minute apart."""
        for generation in generations:
            self.generation, self.now = generation, self.now + 30
            self.renewal.look()
        return len(self.file.read_text()) if self.file.exists() else 0


@pytest.fixture
def trial(sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trial:
    """A renewal that was never made."""
    return Trial(sqlite_store, tmp_path, monkeypatch)


def test_made_once_when_the_store_stands_still(trial: Trial) -> None:
    assert trial.looks(1) == 0
    assert trial.looks(1) == 1
    assert trial.looks(1, 1, 1) == 1


def test_not_after_every_run_of_a_night(trial: Trial) -> None:
    assert trial.looks(1, 2, 3, 4, 5, 6) == 0
    assert trial.looks(6) == 1


def test_but_never_very_late(trial: Trial) -> None:
    assert trial.looks(*range(20)) == 0
    assert trial.looks(*range(20, 24)) == 1


def test_trouble_is_told_and_tried_again(trial: Trial) -> None:
    command, trial.renewal.command = trial.renewal.command, ["/nowhere/to/be/found"]
    trial.looks(1, 1)
    assert [type(error) for error in trial.troubles] == [FileNotFoundError]
    trial.renewal.command = command
    assert trial.looks(1) == 1

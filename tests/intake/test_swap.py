# SPDX-License-Identifier: EUPL-1.2
"""Readers see the old state or the new one, never a mixture (promise H1)."""

import threading
import time

import pytest

from app.intake import run, swap
from app.model.selection import Selection
from app.store import Store, StoreError, feed_queries, figure_queries, swap_writes
from tests.intake.making import catalogue, dataset
from tests.intake.snapshot import faults, snapshot
from tests.intake.trial import Trial

NUMBERS = range(60)


def edition(title: str) -> str:
    """A catalogue in which every dataset has this title."""
    return catalogue(dataset(number, title) for number in NUMBERS)


def titles(store: Store) -> set[str | None]:
    """Titles that one reader sees at once, from two questions of one session."""
    with store.session() as session:
        walk = feed_queries.walk(session, Selection())
        seen = {item.title for item in walk}
        assert figure_queries.figures(session).datasets in (0, len(NUMBERS))
        return seen


class Watcher(threading.Thread):
    """Reads again and again until it is told to stop."""

    def __init__(self, store: Store) -> None:
        super().__init__(daemon=True)
        self.store = store
        self.seen: list[set[str | None]] = []
        self.over = threading.Event()

    def run(self) -> None:
        """Looks every few milliseconds."""
        while not self.over.wait(0.005):
            self.seen.append(titles(self.store))


def test_a_reader_sees_old_or_new(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    trial.run(edition("alt"))
    real = swap_writes.replace_page_findings

    def slow(*given: object) -> None:
        time.sleep(0.1)  # everything is written and nothing committed
        real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(swap_writes, "replace_page_findings", slow)
    watcher = Watcher(trial.store)
    watcher.start()
    for title in ("neu", "neuer"):
        assert trial.run(edition(title)).changed == len(NUMBERS)
    watcher.over.set()
    watcher.join()
    assert len(watcher.seen) > 10
    assert {len(seen) for seen in watcher.seen} == {1}
    assert titles(trial.store) == {"neuer"}


@pytest.mark.parametrize(
    "step",
    ["add_prepared", "replace", "missing", "replace_catalogues", "recount", "bump_generation"],
)
def test_an_error_in_the_middle_leaves_the_old_state(
    trial: Trial, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    trial.run(edition("alt"))
    before = snapshot(trial.store)
    text = catalogue((dataset(number, "neu") for number in range(3, 70)), "Anderer Katalog")

    def fail(*given: object) -> None:
        raise ArithmeticError(step)

    with monkeypatch.context() as patched, pytest.raises(ArithmeticError):
        patched.setattr(swap_writes, step, fail)
        trial.run(text)
    assert snapshot(trial.store) == before
    assert faults(trial.store) == []
    last = trial.latest()
    assert (last.state, last.notes[0].code) == ("failed", "run.unexpected")
    run = trial.run(text)
    assert (run.state, run.changed, run.added) == ("complete", 57, 10)


def test_an_error_after_the_last_write_leaves_the_old_state(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial.run(edition("alt"))
    before = snapshot(trial.store)

    def fail(*given: object) -> None:
        raise StoreError("store.full", store="x", reason="disk")

    with monkeypatch.context() as patched, pytest.raises(StoreError):
        patched.setattr(run.run_writes, "finish", fail)
        trial.run(edition("neu"))
    assert snapshot(trial.store) == before
    assert trial.latest().state == "running"  # not even the failure could be written
    trial.clock.pass_by(minutes=1)
    assert trial.run(edition("neu")).changed == len(NUMBERS)


def test_interrupted_while_reading_the_run_says_so(trial: Trial) -> None:
    trial.run(edition("alt"))

    def interrupt(received: int, announced: int | None) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        trial.run(edition("neu"), progress=interrupt)
    last = trial.latest()
    assert (last.state, last.notes[0].code) == ("failed", "run.stopped")
    assert titles(trial.store) == {"alt"}
    assert not list(trial.staging.rglob("*.body")) or trial.run(edition("neu")).changed == 60
    assert not list(trial.staging.rglob("*.body"))


def test_a_full_disk_while_staging_fails_the_run(sqlite_trial: Trial) -> None:
    sqlite_trial.run(edition("alt"))
    sqlite_trial.staging.mkdir(exist_ok=True)
    folder = sqlite_trial.folder / "no-folder"
    folder.write_text("a file where a folder should be")
    with pytest.raises(OSError):
        sqlite_trial.run(edition("neu"), staging=folder)
    last = sqlite_trial.latest()
    assert (last.state, last.notes[0].code) == ("failed", "run.system")
    assert "no-folder" in last.notes[0].params["file"]
    assert titles(sqlite_trial.store) == {"alt"}


def test_the_swap_module_writes_through_the_gathered_names() -> None:
    """The steps above are replaced by name; this fails when the swap no longer uses them."""
    assert swap.swap_writes is swap_writes

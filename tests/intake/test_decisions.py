# SPDX-License-Identifier: EUPL-1.2
"""Runs that wait for a person, and what the person decides (promise H4)."""

from dataclasses import replace

import pytest

from app.intake import approval
from app.intake.guards import Rules, Seen, judge
from app.intake.job import Job
from app.intake.run import accept, reject
from app.model import RunState
from app.store import open_store, prepare, state_writes
from harvesters.base.errors import HarvestError
from tests.intake.making import catalogue, dataset, nameless, towns
from tests.intake.trial import KEY, Trial, counts

MANY = towns(*range(20))
FEW = towns(*range(12))


@pytest.mark.parametrize(
    ("live", "missing", "state"),
    [
        (20, 5, "complete"),
        (20, 6, "quarantined"),
        (5, 4, "complete"),
        (100, 10, "complete"),
        (100, 11, "quarantined"),
        (1000, 100, "complete"),
        (1000, 101, "quarantined"),
    ],
)
def test_more_than_five_and_more_than_a_tenth_wait(
    live: int, missing: int, state: RunState
) -> None:
    seen = Seen(live - missing, 0, live, missing, None, True)
    assert judge(seen, Rules())[0] == state


def test_what_is_not_whole_is_partial_whatever_is_missing() -> None:
    assert judge(Seen(3, 0, 100, 97, 3, False), Rules()) == ("partial", ())
    state, (note,) = judge(Seen(0, 0, 100, 100, 3, False), Rules())
    assert (state, note.code) == ("partial", "run.no_datasets")


@pytest.mark.parametrize(
    ("live", "new", "state"),
    [(1, 30, "complete"), (5, 16, "complete"), (5, 15, "quarantined"), (6, 60, "quarantined")],
)
def test_a_catalogue_that_comes_at_last_is_no_relaunch(
    live: int, new: int, state: RunState
) -> None:
    """A broken answer may have left a handful of datasets that nobody misses."""
    assert judge(Seen(new, 0, live, live, new, True, new), Rules())[0] == state


def waiting(trial: Trial) -> int:
    """Number of a run that waits: eight of twenty are gone."""
    trial.run(MANY)
    run = trial.run(FEW)
    assert (run.state, run.notes[0].code) == ("quarantined", "run.many_missing")
    assert run.notes[0].params == {"missing": "8", "live": "20"}
    assert len(trial.live()) == 20
    return run.id or 0


def test_a_waiting_run_changes_nothing(trial: Trial) -> None:
    trial.run(MANY)
    before = trial.stored(3)
    trial.run(catalogue([dataset(3, "Sache"), *(dataset(n) for n in range(100, 111))]))
    assert trial.latest().state == "quarantined"
    assert trial.stored(3) == before
    assert len(trial.live()) == 20


def test_an_accepted_run_is_swapped_in_without_the_portal(trial: Trial) -> None:
    trial.run(MANY)
    number = trial.run(catalogue([dataset(3, "Sache"), dataset(50)])).id or 0
    trial.put("<html>", "page-1.ttl")
    trial.clock.pass_by(days=1)
    outcome = accept(trial.store, trial.job(), number)
    assert outcome.run.state == "complete"
    assert counts(outcome.run) == (2, 1, 1, 0, 0, 0)
    assert trial.stored(3).dataset.title == "Sache"
    assert len(trial.live()) == 21
    assert trial.stored(4).missing_runs == 1
    assert replace(trial.latest(), started=None, ended=None) == outcome.run
    assert not list(trial.staging.rglob("*.body"))


def test_an_accepted_run_keeps_what_it_rejected(trial: Trial) -> None:
    trial.run(MANY)
    number = trial.run(catalogue([dataset(1), nameless("Ohne")])).id or 0
    run = accept(trial.store, trial.job(), number).run
    assert (run.state, run.rejected) == ("complete-with-rejects", 1)
    assert len(trial.latest().rejects) == 1


def test_after_an_accepted_run_the_same_loss_waits_no_more(trial: Trial) -> None:
    accept(trial.store, trial.job(), waiting(trial))
    for _ in range(3):
        trial.clock.pass_by(days=1)
        assert trial.run(FEW).state == "complete"
    trial.clock.pass_by(days=7)
    run = trial.run(FEW)
    assert (run.state, run.retired) == ("complete", 8)
    assert trial.numbers() == list(range(12))


def test_after_an_accepted_run_a_further_loss_waits_again(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    accept(trial.store, trial.job(), waiting(trial))
    assert trial.run(FEW).state == "complete"
    assert trial.run(towns(*range(5))).state == "quarantined"
    assert trial.run(towns(*range(8))).state == "complete"


def test_a_slow_loss_waits_once_it_is_large(sqlite_trial: Trial) -> None:
    """Four datasets less in every run: each run alone loses less than the guard allows."""
    sqlite_trial.run(MANY)
    states = [sqlite_trial.run(towns(*range(20 - 4 * n))).state for n in (1, 2, 3)]
    assert states == ["complete", "quarantined", "quarantined"]


def test_a_rejected_run_leaves_everything(trial: Trial) -> None:
    number = waiting(trial)
    reject(trial.store, trial.job(), number)
    run = trial.latest()
    assert (run.state, run.notes[0].code) == ("failed", "run.rejected")
    assert run.received == 12
    assert len(trial.live()) == 20
    assert not list(trial.staging.rglob("*.body"))
    with pytest.raises(HarvestError, match="run.not_waiting"):
        accept(trial.store, trial.job(), number)


def test_the_portal_being_whole_again_needs_no_decision(trial: Trial) -> None:
    number = waiting(trial)
    run = trial.run(MANY)
    assert (run.state, run.same) == ("complete", 20)
    for decide in (accept, reject):
        with pytest.raises(HarvestError, match="run.outdated") as caught:
            decide(trial.store, trial.job(), number)
        assert caught.value.params == {"run": str(number), "later": str(run.id)}
    assert not list(trial.staging.rglob("*.body"))


def test_only_the_newest_of_two_waiting_runs_can_be_accepted(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    first, second = waiting(trial), trial.run(FEW).id or 0
    with pytest.raises(HarvestError, match="run.outdated"):
        accept(trial.store, trial.job(), first)
    assert accept(trial.store, trial.job(), second).run.state == "complete"


def test_a_failed_run_in_between_does_not_matter(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    number = waiting(trial)
    assert trial.run("<html>").state == "failed"
    assert accept(trial.store, trial.job(), number).run.state == "complete"


@pytest.mark.parametrize("lost", ["a page", "a body", "a part of a body"])
def test_lost_pages_are_no_lost_datasets(sqlite_trial: Trial, lost: str) -> None:
    """A cleared folder must not look like a portal without datasets."""
    trial = sqlite_trial
    trial.run(MANY)
    trial.put(towns(1, 2, 3), "1.ttl")
    trial.add(towns(4, 5, 6), "2.ttl")
    number = trial.run().id or 0
    suffix = "page-00002.*" if lost == "a page" else "page-00002.body"
    for file in trial.staging.rglob(suffix):
        file.write_bytes(file.read_bytes()[:-9]) if "part" in lost else file.unlink()
    with pytest.raises(HarvestError, match="run.pages_lost"):
        accept(trial.store, trial.job(), number)
    run = trial.latest()
    assert (run.state, run.received) == ("quarantined", 6)
    assert run.notes[0].code == "run.many_missing"
    assert trial.stored(9).missing_runs == 0
    assert len(trial.live()) == 20


def test_no_dataset_can_be_accepted_when_asked(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.run(towns(1, 2))
    number = trial.run(catalogue([])).id or 0
    assert accept(trial.store, trial.job(), number).run.state == "complete"
    assert trial.numbers() == [1, 2]
    assert trial.stored(1).missing_runs == 1


def test_two_stores_in_one_folder_do_not_mix_their_pages(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    number = waiting(trial)
    second = open_store(f"sqlite:///{trial.folder}/second.db")
    prepare(second)
    other = replace(trial, store=second)
    while (run := other.run(towns(1, 2, 3, 4))).id != number:
        assert run.state == "complete"
    assert accept(trial.store, trial.job(), number).run.received == 12
    second.close()


def elsewhere(trial: Trial) -> Job:
    """The job of a machine that shares the store and not the folder."""
    return trial.job(staging=trial.folder / "another-machine", owner="andere:7")


def test_a_run_can_be_accepted_on_another_machine(trial: Trial) -> None:
    """The portal is asked again; what changed without coming or going is taken as it is now."""
    number = waiting(trial)
    trial.put(catalogue([dataset(3, "Neuer Titel"), *(dataset(n) for n in range(12) if n != 3)]))
    outcome = accept(trial.store, elsewhere(trial), number)
    assert (outcome.run.id, outcome.run.state, outcome.run.received) == (number, "complete", 12)
    assert trial.stored(3).dataset.title == "Neuer Titel"
    assert (trial.stored(15).missing_runs, len(trial.live())) == (1, 20)
    assert not list(trial.folder.glob("another-machine/**/*.body"))
    assert trial.run().same == 12


@pytest.mark.parametrize(
    "now", [towns(*range(13)), towns(*range(11)), towns(*range(1, 13)), catalogue([]), "<html>"]
)
def test_another_portal_than_the_one_shown_is_not_accepted(trial: Trial, now: str) -> None:
    number = waiting(trial)
    before = trial.stored(3)
    trial.put(now)
    with pytest.raises(HarvestError):
        accept(trial.store, elsewhere(trial), number)
    assert (trial.latest().state, trial.latest().received) == ("quarantined", 12)
    assert (trial.stored(3), len(trial.live())) == (before, 20)
    assert not list(trial.folder.glob("another-machine/**/*.body"))
    trial.put(FEW)
    assert accept(trial.store, elsewhere(trial), number).run.state == "complete"


def test_pages_of_the_right_number_and_the_wrong_datasets_are_not_accepted(
    sqlite_trial: Trial,
) -> None:
    trial = sqlite_trial
    number = waiting(trial)
    trial.run(
        towns(*range(3, 15)),
    )
    latest = trial.latest().id or 0
    with trial.store.transaction() as session:
        state_writes.remember(session, approval.place(KEY), latest, "0" * 32)
    assert latest > number
    with pytest.raises(HarvestError, match="run.pages_lost"):
        accept(trial.store, trial.job(), latest)


def test_two_machines_accept_once(trial: Trial) -> None:
    number = waiting(trial)
    assert accept(trial.store, elsewhere(trial), number).run.state == "complete"
    with pytest.raises(HarvestError, match="run.not_waiting"):
        accept(trial.store, trial.job(), number)

# SPDX-License-Identifier: EUPL-1.2
"""Relaunches at bad moments: in a partial run, beside new vocabularies, one after the other."""

from dataclasses import replace

import pytest

from app.intake.guards import UNSURE, Rules, Seen, judge
from app.intake.renormalise import renormalise
from app.intake.run import accept_relaunch
from app.normalise import Reader
from app.store import Store, dataset_queries
from harvesters.base.errors import HarvestError, UnexpectedAnswer
from tests.intake.making import towns
from tests.intake.test_relaunch import AFTER, BEFORE, name, proposal, rebuilt
from tests.intake.trial import Trial, id_of, serving

CUT = UnexpectedAnswer("network.status", url="https://x.example/", status=500)
HALF = rebuilt(*range(50))


def identifier_of(store: Store, number: int) -> str:
    with store.session() as session:
        found = dataset_queries.get(session, id_of(number))
    assert found is not None
    return found.dataset.identifier


def test_first_seen_in_a_partial_run_it_is_recognised_by_the_next(trial: Trial) -> None:
    trial.run(BEFORE)
    partial = trial.run(harvester=serving(HALF, CUT))
    assert partial.state == "partial"
    assert [note.code for note in partial.notes] == ["network.status", UNSURE]
    assert partial.notes[1].params == {"known": "0", "live": "100", "new": "50"}
    assert len(trial.live()) == 100
    run = trial.run(AFTER)
    assert (run.state, run.notes[0].code) == ("quarantined", "run.relaunch")
    assert len(proposal(trial, run.id or 0)) == 97
    accept_relaunch(trial.store, trial.job(), run.id or 0)
    assert identifier_of(trial.store, 7) == name(7)
    assert identifier_of(trial.store, 77) == name(77)


def test_a_portal_that_never_comes_to_its_end_is_not_held_up_for_ever(trial: Trial) -> None:
    trial.run(BEFORE)
    trial.run(harvester=serving(HALF, CUT))
    trial.run(harvester=serving(CUT))  # a failed run in between counts for nothing
    second = trial.run(harvester=serving(HALF, CUT))
    assert (second.state, second.added) == ("partial", 50)
    assert len(trial.live()) == 150


def test_what_a_healthy_portal_adds_in_a_partial_run_is_taken(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.run(towns(*range(10)))
    run = trial.run(harvester=serving(towns(*range(60)), CUT))
    assert (run.state, run.added, len(trial.live())) == ("partial", 50, 60)


def test_a_first_run_that_is_partial_is_taken(sqlite_trial: Trial) -> None:
    run = sqlite_trial.run(harvester=serving(HALF, CUT))
    assert (run.state, len(sqlite_trial.live())) == ("partial", 50)


@pytest.mark.parametrize(
    ("known", "new", "live", "unsure"),
    [(0, 1, 100, True), (0, 1, 0, False), (50, 50, 100, False), (24, 26, 100, True),
     (25, 25, 100, False), (5, 500, 10, False), (4, 500, 10, True), (10, 0, 100, False)],
)  # fmt: skip
def test_hardly_anything_known_is_unsure(known: int, new: int, live: int, unsure: bool) -> None:
    seen = Seen(known + new, 0, live, live - known, None, False, new)
    state, notes = judge(seen, Rules())
    assert (state, [note.code for note in notes]) == ("partial", [UNSURE] if unsure else [])


def test_after_and_before_new_vocabularies(trial: Trial, reader: Reader) -> None:
    """Renormalising between the two states, while the run waits, and afterwards."""
    trial.run(BEFORE)
    first = trial.stored(7).first_seen
    assert renormalise(trial.store, reader).busy == ()
    run = trial.run(AFTER)
    assert len(proposal(trial, run.id or 0)) == 97
    assert renormalise(trial.store, reader).busy == ()
    accept_relaunch(trial.store, trial.job(), run.id or 0)
    assert renormalise(trial.store, reader).busy == ()
    assert (trial.stored(7).first_seen, identifier_of(trial.store, 7)) == (first, name(7))
    again = trial.run()
    assert (again.state, again.same, again.added) == ("complete", 102, 0)


def test_two_in_a_row_carry_the_first_identity_on(trial: Trial) -> None:
    trial.run(BEFORE)
    first = trial.stored(7).first_seen
    accept_relaunch(trial.store, trial.job(), trial.run(AFTER).id or 0)
    run = trial.run(AFTER.replace("/satz-", "/nr-"))
    assert (run.state, run.notes[0].code) == ("quarantined", "run.relaunch")
    accept_relaunch(trial.store, trial.job(), run.id or 0)
    found = trial.stored(7)
    assert (found.first_seen, found.dataset.identifier) == (first, name(7).replace("satz", "nr"))
    assert [entry.kind for entry in trial.history(7)] == ["added", "changed", "changed"]
    assert (trial.run().same, trial.run().state) == (102, "complete")


def test_two_in_a_row_before_anybody_decides(trial: Trial) -> None:
    trial.run(BEFORE)
    first = trial.run(AFTER).id or 0
    second = trial.run(AFTER.replace("/satz-", "/nr-")).id or 0
    with pytest.raises(HarvestError, match="run.outdated"):
        accept_relaunch(trial.store, trial.job(), first)
    accept_relaunch(trial.store, trial.job(), second)
    assert identifier_of(trial.store, 7) == name(7).replace("satz", "nr")
    assert trial.run().same == 102


def test_a_relaunch_on_another_machine(trial: Trial) -> None:
    trial.run(BEFORE)
    run = trial.run(AFTER)
    job = replace(trial.job(), staging=trial.folder / "elsewhere")
    accept_relaunch(trial.store, job, run.id or 0)
    assert identifier_of(trial.store, 7) == name(7)

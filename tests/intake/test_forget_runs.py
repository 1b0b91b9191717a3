# SPDX-License-Identifier: EUPL-1.2
"""What was forgotten is in nothing that runs leave behind: proposals, days, pages, notes (S11)."""

import pytest

from app.cli import forget_files
from app.intake.run import accept_relaunch
from app.search import rebuild
from app.store import forgetting
from harvesters.base.errors import HarvestError
from tests.harvesters.loopback import serve
from tests.intake.making import HOST, catalogue, dataset, towns
from tests.intake.paged import Killed, Paged
from tests.intake.test_forget import PERSON, TERM, forget, in_files, left, silent
from tests.intake.test_resume import dying_after
from tests.intake.test_resume import run as run_over
from tests.intake.trial import Trial

BEFORE = [dataset(n, f"Heft {n} von {TERM}", PERSON) for n in range(20)]


def rebuilt() -> str:
    """The same datasets after a relaunch, with identifiers that name the person."""
    text = catalogue(BEFORE)
    return text.replace(f"{HOST}/datensatz/", f"{HOST}/neu/zenobia-quitterstein/")


def test_of_a_relaunch_that_waits_nothing_remains(trial: Trial) -> None:
    trial.run(catalogue(BEFORE))
    run = trial.run(rebuilt())
    assert (run.state, run.notes[0].code) == ("quarantined", "run.relaunch")
    found = forgetting.search(trial.store, TERM, silent)
    files = forget_files.find(trial.folder, trial.store.name, None, found.guard)
    assert forget_files.remove(files) >= 2
    forget(trial.store)
    assert left(trial) == []
    assert in_files(trial.staging) == []
    again = trial.run()
    assert (again.state, left(trial)) == ("quarantined", [])
    accept_relaunch(trial.store, trial.job(), again.id or 0)
    assert (len(trial.live()), left(trial)) == (20, [])
    assert trial.run().same == 20
    assert left(trial) == []


def test_of_a_relaunch_that_was_carried_over_nothing_remains(trial: Trial) -> None:
    trial.run(catalogue(BEFORE))
    accept_relaunch(trial.store, trial.job(), trial.run(rebuilt()).id or 0)
    forget(trial.store)
    assert left(trial) == []
    run = trial.run()
    assert (run.state, run.same, left(trial)) == ("complete", 20, [])


def test_pages_of_a_killed_run_go_too_and_are_asked_for_again(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    portal = Paged(titles={n: f"Heft {n} von {TERM}" for n in range(0, 40, 2)})
    with serve(portal) as server:
        with pytest.raises(Killed):
            run_over(trial, server, progress=dying_after(30))
        assert in_files(trial.staging)
        found = forgetting.search(trial.store, TERM, silent)
        forgetting.forget(trial.store, found)
        files = forget_files.find(trial.folder, trial.store.name, None, found.guard)
        assert forget_files.remove(files) >= 30
        assert in_files(trial.staging) == []
        run = run_over(trial, server)
    assert (run.state, run.received, run.notes) == ("complete", 120, ())
    assert left(trial) == []
    assert in_files(trial.staging) == []


def test_the_figures_of_days_hold_no_names(sqlite_trial: Trial) -> None:
    """Formats and keywords that name somebody: counted by day and topic, and gone as well."""
    trial = sqlite_trial
    odd = [dataset(n, more=f'dcat:keyword "{TERM}"@de ;').replace("CSV", TERM) for n in range(6)]
    trial.run(catalogue(odd))
    trial.clock.pass_by(days=2)
    trial.run(catalogue(odd[:5]))
    forget(trial.store)
    rebuild(trial.store, trial.reader.vocabulary, trial.folder / "index")
    trial.store.close()
    assert (left(trial), in_files(trial.folder)) == ([], [])


def test_what_was_blocked_meanwhile_is_not_accepted_from_its_pages(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.run(towns(*range(20)))
    run = trial.run(catalogue(BEFORE[:9]))
    assert run.state == "quarantined"
    forget(trial.store)
    with pytest.raises(HarvestError):
        accept_relaunch(trial.store, trial.job(), run.id or 0)
    assert left(trial) == []

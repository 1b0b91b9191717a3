# SPDX-License-Identifier: EUPL-1.2
"""After a kill the next run does not ask again for what was staged (promise H2)."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.intake.job import Job
from app.intake.run import harvest
from app.model import Run
from app.store import portal_queries, run_queries, run_writes
from harvesters import HARVESTERS
from harvesters.base.record import Portal
from tests.conftest import ROOT
from tests.harvesters import ckan_server, csw_server
from tests.harvesters.loopback import door, serve
from tests.intake.paged import EACH, PAGES, Killed, Paged
from tests.intake.trial import KEY, Clock, Trial, counts

DEATH = 30


def dying_after(pages: int) -> Callable[[int, int | None], None]:
    """A progress that ends the run after so many pages."""

    def progress(received: int, announced: int | None) -> None:
        if received >= pages * EACH:
            raise Killed

    return progress


def run(trial: Trial, server: Any, **more: Any) -> Run:
    job = trial.job()
    portal = replace(job.portal, url=server.url("/katalog"))
    job = replace(job, portal=portal, http=door(server), **more)
    trial.clock.pass_by(hours=1)
    return harvest(trial.store, job).run


def killed(trial: Trial, server: Any, pages: int = DEATH) -> None:
    with pytest.raises(Killed):
        run(trial, server, progress=dying_after(pages))


def remarks(run: Run) -> dict[str, dict[str, str]]:
    return {note.code: dict(note.params) for note in run.notes}


def test_only_what_is_missing_is_asked_for_after_a_kill(trial: Trial) -> None:
    portal = Paged()
    with serve(portal) as server:
        killed(trial, server)
        assert portal.asked == list(range(1, DEATH + 1))
        portal.asked.clear()
        done = run(trial, server)
        assert sorted(portal.asked) == [1, *range(DEATH, PAGES + 1)]
        assert (done.state, done.received, done.added) == ("complete", PAGES * EACH, PAGES * EACH)
        assert remarks(done) == {"run.resumed": {"pages": str(DEATH)}}
        assert trial.numbers() == portal.stock
        assert not list(trial.staging.rglob("*.body"))
        again = run(trial, server)
    assert (again.state, again.same, again.notes) == ("complete", PAGES * EACH, ())


def test_killed_twice_it_goes_on_twice(sqlite_trial: Trial) -> None:
    portal = Paged()
    with serve(portal) as server:
        killed(sqlite_trial, server, 20)
        killed(sqlite_trial, server, 40)
        portal.asked.clear()
        done = run(sqlite_trial, server)
    assert sorted(portal.asked) == [1, *range(40, PAGES + 1)]
    assert remarks(done) == {"run.resumed": {"pages": "40"}}
    assert (done.state, done.received) == ("complete", PAGES * EACH)


def test_killed_while_it_goes_on_nothing_is_lost(sqlite_trial: Trial) -> None:
    """What the first left and the second had not yet reached serves the third as well."""
    portal = Paged()
    with serve(portal) as server:
        killed(sqlite_trial, server, 30)
        killed(sqlite_trial, server, 10)
        portal.asked.clear()
        done = run(sqlite_trial, server)
    assert sorted(portal.asked) == [1, *range(30, PAGES + 1)]
    assert (done.state, done.received) == ("complete", PAGES * EACH)


def change_total(portal: Paged) -> None:
    portal.says = PAGES * EACH + 1


def change_first(portal: Paged) -> None:
    portal.titles[0] = "Neuer Titel"


def remove_one(portal: Paged) -> None:
    portal.stock.remove(17)


def swap_one(portal: Paged) -> None:
    """As many as before, but all between the two places have moved on."""
    portal.stock.remove(17)
    portal.stock.insert(100, 500)


@pytest.mark.parametrize("change", [change_total, change_first, remove_one, swap_one])
def test_nothing_is_taken_across_a_change(
    sqlite_trial: Trial, change: Callable[[Paged], None]
) -> None:
    portal = Paged()
    with serve(portal) as server:
        killed(sqlite_trial, server)
        change(portal)
        portal.asked.clear()
        done = run(sqlite_trial, server)
    assert set(portal.asked) == set(range(1, PAGES + 1))
    assert "run.resumed" not in remarks(done)
    assert done.received == len(portal.stock)
    assert sorted(sqlite_trial.numbers()) == sorted(portal.stock)
    assert done.state == ("partial" if portal.says else "complete")


def test_a_change_behind_the_place_is_simply_read(sqlite_trial: Trial) -> None:
    portal = Paged()
    with serve(portal) as server:
        killed(sqlite_trial, server)
        portal.titles[90] = "Neuer Titel"
        done = run(sqlite_trial, server)
    assert (done.state, remarks(done)["run.resumed"]["pages"]) == ("complete", str(DEATH))
    assert sqlite_trial.stored(90).dataset.title == "Neuer Titel"


def test_bytes_that_change_at_every_request_do_not_hinder(sqlite_trial: Trial) -> None:
    portal = Paged()
    with serve(portal) as server:
        killed(sqlite_trial, server)
        portal.stamp = "\n# made at another time\n"
        done = run(sqlite_trial, server)
    assert remarks(done)["run.resumed"]["pages"] == str(DEATH)


def test_paging_that_shifts_behind_the_place_is_still_seen(sqlite_trial: Trial) -> None:
    """One goes while the second run reads the rest: counts differ, nothing is retired."""
    portal = Paged()
    with serve(portal) as server:
        killed(sqlite_trial, server)

        def before(number: int) -> None:
            if number == 45 and 3 in portal.stock:
                portal.stock.remove(3)

        portal.before = before
        done = run(sqlite_trial, server)
    assert done.state == "partial"
    assert {"run.resumed", "run.counts_differ"} <= remarks(done).keys()


def test_old_pages_are_not_taken(sqlite_trial: Trial) -> None:
    portal = Paged()
    with serve(portal) as server:
        killed(sqlite_trial, server)
        for file in sqlite_trial.staging.rglob("page-*.json"):
            said = json.loads(file.read_text())
            said["fetched"] = said["fetched"].replace("20", "19", 1)
            file.write_text(json.dumps(said))
        portal.asked.clear()
        done = run(sqlite_trial, server)
    assert (portal.asked, done.notes) == (list(range(1, PAGES + 1)), ())


@pytest.mark.parametrize("hours", [0, 6])
def test_an_operator_may_switch_it_off(sqlite_trial: Trial, hours: int) -> None:
    portal = Paged()
    with serve(portal) as server:
        killed(sqlite_trial, server)
        done = run(sqlite_trial, server, resume=timedelta(hours=hours))
    assert bool(done.notes) == bool(hours)


@pytest.mark.parametrize("suffix", [".body", ".json"])
def test_damaged_pages_are_asked_for(sqlite_trial: Trial, suffix: str) -> None:
    """In the middle: the others are still of use, and what is cut off is not read."""
    portal = Paged()
    with serve(portal) as server:
        killed(sqlite_trial, server)
        for number in (10, 11):
            (file,) = sqlite_trial.staging.rglob(f"page-{number:05}{suffix}")
            file.unlink() if number == 10 else file.write_text("{")
        portal.asked.clear()
        done = run(sqlite_trial, server)
    assert sorted(portal.asked) == [1, 10, 11, *range(DEATH, PAGES + 1)]
    assert (done.state, done.received) == ("complete", PAGES * EACH)


def test_pages_of_a_waiting_run_are_left_to_it(sqlite_trial: Trial) -> None:
    portal = Paged()
    with serve(portal) as server:
        assert run(sqlite_trial, server).state == "complete"
        del portal.stock[60:]
        assert run(sqlite_trial, server).state == "quarantined"
        portal.asked.clear()
        assert run(sqlite_trial, server).state == "quarantined"
    assert portal.asked == list(range(1, 31))


def test_by_sigkill_from_the_command_line(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    portal, started = Paged(), list[subprocess.Popen[bytes]]()

    def before(number: int) -> None:
        if number == DEATH + 1 and started:
            started[0].send_signal(signal.SIGKILL)
            started[0].wait()

    with serve(portal) as server:
        portal.before = before
        config = trial.folder / "config.toml"
        config.write_text(f'[store]\nfolder = "{trial.folder}"\n')
        words = ["--config", str(config), "--database", f"sqlite:///{trial.store.name}", "harvest"]
        words += ["--kind", "dcat", "--url", server.url("/katalog"), "--portal", KEY]
        words += ["--allow-private", server.pair, "--gap-ms", "0"]
        start = "import sys; from app.cli import main; main()"
        started.append(
            subprocess.Popen([sys.executable, "-c", start, *words], cwd=ROOT, stderr=-3, stdout=-3)
        )
        assert started[0].wait(240) == -signal.SIGKILL
        taken = started.pop() and len(portal.asked)
        with trial.store.transaction() as session:  # as if its lease were over
            run_writes.mark_stale(session, lease=timedelta(seconds=-1))
            found = portal_queries.get(session, KEY)
        assert found is not None
        portal.asked.clear()
        job = trial.job(portal=found, http=door(server))
        done = harvest(trial.store, job).run
    assert taken == DEATH + 1
    assert sorted(portal.asked) == [1, *range(DEATH, PAGES + 1)]
    assert counts(done) == (PAGES * EACH, PAGES * EACH, 0, 0, 0, 0)
    with trial.store.session() as session:
        assert [each.state for each in run_queries.history(session)] == ["complete", "failed"]


def job_of(trial: Trial, kind: str, url: str) -> Job:
    portal = Portal(KEY, kind, url, url)
    return trial.job(portal=portal, harvester=HARVESTERS[kind], clock=Clock())


def test_ckan_goes_on_with_the_same_windows(sqlite_trial: Trial) -> None:
    portal = ckan_server.Catalogue(most=10)
    portal.add(*range(200))
    with ckan_server.serve(portal) as url:
        job = replace(job_of(sqlite_trial, "ckan", url), http=ckan_server.door_to(url))
        with pytest.raises(Killed):
            harvest(sqlite_trial.store, replace(job, progress=dying_after(60)))
        first = portal.requests[:]
        portal.requests.clear()
        done = harvest(sqlite_trial.store, job).run
    assert (done.state, done.received) == ("complete", 200)
    assert set(first) & set(portal.requests) == {first[0], first[-1]}
    assert int(remarks(done)["run.resumed"]["pages"]) == len(first) > 10


def test_csw_goes_on_with_questions_by_post(sqlite_trial: Trial) -> None:
    portal = csw_server.Catalogue(most=10)
    portal.add(*range(200))
    with csw_server.serving(portal) as url:
        job = replace(job_of(sqlite_trial, "csw", url), http=ckan_server.door_to(url))
        with pytest.raises(Killed):
            harvest(sqlite_trial.store, replace(job, progress=dying_after(60)))
        first = len(portal.asked)
        portal.asked.clear()
        done = harvest(sqlite_trial.store, job).run
    assert (done.state, done.received) == ("complete", 200)
    resumed = int(remarks(done)["run.resumed"]["pages"])
    assert resumed > 10
    assert len(portal.asked) < first

# SPDX-License-Identifier: EUPL-1.2
"""One run at a time at a host, whoever starts it, and a host that wants to be left (H10)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from app.intake.job import Job
from app.intake.run import harvest
from app.store import Store, StoreError, portal_writes, run_queries, run_writes
from harvesters.base.record import Portal
from tests.harvesters.loopback import Call, Server, answer, door, serve
from tests.intake.making import towns
from tests.intake.paged import EACH, Paged
from tests.intake.test_one_at_a_time import Paused, in_background
from tests.intake.trial import Trial


def job_at(trial: Trial, server: Server, key: str, **more: object) -> Job:
    url = server.url(f"/{key}")
    portal = Portal(key, "dcat", url, url)
    return trial.job(portal=portal, http=door(server), owner=f"rechner:{key}", **more)


def states(store: Store) -> list[tuple[str, str]]:
    with store.session() as session:
        return [(run.portal, run.state) for run in reversed(run_queries.history(session))]


def test_two_portals_of_a_host_come_one_after_the_other(trial: Trial) -> None:
    paused, told = Paused(), list[StoreError]()
    with serve(answer(towns(1, 2))) as server:
        first = job_at(trial, server, "eins", progress=paused)
        one, done = in_background(lambda: harvest(trial.store, first))
        assert paused.reached.wait(20)

        def let_go(error: StoreError) -> None:
            told.append(error)
            assert server.paths == ["/eins"]
            paused.go_on.set()

        run = harvest(trial.store, job_at(trial, server, "zwei", waits=let_go)).run
        one.join(20)
    assert [outcome.run.state for outcome in done] == ["complete"]  # type: ignore[attr-defined]
    assert (run.state, [error.code for error in told]) == ("complete", ["store.lane_taken"])
    params = told[0].params
    assert (params["other"], params["owner"], params["portal"]) == ("eins", "rechner:eins", "zwei")
    assert states(trial.store) == [("eins", "complete"), ("zwei", "complete")]


def test_patience_ends(trial: Trial) -> None:
    with serve(answer(towns(1, 2))) as server:
        busy = job_at(trial, server, "eins").portal
        with trial.store.transaction() as session:
            portal_writes.remember(session, busy)
            run_writes.start(session, "eins", "anderer:4", trial.clock())
        with pytest.raises(StoreError, match="store.lane_taken") as raised:
            harvest(trial.store, job_at(trial, server, "zwei", patience=0))
        assert raised.value.params["owner"] == "anderer:4"
        assert server.calls == []
    assert states(trial.store) == [("eins", "running")]


def test_the_dead_hold_no_lane(trial: Trial) -> None:
    with serve(answer(towns(1, 2))) as server:
        with trial.store.transaction() as session:
            portal_writes.remember(session, job_at(trial, server, "eins").portal)
            run_writes.start(session, "eins", "tot:4", trial.clock() - timedelta(seconds=46))
        run = harvest(trial.store, job_at(trial, server, "zwei", patience=0)).run
    assert run.state == "complete"
    assert states(trial.store) == [("eins", "failed"), ("zwei", "complete")]


def test_other_hosts_do_not_wait(trial: Trial) -> None:
    with serve(answer(towns(1, 2))) as one, serve(answer(towns(1, 2))) as two:
        with trial.store.transaction() as session:
            portal_writes.remember(session, job_at(trial, one, "eins").portal)
            run_writes.start(session, "eins", "anderer:4", trial.clock())
        assert harvest(trial.store, job_at(trial, two, "zwei", patience=0)).run.state == "complete"


@pytest.mark.parametrize("after", ["7200", "Fri, 31 Dec 2100 23:59:59 GMT"])
def test_asked_to_come_back_in_hours_the_run_ends_as_partial(
    sqlite_trial: Trial, after: str
) -> None:
    portal = Paged()

    def limited(call: Call) -> bytes:
        return portal(call) if len(portal.asked) < 3 else answer("", 429, Retry_After=after)

    handler: Callable[[Call], bytes] = limited
    with serve(lambda call: handler(call)) as server:
        job = job_at(sqlite_trial, server, "eins")
        run = harvest(sqlite_trial.store, replace(job, http=door(server, tries=3))).run
        assert len(server.calls) == 4
        assert (run.state, run.added) == ("partial", 3 * EACH)
        assert [note.code for note in run.notes] == ["network.later"]
        handler = portal
        again = harvest(sqlite_trial.store, job).run
    assert (again.state, again.received) == ("complete", len(portal.stock))

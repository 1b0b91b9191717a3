# SPDX-License-Identifier: EUPL-1.2
"""A portal of one answer is asked by ETag or Last-Modified, where that suffices (promise H10)."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from app.intake.guards import Rules
from app.intake.job import Job
from app.intake.run import harvest
from app.model import Run
from app.store import blocked_terms, portal_queries
from harvesters.base.headers import condition, validators
from harvesters.base.record import Validators
from tests.harvesters.loopback import Call, Server, answer, door, serve
from tests.intake.making import catalogue, dataset, nameless, towns
from tests.intake.paged import Paged
from tests.intake.test_forget import TERM
from tests.intake.trial import Trial, counts

DATE = "Mon, 04 May 2026 06:00:00 GMT"


@dataclass
class Dump:
    """A catalogue in one answer. headers: with which it names its state."""

    text: str = field(default_factory=lambda: towns(*range(9)))
    headers: dict[str, Any] = field(default_factory=lambda: {"ETag": '"eins"'})
    asked: list[tuple[str | None, str | None]] = field(default_factory=list)

    def __call__(self, call: Call) -> bytes:
        said = call.headers.get("If-None-Match"), call.headers.get("If-Modified-Since")
        self.asked.append(said)
        if any(said) and said in (
            (self.headers.get("ETag"), None),
            (None, self.headers.get("Last_Modified")),
            (self.headers.get("ETag"), self.headers.get("Last_Modified")),
        ):
            return answer("", 304, **self.headers)
        return answer(self.text, Content_Type="text/turtle", **self.headers)


def job_at(trial: Trial, server: Server, **more: object) -> Job:
    job = trial.job(http=door(server), **more)
    return replace(job, portal=replace(job.portal, url=server.url("/katalog.ttl")))


def run(trial: Trial, server: Server, **more: object) -> Run:
    trial.clock.pass_by(hours=1)
    return harvest(trial.store, job_at(trial, server, **more)).run


@pytest.mark.parametrize(
    "headers",
    [{"ETag": '"eins"'}, {"ETag": 'W/"1-a"'}, {"Last_Modified": DATE},
     {"ETag": '"eins"', "Last_Modified": DATE}],
)  # fmt: skip
def test_what_has_not_changed_is_not_sent_again(trial: Trial, headers: dict[str, str]) -> None:
    dump = Dump(headers=headers)
    with serve(dump) as server:
        assert run(trial, server).state == "complete"
        for _ in range(2):
            same = run(trial, server)
            assert (same.state, counts(same)) == ("not-modified", (9, 0, 0, 9, 0, 0))
            assert same.distributions == 9
        expected = headers.get("ETag"), headers.get("Last_Modified")
        assert dump.asked == [(None, None), expected, expected]
        dump.text, dump.headers = towns(*range(10)), {"ETag": '"zwei"'}
        assert counts(run(trial, server)) == (10, 1, 0, 9, 0, 0)
        assert run(trial, server).state == "not-modified"
        with trial.store.session() as session:
            (standing,) = portal_queries.list_portals(session)
    assert (standing.state, standing.last_success) == ("not-modified", trial.clock.now)
    assert len(trial.live()) == 10


def miss_one(trial: Trial, dump: Dump, server: Server) -> dict[str, object]:
    dump.text, dump.headers = towns(*range(8)), {"ETag": '"drei"'}
    assert run(trial, server).state == "complete"
    return {}


def reject_one(trial: Trial, dump: Dump, server: Server) -> dict[str, object]:
    dump.text = catalogue([*(dataset(n) for n in range(9)), nameless("Ohne")])
    dump.headers = {"ETag": '"vier"'}
    assert run(trial, server).state == "complete-with-rejects"
    return {}


def fall_below(trial: Trial, dump: Dump, server: Server) -> dict[str, object]:
    return {"rules": Rules(expected=20)}


def let_a_week_pass(trial: Trial, dump: Dump, server: Server) -> dict[str, object]:
    trial.clock.pass_by(days=7)
    return {}


def block_a_term(trial: Trial, dump: Dump, server: Server) -> dict[str, object]:
    with trial.store.transaction() as session:
        blocked_terms.block(session, [blocked_terms.hashed(session, TERM)])
    return {}


def wait_for_a_person(trial: Trial, dump: Dump, server: Server) -> dict[str, object]:
    dump.text, dump.headers = towns(1), {"ETag": '"fünf"'}
    assert run(trial, server).state == "quarantined"
    return {}


@pytest.mark.parametrize(
    "what", [miss_one, reject_one, fall_below, let_a_week_pass, block_a_term, wait_for_a_person]
)
def test_it_is_read_where_more_than_the_answer_decides(
    sqlite_trial: Trial, what: Callable[[Trial, Dump, Server], dict[str, object]]
) -> None:
    dump = Dump()
    with serve(dump) as server:
        assert run(sqlite_trial, server).state == "complete"
        more = what(sqlite_trial, dump, server)
        dump.asked.clear()
        assert run(sqlite_trial, server, **more).state != "not-modified"
    assert dump.asked == [(None, None)]


def test_what_vanished_is_retired_although_the_answer_stands_still(sqlite_trial: Trial) -> None:
    dump = Dump()
    with serve(dump) as server:
        run(sqlite_trial, server)
        dump.text, dump.headers = towns(*range(8)), {"ETag": '"neu"'}
        run(sqlite_trial, server)
        sqlite_trial.clock.pass_by(days=8)
        assert run(sqlite_trial, server).retired == 1
        assert run(sqlite_trial, server).state == "not-modified"


def test_a_failure_in_between_does_not_matter(sqlite_trial: Trial) -> None:
    dump, broken = Dump(), list[bytes]()
    with serve(lambda call: broken.pop() if broken else dump(call)) as server:
        run(sqlite_trial, server)
        broken.append(answer("", 500))
        assert run(sqlite_trial, server).state == "failed"
        assert run(sqlite_trial, server).state == "not-modified"


def test_a_304_that_nobody_asked_for_is_no_answer(sqlite_trial: Trial) -> None:
    with serve(answer("", 304)) as server:
        first = run(sqlite_trial, server)
    assert (first.state, first.notes[0].code) == ("failed", "network.status")


def test_paged_portals_are_read(sqlite_trial: Trial) -> None:
    portal = Paged(list(range(6)))
    with serve(lambda call: portal(call).replace(b"\r\n", b'\r\nETag: "x"\r\n', 1)) as server:
        assert [run(sqlite_trial, server).state for _ in range(2)] == ["complete", "complete"]
        assert not any("If-None-Match" in call.headers for call in server.calls)


@pytest.mark.parametrize("etag", ["", "ohne", '"a b"', '"' + "x" * 500 + '"', '"a\r\nX: y"', "W/1"])
def test_what_is_no_etag_is_not_sent_back(etag: str) -> None:
    assert validators({"ETag": etag}) == Validators()
    assert condition(Validators()) == condition(None) == {}

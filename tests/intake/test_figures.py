# SPDX-License-Identifier: EUPL-1.2
"""Promises with the figures that docs/promises.md names: 2,000 datasets, 300 portals, manners."""

import threading
import time
from dataclasses import replace

import pytest

from app.intake import heartbeat
from app.intake.run import harvest
from app.model.selection import Selection
from app.store import Store, feed_queries, figure_queries, run_writes
from harvesters.base.http import NetworkDoor
from harvesters.base.record import Portal
from tests.harvesters.loopback import Answer, Call, answer, door, serve
from tests.hostile.transport import MODES as BROKEN
from tests.intake.making import HOST, PREFIXES, shuffled, towns
from tests.intake.paged import EACH, Paged
from tests.intake.trial import Trial, counts

MANY, POLL = 2_000, 0.05
PORTALS, HOSTILE = 300, 10
SMALL = """<%s/datensatz/%d> a dcat:Dataset ; dct:title "%s"@de .\n"""
# What ends at once, so that a night of hundreds of portals is not waited for.
MODES = ("closed at once", "garbage", "gzip cut", "status 404", "status 500", "gzip bomb",
         "length too small", "chunks cut", "status 204", "gzip damaged")  # fmt: skip


def edition(title: str) -> str:
    """A catalogue of small datasets that all have this title."""
    return PREFIXES + "".join(SMALL % (HOST, number, title) for number in range(MANY))


def titles(store: Store) -> set[str | None]:
    """What one reader sees at once, from two questions."""
    with store.session() as session:
        seen = {item.title for item in feed_queries.walk(session, Selection())}
        assert figure_queries.figures(session).datasets == MANY
        return seen


def test_h1_no_mixed_answer_while_2000_datasets_change(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    assert trial.run(edition("alt")).added == MANY
    over, answers = threading.Event(), list[set[str | None]]()

    def poll() -> None:
        while not over.is_set():
            answers.append(titles(trial.store))
            over.wait(POLL)

    reader = threading.Thread(target=poll)
    reader.start()
    try:
        assert trial.run(edition("neu")).changed == MANY
    finally:
        over.set()
        reader.join()
    assert titles(trial.store) == {"neu"}
    assert answers
    assert [seen for seen in answers if seen not in ({"alt"}, {"neu"})] == []


def test_h5_signs_of_life_and_the_end_of_a_lease() -> None:
    assert heartbeat.EVERY <= 10
    assert run_writes.LEASE.total_seconds() <= 45


def test_h7_nothing_changes_by_order_labels_or_etags(sqlite_trial: Trial) -> None:
    text, seed = towns(*range(9)), iter(range(99))

    def speak(call: Call) -> bytes:
        number = next(seed)
        body = shuffled(text, number)
        return answer(body, Content_Type="application/n-triples", ETag=f'"{number}"')

    with serve(speak) as server:
        job = sqlite_trial.job(http=door(server))
        job = replace(job, portal=replace(job.portal, url=server.url("/katalog.nt")))
        runs = [harvest(sqlite_trial.store, job).run for _ in range(4)]
    assert counts(runs[0]) == (9, 9, 0, 0, 0, 0)
    assert [counts(run) for run in runs[1:]] == [(9, 0, 0, 9, 0, 0)] * 3


def test_h8_of_300_portals_every_tenth_is_hostile(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    answers: dict[str, Answer] = {
        f"/{number}": answer(PREFIXES + SMALL % (HOST, number, f"Heft {number}"))
        for number in range(PORTALS)
    }
    for at, number in enumerate(range(0, PORTALS, HOSTILE)):
        answers[f"/{number}"] = BROKEN[MODES[at % len(MODES)]]
    states = []
    with serve(answers) as server:
        for number in range(PORTALS):
            url = server.url(f"/{number}")
            portal = Portal(f"p{number}", "dcat", url, url)
            network = door(server, request_time=30.0, largest_answer=1_000_000)
            states.append(harvest(trial.store, trial.job(portal=portal, http=network)).run.state)
    assert states.count("complete") == PORTALS - PORTALS // HOSTILE
    assert set(states[::HOSTILE]) <= {"failed", "partial"}
    with trial.store.session() as session:
        assert figure_queries.figures(session).datasets == PORTALS - PORTALS // HOSTILE


@pytest.mark.parametrize("gap", [0.2])
def test_h10_one_request_at_a_time_and_never_sooner_than_the_gap(
    sqlite_trial: Trial, gap: float
) -> None:
    """As the server sees it, by the clock of the same machine: each begins a gap after an end."""
    portal, spans, now = Paged(list(range(4 * EACH))), list[tuple[float, float]](), [0, 0]
    lock = threading.Lock()

    def watched(call: Call) -> bytes:
        begun = time.monotonic()
        with lock:
            now[0] += 1
            now[1] = max(now)
        said = portal(call)
        with lock:
            now[0] -= 1
        spans.append((begun, time.monotonic()))
        return said

    with serve(watched) as server:
        allowed = door(server, gap=gap)
        job = sqlite_trial.job(http=NetworkDoor(allowed.door))
        job = replace(job, portal=replace(job.portal, url=server.url("/katalog")))
        assert harvest(sqlite_trial.store, job).run.state == "complete"
    assert (portal.asked, now[1]) == ([1, 2, 3, 4], 1)
    pauses = [later[0] - sooner[1] for sooner, later in zip(spans, spans[1:], strict=False)]
    assert all(pause >= gap for pause in pauses)

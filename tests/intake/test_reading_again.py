# SPDX-License-Identifier: EUPL-1.2
"""Pages read before and pages read by another process: what comes out is the same."""

import gc
import os
import time
from datetime import date
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app.intake import crew, second_process, second_reader
from app.intake.memo import Memo
from app.intake.second_reader import Guess, SecondReader, Setup, Spec
from app.intake.staging import Staging
from app.model.selection import Selection
from app.normalise import Reader
from app.store import feed_queries
from harvesters import HARVESTERS, dcat
from harvesters.base.record import Contents, Harvester, Page, Portal
from tests.intake.making import nameless, towns
from tests.intake.trial import KEY, Trial

SPEC = Spec(None, date(2026, 5, 4))


def fill(trial: Trial, pages: int = 6, each: int = 4) -> None:
    """So many pages of so many datasets, and one that nothing identifies."""
    trial.put(towns(*range(1, each + 1)) + nameless("Ohne Namen"), "page-01.ttl")
    for number in range(2, pages + 1):
        first = (number - 1) * each + 1
        trial.add(towns(*range(first, first + each)), f"page-{number:02d}.ttl")


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second process from the second page on."""
    monkeypatch.setattr(crew, "_PAGES_BEFORE", 1)
    monkeypatch.setattr(crew, "_BYTES_BEFORE", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 2)


def stored(trial: Trial) -> list[tuple[str, str, str]]:
    """What the store holds, in one order."""
    with trial.store.session() as session:
        items = list(feed_queries.walk(session, Selection()))
    return sorted((item.identifier, item.hash, item.statements) for item in items)


def counting(opened: list[int]) -> Harvester:
    """The dcat harvester that notes which pages it opens."""

    def open_page(portal: Portal, page: Page) -> Contents:
        opened.append(page.number)
        return dcat.open_page(portal, page)

    return Harvester(dcat.fetch, open_page, dcat.parse, dcat.reread)


def test_an_unchanged_page_is_not_opened_again(trial: Trial) -> None:
    fill(trial)
    opened: list[int] = []
    first = trial.harvest(harvester=counting(opened)).run
    assert opened == [1, 2, 3, 4, 5, 6]
    trial.add(towns(*range(50, 52)), "page-03.ttl")
    opened.clear()
    second = trial.harvest(harvester=counting(opened)).run
    assert opened == [3]
    assert (first.added, first.rejected) == (24, 1)
    assert (second.added, second.same, second.rejected) == (2, 20, 1)
    assert second.rejects == first.rejects
    assert second.distributions == 22


def test_a_memo_never_stands_for_what_the_store_no_longer_holds(trial: Trial) -> None:
    fill(trial, pages=1)
    trial.harvest()
    trial.put(towns(*range(1, 2)))  # three of four have gone, and come back
    for _ in range(2):
        trial.harvest()
        trial.clock.pass_by(days=8)
    fill(trial, pages=1)
    back = trial.harvest().run
    assert (back.received, back.rejected) == (5, 1)
    assert len(stored(trial)) == 4


def test_a_cut_off_memo_is_no_memo(trial: Trial) -> None:
    fill(trial, pages=2)
    trial.harvest()
    memos = list(trial.staging.glob(f"{KEY}/*-memos/*"))
    assert len(memos) == 2
    for memo in memos:
        memo.write_bytes(memo.read_bytes()[:-20])
    again = trial.harvest().run
    assert (again.same, again.changed, again.rejected) == (8, 0, 1)


def test_memos_of_pages_that_are_gone_go_too(trial: Trial) -> None:
    fill(trial, pages=3)
    trial.harvest()
    trial.put(towns(*range(1, 13)))
    trial.harvest()
    assert len(list(trial.staging.glob(f"{KEY}/*-memos/*"))) == 1


def test_the_code_that_reads_is_part_of_a_memos_name(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(trial, pages=1)
    page = next(iter(dcat.fetch(trial.job().portal, trial.job().http)))
    memo = Memo(trial.folder, trial.job().portal)
    before = memo.name(page)
    monkeypatch.setattr("app.intake.memo._code", lambda: b"mended")
    assert memo.name(page) != before


@pytest.mark.usefixtures("eager")
def test_two_processes_store_what_one_does(trial: Trial, tmp_path: Path) -> None:
    fill(trial, pages=8)
    alone = trial.harvest().run
    expected = stored(trial)
    fill(trial, pages=8, each=5)
    trial.put(towns(*range(900, 901)))
    trial.harvest(rules=trial.rules)
    fill(trial, pages=8)
    assert alone.received == 33
    run = trial.harvest(second_reader=SPEC).run
    assert (run.received, run.rejected, run.state) == (33, 1, "complete-with-rejects")
    assert stored(trial) == expected


@pytest.mark.usefixtures("eager")
def test_two_processes_from_the_start(trial: Trial) -> None:
    fill(trial, pages=8)
    run = trial.harvest(second_reader=SPEC).run
    assert (run.received, run.added, run.rejected, run.distributions) == (33, 32, 1, 32)
    by_two = stored(trial)
    again = trial.harvest().run
    assert (again.same, again.changed, again.added) == (32, 0, 0)
    assert stored(trial) == by_two


@pytest.mark.usefixtures("eager")
def test_a_page_that_cannot_be_read_there_makes_the_run_partial(trial: Trial) -> None:
    fill(trial, pages=8)
    trial.add("<html>Wartung</html>", "page-05.ttl")
    run = trial.harvest(second_reader=SPEC).run
    assert run.state == "partial"
    assert run.received == 29
    assert run.notes[0].code == "answer.html"


@pytest.mark.usefixtures("eager")
def test_a_second_process_that_dies_costs_nothing(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(trial, pages=8)
    ask = SecondReader.ask

    def ask_and_end(self: SecondReader, body: Path) -> bool:
        asked = ask(self, body)
        self._process.kill()
        return asked

    monkeypatch.setattr(SecondReader, "ask", ask_and_end)
    run = trial.harvest(second_reader=SPEC).run
    assert (run.received, run.added, run.state) == (33, 32, "complete-with-rejects")


# Elsewhere than on Linux a process is begun anew either way.
@pytest.fixture(params=("split off", "begun anew"))
def inherited(request: pytest.FixtureRequest, trial: Trial) -> Reader | None:
    """What decides how the second process comes to be."""
    return trial.job().reader if request.param == "split off" else None


def test_the_second_process_ends_with_its_run(trial: Trial, inherited: Reader | None) -> None:
    setup = Setup(trial.job().portal, SPEC)
    second = SecondReader(setup, 60, inherited)
    process = second._process
    second._pipe.close()  # as when the run was killed
    assert process.wait(timeout=20) == 0
    second.close()


def test_the_second_process_is_ended_at_its_deadline(
    trial: Trial, inherited: Reader | None
) -> None:
    start = time.monotonic()
    second = SecondReader(Setup(trial.job().portal, SPEC), 0.2, inherited)
    assert second.answer() is None
    assert time.monotonic() - start < 45
    second.close()


@pytest.mark.skipif(not second_process.CAN_FORK, reason="processes are begun anew here")
def test_what_is_split_off_holds_nothing_of_the_runs_open(tmp_path: Path) -> None:
    def tell(pipe: Connection) -> None:
        pipe.send(sorted(os.listdir("/proc/self/fd"), key=int))
        raise EOFError

    ours, theirs = Pipe()
    with (tmp_path / "lock").open("w") as held:
        process = second_process.split(tell, theirs)
        there = ours.recv()
        assert str(held.fileno()) not in there
        assert str(ours.fileno()) not in there
    assert process.wait(timeout=20) == 0
    process.kill()  # of a process that has ended: nothing happens
    second_process.rejoin()
    assert gc.get_freeze_count() == 0


@pytest.mark.usefixtures("eager")
def test_without_room_for_a_second_process_one_reads_all(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def full() -> int:
        tried.append(1)
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("os.fork", full)
    monkeypatch.setattr("app.intake.second_reader.begin", lambda *_: full())
    fill(trial, pages=8)
    assert trial.harvest(second_reader=SPEC).run.received == 33
    assert tried == [1]
    assert gc.get_freeze_count() == 0


def test_harvesters_are_known_there_too(trial: Trial, inherited: Reader | None) -> None:
    fill(trial, pages=1)
    portal = trial.job().portal
    staging = Staging.of(trial.folder, KEY, "store", 1)
    page = next(iter(HARVESTERS["dcat"].fetch(portal, trial.job().http)))
    staging.keep(page)
    second = SecondReader(Setup(portal, SPEC), 60, inherited)
    assert second.ask(staging.body(page))
    answer = second.answer()
    second.close()
    assert answer is not None
    assert len(answer.items) == 4
    assert all(item.parts for item in answer.items)


@pytest.mark.usefixtures("eager")
def test_what_the_second_process_finds_too_much_is_read_by_the_run(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(trial, pages=8)
    monkeypatch.setattr(second_reader, "MOST_ITEMS", 0)
    run = trial.harvest(second_reader=SPEC).run
    assert (run.received, run.added, run.state) == (33, 32, "complete-with-rejects")


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize(("limit", "most"), [("MOST_ITEMS", 1), ("_LARGEST_PAGE", 100)])
def test_pages_that_hold_much_are_read_by_one_process(
    trial: Trial, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    fill(trial, pages=8)
    monkeypatch.setattr(crew, limit, most)
    monkeypatch.setattr(crew, "SecondReader", None)  # cannot be started
    run = trial.harvest(second_reader=SPEC).run
    assert (run.received, run.added, run.state) == (33, 32, "complete-with-rejects")


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("guessed", [True, False])
def test_a_wrong_guess_there_costs_nothing(
    trial: Trial, monkeypatch: pytest.MonkeyPatch, guessed: bool
) -> None:
    fill(trial, pages=4)
    trial.harvest()
    for number in range(1, 9):
        trial.add(towns(*range(number * 2 - 1, number * 2 + 1)), f"page-{number:02d}.ttl")
    monkeypatch.setattr(Guess, "knows", lambda *_: guessed)
    monkeypatch.setattr(Guess, "as_it_is", lambda *_: False)
    run = trial.harvest(second_reader=SPEC).run
    assert (run.received, run.added, run.changed) == (16, 0, 0)
    fill(trial, pages=9)
    run = trial.harvest(second_reader=SPEC).run
    assert (run.received, run.added, run.changed) == (37, 20, 0)

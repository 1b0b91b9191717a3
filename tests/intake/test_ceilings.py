# SPDX-License-Identifier: EUPL-1.2
"""What has no end is ended, one bad item costs one item, and trying out writes nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.intake.run import try_out
from app.store import StoreError, open_store, portal_queries, run_queries
from harvesters import HARVESTERS
from harvesters.base.errors import PortalUnreachable
from harvesters.base.record import Contents, Item, Page, Portal, Record
from tests.intake.making import catalogue, dataset, nameless, towns
from tests.intake.snapshot import snapshot
from tests.intake.trial import KEY, Trial, counts, serving

DCAT = HARVESTERS["dcat"]


def test_too_many_datasets_end_the_run_as_partial(sqlite_trial: Trial) -> None:
    run = sqlite_trial.run(towns(*range(9)), records=6)
    assert (run.state, run.received) == ("partial", 6)
    assert (run.notes[0].code, run.notes[0].params) == ("run.too_many", {"limit": "6"})


def test_exactly_as_many_as_allowed_are_complete(sqlite_trial: Trial) -> None:
    assert sqlite_trial.run(towns(*range(6)), records=6).state == "complete"


def test_time_that_is_over_ends_the_run_after_the_page(sqlite_trial: Trial) -> None:
    sqlite_trial.run(towns(1, 2, 3))
    run = sqlite_trial.run(harvester=serving(towns(1), towns(2)), seconds=0)
    assert (run.state, run.same) == ("partial", 1)
    assert run.notes[0].code == "run.too_long"
    assert sqlite_trial.numbers() == [1, 2, 3]


def test_pages_that_never_bring_anything_new_are_left(sqlite_trial: Trial) -> None:
    asked: list[int] = []

    def opened(portal: Portal, page: Page) -> Contents:
        asked.append(page.number)
        return DCAT.open(portal, page)

    endless = replace(serving(*[towns(1, 2)] * 50), open=opened)
    run = sqlite_trial.run(harvester=endless)
    assert (run.state, run.received) == ("partial", 2)
    assert run.notes[0].code == "run.no_progress"
    assert len(asked) == 11


def test_many_files_without_anything_new_are_no_endless_walk(sqlite_trial: Trial) -> None:
    for number in range(15):
        sqlite_trial.add(towns(1), f"{number}.ttl")
    assert sqlite_trial.run().state == "complete"


@pytest.mark.parametrize("error", [ValueError, RecursionError, KeyError, AttributeError])
def test_a_fault_of_ours_costs_one_item(sqlite_trial: Trial, error: type[Exception]) -> None:
    def parse(portal: Portal, item: Item) -> Record:
        if item.identifier.endswith("/2"):
            raise error("Rosa Blumenfeld")
        return DCAT.parse(portal, item)

    trial = sqlite_trial
    trial.run(towns(1, 2, 3))
    changed = catalogue(dataset(n, "Sache") for n in (1, 2, 3, 4))
    run = trial.run(changed, harvester=replace(DCAT, parse=parse))
    assert counts(run) == (4, 1, 2, 0, 0, 1)
    assert run.state == "complete-with-rejects"
    (item,) = run.rejects
    assert (item.reason, item.value) == ("item.unexpected", error.__name__)
    assert trial.stored(2).dataset.title == "Heft 2"


def test_progress_counts_up(sqlite_trial: Trial) -> None:
    seen: list[tuple[int, int | None]] = []
    sqlite_trial.run(towns(*range(60)), progress=lambda received, of: seen.append((received, of)))
    assert seen == [(25, None), (50, None), (60, None)]


def test_trying_out_writes_nothing(trial: Trial) -> None:
    trial.run(towns(1, 2, 3))
    before = snapshot(trial.store)
    trial.put(catalogue([dataset(1, "Sache"), dataset(2), dataset(9), nameless("x")]))
    outcome = try_out(trial.store, trial.job())
    assert outcome.run.state == "complete-with-rejects"
    assert counts(outcome.run) == (4, 1, 1, 1, 0, 1)
    assert outcome.run.id is None
    assert outcome.total == len(outcome.findings)
    assert {finding.subject.rpartition("/")[2] for finding in outcome.findings} <= {"1", "9"}
    assert snapshot(trial.store) == before
    assert not trial.staging.exists() or not list(trial.staging.rglob("*.body"))
    with trial.store.session() as session:
        assert len(run_queries.history(session, KEY)) == 1


def test_trying_out_needs_no_store(sqlite_trial: Trial) -> None:
    sqlite_trial.put(towns(1, 2))
    assert counts(try_out(None, sqlite_trial.job()).run) == (2, 2, 0, 0, 0, 0)


def test_trying_out_tells_what_a_harvest_would(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.run(towns(*range(20)))
    for text, state in (
        (towns(1), "quarantined"),
        ("<html>", "failed"),
        (towns(*range(19)), "complete"),
    ):
        trial.put(text)
        assert try_out(trial.store, trial.job()).run.state == state


def test_trying_out_stops_at_the_limit(sqlite_trial: Trial) -> None:
    sqlite_trial.put(towns(*range(9)))
    run = try_out(sqlite_trial.store, sqlite_trial.job(limit=4)).run
    assert (run.state, run.received, run.notes) == ("partial", 4, ())


def test_another_url_is_refused_once_there_are_datasets(trial: Trial) -> None:
    trial.run(towns(1))
    portal = replace(trial.job().portal, url="https://andere.example/katalog.ttl")
    for work in (trial.harvest, lambda **more: try_out(trial.store, trial.job(**more))):
        with pytest.raises(StoreError) as caught:
            work(portal=portal)
        assert caught.value.code == "store.other_url"
    with trial.store.session() as session:
        known = portal_queries.get(session, KEY)
        assert known is not None
        assert known.url == trial.pages.as_uri()
        assert len(run_queries.history(session, KEY)) == 1


def test_a_mistyped_address_does_not_block_the_id(trial: Trial) -> None:
    portal = replace(trial.job().portal, url="https://verschrieben.example/katalog.ttl")
    nothing = serving(PortalUnreachable("network.unknown_host", host="verschrieben.example"))
    assert trial.run(portal=portal, harvester=nothing).state == "failed"
    run = trial.run(towns(1, 2))
    assert (run.state, run.added) == ("complete", 2)
    with trial.store.session() as session:
        (standing,) = portal_queries.list_portals(session)
    assert standing.portal.url == trial.pages.as_uri()


def test_the_store_can_be_opened_again_and_knows_it_all(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.run(towns(1, 2))
    again = open_store(f"sqlite:///{trial.store.name}")
    other = replace(trial, store=again)
    trial.clock.pass_by(days=1)
    assert counts(other.run(towns(1, 2))) == (2, 0, 0, 2, 0, 0)
    assert trial.clock.now - timedelta(days=2) < trial.stored(1).first_seen
    again.close()

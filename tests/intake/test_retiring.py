# SPDX-License-Identifier: EUPL-1.2
"""What vanishes is retired late, kept with its history, and comes back as it was (promise H4)."""

from dataclasses import replace

from app.model.selection import Selection
from app.store import dataset_queries, figure_queries
from harvesters import HARVESTERS
from harvesters.base.errors import MalformedRecord
from harvesters.base.record import Broken, Contents, Item, Page, Portal, Record
from tests.intake.making import HOST, catalogue, dataset, nameless, paging, towns
from tests.intake.trial import Trial, id_of

ALL = towns(1, 2, 3)
LESS = towns(1, 2)


def test_two_complete_runs_and_seven_days(trial: Trial) -> None:
    trial.run(ALL)
    trial.run(LESS)
    assert trial.stored(3).missing_runs == 1
    trial.clock.pass_by(days=6)
    assert trial.run(LESS).retired == 0
    assert trial.stored(3).missing_runs == 2
    trial.clock.pass_by(days=1)
    run = trial.run(LESS)
    assert (run.state, run.retired, run.received) == ("complete", 1, 2)
    assert trial.numbers() == [1, 2]
    gone = trial.stored(3)
    assert gone.retired_at == trial.clock.now
    assert gone.dataset.title == "Heft 3"
    assert [entry.kind for entry in trial.history(3)] == ["added", "retired"]


def test_seven_days_without_a_second_run_are_not_enough(sqlite_trial: Trial) -> None:
    sqlite_trial.run(ALL)
    sqlite_trial.clock.pass_by(days=30)
    assert sqlite_trial.run(LESS).retired == 0
    assert sqlite_trial.numbers() == [1, 2, 3]


def test_runs_that_are_not_complete_do_not_count(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.run(ALL)
    trial.run(LESS)
    trial.clock.pass_by(days=10)
    partial = catalogue([dataset(1), dataset(2), paging(1, 2, 3)])
    for text in (partial, "<html>", catalogue([])):
        assert trial.run(text).retired == 0
    assert trial.stored(3).missing_runs == 1
    assert trial.numbers() == [1, 2, 3]
    assert trial.run(LESS).retired == 1


def test_seen_once_more_the_count_begins_anew(trial: Trial) -> None:
    for text in (ALL, LESS, ALL):
        trial.run(text)
    assert (trial.stored(3).missing_runs, trial.stored(3).missing_since) == (0, None)
    trial.clock.pass_by(days=8)
    assert trial.run(LESS).retired == 0


def test_seen_in_a_partial_run_the_count_begins_anew(trial: Trial) -> None:
    trial.run(ALL)
    trial.run(LESS)
    trial.clock.pass_by(days=8)
    trial.run(catalogue([dataset(3), paging(1, 2, 3)]))
    assert trial.stored(3).missing_runs == 0
    assert trial.stored(2).missing_runs == 0
    assert trial.run(LESS).retired == 0


def test_what_returns_has_its_old_id_and_first_seen(trial: Trial) -> None:
    trial.run(ALL)
    before = trial.stored(3)
    trial.run(LESS)
    trial.clock.pass_by(days=8)
    trial.run(LESS)
    assert trial.numbers() == [1, 2]
    run = trial.run(ALL)
    assert (run.changed, run.added, run.same) == (1, 0, 2)
    after = trial.stored(3)
    assert (after.id, after.first_seen, after.retired_at) == (id_of(3), before.first_seen, None)
    assert after.missing_runs == 0
    assert [entry.kind for entry in trial.history(3)] == ["added", "retired", "returned"]
    assert trial.run(ALL).same == 3


def test_what_returns_changed_is_traced_as_returned(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.run(ALL)
    trial.run(LESS)
    trial.clock.pass_by(days=8)
    trial.run(LESS)
    trial.run(catalogue([dataset(1), dataset(2), dataset(3, "Sache")]))
    last = trial.history(3)[-1]
    assert (last.kind, last.fields) == ("returned", ({"field": "title", "before": "Heft 3"},))


def test_settings_decide(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.rules = type(trial.rules)(min_runs=1, min_days=0)
    trial.run(ALL)
    assert trial.run(LESS).retired == 1


def test_a_retired_dataset_is_in_no_count_but_can_be_shown(sqlite_trial: Trial) -> None:
    trial = sqlite_trial
    trial.rules = type(trial.rules)(min_runs=1, min_days=0)
    trial.run(ALL)
    trial.run(LESS)
    with trial.store.session() as session:
        assert figure_queries.figures(session).datasets == 2
        assert dataset_queries.count(session, Selection()) == 2
        assert dataset_queries.get(session, id_of(3)) is not None


def test_an_item_that_cannot_be_read_has_not_vanished(sqlite_trial: Trial) -> None:
    """One broken statement in N-Triples names its subject: that dataset is there."""
    real = HARVESTERS["dcat"]

    def parse(portal: Portal, item: Item) -> Record:
        if item.identifier.endswith("/3"):
            raise MalformedRecord("item.broken_xml", value="<dcat:Dataset")
        return real.parse(portal, item)

    trial = sqlite_trial
    trial.rules = type(trial.rules)(min_runs=1, min_days=0)
    trial.run(ALL)
    other = catalogue([dataset(1), dataset(2), dataset(3, "Sache")])
    run = trial.run(other, harvester=replace(real, parse=parse))
    assert (run.state, run.rejected, run.same, run.retired) == ("complete-with-rejects", 1, 2, 0)
    assert run.rejects[0].identifier == f"{HOST}/datensatz/3"
    assert trial.stored(3).missing_runs == 0
    assert trial.numbers() == [1, 2, 3]


def test_behind_an_unreadable_nameless_item_any_dataset_may_hide(sqlite_trial: Trial) -> None:
    real = HARVESTERS["dcat"]

    def opened(portal: Portal, page: Page) -> Contents:
        return replace(
            real.open(portal, page), broken=(Broken(None, "line 7", "item.broken_xml", "<dc"),)
        )

    trial = sqlite_trial
    trial.rules = type(trial.rules)(min_runs=1, min_days=0)
    trial.run(ALL)
    run = trial.run(LESS, harvester=replace(real, open=opened))
    assert (run.state, run.retired) == ("complete-with-rejects", 0)
    assert trial.stored(3).missing_runs == 0
    run = trial.run(catalogue([dataset(1), dataset(2), nameless("nie gehabt")]))
    assert (run.state, run.retired) == ("complete-with-rejects", 1)

# SPDX-License-Identifier: EUPL-1.2
"""The same input twice changes nothing; one change is one change with its trace (promise H7)."""

from datetime import UTC, datetime, timedelta

import pytest

from app.store import state_queries
from tests.intake import making
from tests.intake.making import catalogue, dataset, shuffled, towns, written
from tests.intake.trial import Trial, counts

FIVE = towns(*range(5))


def generation(trial: Trial) -> int:
    """How many swaps the store has seen."""
    with trial.store.session() as session:
        return state_queries.generation(session)


def test_a_first_run_adds_everything(trial: Trial) -> None:
    run = trial.run(FIVE)
    assert run.state == "complete"
    assert counts(run) == (5, 5, 0, 0, 0, 0)
    assert run.distributions == 5
    assert trial.numbers() == [0, 1, 2, 3, 4]
    assert trial.latest().state == "complete"
    assert [entry.kind for entry in trial.history(3)] == ["added"]


def test_the_same_again_changes_nothing(trial: Trial) -> None:
    trial.run(FIVE)
    before, swaps = trial.stored(2), generation(trial)
    run = trial.run(FIVE)
    assert run.state == "complete"
    assert counts(run) == (5, 0, 0, 5, 0, 0)
    assert run.distributions == 5
    assert trial.stored(2) == before
    assert generation(trial) == swaps
    assert len(trial.history(2)) == 1


@pytest.mark.parametrize("syntax", ["ttl", "rdf", "nt", "jsonld"])
def test_another_syntax_is_the_same(sqlite_trial: Trial, syntax: str) -> None:
    sqlite_trial.run(FIVE)
    run = sqlite_trial.run(written(FIVE, syntax))
    assert counts(run) == (5, 0, 0, 5, 0, 0)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_order_and_names_of_blank_nodes_do_not_count(sqlite_trial: Trial, seed: int) -> None:
    text = catalogue(dataset(n, more=making.person(n, "Rosa", "Muster")) for n in range(5))
    sqlite_trial.run(text)
    assert counts(sqlite_trial.run(shuffled(text, seed))) == (5, 0, 0, 5, 0, 0)


def test_a_modified_that_is_always_now_does_not_count(sqlite_trial: Trial) -> None:
    """Some portals write the moment of the answer; in their zone, an hour or two off UTC."""
    moment = datetime.now(UTC)
    for hours in (0, 1, 2):
        stamp = (moment + timedelta(hours=hours, seconds=hours)).isoformat(timespec="seconds")
        more = making.modified(stamp.replace("+00:00", ""))
        run = sqlite_trial.run(catalogue(dataset(n, more=more) for n in range(5)))
        expected = (5, 5, 0, 0, 0, 0) if hours == 0 else (5, 0, 0, 5, 0, 0)
        assert counts(run) == expected


def test_a_modified_of_another_day_does_count(sqlite_trial: Trial) -> None:
    stamps = ("2025-11-05T08:00:00", "2025-11-06T08:00:00")
    first, second = (
        sqlite_trial.run(catalogue([dataset(1, more=making.modified(stamp)), dataset(2)]))
        for stamp in stamps
    )
    assert counts(first) == (2, 2, 0, 0, 0, 0)
    assert counts(second) == (2, 0, 1, 1, 0, 0)


def test_one_changed_title_is_one_change_with_its_trace(trial: Trial) -> None:
    trial.run(FIVE)
    before = trial.stored(3)
    changed = catalogue(dataset(n, "Neues Heft" if n == 3 else "") for n in range(5))
    run = trial.run(changed)
    assert counts(run) == (5, 0, 1, 4, 0, 0)
    after = trial.stored(3)
    assert after.dataset.title == "Neues Heft"
    assert (after.id, after.first_seen) == (before.id, before.first_seen)
    assert after.changed_at > before.changed_at
    added, change = trial.history(3)
    assert (added.kind, change.kind) == ("added", "changed")
    assert {"field": "title", "before": "Heft 3"} in list(change.fields)
    assert '"Heft 3"@de' in (change.statements or "")
    assert len(trial.history(2)) == 1


def test_back_and_forth_leaves_two_traces(sqlite_trial: Trial) -> None:
    other = catalogue([dataset(1, "Sache")])
    for text in (towns(1), other, towns(1)):
        run = sqlite_trial.run(text)
        assert run.received == 1
    kinds = [(entry.kind, entry.fields) for entry in sqlite_trial.history(1)[1:]]
    assert kinds == [
        ("changed", ({"field": "title", "before": "Heft 1"},)),
        ("changed", ({"field": "title", "before": "Sache"},)),
    ]


def test_a_catalogue_whose_change_date_is_now_raises_no_generation(sqlite_trial: Trial) -> None:
    """Caches and dumps hang on the generation; the title of the catalogue does count."""
    stamp = '<{}/katalog> dct:modified "{}"^^xsd:dateTime .\n'
    seen = []
    for title, day in (("Alt", "01"), ("Alt", "02"), ("Neu", "02")):
        more = stamp.format(making.HOST, f"2026-05-{day}T06:00:00")
        sqlite_trial.run(catalogue([dataset(1)], title, more))
        seen.append(generation(sqlite_trial))
    assert seen == [1, 1, 2]

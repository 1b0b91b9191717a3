# SPDX-License-Identifier: EUPL-1.2
"""The same dataset several times within a run: no loss, no double, whatever the order (H11)."""

from itertools import permutations

import pytest

from app.store import findings_queries
from tests.intake.making import catalogue, dataset, towns
from tests.intake.trial import KEY, Trial, counts

TEXTS = ("Eins", "Zwei", "Drei")


def page(title: str) -> str:
    """A page with one dataset under this title."""
    return catalogue([dataset(1, title)])


def duplicates(trial: Trial) -> int:
    """How many findings tell of a double."""
    with trial.store.session() as session:
        return len(findings_queries.findings(session, KEY, "dataset.duplicate"))


def put_pages(trial: Trial, *texts: str) -> None:
    """Pages in this order."""
    trial.put(texts[0], "0.ttl")
    for number, text in enumerate(texts[1:], 1):
        trial.add(text, f"{number}.ttl")


def test_the_same_on_two_pages_is_one(trial: Trial) -> None:
    put_pages(trial, towns(1, 2), towns(2, 3), towns(1))
    run = trial.run()
    assert counts(run) == (3, 3, 0, 0, 0, 0)
    assert (run.distributions, duplicates(trial)) == (3, 0)
    assert counts(trial.run()) == (3, 0, 0, 3, 0, 0)


@pytest.mark.parametrize("order", list(permutations(TEXTS)), ids="-".join)
def test_whichever_comes_first_the_same_one_stays(
    sqlite_trial: Trial, order: tuple[str, ...]
) -> None:
    trial = sqlite_trial
    put_pages(trial, *map(page, TEXTS))
    assert counts(trial.run()) == (1, 1, 0, 0, 0, 0)
    before = trial.stored(1)
    assert duplicates(trial) == 2
    put_pages(trial, *map(page, order))
    assert counts(trial.run()) == (1, 0, 0, 1, 0, 0)
    assert trial.stored(1) == before


@pytest.mark.parametrize("held", [*TEXTS[:2], "Alt"])
@pytest.mark.parametrize("order", list(permutations(TEXTS[:2])), ids="-".join)
def test_what_is_held_is_no_exception(
    sqlite_trial: Trial, order: tuple[str, ...], held: str
) -> None:
    """The store may hold any of them: counts add up, and all orders end alike."""
    trial = sqlite_trial
    trial.run(page(held))
    put_pages(trial, *map(page, order))
    run = trial.run()
    assert run.received == run.added + run.changed + run.same == 1
    first = trial.stored(1)
    again = trial.run()
    assert counts(again) == (1, 0, 0, 1, 0, 0)
    put_pages(trial, *map(page, reversed(order)))
    assert counts(trial.run()) == (1, 0, 0, 1, 0, 0)
    assert trial.stored(1) == first
    assert (run.changed == 1) == (first.dataset.title != held)

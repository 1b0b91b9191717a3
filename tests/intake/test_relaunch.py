# SPDX-License-Identifier: EUPL-1.2
"""A portal that was rebuilt: ids, first_seen and history stay with the datasets (promise H13)."""

from dataclasses import replace

import pytest

from app.intake.guards import Seen, judge
from app.intake.relaunch import Side, pair
from app.intake.renormalise import renormalise
from app.intake.run import accept, accept_relaunch, harvest, reject
from app.model.identity import dataset_id
from app.store import Store, dataset_queries, relaunch_queries
from app.store.relaunch_queries import Match
from app.store.stored import StoredDataset
from harvesters.base.errors import HarvestError
from tests.harvesters.loopback import answer, door, serve
from tests.intake import making
from tests.intake.making import HOST, towns
from tests.intake.trial import KEY, Trial, counts, id_of

NEW = "https://neu.musterstadt.example/katalog/"
BEFORE = towns(*range(100))


def rebuilt(*numbers: int, files: bool = True, titles: bool = True) -> str:
    """What the portal says after its relaunch. files: at their old addresses; titles: the same."""
    text = towns(*numbers).replace(f"{HOST}/datensatz/", f"{NEW}satz-")
    if not files:
        text = text.replace(f"{HOST}/datei/", f"{NEW}datei-")
    return text if titles else text.replace('"Heft ', '"Neues Heft ')


def name(number: int) -> str:
    """The new identifier of a dataset."""
    return f"{NEW}satz-{number}"


# three are really gone, five are really new
AFTER = rebuilt(*range(97), *range(200, 205))


def get(store: Store, id: str) -> StoredDataset:
    with store.session() as session:
        found = dataset_queries.get(session, id)
    assert found is not None, id
    return found


def proposal(trial: Trial, run: int) -> tuple[Match, ...]:
    with trial.store.session() as session:
        return relaunch_queries.matches(session, run)


def waiting(trial: Trial, after: str = AFTER, before: str = BEFORE) -> int:
    """A run that waits after a relaunch."""
    trial.run(before)
    trial.clock.pass_by(days=30)
    run = trial.run(after)
    assert (run.state, run.notes[0].code) == ("quarantined", "run.relaunch")
    return run.id or 0


def test_over_loopback_97_of_100_are_recognised_and_carried_over(trial: Trial) -> None:
    answers = [BEFORE, AFTER]
    with serve(lambda call: answer(answers[0], Content_Type="text/turtle")) as server:
        job = trial.job()
        portal = replace(job.portal, url=server.url("/katalog.ttl"))
        asked = replace(job, portal=portal, http=door(server))
        assert harvest(trial.store, asked).run.added == 100
        first = get(trial.store, id_of(7))
        trial.clock.pass_by(days=30)
        del answers[0]
        run = harvest(trial.store, asked).run
        number = run.id or 0
        assert (run.state, run.notes[0].code) == ("quarantined", "run.relaunch")
        assert run.notes[0].params == {"missing": "100", "live": "100", "new": "102"}
        assert get(trial.store, id_of(7)) == first
        found = proposal(trial, number)
        assert {(m.former, m.identifier) for m in found} == {
            (making.name(n), name(n)) for n in range(97)
        }
        run = accept_relaunch(trial.store, asked, number).run
        assert counts(run) == (102, 5, 97, 0, 0, 0)
        after = get(trial.store, id_of(7))
        assert (after.first_seen, after.dataset.identifier) == (first.first_seen, name(7))
        assert [get(trial.store, id_of(n)).missing_runs for n in (96, 97, 98, 99)] == [0, 1, 1, 1]
        again = harvest(trial.store, asked).run
        assert (again.state, again.same, again.added) == ("complete", 102, 0)


def test_the_history_tells_the_former_identifier(trial: Trial) -> None:
    accept_relaunch(trial.store, trial.job(), waiting(trial))
    added, changed = trial.history(5)
    assert (added.kind, changed.kind) == ("added", "changed")
    assert {"field": "identifier", "before": making.name(5)} in changed.fields
    assert changed.statements and making.name(5) in changed.statements


def test_without_relaunch_all_are_new(trial: Trial) -> None:
    run = accept(trial.store, trial.job(), waiting(trial)).run
    assert counts(run) == (102, 102, 0, 0, 0, 0)
    assert get(trial.store, dataset_id(KEY, name(7))).first_seen == trial.clock.now
    assert trial.stored(7).missing_runs == 1


def test_a_rejected_relaunch_leaves_everything(trial: Trial) -> None:
    reject(trial.store, trial.job(), waiting(trial))
    assert len(trial.live()) == 100
    assert trial.run(BEFORE).same == 100


def test_a_relaunch_back_again_carries_over_once_more(trial: Trial) -> None:
    accept_relaunch(trial.store, trial.job(), waiting(trial))
    run = trial.run(towns(*range(97), *range(200, 205)))
    assert (run.state, run.notes[0].code) == ("quarantined", "run.relaunch")
    accept_relaunch(trial.store, trial.job(), run.id or 0)
    assert trial.stored(7).dataset.identifier == making.name(7)
    assert len(trial.history(7)) == 3
    assert trial.run().same == 102


def test_a_former_identifier_that_returns_for_something_else_gets_another_id(
    trial: Trial,
) -> None:
    """The id that its identifier stands for belongs to the dataset that took it along."""
    accept_relaunch(trial.store, trial.job(), waiting(trial))
    more = making.dataset(7, "Etwas ganz anderes")
    run = trial.run(AFTER + more)
    assert (run.state, run.added) == ("complete", 1)
    assert trial.stored(7).dataset.identifier == name(7)
    second = get(trial.store, dataset_id(KEY, f"{making.name(7)}\0002"))
    assert second.dataset.title == "Etwas ganz anderes"
    run = trial.run(AFTER + making.dataset(7, "Noch anders"))
    assert (run.changed, run.same) == (1, 102)
    assert get(trial.store, second.id).dataset.title == "Noch anders"
    assert renormalise(trial.store, trial.reader).busy == ()
    assert get(trial.store, second.id).dataset.title == "Noch anders"


@pytest.mark.parametrize(
    ("after", "rule", "found"),
    [
        (rebuilt(*range(20), titles=False), "file", 20),
        (rebuilt(*range(20), files=False), "publisher", 20),
        (rebuilt(*range(20), files=False, titles=False), "", 0),
    ],
)
def test_by_file_or_by_title_and_publisher(
    sqlite_trial: Trial, after: str, rule: str, found: int
) -> None:
    number = waiting(sqlite_trial, after, towns(*range(20)))
    matches = proposal(sqlite_trial, number)
    assert len(matches) == found
    assert {match.rule for match in matches} <= {rule}


def test_where_none_is_recognised_only_a_plain_acceptance_is_possible(
    sqlite_trial: Trial,
) -> None:
    trial = sqlite_trial
    after = rebuilt(*range(20), files=False, titles=False)
    number = waiting(trial, after, towns(*range(20)))
    with pytest.raises(HarvestError, match="run.no_relaunch"):
        accept_relaunch(trial.store, trial.job(), number)
    assert trial.latest().state == "quarantined"
    assert accept(trial.store, trial.job(), number).run.added == 20


@pytest.mark.parametrize(
    ("missing", "new", "state"),
    [(50, 50, "complete"), (51, 51, "quarantined"), (51, 26, "quarantined"), (51, 25, "complete")],
)
def test_over_half_missing_with_as_many_new_is_a_relaunch(
    trial: Trial, missing: int, new: int, state: str
) -> None:
    loose = replace(trial.rules, retire_share=1.0)
    seen = Seen(100 - missing + new, 0, 100, missing, None, True, new)
    assert judge(seen, loose)[0] == state


FILE, TITLE, BY = "file", "title", "publisher"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([{FILE: [1]}], [{FILE: [1]}], ["file"]),
        ([{FILE: [1]}, {FILE: [1]}], [{FILE: [1]}], []),
        ([{FILE: [1]}], [{FILE: [1]}, {FILE: [1]}], []),
        ([{FILE: [1, 2]}], [{FILE: [1]}, {FILE: [2]}], []),
        ([{FILE: [1, 2], BY: ["t"]}], [{FILE: [1]}, {FILE: [2], BY: ["t"]}], []),
        ([{FILE: [1]}, {FILE: [2]}], [{FILE: [1, 2]}], []),
        ([{FILE: [9], BY: ["t"]}], [{FILE: [8], BY: ["t"]}], ["publisher"]),
        ([{TITLE: ["t"]}], [{TITLE: ["t"], "by": ["a"]}], ["title"]),
        ([{TITLE: ["t"], "by": ["b"]}], [{TITLE: ["t"], "by": ["a"]}], []),
        ([{"identifier": [1], FILE: [2]}], [{FILE: [2]}, {"identifier": [1]}], ["identifier"]),
    ],
)
def test_ambiguous_evidence_is_left_out(
    before: list[dict[str, list[object]]],
    after: list[dict[str, list[object]]],
    expected: list[str],
) -> None:
    old = [Side(f"old-{at}", signs) for at, signs in enumerate(before)]
    new = [Side(f"new-{at}", signs) for at, signs in enumerate(after)]
    found = list(pair(old, new))
    assert [rule for _, _, rule in found] == expected
    assert len({name for _, name, _ in found}) == len(found)

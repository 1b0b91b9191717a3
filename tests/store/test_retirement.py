# SPDX-License-Identifier: EUPL-1.2
"""What stays away is retired, keeps its history, returns under its id; persons go at once."""

from datetime import datetime

from sqlalchemy import func, select

from app.model import Body, Finding, Reading
from app.store import (
    Store,
    dataset_queries,
    figure_queries,
    history_queries,
    run_writes,
    swap_writes,
)
from app.store.tables import METADATA
from tests.store import made
from tests.store.made import DAY, NOW, again, change, dataset, fill, fill_more, id_of, kinds

F = Finding("theme.missing", "a", {})


def miss(store: Store, identifiers: list[str], now: datetime) -> int:
    """A complete run that does not see these datasets; how many it retired."""
    with store.transaction() as session:
        run = made.begin(session, now=now)
        swap_writes.missing(session, "stadt", identifiers, now)
        ids = swap_writes.due(session, "stadt", now)
        retired = swap_writes.retire(session, run, ids, now)
        swap_writes.rebuild_cells(session, "stadt")
        run_writes.finish(session, run, made.ended(), now=now)
    return retired


def test_only_who_stays_away_for_runs_and_days_is_retired(store: Store) -> None:
    fill(store, [change("a"), change("b")])
    assert miss(store, ["a"], NOW + DAY) == 0
    assert miss(store, ["a"], NOW + 2 * DAY) == 0  # two runs, but one day
    assert miss(store, ["a"], NOW + 8 * DAY) == 1
    with store.session() as session:
        found = dataset_queries.get(session, id_of("a"))
        assert swap_writes.known(session, "stadt")["a"].retired
        assert figure_queries.figures(session)[:3] == (1, 1, 1)
    assert found and found.retired_at == NOW + 8 * DAY
    assert found.missing_since == NOW + DAY
    assert kinds(store, "a") == ["retired", "added"]


def test_one_long_absence_in_a_single_run_is_not_enough(store: Store) -> None:
    fill(store, [change("a")])
    assert miss(store, ["a"], NOW + 30 * DAY) == 0
    assert miss(store, ["a"], NOW + 60 * DAY) == 1


def test_who_is_seen_again_starts_anew(store: Store) -> None:
    fill(store, [change("a")])
    miss(store, ["a"], NOW + DAY)
    miss(store, [], NOW + 5 * DAY)
    with store.session() as session:
        assert swap_writes.known(session, "stadt")["a"].missing_runs == 0
    assert miss(store, ["a"], NOW + 9 * DAY) == 0
    assert miss(store, ["a"], NOW + 10 * DAY) == 0


def test_retire_takes_nobody_who_is_not_due(store: Store) -> None:
    fill(store, [change("a")])
    with store.transaction() as session:
        run = made.begin(session)
        assert swap_writes.retire(session, run, [id_of("a")], NOW + 99 * DAY) == 0


def test_a_retired_one_returns_under_its_id(store: Store) -> None:
    fill(store, [change("a", personal="wer", findings=(F,))])
    miss(store, ["a"], NOW + DAY)
    miss(store, ["a"], NOW + 9 * DAY)
    back = again(store, change("a", personal="wer", findings=(F,)), now=NOW + 10 * DAY)
    assert back == swap_writes.Replaced(returned=1)
    with store.session() as session:
        found = dataset_queries.get(session, id_of("a"))
        said = dataset_queries.source(session, id_of("a"))
    assert found and found.retired_at is None and found.missing_runs == 0
    assert found.first_seen == NOW and found.findings == (F,)
    assert said and said.personal == "wer"
    assert kinds(store, "a") == ["returned", "retired", "added"]


def everything(store: Store) -> str:
    """Every value of every table apart from that of persons, unpacked where it is packed."""
    found = []
    with store.session() as session:
        for name, table in METADATA.tables.items():
            rows = session.connection().execute(select(table)).all()
            found += [str(row) for row in rows if name != "dataset_person"]
        for id in (id_of("a"), id_of("b")):
            found += [str(entry) for entry in history_queries.of_dataset(session, id)]
    return "\n".join(found)


def test_persons_are_nowhere_else_and_go_with_their_dataset(store: Store) -> None:
    person = Body(
        "Erika Mustermann", Reading(None, "unknown", "", "Erika Mustermann"), None, "person"
    )
    fill(store, [change(dataset("a"), personal="Erika Mustermann")])
    fill_more(store, change(dataset("b", publisher=person)))
    again(store, change(dataset("a", title="x"), "2", personal="Max Mustermann"))
    again(store, change("b", "2"), now=NOW + 2 * DAY)
    assert "Mustermann" not in everything(store)
    miss(store, ["a"], NOW + 3 * DAY)
    miss(store, ["a"], NOW + 30 * DAY)
    with store.session() as session:
        left = select(func.count()).select_from(METADATA.tables["dataset_person"])
        assert session.connection().execute(left).scalar() == 0

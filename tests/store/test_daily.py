# SPDX-License-Identifier: EUPL-1.2
"""Numbers of days: written where they change, summed over portals, gone with nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import func, select

from app.model import Dataset
from app.store import Store, daily_queries, run_writes, swap_writes
from app.store.daily_queries import Kind, Step
from app.store.tables import DailyRow, table_of
from tests.builders import change, dataset, harvest, part
from tests.store import made

TREES = "floraUndFauna--baumbestand--baumkataster"
DAY = timedelta(days=1)
FIRST = datetime(2026, 4, 2, 8, 15, tzinfo=UTC)
TOWN = "13003000"


def record(store: Store, at: datetime) -> None:
    with store.transaction() as session:
        swap_writes.rebuild_cells(session, "stadt", at)


def trend(store: Store, kind: Kind, key: str = "", of: str | None = None) -> tuple[Step, ...]:
    with store.session() as session:
        return daily_queries.trend(session, kind, key, of)


def rows(store: Store) -> int:
    with store.session() as session:
        counted = select(func.count()).select_from(table_of(DailyRow))
        return int(session.connection().execute(counted).scalar_one())


def add(store: Store, at: datetime, *found: Dataset) -> None:
    """A further run of a portal that is there already."""
    with store.transaction() as session:
        run = made.begin(session, found[0].portal)
        swap_writes.add(session, run, [change(each) for each in found], at)
        swap_writes.rebuild_cells(session, found[0].portal, at)
        run_writes.finish(session, run, made.ended(found[0].portal))


def first(store: Store) -> date:
    """The day on which the store was filled."""
    return trend(store, "datasets")[0].day


def filled(store: Store) -> None:
    harvest(
        store,
        dataset("1", TOWN, TREES, part("CSV", "cc-by-4.0"), part("GML", "cc-by-4.0")),
        dataset("2", TOWN, TREES, part("CSV", None)),
        dataset("3", "13", ""),
    )


def test_each_series_has_its_number(store: Store) -> None:
    filled(store)
    day = first(store)
    expected = {
        ("datasets", ""): 3,
        ("counted", ""): 3,
        ("files", ""): 3,
        ("kommune", TOWN): 2,
        ("musterdatensatz", TREES): 2,
        ("licence", "cc-by-4.0"): 1,
        ("licence", ""): 2,
        ("format", "CSV"): 2,
        ("format", "GML"): 1,
        ("format", ""): 1,
    }
    for (kind, key), number in expected.items():
        assert trend(store, kind, key) == (Step(day, number),), (kind, key)  # type: ignore[arg-type]


def test_a_day_without_change_leaves_no_row(store: Store) -> None:
    filled(store)
    before = rows(store)
    for days in range(1, 40):
        record(store, datetime.now(UTC) + days * DAY)
    assert rows(store) == before


def test_two_runs_on_a_day_leave_the_last_number(store: Store) -> None:
    filled(store)
    now = datetime.now(UTC)
    for number in ("4", "5"):
        add(store, now, dataset(number, TOWN, TREES, part("CSV")))
    numbers = [step.datasets for step in trend(store, "datasets")]
    assert numbers[-1] == 5 and 4 not in numbers


def test_the_next_day_is_a_step_and_what_vanished_is_nought(store: Store) -> None:
    filled(store)
    tomorrow = datetime.now(UTC) + DAY
    with store.transaction() as session:
        run = made.begin(session)
        closed = dataset("1", TOWN, TREES, part("CSV", "dl-by-de-2.0"))
        swap_writes.replace(session, run, [replace(change(closed), hash="2")], tomorrow)
        swap_writes.rebuild_cells(session, "stadt", tomorrow)
        run_writes.finish(session, run, made.ended())
    assert [step.datasets for step in trend(store, "licence", "cc-by-4.0")] == [1, 0]
    assert trend(store, "licence", "dl-by-de-2.0") == (Step(tomorrow.date(), 1),)
    assert [step.datasets for step in trend(store, "datasets")] == [3]


def test_portals_are_summed_from_the_day_each_began(store: Store) -> None:
    filled(store)
    harvest(store, dataset("9", TOWN, TREES, portal="andere"))
    later = datetime.now(UTC) + 2 * DAY
    add(store, later, dataset("10", TOWN, TREES, portal="andere"))
    assert [step.datasets for step in trend(store, "kommune", TOWN)] == [3, 4]
    assert [step.datasets for step in trend(store, "kommune", TOWN, "stadt")] == [2]


def test_a_clock_set_back_goes_on_with_the_newest_day(store: Store) -> None:
    filled(store)
    day = first(store)
    add(store, FIRST - 900 * DAY, dataset("7", TOWN, TREES))
    assert trend(store, "datasets") == (Step(day, 4),)

# SPDX-License-Identifier: EUPL-1.2
"""Changes of licences from the history alone are those that the swaps counted."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select, text

from app.model import Body, Dataset, Reading
from app.store import Store, prepare, run_writes, swap_writes
from app.store.tables import LicenceChangeRow, table_of
from tests.builders import WHEN, change, dataset, harvest, part, reading

ROSTOCK, KIEL = "13003000", "01002000"
OPEN, ZERO, SHARED = "cc-by-4.0", "cc0-1.0", "cc-by-sa-4.0"
TABLE = table_of(LicenceChangeRow)


def made(identifier: str, *licences: str | None, kommune: str = ROSTOCK) -> Dataset:
    """One licence, several that differ, or none."""
    parts = [part("CSV", each) for each in licences]
    one = Reading(status="mixed") if len(set(licences)) > 1 else reading((*licences, None)[0])
    return dataset(identifier, kommune, "", *parts, licence=one)


def swap(store: Store, day: int, *items: Dataset, said: bool = True) -> None:
    at = WHEN + timedelta(days=day)
    with store.transaction() as session:
        run = run_writes.start(session, "stadt", "test", at)
        mark = str(day) if said else "0"
        changes = [replace(change(each), hash=mark) for each in items]
        swap_writes.replace(session, run, changes, at)
        session.connection().execute(text("UPDATE run SET state = 'complete'"))


def counted(store: Store) -> list[tuple[Any, ...]]:
    c = TABLE.c
    columns = (c.run, c.portal, c.at, c.kommune, c.before, c.after, c.datasets, c.example)
    with store.session() as session:
        return [tuple(row) for row in session.connection().execute(select(*columns)).all()]


def test_the_history_tells_the_same(store: Store) -> None:
    harvest(store, made("1", OPEN), made("2", OPEN, ZERO), made("3"), made("4", OPEN))
    swap(store, 1, made("1", ZERO), made("2", SHARED, ZERO), made("3", OPEN), made("4", OPEN))
    moved = made("3", SHARED, kommune=KIEL)
    swap(store, 2, made("1", ZERO, None), made("2", ZERO, ZERO), moved)
    swap(store, 2, made("4", SHARED), said=False)  # read anew only
    nobody = replace(made("1", OPEN), publisher=Body("Amt"))
    swap(store, 3, nobody, made("4", ZERO))
    expected = counted(store)
    assert len(expected) >= 6
    with store.transaction() as session:
        session.connection().execute(delete(TABLE))
        session.connection().execute(text("UPDATE state SET number = 1 WHERE name = 'derived'"))
    assert counted(store) == []
    prepare(store)
    assert sorted(counted(store)) == sorted(expected)


def test_what_is_current_is_not_followed_again(store: Store) -> None:
    harvest(store, made("1", OPEN))
    swap(store, 1, made("1", ZERO))
    with store.transaction() as session:
        session.connection().execute(delete(TABLE))
    prepare(store)
    assert counted(store) == []

# SPDX-License-Identifier: EUPL-1.2
"""Changes of licences are read once; later ones are added, and rows made anew are read anew."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, insert

from app.compare import reading
from app.store import Session, Store, licence_change_queries, swap_writes
from app.store.tables import LicenceChangeRow, table_of
from tests.builders import WHEN, dataset, harvest, id_of, part
from tests.compare.asking import KIEL, ROSTOCK, TREES

ROWS = table_of(LicenceChangeRow)
FIRST = dataset("1", ROSTOCK, TREES, part())


def change(session: Session, day: int, after: str, portal: str = "stadt") -> None:
    """A swap that changed licences on a day."""
    row = {"run": 1, "portal": portal, "at": WHEN + timedelta(days=day), "kommune": KIEL}
    more = {"before": "", "after": after, "datasets": 1, "example": id_of(FIRST)}
    session.connection().execute(insert(ROWS), [row | more])
    swap_writes.bump_generation(session)


def seen(store: Store, *portals: str) -> list[str]:
    with store.session() as session:
        return [each.after for each in reading.licence_changes(session, portals)[1]]


@pytest.fixture
def filled(store: Store) -> Store:
    harvest(store, FIRST, dataset("2", KIEL, TREES, part(), portal="neu"))
    with store.transaction() as session:
        change(session, 1, "cc0-1.0")
        change(session, 3, "cc-by-4.0")
    return store


def test_only_new_rows_are_read(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert seen(filled) == ["cc-by-4.0", "cc0-1.0"]
    read, real = [], licence_change_queries.changes

    def noted(session: Session, after: int = 0, until: int | None = None) -> object:
        read.append(len(found := real(session, after, until)))
        return found

    monkeypatch.setattr(licence_change_queries, "changes", noted)
    with filled.transaction() as session:
        swap_writes.bump_generation(session)
    assert seen(filled) == ["cc-by-4.0", "cc0-1.0"]
    assert read == []
    with filled.transaction() as session:
        change(session, 2, "odbl-1.0", portal="neu")
    assert seen(filled) == ["cc-by-4.0", "odbl-1.0", "cc0-1.0"]
    assert read == [1]
    assert seen(filled, "neu") == ["odbl-1.0"]


def test_rows_made_anew_are_read_anew(filled: Store) -> None:
    assert seen(filled) == ["cc-by-4.0", "cc0-1.0"]
    with filled.transaction() as session:
        session.connection().execute(delete(ROWS))
        change(session, 1, "odbl-1.0")
        change(session, 3, "cc-by-4.0")
    assert seen(filled) == ["cc-by-4.0", "odbl-1.0"]


def test_what_a_portal_took_with_it_is_gone(filled: Store) -> None:
    assert len(seen(filled)) == 2
    with filled.transaction() as session:
        session.connection().execute(delete(ROWS).where(ROWS.c.after == "cc0-1.0"))
        swap_writes.bump_generation(session)
    assert seen(filled) == ["cc-by-4.0"]

# SPDX-License-Identifier: EUPL-1.2
"""Marks of datasets, written with them; those that are gone stay until copies are looked for."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select, update
from sqlmodel import Session

from app.store import bulk
from app.store.change import Change
from app.store.tables import MarkRow, table_of

M = table_of(MarkRow)
COLUMNS = ("dataset", "key", "rule", "gone")


def replace_marks(session: Session, pairs: Sequence[tuple[str, Change]]) -> None:
    """Marks in place of former ones; nothing is written where they are the same."""
    before = _held(session, [id for id, _ in pairs])
    after = {id: {mark.key: mark.rule for mark in change.marks} for id, change in pairs}
    different = [id for id in after if after[id] != before.get(id, {})]
    if not different:
        return
    old = [(id, key, rule) for id in different for key, rule in before.get(id, {}).items()]
    gone = [(id, key, rule, True) for id, key, rule in old if key not in after[id]]
    rows = [(id, key, rule, False) for id in different for key, rule in after[id].items()]
    bulk.delete(session, MarkRow, different)
    bulk.insert(session, MarkRow, COLUMNS, rows + gone)


def drop_marks(session: Session, ids: Sequence[str]) -> None:
    """Says that the datasets (retired now) have no marks any more."""
    statement = update(M).where(M.c.dataset.in_(ids))
    session.connection().execute(statement.values(gone=True))


def _held(session: Session, ids: Sequence[str]) -> dict[str, dict[int, str]]:
    """Of each dataset key -> rule."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    statement = select(M.c.dataset, M.c.key, M.c.rule).where(M.c.dataset.in_(ids))
    for dataset, key, rule in session.connection().execute(statement.where(~M.c.gone)):
        found[dataset][key] = rule
    return found

# SPDX-License-Identifier: EUPL-1.2
"""New datasets, in batches."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import itemgetter

from sqlalchemy import select
from sqlmodel import Session

from app.model.identity import dataset_id
from app.store import bulk, encoding, relaunch_writes
from app.store.change import Change, Known, moment
from app.store.columns import instant_text
from app.store.mark_writes import insert_marks
from app.store.part_writes import Pair, insert_parts, insert_persons, insert_sources
from app.store.relaunch_queries import identities
from app.store.tables import DatasetRow, HistoryRow, table_of

HISTORY_COLUMNS = ("dataset", "run", "at", "kind", "fields", "statements")


def known(session: Session, portal: str) -> dict[str, Known]:
    """What the store holds of a portal, retired ones included, by identifier."""
    table = table_of(DatasetRow)
    c = table.c
    statement = select(c.identifier, c.id, c.hash, c.retired_at.is_not(None), c.missing_runs)
    rows = session.connection().execute(statement.where(c.portal == portal))
    return {row[0]: Known(row[1], row[2], bool(row[3]), row[4]) for row in rows}


def add(
    session: Session, run_id: int, changes: Iterable[Change], now: datetime | None = None
) -> int:
    """Writes datasets that the store does not know, and says how many.

    One that is known, live or retired, belongs to replace; here it is a StoreError at the end.
    """
    at = instant_text(moment(now))
    added = 0
    ids = identities(session)
    for batch in bulk.batches(changes):
        pairs = [(ids.new(c.dataset.portal, c.dataset.identifier), c) for c in batch]
        pairs.sort(key=itemgetter(0))  # neighbours in the index are written together
        _insert(session, run_id, pairs, at)
        if ids.given:
            relaunch_writes.note_taken(session, run_id, _elsewhere(pairs))
        added += len(pairs)
    return added


def _elsewhere(pairs: list[Pair]) -> Iterator[tuple[str, str]]:
    """Ids with the identifiers that do not lead to them."""
    for id, change in pairs:
        if id != dataset_id(change.dataset.portal, change.dataset.identifier):
            yield id, change.dataset.identifier


def _insert(session: Session, run: int, pairs: list[Pair], at: str) -> None:
    rows = [encoding.dataset_row(change, id, run, at) for id, change in pairs]
    bulk.insert(session, DatasetRow, encoding.DATASET_COLUMNS, rows)
    insert_sources(session, pairs)
    insert_persons(session, pairs)
    insert_parts(session, run, pairs)
    insert_marks(session, pairs)
    history = [(id, run, at, "added", None, None) for id, _ in pairs]
    bulk.insert(session, HistoryRow, HISTORY_COLUMNS, history)

# SPDX-License-Identifier: EUPL-1.2
"""New datasets, in batches."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session

from app.model.identity import dataset_id
from app.store import bulk, encoding, relaunch_writes
from app.store.change import Change, Known, moment
from app.store.columns import clean, instant_text
from app.store.mark_writes import COLUMNS as MARK_COLUMNS
from app.store.part_writes import Part, insert_persons, insert_read, insert_sources
from app.store.prepared import Parts, Prepared, prepare
from app.store.relaunch_queries import identities
from app.store.tables import DatasetRow, HistoryRow, MarkRow, StandardUseRow, table_of

Pair = tuple[str, Prepared]
WAITING = 20_000  # short rows
HISTORY_COLUMNS = ("dataset", "run", "at", "kind", "fields", "statements")


class _Waiting(NamedTuple):
    """Short rows that wait for more of their kind: in a large store each batch of them alone would
    touch most pages of their indexes."""

    standards: list[encoding.Values]
    marks: list[encoding.Values]
    history: list[encoding.Values]

    def note(self, pairs: list[Pair], run: int, at: str) -> None:
        for id, each in pairs:
            self.standards.extend((id, *row) for row in Parts(*each.parts).standards)
            self.marks.extend((id, *mark, False) for mark in each.marks)
            self.history.append((id, run, at, "added", None, None))

    def write(self, session: Session) -> None:
        for into, columns, rows in (
            (StandardUseRow, encoding.STANDARD_COLUMNS, self.standards),
            (MarkRow, MARK_COLUMNS, self.marks),
            (HistoryRow, HISTORY_COLUMNS, self.history),
        ):
            rows.sort(key=itemgetter(0))
            bulk.insert(session, into, columns, rows)
            rows.clear()


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
    """As add_prepared, of datasets whose rows are still to be made."""
    return add_prepared(session, run_id, map(prepare, changes), now)


def add_prepared(
    session: Session, run_id: int, datasets: Iterable[Prepared], now: datetime | None = None
) -> int:
    """Writes datasets that the store does not know, and says how many.

    One that is known, live or retired, belongs to replace; here it is a StoreError at the end.
    """
    at = instant_text(moment(now))
    added = 0
    ids = identities(session)
    waiting = _Waiting([], [], [])
    for batch in bulk.batches(datasets):
        pairs = [(ids.new(each.portal, each.identifier), each) for each in batch]
        pairs.sort(key=itemgetter(0))  # neighbours in the index are written together
        _insert(session, run_id, pairs, at)
        waiting.note(pairs, run_id, at)
        if len(waiting.standards) + len(waiting.marks) > WAITING:
            waiting.write(session)
        if ids.given:
            relaunch_writes.note_taken(session, run_id, _elsewhere(pairs))
        added += len(pairs)
    waiting.write(session)
    return added


def _elsewhere(pairs: list[Pair]) -> Iterator[tuple[str, str]]:
    """Ids with the identifiers that do not lead to them."""
    for id, each in pairs:
        if id != dataset_id(each.portal, each.identifier):
            yield id, each.identifier


def _insert(session: Session, run: int, pairs: list[Pair], at: str) -> None:
    rows = [_row(id, each, run, at) for id, each in pairs]
    bulk.insert(session, DatasetRow, encoding.DATASET_COLUMNS, rows)
    insert_sources(session, ((id, each.source) for id, each in pairs))
    insert_persons(session, ((id, each.personal) for id, each in pairs))
    parts = [Part(id, each.portal, Parts(*each.parts)) for id, each in pairs]
    insert_read(session, run, parts)


def _row(id: str, each: Prepared, run: int, at: str) -> encoding.Values:
    """The values of DATASET_COLUMNS."""
    identity = (id, clean(each.portal), clean(each.identifier), at)
    return (*identity, *each.understood, *encoding.state(each.hash, run, at))

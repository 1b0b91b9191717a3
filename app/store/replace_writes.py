# SPDX-License-Identifier: EUPL-1.2
"""Datasets that take the place of their former selves; what was before goes into the history."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import select
from sqlmodel import Session

from app.model import Dataset
from app.store import bulk, encoding, licence_change_writes
from app.store.add_writes import HISTORY_COLUMNS
from app.store.change import Change, Replaced, moment
from app.store.columns import clean, dump, instant_text
from app.store.licence_change_writes import Replacement
from app.store.mark_writes import replace_marks
from app.store.part_writes import (
    Part,
    delete_parts,
    insert_findings,
    insert_parts,
    insert_persons,
    insert_sources,
)
from app.store.prepared import parts_of, source_of
from app.store.relaunch_queries import Identities, identities
from app.store.stored import StoredDataset, load
from app.store.tables import (
    DatasetPersonRow,
    DatasetRow,
    DatasetSourceRow,
    FindingRow,
    HistoryRow,
    table_of,
)
from app.store.traces import Trace, trace

Kind = Literal["changed", "returned", "reread", "unread"]
COLUMNS = ("identifier", *encoding.UNDERSTOOD_COLUMNS, *encoding.STATE_COLUMNS)


@dataclass(frozen=True, slots=True)
class _Step:
    """One replacement. said: whether the portal said something else than before."""

    id: str
    before: Dataset
    change: Change
    kind: Kind
    said: bool
    fields: Trace


def replace(
    session: Session, run_id: int, changes: Iterable[Change], now: datetime | None = None
) -> Replaced:
    """Writes datasets in place of what the store holds; id and first_seen stay.

    The history names what happened: changed (the hash is another), returned (it was retired),
    reread (same hash, understood differently). Where nothing is different only the findings are
    written, and no trace. A dataset that is not known is a KeyError: it belongs to add.
    """
    at = instant_text(moment(now))
    kinds: Counter[str] = Counter()
    ids = identities(session)
    for batch in bulk.batches(changes):
        steps = _compare(session, batch, ids)
        _write(session, run_id, steps, at)
        kinds.update(step.kind for step in steps)
    return Replaced(**kinds)


def _compare(session: Session, changes: list[Change], ids: Identities) -> list[_Step]:
    pairs = [(ids.of(c.dataset.portal, c.dataset.identifier), c) for c in changes]
    before = load(session, (id for id, _ in pairs))
    return [_step(before[id], change) for id, change in pairs]


def _step(before: StoredDataset, change: Change) -> _Step:
    fields = trace(before.dataset, change.dataset)
    key = change.dataset.publisher.key.value
    if before.land != (key[:2] if key else change.land):
        fields.append({"field": "land", "before": before.land})
    said = before.hash != change.hash
    kind = _kind(before, said, fields)
    return _Step(before.id, before.dataset, change, kind, said, fields)


def _kind(before: StoredDataset, said: bool, fields: Trace) -> Kind:
    if before.retired_at is not None:
        return "returned"
    if said:
        return "changed"
    return "reread" if fields else "unread"


def _write(session: Session, run: int, steps: list[_Step], at: str) -> None:
    touched = [step for step in steps if step.kind != "unread"]
    said = [step for step in touched if step.said]
    _trace(session, run, touched, at)
    rows = [_row(step, run, at) for step in touched]
    bulk.update(session, DatasetRow, COLUMNS, rows)
    bulk.delete(session, DatasetSourceRow, _ids(said))
    insert_sources(session, ((step.id, source_of(step.change)) for step in said))
    _replace_persons(session, [step for step in touched if step.said or step.kind == "returned"])
    delete_parts(session, _ids(touched))
    bulk.delete(session, FindingRow, _ids(steps))
    insert_parts(session, run, [_part(step) for step in touched])
    replace_marks(session, [(step.id, step.change) for step in steps])
    insert_findings(session, run, [_part(step) for step in steps if step.kind == "unread"])


def _row(step: _Step, run: int, at: str) -> tuple[Any, ...]:
    """The values of COLUMNS and, last, the id."""
    name = clean(step.change.dataset.identifier)
    state = encoding.state(step.change.hash, run, at)
    return (name, *encoding.understood(step.change), *state, step.id)


def _replace_persons(session: Session, steps: list[_Step]) -> None:
    bulk.delete(session, DatasetPersonRow, _ids(steps))
    insert_persons(session, ((step.id, clean(step.change.personal)) for step in steps))


def _trace(session: Session, run: int, steps: list[_Step], at: str) -> None:
    former = _sources(session, [step.id for step in steps if step.said])
    rows: list[tuple[Any, ...]] = [
        (step.id, run, at, step.kind, dump(step.fields), former.get(step.id)) for step in steps
    ]
    bulk.insert(session, HistoryRow, HISTORY_COLUMNS, rows)
    told = (Replacement(step.id, step.before, step.change.dataset) for step in steps if step.said)
    licence_change_writes.record(session, run, at, told)


def _sources(session: Session, ids: list[str]) -> dict[str, bytes]:
    c = table_of(DatasetSourceRow).c
    rows = session.connection().execute(select(c.dataset, c.statements).where(c.dataset.in_(ids)))
    return {row[0]: row[1] for row in rows}


def _ids(steps: list[_Step]) -> list[str]:
    return [step.id for step in steps]


def _part(step: _Step) -> Part:
    return Part(step.id, step.change.dataset.portal, parts_of(step.change))

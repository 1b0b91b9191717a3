# SPDX-License-Identifier: EUPL-1.2
"""Whole datasets out of the store, as core types."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, SQLModel

from app.model import Dataset, Finding, StandardUse
from app.store import bulk, decoding
from app.store.tables import (
    DatasetRow,
    DistributionRow,
    FindingRow,
    ServiceRow,
    StandardUseRow,
    table_of,
)

Uses = dict[tuple[str, int | None, int | None], list[StandardUse]]


@dataclass(frozen=True, slots=True)
class StoredDataset:
    """A dataset as understood and what the store knows about it.

    hash: of what the portal said. first_seen, changed_at: when the store first had it and when it
    last became different. missing_since, missing_runs: complete runs that did not see it.
    """

    id: str
    dataset: Dataset
    land: str | None
    hash: str
    run: int
    first_seen: datetime
    changed_at: datetime
    missing_since: datetime | None
    missing_runs: int
    retired_at: datetime | None
    findings: tuple[Finding, ...]


def load(session: Session, ids: Iterable[str]) -> dict[str, StoredDataset]:
    """The datasets with these ids, live or retired; ids that are not known are left out."""
    found: dict[str, StoredDataset] = {}
    for batch in bulk.batches(ids, bulk.NAMED):
        found |= _load(session, batch)
    return found


def _load(session: Session, ids: list[str]) -> dict[str, StoredDataset]:
    uses: Uses = defaultdict(list)
    for row in _rows(session, StandardUseRow, ids, "number"):
        uses[row.dataset, row.distribution, row.service].append(decoding.standard(row))
    files, services, findings = defaultdict(list), defaultdict(list), defaultdict(list)
    for row in _rows(session, DistributionRow, ids, "position"):
        found = uses.get((row.dataset, row.position, None), ())
        files[row.dataset].append(decoding.distribution(row, found))
    for row in _rows(session, ServiceRow, ids, "position"):
        found = uses.get((row.dataset, None, row.position), ())
        services[row.dataset].append(decoding.service(row, found))
    for row in _rows(session, FindingRow, ids, "id"):
        findings[row.dataset].append(decoding.finding(row))
    table = table_of(DatasetRow)
    rows = session.connection().execute(select(table).where(table.c.id.in_(ids)))
    return {
        row.id: _stored(
            row,
            decoding.dataset(row, (tuple(files[row.id]), tuple(services[row.id]))),
            tuple(findings[row.id]),
        )
        for row in rows
    }


def _rows(session: Session, of: type[SQLModel], ids: list[str], order: str) -> Iterable[Any]:
    table = table_of(of)
    statement = select(table).where(table.c.dataset.in_(ids))
    return session.connection().execute(statement.order_by(table.c.dataset, table.c[order]))


def _stored(row: Any, dataset: Dataset, findings: tuple[Finding, ...]) -> StoredDataset:
    return StoredDataset(
        id=row.id,
        dataset=dataset,
        land=row.land,
        hash=row.hash,
        run=row.run,
        first_seen=row.first_seen,
        changed_at=row.changed_at,
        missing_since=row.missing_since,
        missing_runs=row.missing_runs,
        retired_at=row.retired_at,
        findings=findings,
    )

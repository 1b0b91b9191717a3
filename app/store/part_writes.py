# SPDX-License-Identifier: EUPL-1.2
"""What hangs on a dataset: its source, persons, distributions, services, standards, findings."""

from sqlmodel import Session

from app.store import bulk, encoding
from app.store.change import Change
from app.store.columns import clean
from app.store.packing import pack
from app.store.tables import (
    DatasetPersonRow,
    DatasetSourceRow,
    DistributionRow,
    FindingRow,
    ServiceRow,
    StandardUseRow,
)

Pair = tuple[str, Change]
PARTS = (StandardUseRow, DistributionRow, ServiceRow)


def insert_sources(session: Session, pairs: list[Pair]) -> None:
    """What the portal said, without persons."""
    rows = [(id, clean(change.media_type), pack(change.statements)) for id, change in pairs]
    bulk.insert(session, DatasetSourceRow, ("dataset", "media_type", "statements"), rows)


def insert_persons(session: Session, pairs: list[Pair]) -> None:
    """What it said about persons, where it did."""
    rows = [(id, clean(change.personal)) for id, change in pairs if change.personal]
    bulk.insert(session, DatasetPersonRow, ("dataset", "statements"), rows)


def insert_parts(session: Session, run: int, pairs: list[Pair]) -> None:
    """Distributions, services, standards and findings."""
    parts = [
        encoding.distribution_row(part, id, at)
        for id, change in pairs
        for at, part in enumerate(change.dataset.distributions)
    ]
    bulk.insert(session, DistributionRow, encoding.DISTRIBUTION_COLUMNS, parts)
    services = [
        encoding.service_row(service, id, at)
        for id, change in pairs
        for at, service in enumerate(change.dataset.services)
    ]
    bulk.insert(session, ServiceRow, encoding.SERVICE_COLUMNS, services)
    standards = [row for id, change in pairs for row in encoding.standard_rows(change.dataset, id)]
    bulk.insert(session, StandardUseRow, encoding.STANDARD_COLUMNS, standards)
    insert_findings(session, run, pairs)


def insert_findings(session: Session, run: int, pairs: list[Pair]) -> None:
    """What was noticed about the datasets."""
    rows = [
        encoding.finding_row(finding, id, change.dataset.portal, run)
        for id, change in pairs
        for finding in change.findings
    ]
    bulk.insert(session, FindingRow, encoding.FINDING_COLUMNS, rows)


def delete_parts(session: Session, ids: list[str]) -> None:
    """Distributions, services and standards of these datasets; findings and source stay."""
    for table in PARTS:
        bulk.delete(session, table, ids)

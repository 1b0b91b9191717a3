# SPDX-License-Identifier: EUPL-1.2
"""What hangs on a dataset: its source, persons, distributions, services, standards, findings."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlmodel import Session, SQLModel

from app.store import bulk, encoding
from app.store.encoding import Values
from app.store.prepared import Parts
from app.store.tables import (
    DatasetPersonRow,
    DatasetSourceRow,
    DistributionRow,
    FindingRow,
    ServiceRow,
    StandardUseRow,
)

PARTS = (StandardUseRow, DistributionRow, ServiceRow)


class Part(NamedTuple):
    """What hangs on a dataset of a portal."""

    id: str
    portal: str
    rows: Parts


def insert_sources(session: Session, sources: Iterable[tuple[str, tuple[str, bytes]]]) -> None:
    """What the portal said, without persons: id, media type and packed statements."""
    rows = [(id, *source) for id, source in sources]
    bulk.insert(session, DatasetSourceRow, ("dataset", "media_type", "statements"), rows)


def insert_persons(session: Session, said: Iterable[tuple[str, str]]) -> None:
    """What it said about persons, where it did: id and cleaned statements."""
    rows = [each for each in said if each[1]]
    bulk.insert(session, DatasetPersonRow, ("dataset", "statements"), rows)


def insert_parts(session: Session, run: int, parts: Sequence[Part]) -> None:
    """Distributions, services, standards and findings."""
    insert_read(session, run, parts)
    rows = [(p.id, *row) for p in parts for row in p.rows.standards]
    bulk.insert(session, StandardUseRow, encoding.STANDARD_COLUMNS, rows)


def insert_read(session: Session, run: int, parts: Sequence[Part]) -> None:
    """The same without standards."""
    _insert(
        session,
        DistributionRow,
        encoding.DISTRIBUTION_COLUMNS,
        [(p.id, p.rows.files) for p in parts],
    )
    _insert(session, ServiceRow, encoding.SERVICE_COLUMNS, [(p.id, p.rows.services) for p in parts])
    insert_findings(session, run, parts)


def _insert(
    session: Session,
    into: type[SQLModel],
    columns: Sequence[str],
    of: Iterable[tuple[str, list[Values]]],
) -> None:
    rows = [(id, *row) for id, found in of for row in found]
    bulk.insert(session, into, columns, rows)


def insert_findings(session: Session, run: int, parts: Iterable[Part]) -> None:
    """What was noticed about the datasets."""
    rows = [(p.id, p.portal, run, *row) for p in parts for row in p.rows.findings]
    bulk.insert(session, FindingRow, encoding.FINDING_COLUMNS, rows)


def delete_parts(session: Session, ids: list[str]) -> None:
    """Distributions, services and standards of these datasets; findings and source stay."""
    for table in PARTS:
        bulk.delete(session, table, ids)

# SPDX-License-Identifier: EUPL-1.2
"""Findings (Hinweise), read."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import func
from sqlmodel import Session, col, select

from app.model import Finding
from app.store import decoding
from app.store.tables import FindingRow


class Found(NamedTuple):
    """A finding and where it was made; dataset: id, None for one about a page."""

    portal: str
    dataset: str | None
    run: int
    finding: Finding


class CodeCount(NamedTuple):
    """How often a code was found at a portal, and at how many of its datasets."""

    portal: str
    code: str
    findings: int
    datasets: int


def findings(
    session: Session,
    portal: str | None = None,
    code: str | None = None,
    limit: int = 100,
    offset: int = 0,
) -> tuple[Found, ...]:
    """Findings by portal and code, in the order they were made."""
    order = (col(FindingRow.portal), col(FindingRow.code), col(FindingRow.id))
    statement = select(FindingRow).order_by(*order).limit(limit).offset(offset)
    if portal is not None:
        statement = statement.where(FindingRow.portal == portal)
    if code is not None:
        statement = statement.where(FindingRow.code == code)
    rows = session.exec(statement)
    return tuple(Found(r.portal, r.dataset, r.run, decoding.finding(r)) for r in rows)


def of_run(session: Session, run_id: int, limit: int = 1_000) -> tuple[Found, ...]:
    """Findings of what one run wrote, in the order they were made."""
    statement = select(FindingRow).where(FindingRow.run == run_id).order_by(col(FindingRow.id))
    rows = session.exec(statement.limit(limit))
    return tuple(Found(r.portal, r.dataset, r.run, decoding.finding(r)) for r in rows)


def counts(session: Session, portal: str | None = None) -> tuple[CodeCount, ...]:
    """How often each code was found, by portal and code."""
    keys = (col(FindingRow.portal), col(FindingRow.code))
    datasets = func.count(func.distinct(FindingRow.dataset))
    statement = select(*keys, func.count(), datasets).group_by(*keys).order_by(*keys)
    if portal is not None:
        statement = statement.where(FindingRow.portal == portal)
    return tuple(CodeCount(*row) for row in session.exec(statement))


def by_dataset(session: Session, portal: str, codes: Collection[str]) -> dict[str, list[Finding]]:
    """Findings of these codes at a portal's datasets, by dataset id."""
    wanted = col(FindingRow.code).in_(sorted(codes))
    statement = select(FindingRow).where(FindingRow.portal == portal, wanted)
    found: dict[str, list[Finding]] = {}
    for row in session.exec(statement.order_by(col(FindingRow.id))):
        if row.dataset is not None:
            found.setdefault(row.dataset, []).append(decoding.finding(row))
    return found

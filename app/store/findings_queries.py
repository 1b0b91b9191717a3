# SPDX-License-Identifier: EUPL-1.2
"""Findings (Hinweise), read."""

from collections.abc import Collection
from typing import Any, NamedTuple

from sqlalchemy import func, union_all
from sqlmodel import Session, col, select

from app.model import Finding
from app.store import decoding
from app.store.tables import DatasetRow, FindingRow


class Found(NamedTuple):
    """A finding and where it was made; dataset: id, None for one about a page."""

    portal: str
    dataset: str | None
    run: int
    finding: Finding


class Occurrence(NamedTuple):
    """A finding and the dataset it was made at; dataset and title None for one about a page."""

    dataset: str | None
    title: str | None
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


def count(session: Session, portal: str, code: str) -> int:
    """How many findings of one code a portal has."""
    here = (FindingRow.portal == portal, FindingRow.code == code)
    return int(session.exec(select(func.count()).where(*here)).one())


def occurrences(
    session: Session, portal: str, code: str, limit: int = 50, offset: int = 0
) -> tuple[Occurrence, ...]:
    """Findings of one code at a portal, in the order they were made."""
    here = (FindingRow.portal == portal, FindingRow.code == code)
    page = select(FindingRow.id).where(*here).order_by(col(FindingRow.id))
    ids = list(session.exec(page.limit(limit).offset(offset)))
    rows = session.exec(_titled().where(col(FindingRow.id).in_(ids)).order_by(col(FindingRow.id)))
    return tuple(_occurrence(row, title) for row, title in rows)


def examples(
    session: Session, portal: str, codes: Collection[str], most: int = 10
) -> dict[str, list[Occurrence]]:
    """The first findings of each code at a portal, at most ``most`` of each; one statement."""
    if not codes:
        return {}
    firsts = (_first_ids(portal, code, most) for code in sorted(codes))
    ids = union_all(*(select(each.subquery()) for each in firsts)).subquery()
    statement = _titled().where(col(FindingRow.id).in_(select(ids.c.id)))
    found: dict[str, list[Occurrence]] = {}
    for row, title in session.exec(statement.order_by(col(FindingRow.id))):
        found.setdefault(row.code, []).append(_occurrence(row, title))
    return found


def _first_ids(portal: str, code: str, most: int) -> Any:
    here = (FindingRow.portal == portal, FindingRow.code == code)
    return select(FindingRow.id).where(*here).order_by(col(FindingRow.id)).limit(most)


def _titled() -> Any:
    joined = col(DatasetRow.id) == col(FindingRow.dataset)
    return select(FindingRow, DatasetRow.title).join(DatasetRow, joined, isouter=True)


def _occurrence(row: FindingRow, title: str | None) -> Occurrence:
    return Occurrence(row.dataset, title, row.run, decoding.finding(row))

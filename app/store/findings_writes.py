# SPDX-License-Identifier: EUPL-1.2
"""Findings about pages; those about datasets are written with their dataset."""

from collections.abc import Iterable

from sqlalchemy import delete
from sqlmodel import Session

from app.model import Finding
from app.store import bulk, encoding
from app.store.tables import FindingRow, table_of


def replace_page_findings(
    session: Session, run_id: int, portal: str, findings: Iterable[Finding]
) -> None:
    """What this run noticed about the pages of a portal, in place of what the last one did."""
    c = table_of(FindingRow).c
    former = delete(table_of(FindingRow)).where(c.portal == portal, c.dataset.is_(None))
    session.connection().execute(former)
    rows = [(None, portal, run_id, *encoding.finding_row(finding)) for finding in findings]
    bulk.insert(session, FindingRow, encoding.FINDING_COLUMNS, rows)

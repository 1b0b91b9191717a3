# SPDX-License-Identifier: EUPL-1.2
"""Runs and what they rejected."""

from typing import cast

from sqlalchemy import func
from sqlmodel import Session, col, select

from app.model import Finding, ItemOutcome, Run, RunState
from app.store.tables import RunRejectRow, RunRow


def get(session: Session, run_id: int) -> Run | None:
    """A run with what it rejected."""
    row = session.get(RunRow, run_id)
    return _run(row, rejects(session, run_id)) if row else None


def latest(session: Session, portal: str) -> Run | None:
    """The last run of a portal, ended or not, without what it rejected."""
    runs = history(session, portal, 1)
    return runs[0] if runs else None


def history(
    session: Session, portal: str | None = None, limit: int = 50, offset: int = 0
) -> tuple[Run, ...]:
    """Runs of one portal, or of all, newest first, without what they rejected."""
    statement = select(RunRow).order_by(col(RunRow.id).desc()).limit(limit).offset(offset)
    if portal is not None:
        statement = statement.where(RunRow.portal == portal)
    return tuple(_run(row) for row in session.exec(statement))


def count(session: Session, portal: str | None) -> int:
    """How many runs a portal has had, or all of them, those that run now included."""
    statement = select(func.count()).select_from(RunRow)
    if portal is not None:
        statement = statement.where(RunRow.portal == portal)
    return int(session.exec(statement).one())


def waiting(session: Session, portal: str) -> int | None:
    """The run of a portal that a person can decide about: quarantined, and no later one knows more.

    As app.intake.approval sees it: failed and running runs bring nothing new.
    """
    known = select(RunRow.id, RunRow.state).where(
        RunRow.portal == portal, col(RunRow.state).not_in(("failed", "running"))
    )
    last = session.exec(known.order_by(col(RunRow.id).desc()).limit(1)).first()
    return last[0] if last and last[1] == "quarantined" else None


def rejects(
    session: Session, run_id: int, limit: int = 1_000, offset: int = 0
) -> tuple[ItemOutcome, ...]:
    """What a run rejected, in the order it was met."""
    statement = select(RunRejectRow).where(RunRejectRow.run == run_id)
    page = statement.order_by(col(RunRejectRow.number)).limit(limit).offset(offset)
    return tuple(
        ItemOutcome(row.identifier, row.position, row.reason, row.value)
        for row in session.exec(page)
    )


def _run(row: RunRow, items: tuple[ItemOutcome, ...] = ()) -> Run:
    return Run(
        portal=row.portal,
        id=row.id,
        state=cast(RunState, row.state),
        started=row.started,
        ended=row.ended,
        received=row.received,
        added=row.added,
        changed=row.changed,
        same=row.same,
        retired=row.retired,
        rejected=row.rejected,
        distributions=row.distributions,
        announced=row.announced,
        notes=tuple(Finding(n["code"], n["subject"], n["params"]) for n in row.notes or ()),
        rejects=items,
    )

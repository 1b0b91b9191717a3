# SPDX-License-Identifier: EUPL-1.2
"""Runs: start, heartbeat, end; none stays ``running`` for ever (promises H2, H5)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import or_, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.model import Finding, ItemOutcome, Run
from app.store import portal_writes
from app.store.change import moment
from app.store.columns import plain
from app.store.errors import StoreError
from app.store.tables import PortalRow, RunRejectRow, RunRow, table_of

LEASE = timedelta(seconds=45)
EXCUSED = frozenset({"complete", "not-modified"})
REMARKS = frozenset({"run.resumed"})


def start(session: Session, portal: str, owner: str, now: datetime | None = None) -> int:
    """Begins a run of a remembered portal and returns its number.

    Runs whose owner gave no heartbeat for LEASE are ended as failed first. StoreError
    ``store.run_active`` names the owner when somebody else is at it.
    """
    at = moment(now)
    reserve(session, portal, at)
    row = RunRow(portal=portal, state="running", owner=owner, started=at, heartbeat=at)
    session.add(row)
    try:
        session.flush()
    except IntegrityError as error:  # somebody was quicker between our look and our write
        raise StoreError("store.run_active", portal=portal, owner="none", since="") from error
    return row.id or 0


def reserve(session: Session, portal: str, now: datetime | None = None) -> None:
    """Until the caller's transaction ends nobody begins a run of this portal.

    StoreError ``store.run_active`` when somebody is at it already.
    """
    session.exec(select(PortalRow).where(PortalRow.key == portal).with_for_update()).one()
    mark_stale(session, moment(now))
    _refuse_second(session, portal)


def resume(session: Session, run_id: int, owner: str, now: datetime | None = None) -> None:
    """Lets a run that waits for a decision run again; StoreError as ``start``."""
    row = session.get_one(RunRow, run_id)
    at = moment(now)
    reserve(session, row.portal, at)
    row.state, row.owner, row.heartbeat, row.ended = "running", owner, at, None
    session.add(row)
    session.flush()


def _refuse_second(session: Session, portal: str) -> None:
    running = select(RunRow).where(RunRow.portal == portal, RunRow.state == "running")
    if row := session.exec(running).first():
        since = row.started.isoformat(timespec="seconds")
        raise StoreError("store.run_active", portal=portal, owner=row.owner, since=since)


def beat(session: Session, run_id: int, now: datetime | None = None) -> bool:
    """Says that the run is alive; False when it was ended by somebody else meanwhile.

    In a transaction that swaps, it also keeps the run from being ended until that is committed.
    """
    c = table_of(RunRow).c
    alive = update(table_of(RunRow)).where(c.id == run_id, c.state == "running")
    done = session.connection().execute(alive.values(heartbeat=moment(now)))
    return bool(done.rowcount)


def has_stale(session: Session, now: datetime | None = None) -> bool:
    """Whether ``mark_stale`` would find a run, without waiting for anybody who writes."""
    return session.exec(_silent(moment(now), LEASE).limit(1)).first() is not None


def _silent(at: datetime, lease: timedelta) -> SelectOfScalar[RunRow]:
    beat = col(RunRow.heartbeat)
    return select(RunRow).where(
        RunRow.state == "running", or_(beat < at - lease, beat > at + abs(lease))
    )


def mark_stale(session: Session, now: datetime | None = None, lease: timedelta = LEASE) -> int:
    """Ends as failed every run without a heartbeat for ``lease``; returns how many.

    A heartbeat from the future is from before the clock was set back (promise S10): who is alive
    beats by the new one.
    """
    at = moment(now)
    silent = _silent(at, lease)
    # a run whose row is locked is in its swap, hence alive, however long that takes
    rows = session.exec(silent.with_for_update(skip_locked=True)).all()
    for row in rows:
        reason = Finding("run.owner_lost", row.portal, {"owner": row.owner})
        row.state, row.ended, row.notes = "failed", at, _notes((reason,))
        session.add(row)
        portal_writes.note(session, row.portal, "failed", reason, at)
    session.flush()
    return len(rows)


def finish(
    session: Session,
    run_id: int,
    run: Run,
    rejects: Iterable[ItemOutcome] | None = None,
    now: datetime | None = None,
) -> None:
    """Writes how a run ended, what it rejected, and how its portal stands now.

    rejects: those of the run unless given. The first note that is no mere remark is the portal's
    reason unless all went well. A run that somebody else ended as stale is ended anew by the owner
    who is back.
    """
    row = session.get_one(RunRow, run_id)
    at = run.ended or moment(now)
    row.state, row.ended, row.heartbeat = run.state, at, at
    row.received, row.added, row.changed, row.same = run.received, run.added, run.changed, run.same
    row.retired, row.rejected, row.distributions = run.retired, run.rejected, run.distributions
    row.announced, row.notes = run.announced, _notes(run.notes)
    session.add(row)
    for number, item in enumerate(run.rejects if rejects is None else rejects):
        session.add(_reject(run_id, number, item))
    reasons = [note for note in run.notes if note.code not in REMARKS]
    reason = reasons[0] if reasons and run.state not in EXCUSED else None
    portal_writes.note(session, row.portal, run.state, reason, at)


def _notes(notes: tuple[Finding, ...]) -> object:
    said = [{"code": n.code, "subject": n.subject, "params": dict(n.params)} for n in notes]
    return plain(said) if said else None


def _reject(run: int, number: int, item: ItemOutcome) -> RunRejectRow:
    return RunRejectRow(
        run=run,
        number=number,
        identifier=item.identifier,
        position=item.position,
        reason=item.reason,
        value=item.value[:500],
    )

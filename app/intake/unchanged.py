# SPDX-License-Identifier: EUPL-1.2
"""Portals of one answer that say nothing has changed: asked with ETag or Last-Modified (H10).

Only where that is as good as reading: the last run was complete, rejected and missed nothing, and
the same code would read the same address. Once a week all is read nevertheless, because there are
servers whose ETags stand still.
"""

import json
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import Any

from app.intake.blocking import check
from app.intake.job import Job
from app.intake.memo import Memo
from app.intake.resume import Replay
from app.model import Run
from app.store import Session, Store, run_queries, run_writes, standing_queries, state_queries
from app.store.state_writes import remember
from harvesters.base.errors import HarvestError
from harvesters.base.http import NetworkDoor
from harvesters.base.record import Page, Validators

_READ_ANYWAY = timedelta(days=7)
_LOOKED_AT = 200
_NOTHING_NEW = frozenset({"failed", "not-modified", "running"})
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def ask(store: Store, job: Job) -> None:
    """Lets the network door ask for a change where a 304 would be enough."""
    if not isinstance(job.http, NetworkDoor):
        return
    job.http.known.clear()
    with store.session() as session:
        kept = _kept(session, job)
        if kept and _holds(session, job, kept):
            job.http.known[kept["url"]] = Validators(kept["etag"], kept["modified"])


def note(session: Session, job: Job, number: int, door: Replay, run: Run) -> None:
    """Keeps what the only answer of a complete run is called, in the transaction of the swap."""
    page = door.only
    if page is None or not any(page.validators) or run.rejected or run.state != "complete":
        return
    etag, modified = page.validators
    said: dict[str, Any] = {"url": page.name, "etag": etag, "modified": modified}
    live = standing_queries.standing(session, job.portal.key).live
    said |= {"mark": _mark(job), "live": live, "read": job.clock().isoformat()}
    remember(session, _place(job), number, json.dumps(said))


def end(store: Store, job: Job, number: int) -> Run:
    """Ends the run with the counts of the one that read the same answer."""
    with store.transaction() as session:
        before = run_queries.get(session, state_queries.number(session, _place(job)))
        if before is None or not run_writes.beat(session, number, job.clock()):
            raise HarvestError("run.taken_over", portal=job.portal.key)
        check(session, job)
        run = Run(
            job.portal.key,
            id=number,
            state="not-modified",
            received=before.received,
            same=before.received,
            distributions=before.distributions,
            announced=before.announced,
        )
        run_writes.finish(session, number, run, (), job.clock())
    return run


def _kept(session: Session, job: Job) -> dict[str, Any] | None:
    text = state_queries.text(session, _place(job))
    found: dict[str, Any] | None = json.loads(text) if text else None
    return found


def _holds(session: Session, job: Job, kept: dict[str, Any]) -> bool:
    """Whether the store is as the run left it that was answered so, and reads the same today."""
    age = job.clock() - datetime.fromisoformat(kept["read"])
    if kept["mark"] != _mark(job) or not timedelta(0) <= age < _READ_ANYWAY:
        return False
    number = state_queries.number(session, _place(job))
    for run in run_queries.history(session, job.portal.key, _LOOKED_AT):
        if run.id == number:
            known = run.state == "complete" and run.received >= job.rules.expected
            live, missed = standing_queries.standing(session, job.portal.key)
            return known and not missed and live == kept["live"] == run.received
        if run.state not in _NOTHING_NEW:
            return False
    return False


def _mark(job: Job) -> str:
    """Stands for the code that reads, the portal's address, and what must not be kept."""
    nothing = Page(0, "", b"", _EPOCH)
    return f"{Memo(job.staging, job.portal).name(nothing)}-{job.guard.mark}"


def _place(job: Job) -> str:
    """The name under which the store keeps it."""
    return f"validators-{blake2b(job.portal.key.encode(), digest_size=12).hexdigest()}"

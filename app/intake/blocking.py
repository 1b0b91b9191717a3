# SPDX-License-Identifier: EUPL-1.2
"""Terms that were forgotten never reach the store again: the run reads through a guard (S11)."""

from dataclasses import replace

from app.intake.job import Job
from app.store import Session, Store, blocked_terms
from harvesters.base.discreet import discreet
from harvesters.base.errors import HarvestError


def guarded(store: Store, job: Job) -> Job:
    """The job with a harvester that masks what is blocked now."""
    with store.session() as session:
        guard = blocked_terms.guard(session)
    return replace(job, guard=guard, harvester=discreet(job.harvester, guard)) if guard else job


def check(session: Session, job: Job) -> None:
    """HarvestError when a term was blocked after the run began to read: it may hold it."""
    if blocked_terms.guard(session).mark != job.guard.mark:
        raise HarvestError("run.blocked_meanwhile", portal=job.portal.key)

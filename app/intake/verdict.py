# SPDX-License-Identifier: EUPL-1.2
"""What a run has gathered, judged and counted."""

from collections.abc import Mapping

from app.intake import approval
from app.intake.collected import Collected
from app.intake.guards import Seen, judge
from app.intake.job import Job
from app.intake.swap import absent
from app.model import Finding, Run, RunState
from app.store import Store
from app.store.swap_writes import Known


def judged(
    store: Store | None, job: Job, collected: Collected, known: Mapping[str, Known]
) -> tuple[RunState, tuple[Finding, ...]]:
    """The state that the guards give, and their reasons."""
    gone = absent(collected, known)
    missing = len(gone)
    if store is not None and gone:
        with store.session() as session:
            missing = approval.unaccepted(session, job.portal.key, known, gone)
    seen = Seen(
        received=collected.received,
        rejected=len(collected.rejects),
        live=sum(not held.retired for held in known.values()),
        missing=missing,
        announced=collected.announced,
        whole=collected.is_whole(),
        new=len(collected.added),
    )
    return judge(seen, job.rules)


def counted(
    job: Job, collected: Collected, state: RunState, notes: tuple[Finding, ...], retired: int = 0
) -> Run:
    """The run with its counts. notes: why it has this state."""
    return Run(
        portal=job.portal.key,
        state=state,
        received=collected.received,
        added=len(collected.added),
        changed=len(collected.changed),
        same=len(collected.same),
        retired=retired,
        rejected=len(collected.rejects),
        distributions=sum(collected.distributions.values()),
        announced=collected.announced,
        notes=tuple(collected.notes) + notes + _unread(collected),
        rejects=tuple(collected.rejects),
    )


def _unread(collected: Collected) -> tuple[Finding, ...]:
    """Pages that were named as next and not read."""
    if not collected.whole or collected.is_whole():
        return ()
    missing = sorted(collected.wanted - collected.pages)
    return tuple(Finding("run.next_page_unread", url, {"url": url}) for url in missing[:1])

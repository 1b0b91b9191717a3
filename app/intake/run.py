# SPDX-License-Identifier: EUPL-1.2
"""One portal, once: the run from its first request to the swap, and what it reports."""

import time
from collections.abc import Iterable
from dataclasses import replace

from app.intake.collect import Collected, collect, stage
from app.intake.guards import Seen, judge
from app.intake.heartbeat import heartbeat
from app.intake.job import Job, Outcome
from app.intake.staging import Staging
from app.intake.swap import swap
from app.model import Finding, Run, RunState
from app.store import Store, findings_queries, portal_writes, run_writes, swap_writes
from harvesters.base.errors import HarvestError
from harvesters.base.record import Page

_FINDINGS = 1_000


def harvest(store: Store, job: Job) -> Outcome:
    """Harvests the portal into the store; whatever happens, the run ends with a state and a reason.

    StoreError when the store itself fails, or when the portal's id is known with another URL.
    """
    clock = time.monotonic()
    with store.transaction() as session:
        portal_writes.remember(session, job.portal)
        number = run_writes.start(session, job.portal.key, job.owner)
    staging = _staging(job, number)
    try:
        with heartbeat(store, number):
            run = _run(store, job, number, stage(_fetch(job), staging))
    except HarvestError as error:
        run = _end(store, job, number, _reason(job, error))
    except BaseException:
        _end(store, job, number, Finding("run.stopped", job.portal.key))
        raise
    if run.state != "quarantined":
        staging.clear()
    return Outcome(run, time.monotonic() - clock, _findings(store, job))


def accept(store: Store, job: Job, number: int) -> Outcome:
    """Swaps in what a quarantined run had staged: a person has looked at it."""
    clock = time.monotonic()
    staging = _staging(job, number)
    run = _run(store, job, number, staging.pages(), accepted="complete")
    staging.clear()
    return Outcome(run, time.monotonic() - clock, _findings(store, job))


def reject(store: Store, job: Job, number: int) -> None:
    """Throws a quarantined run away; the portal stays as it was."""
    _end(store, job, number, Finding("run.rejected", job.portal.key))
    _staging(job, number).clear()


def try_out(store: Store | None, job: Job) -> Outcome:
    """Fetches, parses and understands, and writes nothing (``--dry-run``)."""
    clock = time.monotonic()
    known = {}
    if store is not None:
        with store.session() as session:
            known = swap_writes.known(session, job.portal.key)
    try:
        collected = collect(job, _fetch(job), known)
    except HarvestError as error:
        run = Run(job.portal.key, state="failed", notes=(_reason(job, error),))
        return Outcome(run, time.monotonic() - clock)
    state, notes = judge(_seen(collected, known), job.rules)
    run = _counted(job, collected, state, notes)
    return Outcome(run, time.monotonic() - clock, tuple(collected.findings))


def _run(
    store: Store,
    job: Job,
    number: int,
    pages: Iterable[Page],
    accepted: RunState | None = None,
) -> Run:
    """Collects, judges and swaps. The swap and the end of the run are one transaction (H1, H2)."""
    with store.session() as session:
        known = swap_writes.known(session, job.portal.key)
    collected = collect(job, pages, known)
    state, notes = judge(_seen(collected, known), job.rules)
    if accepted is not None:
        state, notes = accepted, ()
    with store.transaction() as session:
        retired = 0
        if state not in ("failed", "quarantined"):
            retired = swap(session, job, number, collected, known, state)
        run = replace(_counted(job, collected, state, notes, retired), id=number)
        run_writes.finish(session, number, run, run.rejects)
    collected.added.close()
    collected.changed.close()
    return run


def _fetch(job: Job) -> Iterable[Page]:
    return job.harvester.fetch(job.portal, job.http)


def _seen(collected: Collected, known: dict[str, swap_writes.Known]) -> Seen:
    live = {identifier for identifier, held in known.items() if not held.retired}
    return Seen(
        received=len(collected.seen) + len(collected.rejects),
        rejected=len(collected.rejects),
        live=len(live),
        missing=len(live - collected.seen.keys()),
        announced=collected.announced,
        whole=collected.is_whole(),
    )


def _counted(
    job: Job,
    collected: Collected,
    state: RunState,
    notes: tuple[Finding, ...],
    retired: int = 0,
) -> Run:
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


def _staging(job: Job, number: int) -> Staging:
    return Staging(job.staging / job.portal.key / f"run-{number}")


def _end(store: Store, job: Job, number: int, reason: Finding) -> Run:
    run = Run(job.portal.key, id=number, state="failed", notes=(reason,))
    with store.transaction() as session:
        run_writes.finish(session, number, run)
    return run


def _reason(job: Job, error: HarvestError) -> Finding:
    return Finding(error.code, job.portal.url, error.params)


def _findings(store: Store, job: Job) -> tuple[Finding, ...]:
    with store.session() as session:
        found = findings_queries.findings(session, job.portal.key, limit=_FINDINGS)
    return tuple(entry.finding for entry in found)

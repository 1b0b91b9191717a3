# SPDX-License-Identifier: EUPL-1.2
"""One portal, once: the run from its first request to the swap, and what it reports."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from typing import NamedTuple

from app.intake import approval, relaunch, unchanged
from app.intake.allocation import give_back_now
from app.intake.approval import Accepted, Names
from app.intake.beginning import begin
from app.intake.blocking import check, guarded
from app.intake.collect import collect
from app.intake.collected import Collected
from app.intake.crew import Crew
from app.intake.heartbeat import heartbeat
from app.intake.job import Job, Outcome
from app.intake.memo import Memo
from app.intake.resume import Replay, walk
from app.intake.staging import Staging
from app.intake.swap import absent, swap
from app.intake.timed import Timed
from app.intake.verdict import counted, judged
from app.model import Finding, Run
from app.model.run import COMPLETE
from app.store import (
    Session,
    Store,
    StoreError,
    findings_queries,
    lane_writes,
    portal_writes,
    relaunch_writes,
    run_writes,
    swap_writes,
)
from app.store.relaunch_queries import Match
from app.store.swap_writes import Known
from harvesters.base.errors import HarvestError, NotModified
from harvesters.base.latest import forget_latest
from harvesters.base.record import Page

_FINDINGS = 1_000
_SWAPPED = COMPLETE | {"partial"}


class _Source(NamedTuple):
    """Where the pages of a run come from. door: None where they are on disk."""

    pages: Iterable[Page]
    door: Replay | None = None


def harvest(store: Store, job: Job) -> Outcome:
    """Harvests the portal into the store; whatever happens, the run ends with a state and a reason.

    StoreError when the store itself fails, when the portal's id stands for datasets from another
    URL, when somebody else is at it, or for too long at its host.
    """
    number = begin(store, job)
    started = time.monotonic()
    staging = _staging(store, job, number)
    try:
        staging.clear()
        job = guarded(store, job)
        with heartbeat(store, number, job.clock):
            run = _asked(store, job, staging, number)
    except HarvestError as error:
        run = _end(store, job, number, Finding(error.code, job.portal.url, error.params))
    except BaseException as error:
        with suppress(StoreError):
            _end(store, job, number, _stopped(job, error))
        raise
    if run.state != "quarantined":
        staging.clear()
    _tidy(store, staging)
    return _outcome(store, job, run, started)


def _asked(store: Store, job: Job, staging: Staging, number: int) -> Run:
    """Asks the portal, and reads what it says unless that has not changed."""
    unchanged.ask(store, job)
    door = Replay(Timed(job.http, job.seconds))
    try:
        return _run(store, job, staging, number, _Source(walk(store, job, staging, door), door))
    except NotModified:
        return unchanged.end(store, job, number)


def accept(store: Store, job: Job, number: int) -> Outcome:
    """Swaps in what a quarantined run had staged: a person has looked at it.

    Where its pages are not on this machine, the portal is asked again, and what it says is taken if
    it holds the very same datasets. HarvestError when the run does not wait (any more), its pages
    are damaged or the portal holds others by now; it then waits as before.
    """
    return _accept(store, job, number, lambda session: {})


def accept_relaunch(store: Store, job: Job, number: int) -> Outcome:
    """As accept, and datasets that were recognised keep their id, first_seen and history (H13).

    HarvestError ``run.no_relaunch``, too, where none was recognised.
    """
    return _accept(store, job, number, lambda session: relaunch.proposed(session, number))


def _accept(store: Store, job: Job, number: int, names: Callable[[Session], Names]) -> Outcome:
    started = time.monotonic()
    staging = _staging(store, job, number)
    with store.transaction() as session:
        waiting = approval.check(session, number)
        proof = approval.recall(session, number, job.portal.key)
        accepted = Accepted(waiting, names(session), proof)
        run_writes.resume(session, number, job.owner, job.clock())
        again = bool(proof) and not staging.is_kept()
        if again:
            lane_writes.enter(session, job.portal.key, job.portal.url, job.clock())
    try:
        job = guarded(store, job)
        with heartbeat(store, number, job.clock):
            pages = _asked_again(job, staging) if again else _staged(job, number, staging)
            run = _run(store, job, staging, number, _Source(pages), accepted)
    except BaseException:
        with suppress(StoreError):
            _finish(store, job, number, waiting)
        if again:
            staging.clear()
        raise
    staging.clear()
    return _outcome(store, job, run, started)


def _staged(job: Job, number: int, staging: Staging) -> Iterator[Page]:
    """The pages of a run that waits."""
    try:
        yield from staging.pages()
    except (OSError, ValueError, KeyError, TypeError) as error:  # lost or damaged on disk
        lost = HarvestError("run.pages_lost", run=number, portal=job.portal.key, staged=0)
        raise lost from error


def _asked_again(job: Job, staging: Staging) -> Iterator[Page]:
    """The portal's pages as they are now."""
    for page in _fetch(job):
        staging.keep(page)
        yield page


def reject(store: Store, job: Job, number: int) -> None:
    """Throws a quarantined run away; the portal stays as it was. HarvestError as for accept."""
    with store.transaction() as session:
        waiting = approval.check(session, number)
        reason = Finding("run.rejected", job.portal.key)
        run = replace(waiting, state="failed", notes=(reason, *waiting.notes), ended=None)
        run_writes.finish(session, number, run, (), job.clock())
    _staging(store, job, number).clear()


def try_out(store: Store | None, job: Job) -> Outcome:
    """Fetches, parses and understands, and writes nothing (``--dry-run``). StoreError as harvest.

    store: None where there is none yet.
    """
    started = time.monotonic()
    known = {}
    if store is not None:
        job = guarded(store, job)
        with store.session() as session:
            portal_writes.check_url(session, job.portal)
            known = swap_writes.known(session, job.portal.key)
    with closing(Collected()) as collected:
        try:
            collect(job, Crew(job, known), _fetch(job), collected)
        except HarvestError as error:
            reason = Finding(error.code, job.portal.url, error.params)
            run = Run(job.portal.key, state="failed", notes=(reason,))
            return Outcome(run, time.monotonic() - started)
        state, notes = judged(store, job, collected, known)
        run = counted(job, collected, state, notes)
        found = tuple(collected.findings)
    return Outcome(run, time.monotonic() - started, found, len(found))


def _run(
    store: Store,
    job: Job,
    staging: Staging,
    number: int,
    source: _Source,
    accepted: Accepted | None = None,
) -> Run:
    """Collects, judges and swaps. The swap and the end of the run are one transaction (H1, H2)."""
    names = accepted.names if accepted else {}
    with store.session() as session:
        known = relaunch.moved(swap_writes.known(session, job.portal.key), names)
    with closing(Collected()) as collected:
        memo = Memo(staging.memos, job.portal)
        collect(job, Crew(job, known, staging, memo), source.pages, collected)
        _let_go_of_pages()
        if accepted is None:
            state, notes = judged(store, job, collected, known)
        else:
            state, notes = approval.judge(accepted, collected)
        found = _recognised(store, notes, known, collected)
        with store.transaction() as session:
            if not run_writes.beat(session, number, job.clock()):
                raise HarvestError("run.taken_over", portal=job.portal.key)
            check(session, job)
            retired = 0
            relaunch_writes.propose(session, number, found)
            if names:
                relaunch_writes.carry(session, number)
            if state == "quarantined":
                approval.remember(session, number, job.portal.key, collected)
            if state in _SWAPPED and not relaunch.must_wait(session, job.portal.key, notes):
                retired = swap(session, job, number, collected, known, state)
            run = counted(job, collected, state, notes, retired)
            run = replace(run, id=number)
            if source.door is not None:
                run = replace(run, notes=run.notes + source.door.notes())
                unchanged.note(session, job, number, source.door, run)
            # what an accepted run rejected was written down when it began to wait
            rejects = run.rejects if accepted is None else ()
            run_writes.finish(session, number, run, rejects, job.clock())
    if state in COMPLETE:
        memo.tidy()
    return run


def _let_go_of_pages() -> None:
    """What the last page held has been taken; a large one would stay beside the swap."""
    forget_latest()
    give_back_now()


def _recognised(
    store: Store, notes: Iterable[Finding], known: Mapping[str, Known], collected: Collected
) -> tuple[Match, ...]:
    if not relaunch.is_suspected(notes):
        return ()
    return relaunch.propose(store, known, absent(collected, known), collected)


def _fetch(job: Job) -> Iterable[Page]:
    return job.harvester.fetch(job.portal, Timed(job.http, job.seconds))


def _staging(store: Store, job: Job, number: int) -> Staging:
    return Staging.of(job.staging, job.portal.key, store.name, number)


def _tidy(store: Store, staging: Staging) -> None:
    """Removes pages that nobody can decide about any more, such as those of a killed run."""
    for number, other in staging.others().items():
        with store.session() as session:
            try:
                approval.check(session, number)
            except HarvestError:
                other.clear()


def _end(store: Store, job: Job, number: int, reason: Finding) -> Run:
    run = Run(job.portal.key, id=number, state="failed", notes=(reason,))
    _finish(store, job, number, run)
    return run


def _finish(store: Store, job: Job, number: int, run: Run) -> None:
    """Ends the run, unless somebody else has ended it meanwhile."""
    with store.transaction() as session:
        if run_writes.beat(session, number, job.clock()):
            run_writes.finish(session, number, replace(run, ended=None), (), job.clock())


def _stopped(job: Job, error: BaseException) -> Finding:
    """Why a run ended that nobody expected to end."""
    if isinstance(error, StoreError):
        return Finding(error.code, job.portal.key, error.params)
    if isinstance(error, OSError):
        params = {"problem": error.strerror or "", "file": str(error.filename or "none")}
        return Finding("run.system", job.portal.key, params)
    if isinstance(error, Exception):
        return Finding("run.unexpected", job.portal.key, {"problem": type(error).__name__})
    return Finding("run.stopped", job.portal.key)


def _outcome(store: Store, job: Job, run: Run, started: float) -> Outcome:
    with store.session() as session:
        found = findings_queries.findings(session, job.portal.key, limit=_FINDINGS)
        total = sum(count.findings for count in findings_queries.counts(session, job.portal.key))
    seconds = time.monotonic() - started
    return Outcome(run, seconds, tuple(entry.finding for entry in found), total)

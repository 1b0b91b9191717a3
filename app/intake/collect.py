# SPDX-License-Identifier: EUPL-1.2
"""Items in, changes out: drops what is known and keeps the rest for the swap."""

import time
from collections.abc import Iterable

from app.intake.collected import Collected
from app.intake.crew import Crew, Opened
from app.intake.job import Job
from app.intake.pages import in_time, open_all
from app.intake.reading import Read
from app.model import Finding
from harvesters.base.record import Page

_FINDINGS = 1_000
_STEP = 25
_IDLE = 10
_MOST_REJECTS = 20_000  # each is kept with its words


def collect(job: Job, crew: Crew, pages: Iterable[Page], collected: Collected) -> None:
    """Reads all pages. HarvestError only when not even one page could be read."""
    idle = 0
    deadline = time.monotonic() + job.seconds
    for opened in open_all(job, crew, pages, collected):
        if len(collected.rejects) > _MOST_REJECTS:
            _note_end(collected, "run.too_many_rejects", {"limit": str(_MOST_REJECTS)})
            return
        before = len(collected.seen)
        if not _take_page(job, crew, opened, collected, deadline):
            return
        job.progress(collected.received, collected.announced)
        moved = opened.page.local or len(collected.seen) > before
        idle = 0 if moved else idle + 1
        if idle == _IDLE:
            params = {"pages": str(idle), "page": opened.page.name}
            _note_end(collected, "run.no_progress", params)
            return
        del opened  # or it would be held while the next one is read


def _take_page(job: Job, crew: Crew, opened: Opened, collected: Collected, deadline: float) -> bool:
    """False when the run is at one of its limits."""
    taken: list[Read] = []
    for number, item in enumerate(opened.items, 1):
        if _is_full(job, item, collected):
            return False
        _take(crew, opened, item, collected)
        taken.append(item._replace(parts=None, findings=()))
        if number % _STEP == 0:
            job.progress(collected.received, collected.announced)
            if not in_time(job, deadline, collected):
                return False
        if job.limit is not None and len(collected.seen) >= job.limit:
            collected.whole = False
            return False
    if crew.memo and not opened.remembered and not any(item.reject for item in taken):
        crew.memo.keep(crew.whole(opened.page), opened.contents, taken)
    return True


def _is_full(job: Job, item: Read, collected: Collected) -> bool:
    if len(collected.seen) < job.records or item.identifier in collected.seen:
        return False
    _note_end(collected, "run.too_many", {"limit": str(job.records)})
    return True


def _note_end(collected: Collected, code: str, params: dict[str, str]) -> None:
    """The run ends before the portal does."""
    collected.whole = False
    collected.note(Finding(code, "", params))


def _take(crew: Crew, opened: Opened, item: Read, collected: Collected) -> None:
    before = collected.seen.get(item.identifier)
    if before is not None:
        if before == item.hash:
            return
        _note_double(item, collected)
        if before > item.hash:  # whichever order the two come in, the same one stays
            return
    if crew.as_it_is(item.identifier, item.hash):
        collected.seen[item.identifier] = item.hash
        collected.same.add(item.identifier)
        collected.changed.discard(item.identifier)
        collected.distributions[item.identifier] = item.distributions
        return
    if item.reject is None and (item.parts is None or item.is_new == crew.knows(item.identifier)):
        item = crew.again(opened.page, item)
    _keep(crew, item, collected)


def _note_double(item: Read, collected: Collected) -> None:
    params = {"value": item.identifier, "position": item.position}
    collected.page_findings.append(Finding("dataset.duplicate", item.identifier, params))


def _keep(crew: Crew, item: Read, collected: Collected) -> None:
    if item.parts is None:
        if item.reject is not None:
            collected.reject((item.reject,))
        return
    collected.seen[item.identifier] = item.hash
    collected.same.discard(item.identifier)
    collected.distributions[item.identifier] = item.distributions
    spool = collected.added if item.is_new else collected.changed
    spool.put(item.identifier, item.parts)
    room = _FINDINGS - len(collected.findings)
    collected.findings += item.findings[: max(0, room)]

# SPDX-License-Identifier: EUPL-1.2
"""Pages as they come: opened, and what they say of the run as a whole."""

import time
from collections.abc import Iterable, Iterator
from contextlib import closing

from app.intake.collected import Collected
from app.intake.crew import Crew, Opened
from app.intake.job import Job
from app.model import Finding, ItemOutcome
from harvesters.base.errors import HarvestError
from harvesters.base.record import Broken, Contents, Page, Repair

_MOST_FINDINGS = 50_000  # about pages, as all of them together wait in memory
_MOST_ANNOUNCED = 1_000_000_000  # what databases can keep; who claims more is not believed anyway


def open_all(job: Job, crew: Crew, pages: Iterable[Page], collected: Collected) -> Iterator[Opened]:
    """Pages with their contents; one that cannot be read makes the run partial.

    HarvestError when not even one page could be read.
    """
    deadline = time.monotonic() + job.seconds
    failures: list[HarvestError] = []
    opened = 0
    awaited: str | None = None
    with closing(crew.read_all(pages)) as tasks:
        while not opened or in_time(job, deadline, collected):
            try:
                task = next(tasks, None)
            except HarvestError as error:  # the walk itself ended: no further page can be had
                failures.append(error)
                break
            if task is None:
                break
            try:
                read = task()
            except HarvestError as error:
                failures.append(error)
                continue
            opened += 1
            _note_page(read.contents, read.page, collected)
            awaited = None if read.page.local else read.contents.next_url
            yield read
            del task, read  # or the page would be held while the next one comes
    if awaited and not failures:
        collected.wanted.add(awaited)
    _note_failures(job, failures, opened, collected)


def _note_failures(
    job: Job, failures: list[HarvestError], opened: int, collected: Collected
) -> None:
    if failures and not opened:
        raise failures[0]
    for failure in failures:
        collected.whole = False
        collected.note(Finding(failure.code, job.portal.url, failure.params))


def in_time(job: Job, deadline: float, collected: Collected) -> bool:
    """Whether the run may go on; else it is noted that it took too long."""
    if time.monotonic() < deadline:
        return True
    collected.whole = False
    params = {"minutes": str(round(job.seconds / 60))}
    collected.note(Finding("run.too_long", job.portal.key, params))
    return False


def _note_page(contents: Contents, page: Page, collected: Collected) -> None:
    said = contents.announced
    announced = None if said is None else max(0, min(said, _MOST_ANNOUNCED))
    if contents.recounted:
        collected.announced = announced
    elif announced is not None:
        collected.announced = max(collected.announced or 0, announced)
    collected.pages.add(contents.self_url or page.name)
    if contents.next_url and page.local:
        collected.wanted.add(contents.next_url)
    if contents.truncated:
        collected.whole = False
        collected.note(Finding("page.truncated", page.name, {"page": page.name}))
    collected.reject(_reject(broken) for broken in contents.broken)
    room = max(0, _MOST_FINDINGS - len(collected.page_findings))
    told = contents.repairs[:room]
    collected.page_findings += [_finding(repair, page.name) for repair in told]
    for catalogue in contents.catalogues:
        collected.catalogues.setdefault(catalogue.identifier, catalogue)


def _reject(broken: Broken) -> ItemOutcome:
    return ItemOutcome(broken.identifier, broken.position, broken.reason, broken.value)


def _finding(repair: Repair, page: str) -> Finding:
    """field: as for a dataset's own repairs; sentences name it where they say what was mended."""
    place = repair.position
    params = {"value": repair.value, "position": place, "field": place or "none"}
    return Finding(repair.code, repair.subject or page, params)

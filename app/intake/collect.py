# SPDX-License-Identifier: EUPL-1.2
"""Items in, changes out: drops what is known, maps and understands the rest."""

import logging
from collections.abc import Iterable, Mapping

from app.intake.collected import Collected
from app.intake.job import Job
from app.intake.pages import open_all
from app.model import Dataset, Finding, ItemOutcome
from app.normalise import copies, understand
from app.store.swap_writes import Change, Known
from harvesters.base.errors import MalformedRecord
from harvesters.base.record import Item, Page

LOG = logging.getLogger(__name__)
_FINDINGS = 1_000
_STEP = 25
_IDLE = 10


def collect(
    job: Job, pages: Iterable[Page], known: Mapping[str, Known], collected: Collected
) -> None:
    """Reads all pages. HarvestError only when not even one page could be read."""
    idle = 0
    for page, contents in open_all(job, pages, collected):
        before = len(collected.seen)
        for number, item in enumerate(contents.items, 1):
            if _is_full(job, item, collected):
                return
            _take(job, item, known, collected)
            if number % _STEP == 0:
                job.progress(collected.received, collected.announced)
            if job.limit is not None and len(collected.seen) >= job.limit:
                collected.whole = False
                return
        job.progress(collected.received, collected.announced)
        idle = 0 if page.local or len(collected.seen) > before else idle + 1
        if idle == _IDLE:
            _note_end(collected, "run.no_progress", {"pages": str(idle), "page": page.name})
            return


def _is_full(job: Job, item: Item, collected: Collected) -> bool:
    if len(collected.seen) < job.records or item.identifier in collected.seen:
        return False
    _note_end(collected, "run.too_many", {"limit": str(job.records)})
    return True


def _note_end(collected: Collected, code: str, params: dict[str, str]) -> None:
    """The run ends before the portal does."""
    collected.whole = False
    collected.note(Finding(code, "", params))


def _take(job: Job, item: Item, known: Mapping[str, Known], collected: Collected) -> None:
    before = collected.seen.get(item.identifier)
    if before is not None:
        if before == item.hash:
            return
        _note_double(item, collected)
        if before > item.hash:  # whichever order the two come in, the same one stays
            return
    held = known.get(item.identifier)
    if held is not None and held.hash == item.hash and not held.retired:
        collected.seen[item.identifier] = item.hash
        collected.same.add(item.identifier)
        collected.changed.discard(item.identifier)
        collected.distributions[item.identifier] = item.distributions
        return
    _understand(job, item, held, collected)


def _note_double(item: Item, collected: Collected) -> None:
    params = {"value": item.identifier, "position": item.position}
    collected.page_findings.append(Finding("dataset.duplicate", item.identifier, params))


def _understand(job: Job, item: Item, held: Known | None, collected: Collected) -> None:
    try:
        record = job.harvester.parse(job.portal, item)
        dataset, findings = understand(job.reader, job.portal, record)
    except MalformedRecord as error:
        _reject(item, error.code, error.params.get("value", ""), collected)
        return
    except Exception as error:  # a fault of ours: one bad item costs one item (H8)
        LOG.debug("%s %s", job.portal.key, item.identifier, exc_info=True)
        _reject(item, "item.unexpected", type(error).__name__, collected)
        return
    collected.seen[item.identifier] = item.hash
    collected.same.discard(item.identifier)
    collected.distributions[item.identifier] = len(dataset.distributions)
    change = Change(
        dataset,
        land_of(dataset, job.portal.ags),
        item.hash,
        record.media_type,
        record.statements,
        record.personal,
        findings,
        copies.marks(record, dataset),
    )
    (collected.added if held is None else collected.changed).put(change)
    room = _FINDINGS - len(collected.findings)
    collected.findings += findings[: max(0, room)]


def _reject(item: Item, code: str, value: str, collected: Collected) -> None:
    collected.rejects.append(ItemOutcome(item.identifier, item.position, code, value))


def land_of(dataset: Dataset, portal_key: str | None) -> str | None:
    """Two digits of the Land: of the publisher's key, else of the portal where a Land publishes."""
    key = dataset.publisher.key.value
    if key:
        return key[:2]
    return portal_key[:2] if portal_key and dataset.publisher.kind == "land" else None

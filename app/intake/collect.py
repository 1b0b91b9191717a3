# SPDX-License-Identifier: EUPL-1.2
"""Pages in, changes out: opens each page, drops what is known, maps and understands the rest."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.intake.job import Job
from app.intake.spool import Spool
from app.intake.staging import Staging
from app.model import Dataset, Finding, ItemOutcome
from app.normalise import understand
from app.store.swap_writes import Change, Known
from harvesters.base.errors import HarvestError, MalformedRecord
from harvesters.base.record import Broken, Contents, Item, Page, RawCatalogue, Repair

_FINDINGS = 1_000


@dataclass(slots=True)
class Collected:
    """What a run has gathered so far.

    seen: identifier -> hash. pages: addresses the pages give themselves; wanted: those they name as
    next. notes: what was noticed about the run; page_findings: about pages as a whole.
    """

    seen: dict[str, str] = field(default_factory=dict)
    added: Spool = field(default_factory=Spool)
    changed: Spool = field(default_factory=Spool)
    same: set[str] = field(default_factory=set)
    rejects: list[ItemOutcome] = field(default_factory=list)
    catalogues: dict[str, RawCatalogue] = field(default_factory=dict)
    distributions: dict[str, int] = field(default_factory=dict)
    announced: int | None = None
    pages: set[str] = field(default_factory=set)
    wanted: set[str] = field(default_factory=set)
    notes: list[Finding] = field(default_factory=list)
    page_findings: list[Finding] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    whole: bool = True

    @property
    def received(self) -> int:
        """Distinct datasets, rejected items included."""
        return len(self.seen) + len(self.rejects)

    def is_whole(self) -> bool:
        """Whether every page was read to its end and no page named as next is missing."""
        if not self.whole:
            return False
        return self.wanted <= self.pages or self.announced == len(self.seen) + len(self.rejects)


def collect(job: Job, pages: Iterable[Page], known: Mapping[str, Known]) -> Collected:
    """Reads all pages. HarvestError only when not even the first page could be read."""
    collected = Collected()
    for contents in _open_all(job, pages, collected):
        for item in contents.items:
            _take(job, item, known, collected)
            if _is_enough(job, collected):
                return collected
        job.progress(collected.received, collected.announced)
    return collected


def stage(pages: Iterable[Page], staging: Staging) -> Iterator[Page]:
    """The pages, each kept on disk as it came."""
    for page in pages:
        staging.keep(page)
        yield page


def _open_all(job: Job, pages: Iterable[Page], collected: Collected) -> Iterator[Contents]:
    """Contents of the pages; one that cannot be read makes the run partial, unless it is alone."""
    walk = iter(pages)
    failures: list[HarvestError] = []
    opened = 0
    while True:
        try:
            page = next(walk, None)
        except HarvestError as error:  # the walk itself ended: no further page can be had
            failures.append(error)
            break
        if page is None:
            break
        try:
            contents = job.harvester.open(job.portal, page)
        except HarvestError as error:
            failures.append(error)
            continue
        opened += 1
        _note_page(contents, page, collected)
        yield contents
    if failures and not opened:
        raise failures[0]
    if failures:
        collected.whole = False
        collected.notes += [Finding(e.code, job.portal.url, e.params) for e in failures]


def _note_page(contents: Contents, page: Page, collected: Collected) -> None:
    if contents.announced is not None:
        collected.announced = max(collected.announced or 0, contents.announced)
    collected.pages.add(contents.self_url or page.name)
    if contents.next_url and page.local:
        collected.wanted.add(contents.next_url)
    if contents.truncated:
        collected.whole = False
        collected.notes.append(Finding("page.truncated", page.name, {"page": page.name}))
    collected.rejects += [_reject(broken) for broken in contents.broken]
    collected.page_findings += [_finding(repair, page.name) for repair in contents.repairs]
    for catalogue in contents.catalogues:
        collected.catalogues.setdefault(catalogue.identifier, catalogue)


def _reject(broken: Broken) -> ItemOutcome:
    return ItemOutcome(broken.identifier, broken.position, broken.reason, broken.value)


def _finding(repair: Repair, page: str) -> Finding:
    params = {"value": repair.value, "position": repair.position}
    return Finding(repair.code, repair.subject or page, params)


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
        collected.distributions[item.identifier] = item.distributions
        return
    _understand(job, item, held, collected)


def _note_double(item: Item, collected: Collected) -> None:
    params = {"value": item.identifier, "position": item.position}
    collected.page_findings.append(Finding("dataset.duplicate", item.identifier, params))


def _understand(job: Job, item: Item, held: Known | None, collected: Collected) -> None:
    try:
        record = job.harvester.parse(job.portal, item)
    except MalformedRecord as error:
        value = error.params.get("value", "")
        collected.rejects.append(ItemOutcome(item.identifier, item.position, error.code, value))
        return
    dataset, findings = understand(job.reader, job.portal, record)
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
    )
    (collected.added if held is None else collected.changed).put(change)
    room = _FINDINGS - len(collected.findings)
    collected.findings += findings[: max(0, room)]


def land_of(dataset: Dataset, portal_key: str | None) -> str | None:
    """Two digits of the Land: of the publisher's key, else of the portal where a Land publishes."""
    key = dataset.publisher.key.value
    if key:
        return key[:2]
    return portal_key[:2] if portal_key and dataset.publisher.kind == "land" else None


def _is_enough(job: Job, collected: Collected) -> bool:
    if job.limit is not None and len(collected.seen) >= job.limit:
        collected.whole = False
        return True
    if len(collected.seen) >= job.records:
        collected.whole = False
        params = {"limit": str(job.records)}
        collected.notes.append(Finding("run.too_many", job.portal.key, params))
        return True
    return False

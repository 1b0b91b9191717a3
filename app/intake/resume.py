# SPDX-License-Identifier: EUPL-1.2
"""After a kill: what a run had staged a while ago is not asked for again (promise H2).

Only if the first and the last of its pages are as they were: then nothing came or went between
them, and where the old pages end the new ones follow without a gap. Whatever a portal is asked
beside its pages (totals, lists) is asked anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from app.intake.job import Job
from app.intake.staging import Asked, Origin, Staging, load_page, origin_of
from app.model import Finding
from app.store import Store, run_queries
from harvesters.base.errors import HarvestError
from harvesters.base.record import Body, Http, Page

_FEWEST = 4
"""Pages that must be there before it pays: two are asked for to compare."""

_CHARSET = "utf-8"


@dataclass(slots=True)
class Replay:
    """A run's way to the network that answers from disk what a killed run was answered.

    left: body of a page by what was asked. taken: how many pages came from there. only: the answer,
    without its body, while there was one alone, and not from disk.
    """

    http: Http
    left: dict[Asked, Path] = field(default_factory=dict)
    taken: int = 0
    only: Page | None = None
    _asked: int = 0
    _last: tuple[datetime, Origin] | None = None

    @property
    def largest_answer(self) -> int:
        """Bytes one answer may have, decoded."""
        return self.http.largest_answer

    def get(self, url: str, accept: str, number: int = 1) -> Page:
        """As Http."""
        return self._answer(Asked(url, accept), number)

    def post(self, url: str, question: Body, accept: str, number: int = 1) -> Page:
        """As Http."""
        data = question.data.decode(_CHARSET, "surrogateescape")
        return self._answer(Asked(url, accept, data, question.media_type), number)

    def _answer(self, asked: Asked, number: int) -> Page:
        body = self.left.pop(asked, None)
        page = _kept(body, number, self.largest_answer) if body else None
        if page is None:
            body, page = None, ask(self.http, asked, number)
        self._asked += 1
        self.only = replace(page, body=b"") if self._asked == 1 and not body else None
        self._last = page.fetched, Origin(asked, body)
        return page

    def origin(self, page: Page) -> Origin | None:
        """What was asked for this page; None unless it is the last answer, however renamed."""
        if self._last is None or self._last[0] is not page.fetched:
            return None
        self.taken += self._last[1].file is not None
        return self._last[1]

    def notes(self) -> tuple[Finding, ...]:
        """What the report of the run says of it."""
        if not self.taken:
            return ()
        return (Finding("run.resumed", "", {"pages": str(self.taken)}),)


def _kept(body: Path, number: int, largest: int) -> Page | None:
    try:
        page = load_page(body)
    except (OSError, ValueError, TypeError, KeyError):  # cut off, of another version, removed
        return None
    return replace(page, number=number) if len(page.body) <= largest else None


def ask(http: Http, asked: Asked, number: int) -> Page:
    """The portal's own answer; HarvestError."""
    if asked.data is None:
        return http.get(asked.url, asked.accept, number)
    question = Body(asked.data.encode(_CHARSET, "surrogateescape"), asked.media_type or "")
    return http.post(asked.url, question, asked.accept, number)


def walk(store: Store, job: Job, staging: Staging, door: Replay) -> Iterator[Page]:
    """The portal's pages, each kept on disk with what was asked for it.

    What a killed run left is put into the door before the first.
    """
    door.left |= _left(store, job, staging)
    for page in job.harvester.fetch(job.portal, door):
        staging.keep(page, door.origin(page))
        yield page
        del page  # or it would be held while the next one comes


class _Staged(NamedTuple):
    number: int
    asked: Asked
    body: Path


def _left(store: Store, job: Job, staging: Staging) -> dict[Asked, Path]:
    """Pages of this portal's killed runs that are young enough and true to this day."""
    pages: dict[Asked, _Staged] = {}
    for folder in _folders(store, staging):
        pages |= {page.asked: page for page in _pages(folder, job)}
    found = sorted(pages.values(), key=lambda page: page.number)
    if len(found) < _FEWEST or not all(_is_same(job, page) for page in (found[0], found[-1])):
        return {}
    return {page.asked: page.body for page in found}


def _folders(store: Store, staging: Staging) -> list[Staging]:
    """Folders of failed runs, the oldest first; other runs still decide about theirs."""
    others = sorted(staging.others().items())
    with store.session() as session:
        runs = {number: run_queries.get(session, number) for number, _ in others}
    return [
        folder
        for number, folder in others
        if (run := runs[number]) is not None and run.state == "failed"
    ]


def _pages(folder: Staging, job: Job) -> Iterator[_Staged]:
    now = datetime.now(UTC)
    for file in sorted(folder.folder.glob("page-*.json")):
        found = origin_of(file)
        body = file.with_suffix(".body")
        if found is None or not body.exists():
            continue
        if now - job.resume <= found.fetched <= now:
            yield _Staged(found.number, found.asked, body)


def _is_same(job: Job, staged: _Staged) -> bool:
    """Whether the portal still answers with the same datasets, counts and next page."""
    kept = _kept(staged.body, staged.number, job.http.largest_answer)
    if kept is None:
        return False
    try:
        page = ask(job.http, staged.asked, staged.number)
        page = replace(page, name=kept.name)
        return page.body == kept.body or _said(job, page) == _said(job, kept) != _NOTHING
    except HarvestError:
        return False


_Said = tuple[frozenset[tuple[str, str]], int | None, str | None]
_NOTHING: _Said = frozenset(), None, None


def _said(job: Job, page: Page) -> _Said:
    contents = job.harvester.open(job.portal, page)
    items = frozenset((item.identifier, item.hash) for item in contents.items)
    return (items, contents.announced, contents.next_url) if items else _NOTHING

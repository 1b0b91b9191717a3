# SPDX-License-Identifier: EUPL-1.2
"""Who reads which page: nobody if it was read before, a second process if there is much to read.

Whoever reads, what comes out is the same and comes in the order of the pages.
"""

import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import NamedTuple

from app.intake.allocation import give_back_now
from app.intake.job import Job
from app.intake.memo import Memo
from app.intake.reading import Read, read_item, read_items
from app.intake.second_reader import MOST_ITEMS, PageRead, SecondReader, Setup, Spec, guess
from app.intake.shelf import PLACES
from app.intake.staging import Staging, load_page
from app.store.swap_writes import Known
from harvesters.base.errors import HarvestError
from harvesters.base.record import Contents, Page

# A second process costs memory, and where it cannot be split off a second to start: worth it once
# a portal has shown to be a large one, when all that reads pages is loaded and can be shared, and
# that its pages are of the usual size: what is read ahead, by either, is held in memory.
_PAGES_BEFORE = 6
_BYTES_BEFORE = 1_000_000
_LARGEST_PAGE = 2_500_000
_AHEAD = 6


class Opened(NamedTuple):
    """A page with what it holds. contents: items are in ``items``. remembered: read before."""

    page: Page
    contents: Contents
    items: Iterable[Read]
    remembered: bool = False


Task = Callable[[], Opened]
"""Answers with the page; HarvestError when it cannot be read."""


@dataclass
class Crew:
    """Reads the pages of one run. staging, memo: None where nothing is written down.

    Once a page was larger than usual, or held more, each is read when its turn comes and by nobody
    else.
    """

    job: Job
    known: Mapping[str, Known]
    staging: Staging | None = None
    memo: Memo | None = None
    deadline: float = 0.0
    _second: SecondReader | None = None
    _given_up: bool = False
    _read: int = 0
    _bytes: int = 0
    _is_unusual: bool = False
    _waiting: deque[tuple[Task, bool]] = field(default_factory=deque)

    def read_all(self, pages: Iterable[Page]) -> Generator[Task, None, None]:
        """One task a page, in their order; HarvestError when no further page can be had."""
        self.deadline = self.deadline or time.monotonic() + self.job.seconds
        failure = None
        walk = iter(pages)
        with closing(self):
            while True:
                try:
                    page = next(walk, None)
                except HarvestError as error:
                    failure = error
                    break
                if page is None:
                    break
                self._waiting.append(self._hand_out(page))
                del page  # or it would be held while the next one comes
                yield from self._ready()
            while self._waiting:
                yield self._waiting.popleft()[0]
        if failure is not None:
            raise failure

    def _ready(self) -> Iterator[Task]:
        while self._waiting and (len(self._waiting) > _AHEAD or self._is_ready()):
            yield self._waiting.popleft()[0]

    def _is_ready(self) -> bool:
        asked = self._waiting[0][1]
        return not asked or self._second is None or self._second.has_answer()

    def _hand_out(self, page: Page) -> tuple[Task, bool]:
        """Who reads this page, and whether it is the second."""
        if opened := self._remembered(page):
            return (lambda: opened), False
        self._read += 1
        self._bytes += len(page.body)
        self._is_unusual = self._is_unusual or len(page.body) > _LARGEST_PAGE
        second = self._second_for(page)
        if second is None:
            return self._by_myself(page), False
        return (lambda: self._by_second(second, replace(page, body=b""))), True

    def _remembered(self, page: Page) -> Opened | None:
        found = self.memo.find(page) if self.memo else None
        if found is None or not all(self.as_it_is(item.identifier, item.hash) for item in found[1]):
            return None
        return Opened(replace(page, body=b""), *found, remembered=True)

    def as_it_is(self, identifier: str, hash: str) -> bool:
        """Whether the store holds this live and unchanged."""
        held = self.known.get(identifier)
        return held is not None and held.hash == hash and not held.retired

    def knows(self, identifier: str) -> bool:
        """Whether the store holds this, live or retired."""
        return identifier in self.known

    def _second_for(self, page: Page) -> SecondReader | None:
        """The second, when it has time, and this page is on disk for it."""
        if self._is_unusual and self._second is not None and not self._second.asked:
            self.close()
        if self.staging is None or self._is_unusual or not self._has_second():
            return None
        second = self._second
        if second is None or second.asked >= PLACES or not second.ask(self.staging.body(page)):
            return None
        return second

    def _has_second(self) -> bool:
        if self._second is None and not self._given_up:
            spec = self.job.second_reader
            if spec is None or self._is_unusual or (os.cpu_count() or 1) < 2:
                self._given_up = True
            elif self._read > _PAGES_BEFORE and self._bytes > _BYTES_BEFORE:
                self._second = self._start(spec)
                self._given_up = self._second is None
        return self._second is not None and self._second.alive

    def _start(self, spec: Spec) -> SecondReader | None:
        """The second; None where the system has no room for another process."""
        # those that a relaunch renamed are known without their hash: all of them are read
        held = self.known.values()
        live = (each.hash for each in held if each.hash and not each.retired)
        setup = Setup(self.job.portal, spec, guess(live, self.known), self.job.guard)
        try:
            return SecondReader(setup, self.deadline - time.monotonic(), self.job.reader)
        except OSError:
            return None

    def _by_myself(self, page: Page) -> Task:
        if self._second is None or self._is_unusual:
            return lambda: self._open(page)
        try:
            opened = self._open(page)
        except HarvestError as error:
            return _raising(error)
        items = iter(opened.items)
        ahead = tuple(islice(items, MOST_ITEMS))
        opened = opened._replace(items=chain(ahead, items))
        return lambda: opened

    def _open(self, page: Page) -> Opened:
        job = self.job
        if len(page.body) > _LARGEST_PAGE:
            give_back_now()  # what the page before left
        contents = job.harvester.open(job.portal, page)
        self._is_unusual = self._is_unusual or len(contents.items) > MOST_ITEMS
        items = read_items(job.portal, job.harvester, job.reader, contents, self)
        return Opened(page, contents.without_items(), items)

    def _by_second(self, second: SecondReader, page: Page) -> Opened:
        answer: PageRead | None = second.answer()
        if answer is not None and answer.is_much:
            self._is_unusual = True
        if answer is None or answer.is_much:  # it was ended, or held more than it should
            return self._open(self.whole(page))
        if answer.contents is None:
            code, params = answer.failure or ("", {})
            raise HarvestError(code, **params)
        return Opened(page, answer.contents, answer.items)

    def whole(self, page: Page) -> Page:
        """The page with its body, which may have been let go."""
        if page.body or self.staging is None:
            return page
        return load_page(self.staging.body(page))

    def again(self, page: Page, skipped: Read) -> Read:
        """Understands a dataset that was skipped because it looked known."""
        job = self.job
        for item in job.harvester.open(job.portal, self.whole(page)).items:
            if (item.identifier, item.hash) == (skipped.identifier, skipped.hash):
                return read_item(job.portal, job.harvester, job.reader, item, self)
        raise AssertionError("the same page read again held another dataset")

    def close(self) -> None:
        """Ends the second."""
        if self._second is not None:
            self._second.close()
            self._second = None
            self._given_up = True


def _raising(error: HarvestError) -> Task:
    def task() -> Opened:
        raise error

    return task

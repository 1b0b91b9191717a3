# SPDX-License-Identifier: EUPL-1.2
"""What a run has gathered between its first page and its swap."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.intake.reading import unpack
from app.intake.spool import Spool
from app.model import Finding, ItemOutcome
from app.store import prepared
from app.store.swap_writes import Change, Prepared
from harvesters.base.record import RawCatalogue

# A dataset that has no name of its own was never taken, so no live one can hide behind it.
_NEVER_TAKEN = "item.no_identity"
# Where a dataset of JSON ends that cannot be read is not sure: it may have taken others along.
_UNSURE = "item.broken_json"
# Characters by which something without a name is known again: many a thing is "null" or "{}".
_TELLING = 40


@dataclass(slots=True)
class Collected:
    """What a run has gathered so far.

    seen: identifier -> hash. pages: addresses the pages give themselves; wanted: those they name as
    next. notes: what was noticed about the run; page_findings: about pages as a whole.
    """

    seen: dict[str, str] = field(default_factory=dict)
    added: Spool[Prepared] = field(default_factory=lambda: Spool(prepared.load))
    changed: Spool[Change] = field(default_factory=lambda: Spool(unpack))
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
    _rejected: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def reject(self, page: Iterable[ItemOutcome]) -> None:
        """Keeps what a page rejects, each item once: windows overlap, and what an earlier one
        has rejected comes again. On one page, things without a name stay apart however alike.
        """
        here: Counter[tuple[str, ...]] = Counter()
        for item in page:
            said: tuple[str, ...] = (item.identifier or "", item.reason, item.value)
            here[said] += 1
            if item.identifier and (here[said] > 1 or self._rejected[said]):
                continue
            if here[said] > self._rejected[said] or len(item.value) < _TELLING:
                self.rejects.append(item)
        for said, count in here.items():
            self._rejected[said] = max(count, self._rejected[said])

    @property
    def received(self) -> int:
        """Distinct datasets, rejected items included."""
        return len(self.seen) + len(self.rejects)

    @property
    def present(self) -> set[str]:
        """Identifiers of what is there, also of what could not be taken: it has not vanished."""
        return self.seen.keys() | {item.identifier for item in self.rejects if item.identifier}

    @property
    def hides_some(self) -> bool:
        """Whether something unreadable came without its name, or with more than itself.

        Any dataset may hide behind it.
        """
        return any(
            item.reason == _UNSURE or not item.identifier and item.reason != _NEVER_TAKEN
            for item in self.rejects
        )

    def is_whole(self) -> bool:
        """Whether every page was read to its end and no page named as next is missing."""
        if not self.whole:
            return False
        return self.wanted <= self.pages or self.announced == self.received

    def note(self, finding: Finding) -> None:
        """Keeps what was noticed about the run, once."""
        if finding not in self.notes:
            self.notes.append(finding)

    def close(self) -> None:
        """Frees the disk that the spools use."""
        self.added.close()
        self.changed.close()

# SPDX-License-Identifier: EUPL-1.2
"""What the intake hands to the store, and what it must know to decide what has changed."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from app.model import Dataset, Finding
from app.model.mark import Mark


class Known(NamedTuple):
    """What the store holds of an identifier; hash: of what the portal said last."""

    id: str
    hash: str
    retired: bool
    missing_runs: int


@dataclass(frozen=True, slots=True)
class Change:
    """A dataset to be added or to take the place of its former self.

    land: 2 digits, used where the publisher has no key. statements: what the portal said, without
    persons; personal: what it said about persons (empty if nothing). marks: by which
    copies in other portals are recognised.
    """

    dataset: Dataset
    land: str | None
    hash: str
    media_type: str
    statements: str
    personal: str = ""
    findings: tuple[Finding, ...] = ()
    marks: tuple[Mark, ...] = ()


class Replaced(NamedTuple):
    """How many were changed, came back, were read anew; unread: nothing was different."""

    changed: int = 0
    returned: int = 0
    reread: int = 0
    unread: int = 0


def moment(now: datetime | None) -> datetime:
    """The given instant, or this one."""
    return now or datetime.now(UTC)

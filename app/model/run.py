# SPDX-License-Identifier: EUPL-1.2
"""A harvest run, its state, and the outcome of items that could not be taken."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from app.model.finding import Finding

RunState = Literal[
    "running",
    "complete",
    "complete-with-rejects",
    "not-modified",
    "partial",
    "failed",
    "quarantined",
]
COMPLETE: frozenset[str] = frozenset({"complete", "complete-with-rejects"})


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """An item that was rejected: identifier if it had one, where it stood, what was wrong.

    position: ``page 2, line 14`` as parameters of the message ("page", "line" or "item").
    reason: code of the message; value: the original text (at most 500 characters).
    """

    identifier: str | None
    position: str
    reason: str
    value: str


@dataclass(frozen=True, slots=True)
class Run:
    """One harvest of one portal. received = added + changed + same + rejected."""

    portal: str
    id: int | None = None
    state: RunState = "running"
    started: datetime | None = None
    ended: datetime | None = None
    received: int = 0
    added: int = 0
    changed: int = 0
    same: int = 0
    retired: int = 0
    rejected: int = 0
    distributions: int = 0
    announced: int | None = None
    notes: tuple[Finding, ...] = ()
    rejects: tuple[ItemOutcome, ...] = field(default_factory=tuple)

# SPDX-License-Identifier: EUPL-1.2
"""Findings on their way: every rule returns what it noticed, one place counts and attaches them.

A note is a Finding without a subject. Notes may be cached with the value they are about, because
nothing in them belongs to one dataset.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from app.model import Finding

T = TypeVar("T")
Note = tuple[str, str, str, str]

MAX_VALUE = 500
MAX_PER_CODE = 20


class Noted(NamedTuple, Generic[T]):
    """A value as read and the notes made while reading it."""

    value: T
    notes: tuple[Note, ...] = ()


def note(code: str, value: str | None = "", other: str | None = "", field: str = "") -> Note:
    """One note. value: what the portal said; other: what it contradicts; field: the property."""
    return code, (value or "")[:MAX_VALUE], (other or "")[:MAX_VALUE], field


def gather(subject: str, groups: Iterable[tuple[Note, ...]]) -> tuple[Finding, ...]:
    """Findings about one dataset: equal notes are one finding with a ``count``.

    A dataset with thousands of broken values gets at most MAX_PER_CODE findings of a code; the last
    one's count then says how often the code occurred beyond the ones before it.
    """
    counts = Counter(entry for group in groups for entry in group)
    findings: list[Finding] = []
    per_code: dict[str, int] = {}
    for entry, count in counts.items():
        code = entry[0]
        per_code[code] = per_code.get(code, 0) + 1
        if per_code[code] < MAX_PER_CODE:
            findings.append(_finding(subject, entry, count))
        elif per_code[code] == MAX_PER_CODE:
            findings.append(_finding(subject, entry, _rest(code, counts, findings)))
    return tuple(findings)


def _rest(code: str, counts: Counter[Note], told: list[Finding]) -> int:
    total = sum(count for entry, count in counts.items() if entry[0] == code)
    return total - sum(int(finding.params["count"]) for finding in told if finding.code == code)


def _finding(subject: str, entry: Note, count: int) -> Finding:
    code, value, other, field = entry
    params = {"value": value, "count": str(count)}
    if other:
        params["other"] = other
    if field:
        params["field"] = field
    return Finding(code, subject, params)

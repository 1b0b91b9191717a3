# SPDX-License-Identifier: EUPL-1.2
"""Several readings of one thing together: what they agree on, else all they may mean."""

import re
from collections.abc import Iterable
from dataclasses import replace

from app.model import Reading

_VERSION = re.compile(r"-\d.*")
# Rules of readings that stay open whatever stands beside them: the text itself leaves them open.
# Rule of what names a licence that does not exist: a version, variant or port there is not.
COMBINATION = "combination"
OPEN = frozenset({"several", "doubtful", "contradiction", "partly.unread"})


def one_of(readings: list[Reading], rule: str) -> Reading:
    """Several statements about one thing: the licence they agree on, else what they may mean."""
    firm = {reading.value: reading for reading in readings if reading.status in ("exact", "likely")}
    several = [reading for reading in readings if reading.status == "ambiguous"]
    if not firm and not several:
        return next((reading for reading in readings if reading.status == "unknown"), readings[0])
    misnamed = any(reading.rule == COMBINATION for reading in readings)
    settled = all(is_settled(reading, firm) for reading in several)
    if len(firm) > 1 or misnamed or (firm and not settled):
        return leave_open([*firm.values(), *several], "several")
    if not firm:
        groups = {(reading.value, reading.candidates) for reading in several}
        return several[0] if len(groups) == 1 else leave_open(several, "several")
    exact = any(reading.status == "exact" for reading in readings)
    return Reading(next(iter(firm)), "exact" if exact else "likely", rule)


def as_likely(reading: Reading) -> Reading:
    """The same licence, no longer exact."""
    return replace(reading, status="likely") if reading.status == "exact" else reading


def leave_open(readings: Iterable[Reading], rule: str) -> Reading:
    """Ambiguous without a value; candidates are all that the readings may mean."""
    return Reading(None, "ambiguous", rule, None, ids_of(readings))


def ids_of(readings: Iterable[Reading]) -> tuple[str, ...]:
    """All licences and classes the readings may mean, sorted."""
    found: set[str] = set()
    for reading in readings:
        found.update((reading.value,) if reading.value else ())
        if reading.status not in ("exact", "likely"):
            found.update(reading.candidates)
    return tuple(sorted(found))


def is_settled(reading: Reading, firm: Iterable[str | None]) -> bool:
    """Whether a firm statement beside it says which of several licences is meant.

    "CC BY" beside "CC BY 4.0" is the same licence said twice, once without its version. A text that
    names two licences, or one with "not", is settled by nothing.
    """
    if OPEN.intersection((reading.rule, reading.rule.partition(".")[2])):
        return False
    if reading.candidates:
        return any(licence in reading.candidates for licence in firm)
    name = reading.value or ""
    return any(
        name and licence.startswith(name) and _VERSION.fullmatch(licence[len(name) :])
        for licence in firm
        if licence
    )

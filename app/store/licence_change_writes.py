# SPDX-License-Identifier: EUPL-1.2
"""Licences that a swap changes, counted by Kommune; what was only read anew is no change."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlmodel import Session

from app.model import Dataset, Reading
from app.store import bulk
from app.store.licence_writes import NONE, SEPARATOR
from app.store.tables import LicenceChangeRow

MIXED = "mixed"
COLUMNS = ("run", "portal", "at", "kommune", "before", "after", "datasets", "example")


class Replacement(NamedTuple):
    """A dataset before and after, by its public id."""

    id: str
    before: Dataset
    after: Dataset


def record(session: Session, run: int, at: str, found: Iterable[Replacement]) -> None:
    """Writes a row for each portal, Kommune and pair of licences; nothing where none changed."""
    groups: dict[tuple[str, str, str, str], list[str]] = {}
    for each in found:
        before, after = value(each.before), value(each.after)
        if before != after:
            kommune = each.after.publisher.key.value or ""
            key = (each.after.portal, kommune, before, after)
            groups.setdefault(key, []).append(each.id)
    rows = [
        (run, portal, at, kommune, before, after, len(ids), min(ids))
        for (portal, kommune, before, after), ids in groups.items()
    ]
    bulk.insert(session, LicenceChangeRow, COLUMNS, rows)


def value(dataset: Dataset) -> str:
    """The dataset's licence; of several that differ all, in order, with a space between."""
    if dataset.licence.status != "mixed":
        return word(dataset.licence)
    readings = [part.licence for part in dataset.distributions]
    readings += [part.licence for part in dataset.services]
    return together(map(word, readings))


def together(words: Iterable[str]) -> str:
    """Several words of licences as one; ``mixed`` where they are not known to be several."""
    found = sorted({each or NONE for each in words})
    return SEPARATOR.join(found) if len(found) > 1 else MIXED


def word(licence: Reading) -> str:
    """The licence's id, empty for not given, the status where no single one was read."""
    return spelled(licence.value, licence.status)


def spelled(value: str | None, status: str) -> str:
    """The word for a value and a status."""
    if value is not None:
        return value
    return "" if status == "missing" else status

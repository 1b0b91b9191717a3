# SPDX-License-Identifier: EUPL-1.2
"""Licences that a swap changes, counted by Kommune; what was only read anew is no change."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlmodel import Session

from app.model import Dataset, Reading
from app.store import bulk
from app.store.tables import LicenceChangeRow

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
        before, after = value(each.before.licence), value(each.after.licence)
        if before != after:
            kommune = each.after.publisher.key.value or ""
            key = (each.after.portal, kommune, before, after)
            groups.setdefault(key, []).append(each.id)
    rows = [
        (run, portal, at, kommune, before, after, len(ids), min(ids))
        for (portal, kommune, before, after), ids in groups.items()
    ]
    bulk.insert(session, LicenceChangeRow, COLUMNS, rows)


def value(licence: Reading) -> str:
    """The licence's id, empty for not given, the status where no single one was read."""
    if licence.value is not None:
        return licence.value
    return "" if licence.status == "missing" else licence.status

# SPDX-License-Identifier: EUPL-1.2
"""What stands of a copy that differs: in which fields, and the filters of what is counted for it.

Without these, each question about contradictions would read the datasets on both sides.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlmodel import Session

from app.store import bulk, encoding
from app.store.tables import ContradictionRow, DatasetRow, StandardUseRow, table_of

NOT_GIVEN = "none"
UNKNOWN = "unknown"
FIELDS = ("licence", "format", "issued", "as_of", "contact", "title")
COLUMNS = tuple(table_of(ContradictionRow).c.keys())
OF_HEAD = COLUMNS[COLUMNS.index("head_portal") :]
D = table_of(DatasetRow).c
USE = table_of(StandardUseRow).c
KEPT = (D.portal, D.sort_title, D.kommune, D.land, D.musterdatensatz, D.thema)
Values = tuple[Any, ...]


class Part(NamedTuple):
    """Licence and format of a distribution, each as key and status."""

    licence: str | None
    licence_status: str
    format: str | None
    format_status: str


class Different(NamedTuple):
    """A copy, its portal, the dataset that is counted, and in which fields they differ."""

    copy: str
    portal: str
    head: str
    fields: tuple[str, ...]


def write(
    session: Session, found: Collection[Different], parts: Mapping[str, Collection[Part]]
) -> None:
    """Writes a row for each copy; parts: distributions, at least of all that is counted."""
    heads = dict(_heads(session, sorted({each.head for each in found}), parts))
    rows = [
        (each.copy, each.head, bits(each.fields), len(each.fields), each.portal, *heads[each.head])
        for each in found
    ]
    bulk.insert(session, ContradictionRow, COLUMNS, rows)


def bits(fields: Iterable[str]) -> int:
    """The fields as one number, a bit for each of FIELDS."""
    return sum(1 << FIELDS.index(field) for field in fields)


def fields_of(number: int) -> tuple[str, ...]:
    """The fields that a number stands for, as FIELDS orders them."""
    return tuple(field for at, field in enumerate(FIELDS) if number >> at & 1)


def listed(keys: Iterable[str]) -> str:
    """Keys as one text in which each can be looked for with a space on either side."""
    return f" {' '.join(sorted(keys))} "


def _heads(
    session: Session, ids: list[str], parts: Mapping[str, Collection[Part]]
) -> Iterable[tuple[str, Values]]:
    for batch in bulk.batches(ids, bulk.NAMED):
        standards = _standards(session, batch)
        statement = select(D.id, *KEPT, D.data_as_of, D.changed_at).where(D.id.in_(batch))
        for id, *kept, as_of, changed in session.connection().execute(statement):
            here = parts.get(id, ())
            licences = {part.licence or _silence(part.licence_status) for part in here}
            formats = {part.format or _silence(part.format_status) for part in here}
            values = (licences, formats, standards.get(id, ()))
            lists = (listed(each or {NOT_GIVEN}) for each in values)
            yield id, (*kept, encoding.day(as_of), encoding.instant(changed), *lists)


def _silence(status: str) -> str:
    return NOT_GIVEN if status == "missing" else UNKNOWN


def _standards(session: Session, ids: list[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    statement = select(USE.dataset, USE.key).where(USE.dataset.in_(ids)).distinct()
    for id, key in session.connection().execute(statement):
        found[id].add(key or UNKNOWN)
    return found

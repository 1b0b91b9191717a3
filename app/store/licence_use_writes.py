# SPDX-License-Identifier: EUPL-1.2
"""How many live datasets carry which licence, counted by Land in the swap, one pack a portal.

Cells hold only data that stand for a place and a topic; the list of licences counts every dataset.
"""

from collections.abc import Iterator, Mapping

from sqlalchemy import ColumnElement, case, func, select
from sqlmodel import Session

from app.store import use_packs
from app.store.tables import DatasetRow, DistributionRow, table_of

USES = "uses"
ONCE = "uses-once"  # without datasets that are counted in another portal
UNKNOWN = "unknown"
TABLE, PART = table_of(DatasetRow), table_of(DistributionRow)
Name = tuple[str, str]  # Land, licence


def recount(session: Session, portal: str) -> None:
    """Counts a portal anew; one without any dataset leaves the packs."""
    live = (TABLE.c.portal == portal, TABLE.c.retired_at.is_(None))
    for kind, wanted in ((USES, live), (ONCE, (*live, TABLE.c.copy_of.is_(None)))):
        _write(session, portal, kind, dict(counted(session, *wanted)))


def shift(session: Session, portal: str, kind: str, by: Mapping[Name, int]) -> None:
    """Adds to the numbers of a portal; kind: USES or ONCE."""
    if not by:
        return
    held = use_packs.held(session, portal, kind)
    numbers = {(land, name): n for land, found in held.items() for name, n in found.items()}
    for name, number in by.items():
        numbers[name] = numbers.get(name, 0) + number
    _write(session, portal, kind, numbers)


def _write(session: Session, portal: str, kind: str, numbers: Mapping[Name, int]) -> None:
    found: dict[str, dict[str, int]] = {}
    for (land, licence), number in numbers.items():
        if number:
            found.setdefault(land, {})[licence] = number
    use_packs.put(session, portal, kind, found)


def counted(session: Session, *live: ColumnElement[bool]) -> Iterator[tuple[Name, int]]:
    """Land and licence of datasets; a dataset counts once under each licence it carries."""
    status = func.coalesce(PART.c.licence_status, "missing")
    value = func.coalesce(PART.c.licence, case((status == "missing", ""), else_=UNKNOWN))
    land = func.coalesce(TABLE.c.land, "").label("land")
    joined = TABLE.outerjoin(PART, PART.c.dataset == TABLE.c.id)
    once = select(TABLE.c.id, land, value.label("value")).select_from(joined).where(*live)
    pairs = once.distinct().subquery()
    keys = (pairs.c.land, pairs.c.value)
    statement = select(*keys, func.count()).group_by(*keys)
    for key, licence, number in session.connection().execute(statement):
        yield (key, licence), int(number)

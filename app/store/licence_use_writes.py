# SPDX-License-Identifier: EUPL-1.2
"""How many live datasets carry which licence, counted by Land in the swap, one pack a portal.

Cells hold only data that stand for a place and a topic; the list of licences counts every dataset.
"""

import json

from sqlalchemy import ColumnElement, case, delete, func, select
from sqlmodel import Session

from app.store import bulk
from app.store.tables import DatasetRow, DistributionRow, PackRow, table_of

UNIT, USES = "land", "uses"
ONCE = "uses-once"  # without datasets that are counted in another portal
UNKNOWN = "unknown"
TABLE, PART, PACK = table_of(DatasetRow), table_of(DistributionRow), table_of(PackRow)
COLUMNS = tuple(PACK.c.keys())


def recount(session: Session, portal: str) -> None:
    """Counts a portal anew; one without any dataset leaves the packs."""
    here = (PACK.c.portal == portal, PACK.c.unit == UNIT, PACK.c.topic_kind.in_((USES, ONCE)))
    session.connection().execute(delete(PACK).where(*here))
    live = (TABLE.c.portal == portal, TABLE.c.retired_at.is_(None))
    for kind, wanted in ((USES, live), (ONCE, (*live, TABLE.c.copy_of.is_(None)))):
        if counted := _counted(session, *wanted):
            body = json.dumps(counted, separators=(",", ":"), sort_keys=True)
            bulk.insert(session, PackRow, COLUMNS, [(portal, UNIT, kind, "", body)])


def _counted(session: Session, *live: ColumnElement[bool]) -> dict[str, dict[str, int]]:
    """Land -> licence -> datasets; a dataset counts once under each licence it carries."""
    status = func.coalesce(PART.c.licence_status, "missing")
    value = func.coalesce(PART.c.licence, case((status == "missing", ""), else_=UNKNOWN))
    land = func.coalesce(TABLE.c.land, "").label("land")
    joined = TABLE.outerjoin(PART, PART.c.dataset == TABLE.c.id)
    once = select(TABLE.c.id, land, value.label("value")).select_from(joined).where(*live)
    pairs = once.distinct().subquery()
    keys = (pairs.c.land, pairs.c.value)
    found: dict[str, dict[str, int]] = {}
    for key, licence, number in session.connection().execute(
        select(*keys, func.count()).group_by(*keys)
    ):
        found.setdefault(key, {})[licence] = number
    return found

# SPDX-License-Identifier: EUPL-1.2
"""How many live datasets use which standard by which evidence, by Land, in the swap; packed.

A dataset counts once under a standard, with the strongest evidence that any of its parts has.
"""

import json

from sqlalchemy import ColumnElement, case, delete, func, select
from sqlmodel import Session

from app.store import bulk
from app.store.tables import DatasetRow, PackRow, StandardUseRow, table_of

UNIT, USES = "land", "standards"
ONCE = "standards-once"  # without datasets that are counted in another portal
UNKNOWN = "unknown"
EVIDENCE = ("verified", "declared", "inferred")
TABLE, USE, PACK = table_of(DatasetRow), table_of(StandardUseRow), table_of(PackRow)
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


def _counted(session: Session, *live: ColumnElement[bool]) -> dict[str, dict[str, list[int]]]:
    """Land -> standard -> datasets by evidence, the strongest first."""
    land = func.coalesce(TABLE.c.land, "").label("land")
    value = func.coalesce(USE.c.key, UNKNOWN).label("value")
    ranks = {kind: rank for rank, kind in enumerate(EVIDENCE)}
    rank = func.min(case(ranks, value=USE.c.evidence, else_=len(EVIDENCE) - 1)).label("rank")
    joined = TABLE.join(USE, USE.c.dataset == TABLE.c.id)
    once = select(land, value, rank).select_from(joined).where(*live)
    strongest = once.group_by(TABLE.c.id, land, value).subquery()
    keys = (strongest.c.land, strongest.c.value, strongest.c.rank)
    found: dict[str, dict[str, list[int]]] = {}
    for key, standard, place, number in session.connection().execute(
        select(*keys, func.count()).group_by(*keys)
    ):
        counts = found.setdefault(key, {}).setdefault(standard, [0] * len(EVIDENCE))
        counts[place] = number
    return found

# SPDX-License-Identifier: EUPL-1.2
"""How many live datasets use which standard by which evidence, by Land, in the swap; packed.

A dataset counts once under a standard, with the strongest evidence that any of its parts has.
"""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import case, delete, func, select
from sqlmodel import Session

from app.store import bulk
from app.store.tables import DatasetRow, PackRow, StandardUseRow, table_of

UNIT, USES = "land", "standards"
ONCE = "standards-once"  # without datasets that are counted in another portal
UNKNOWN = "unknown"
EVIDENCE = ("verified", "declared", "inferred")
TABLE, USE, PACK = table_of(DatasetRow), table_of(StandardUseRow), table_of(PackRow)
COLUMNS = tuple(PACK.c.keys())
Counted = dict[str, dict[str, list[int]]]  # Land -> standard -> datasets by evidence


def recount(session: Session, portal: str) -> None:
    """Counts a portal anew; one without any dataset leaves the packs."""
    here = (PACK.c.portal == portal, PACK.c.unit == UNIT, PACK.c.topic_kind.in_((USES, ONCE)))
    session.connection().execute(delete(PACK).where(*here))
    counted: dict[str, Counted] = {USES: {}, ONCE: {}}
    for land, standard, rank, once, number in _counts(session, portal):
        for kind in (USES, ONCE) if once else (USES,):
            kept = counted[kind].setdefault(land, {}).setdefault(standard, [0] * len(EVIDENCE))
            kept[rank] += number
    for kind, found in counted.items():
        if found:
            body = json.dumps(found, separators=(",", ":"), sort_keys=True)
            bulk.insert(session, PackRow, COLUMNS, [(portal, UNIT, kind, "", body)])


def _counts(session: Session, portal: str) -> Iterable[Any]:
    """Land, standard, place in EVIDENCE, whether no copy of another's, how many datasets.

    With and without copies come from one pass: grouping all parts of a large portal takes a second.
    """
    ranks = {kind: rank for rank, kind in enumerate(EVIDENCE)}
    strongest = (
        select(
            func.coalesce(TABLE.c.land, "").label("land"),
            func.coalesce(USE.c.key, UNKNOWN).label("value"),
            func.min(case(ranks, value=USE.c.evidence, else_=len(EVIDENCE) - 1)).label("rank"),
            TABLE.c.copy_of.is_(None).label("once"),
        )
        .select_from(TABLE.join(USE, USE.c.dataset == TABLE.c.id))
        .where(TABLE.c.portal == portal, TABLE.c.retired_at.is_(None))
        .group_by(TABLE.c.id, USE.c.key)
        .subquery()
    )
    keys = tuple(strongest.c)
    return session.connection().execute(select(*keys, func.count()).group_by(*keys))

# SPDX-License-Identifier: EUPL-1.2
"""How many live datasets carry which licence, and those a clearing is asked about."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import case, func, select
from sqlmodel import Session

from app.model.selection import Selection
from app.store.conditions import conditions
from app.store.tables import DatasetRow, DistributionRow, table_of

TABLE, PART = table_of(DatasetRow), table_of(DistributionRow)
D = TABLE.c
UNKNOWN = "unknown"


class Use(NamedTuple):
    """licence: its id, empty for "not given", ``unknown`` for what no key stands for."""

    licence: str
    datasets: int


class Carried(NamedTuple):
    """Ids of one place's datasets about a Musterdatensatz. of: how many the place has."""

    kommune: str
    ids: tuple[str, ...]
    of: int


def uses(session: Session, selection: Selection) -> tuple[Use, ...]:
    """Licences of the selection's distributions; a dataset counts once under each it carries."""
    status = func.coalesce(PART.c.licence_status, "missing")
    value = func.coalesce(PART.c.licence, case((status == "missing", ""), else_=UNKNOWN))
    joined = TABLE.outerjoin(PART, PART.c.dataset == D.id)
    once = select(D.id, value.label("value")).select_from(joined).where(*conditions(selection))
    pairs = once.distinct().subquery()
    statement = select(pairs.c.value, func.count()).group_by(pairs.c.value)
    return tuple(Use(*row) for row in session.connection().execute(statement))


def of_topic(
    session: Session, musterdatensatz: str, kommunen: Collection[str], most: int
) -> tuple[Carried, ...]:
    """Live datasets of the places about the Musterdatensatz, the first ``most`` of each."""
    statement = (
        select(D.kommune, D.id)
        .where(D.musterdatensatz == musterdatensatz, D.kommune.in_(kommunen))
        .where(D.retired_at.is_(None))
        .order_by(D.kommune, D.sort_title, D.id)
    )
    found: dict[str, list[str]] = {}
    for kommune, id in session.connection().execute(statement):
        found.setdefault(kommune, []).append(id)
    return tuple(Carried(place, tuple(ids[:most]), len(ids)) for place, ids in found.items())

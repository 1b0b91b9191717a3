# SPDX-License-Identifier: EUPL-1.2
"""How many live datasets carry which licence, and those a clearing is asked about."""

import json
from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session

from app.store.licence_use_writes import ONCE, USES
from app.store.tables import DatasetRow, table_of
from app.store.use_packs import PACK, UNIT

D = table_of(DatasetRow).c


class Use(NamedTuple):
    """licence: its id, empty for "not given", ``unknown`` for what no key stands for."""

    licence: str
    datasets: int


class Carried(NamedTuple):
    """Ids of one place's datasets about a Musterdatensatz. of: how many the place has."""

    kommune: str
    ids: tuple[str, ...]
    of: int


def uses(
    session: Session, land: Collection[str] = (), portal: Collection[str] = ()
) -> tuple[Use, ...]:
    """Licences of all live datasets, or of those of the Länder and portals that are named.

    A dataset counts once under each licence it carries, and once if several portals have it, except
    where portals are named; counted in the swap.
    """
    kind = PACK.c.topic_kind
    wanted = (PACK.c.portal.in_(portal), kind == USES) if portal else (kind == ONCE,)
    bodies = select(PACK.c.body).where(PACK.c.unit == UNIT, *wanted)
    found: Counter[str] = Counter()
    for body in session.connection().execute(bodies).scalars():
        for key, counted in json.loads(body).items():
            if not land or key in land:
                found.update(counted)
    return tuple(Use(*each) for each in sorted(found.items()))


def of_topic(
    session: Session, musterdatensatz: str, kommunen: Collection[str], most: int
) -> tuple[Carried, ...]:
    """Live datasets of the places about the Musterdatensatz, the first ``most`` of each."""
    statement = (
        select(D.kommune, D.id)
        .where(D.musterdatensatz == musterdatensatz, D.kommune.in_(kommunen))
        .where(D.retired_at.is_(None), D.copy_of.is_(None))
        .order_by(D.kommune, D.sort_title, D.id)
    )
    found: dict[str, list[str]] = {}
    for kommune, id in session.connection().execute(statement):
        found.setdefault(kommune, []).append(id)
    return tuple(Carried(place, tuple(ids[:most]), len(ids)) for place, ids in found.items())

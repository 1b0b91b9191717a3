# SPDX-License-Identifier: EUPL-1.2
"""How many live datasets use which standard, by their strongest evidence."""

import json
from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session

from app.store.standard_use_writes import ONCE, USES
from app.store.use_packs import PACK, UNIT


class Use(NamedTuple):
    """standard: its id, ``unknown`` for what no key stands for; datasets by strongest evidence."""

    standard: str
    verified: int
    declared: int
    inferred: int


def uses(
    session: Session, land: Collection[str] = (), portal: Collection[str] = ()
) -> tuple[Use, ...]:
    """Standards of all live datasets, or of those of the Länder and portals that are named.

    What several portals have counts once, except where portals are named; counted in the swap.
    """
    kind = PACK.c.topic_kind
    wanted = (PACK.c.portal.in_(portal), kind == USES) if portal else (kind == ONCE,)
    bodies = select(PACK.c.body).where(PACK.c.unit == UNIT, *wanted)
    found: dict[str, list[int]] = {}
    for body in session.connection().execute(bodies).scalars():
        for key, counted in json.loads(body).items():
            if not land or key in land:
                for standard, numbers in counted.items():
                    before = found.get(standard, [0] * len(numbers))
                    found[standard] = [one + two for one, two in zip(before, numbers, strict=True)]
    return tuple(Use(key, *found[key]) for key in sorted(found))

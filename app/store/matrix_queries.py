# SPDX-License-Identifier: EUPL-1.2
"""The packed counts (app.store.pack_writes), read for comparisons."""

import json
from collections.abc import Collection, Mapping
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session

from app.store.cell_queries import Unit
from app.store.pack_writes import ALL, PACK, PLACES, SUM

__all__ = ["PLACES", "SUM", "Packs", "packs"]


class Packs(NamedTuple):
    """What all questions about a unit are answered from.

    places: key of each bit, also of places that have nothing any more. bodies: (kind, topic) ->
    the packs of it, one or, where portals are named, one of each; see topic_pack.decode.
    """

    places: tuple[str, ...]
    bodies: Mapping[tuple[str, str], tuple[str, ...]]


def packs(
    session: Session, unit: Unit, kinds: Collection[str], portal: Collection[str] = ()
) -> Packs:
    """The packs of the kinds of topic, of all portals together or of those named."""
    p = PACK.c
    wanted = p.portal.in_(portal) if portal else p.portal == ALL
    of_kinds = select(p.topic_kind, p.topic, p.body).where(
        wanted, p.unit == unit, p.topic_kind.in_(kinds)
    )
    of_places = select(p.topic_kind, p.topic, p.body).where(
        p.portal == ALL, p.unit == unit, p.topic_kind == PLACES
    )
    places: tuple[str, ...] = ()
    bodies: dict[tuple[str, str], tuple[str, ...]] = {}
    for kind, topic, body in session.connection().execute(of_kinds.union_all(of_places)):
        if kind == PLACES:
            places = tuple(json.loads(body))
        else:
            bodies[kind, topic] = (*bodies.get((kind, topic), ()), body)
    return Packs(places, bodies)

# SPDX-License-Identifier: EUPL-1.2
"""The precomputed counts (app.store.cell_writes), read for comparisons."""

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from sqlalchemy import func, select
from sqlmodel import Session

from app.store.tables import CellRow, table_of

Unit = Literal["kommune", "land"]
TopicKind = Literal["musterdatensatz", "inspire", "hvd", "thema", "all"]
Facet = Literal["holding", "licence", "format", "standard", "licences"]
CELL = table_of(CellRow)
ONCE = "-once"  # behind a unit: counts without copies, of portals that have some


class Cell(NamedTuple):
    """Datasets and holdings of a topic in a place, by one value of a facet.

    place: key of the Kommune, or of the Land where that is the unit. value: vocabulary key, empty
    for "not given", ``unknown`` for something said that no key stands for; always empty for the
    facet holding; for ``licences`` (topics of kind thema) the set of a holding's licences, see
    licence_writes.members. evidence: of a standard, else empty.
    """

    place: str
    topic: str
    facet: str
    value: str
    evidence: str
    datasets: int
    holdings: int


def cells(
    session: Session,
    unit: Unit,
    topic_kind: TopicKind,
    *,
    kommune: Collection[str] = (),
    land: Collection[str] = (),
    topic: Collection[str] = (),
    facet: Collection[Facet] = (),
    portal: Collection[str] = (),
) -> Sequence[Cell]:
    """Cells of all portals together (or of those named), by place, topic, facet, value, evidence.

    Empty filters filter nothing. A holding in two portals counts in each.
    """
    c = CELL.c
    place = (c.kommune if unit == "kommune" else c.land).label("place")
    keys = (place, c.topic, c.facet, c.value, c.evidence)
    wanted = {c.kommune: kommune, c.land: land, c.topic: topic, c.facet: facet, c.portal: portal}
    statement = (
        select(*keys, func.sum(c.datasets), func.sum(c.holdings))
        .where(c.unit == unit, c.topic_kind == topic_kind)
        .where(*(column.in_(values) for column, values in wanted.items() if values))
        .group_by(*keys)
        .order_by(*keys)
    )
    return [Cell(*row) for row in session.connection().execute(statement)]

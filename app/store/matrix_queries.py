# SPDX-License-Identifier: EUPL-1.2
"""The precomputed counts as a stream, for reading all of them at once."""

from collections.abc import Collection, Iterator

from sqlalchemy import select
from sqlmodel import Session

from app.store.cell_queries import CELL, TopicKind, Unit


def stream(
    session: Session, unit: Unit, topic_kind: TopicKind, portal: Collection[str] = ()
) -> Iterator[tuple[str, str, str, str, str, int, int]]:
    """Fields of Cell: every cell of every portal (or of those named) as it is stored, in no order.

    The same place and topic come once a portal; who reads adds them up. Grouping and sorting
    720,000 cells takes SQLite five seconds, reading them one.
    """
    c = CELL.c
    place = c.kommune if unit == "kommune" else c.land
    columns = (place, c.topic, c.facet, c.value, c.evidence, c.datasets, c.holdings)
    statement = select(*columns).where(c.unit == unit, c.topic_kind == topic_kind)
    if portal:
        statement = statement.where(c.portal.in_(portal))
    yield from session.connection().execute(statement)

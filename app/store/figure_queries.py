# SPDX-License-Identifier: EUPL-1.2
"""The store in four figures."""

from typing import NamedTuple

import sqlalchemy as sql
from sqlalchemy import Select, func, literal, union_all
from sqlmodel import Session, col, select

from app.store.pack_writes import ALL, SUM, bodies
from app.store.tables import DatasetRow, PortalRow
from app.store.topic_pack import opened


class Figures(NamedTuple):
    """Live datasets and their distributions, Kommunen that publish them, portals remembered."""

    datasets: int
    distributions: int
    kommunen: int
    portals: int


def figures(session: Session) -> Figures:
    """Counted now; retired datasets are in no figure, copies in other portals not either.

    All minus copies, as each has an index of its own: looking at every dataset takes ten times as
    long. Kommunen are counted in the swap.
    """
    live = col(DatasetRow.retired_at).is_(None)
    every = _sums(1).where(live)
    copies = _sums(-1).where(live, col(DatasetRow.copy_of).is_not(None))
    rows = session.connection().execute(union_all(every, copies)).all()
    datasets = sum(sign * int(number) for number, _, sign in rows)
    distributions = sum(sign * int(files) for _, files, sign in rows)
    return Figures(datasets, distributions, _kommunen(session), portals(session))


def _sums(sign: int) -> Select[int, int, int]:
    files = func.coalesce(func.sum(col(DatasetRow.distribution_count)), 0)
    return sql.select(func.count(), files, literal(sign).label("sign")).select_from(DatasetRow)


def _kommunen(session: Session) -> int:
    """Kommunen with anything of their own."""
    body = bodies(session, ALL, "kommune", SUM).get("")
    return opened(body).uses("holding")["", ""].mask.bit_count() if body else 0


def portals(session: Session) -> int:
    """Portals remembered."""
    return int(session.exec(select(func.count()).select_from(PortalRow)).one())


def of_portal(session: Session, portal: str) -> int:
    """Live datasets of one portal."""
    live = select(func.count()).where(col(DatasetRow.retired_at).is_(None))
    return int(session.exec(live.where(DatasetRow.portal == portal)).one())

# SPDX-License-Identifier: EUPL-1.2
"""The store in four figures."""

from typing import NamedTuple

from sqlalchemy import and_, distinct, func
from sqlmodel import Session, col, select

from app.store.facts import MUNICIPAL
from app.store.tables import DatasetRow, PortalRow


class Figures(NamedTuple):
    """Live datasets and their distributions, Kommunen that publish them, portals remembered."""

    datasets: int
    distributions: int
    kommunen: int
    portals: int


def figures(session: Session) -> Figures:
    """Counted now; retired datasets are in no figure, copies in other portals not either."""
    live = and_(col(DatasetRow.retired_at).is_(None), col(DatasetRow.copy_of).is_(None))
    counted = select(func.count(), func.coalesce(func.sum(DatasetRow.distribution_count), 0))
    datasets, distributions = session.exec(counted.where(live)).one()
    place = select(func.count(distinct(col(DatasetRow.kommune))))
    kommunen = session.exec(place.where(live, col(DatasetRow.level).in_(MUNICIPAL))).one()
    return Figures(int(datasets), int(distributions), int(kommunen), portals(session))


def portals(session: Session) -> int:
    """Portals remembered."""
    return int(session.exec(select(func.count()).select_from(PortalRow)).one())


def of_portal(session: Session, portal: str) -> int:
    """Live datasets of one portal."""
    live = select(func.count()).where(col(DatasetRow.retired_at).is_(None))
    return int(session.exec(live.where(DatasetRow.portal == portal)).one())

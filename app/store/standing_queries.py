# SPDX-License-Identifier: EUPL-1.2
"""How many datasets of a portal are live, and whether a run has missed any of them."""

from typing import NamedTuple

from sqlalchemy import func, select
from sqlmodel import Session

from app.store.tables import DatasetRow, table_of

D = table_of(DatasetRow).c


class Standing(NamedTuple):
    """live: datasets that are not retired; missed: those of them that the last run did not see."""

    live: int
    missed: int


def standing(session: Session, portal: str) -> Standing:
    """Of one portal; one statement."""
    missed = func.count().filter(D.missing_runs > 0)
    here = select(func.count(), missed).where(D.portal == portal, D.retired_at.is_(None))
    live, gone = session.connection().execute(here).one()
    return Standing(int(live), int(gone))

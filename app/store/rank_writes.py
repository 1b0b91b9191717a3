# SPDX-License-Identifier: EUPL-1.2
"""Ranking the copies of a portal anew when the operator says something else of it.

Whose portal it is and its address tell how near to the origin its datasets are
(app.store.cluster_links.rank), and no harvest would touch datasets that did not change.
"""

from datetime import datetime

from sqlalchemy import or_, select
from sqlmodel import Session

from app.store import cluster_writes, state_writes
from app.store.copy_cell_writes import recount_copies
from app.store.tables import DatasetRow, table_of

D = table_of(DatasetRow)


def rerank(session: Session, portal: str, now: datetime | None = None) -> None:
    """Decides again which datasets count of all clusters the portal has a part in."""
    twin = D.alias("twin")
    copied = select(twin.c.id).where(twin.c.copy_of == D.c.id).exists()
    clustered = select(D.c.id).where(D.c.portal == portal, or_(D.c.copy_of.is_not(None), copied))
    ids = set(session.connection().execute(clustered).scalars())
    switched = cluster_writes.refresh(session, ids, now)
    for key in sorted(switched):
        recount_copies(session, key, switched[key], now)
    if switched:
        state_writes.bump_generation(session)

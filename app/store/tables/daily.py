# SPDX-License-Identifier: EUPL-1.2
"""How many datasets there were on which day; a row only where the number became another."""

import datetime

from sqlalchemy import Index, text
from sqlmodel import Field

from app.store.columns import Key
from app.store.tables.base import Row


class DailyRow(Row, table=True):
    """From this day (UTC) on, until the next row, a portal had so many live datasets.

    kind and key: ``datasets`` (with copies of other portals'), ``files`` of these and ``counted``
    (without copies), all with an empty key; ``kommune``, ``musterdatensatz``, ``licence`` and
    ``format`` without copies. latest: no later row of the same series.
    """

    __tablename__ = "daily"
    __table_args__ = (
        Index(
            "ix_daily_portal",
            *("portal", "kind"),
            sqlite_where=text("latest = 1"),
            postgresql_where=text("latest"),
        ),
    )
    kind: str = Field(primary_key=True, sa_type=Key)
    key: str = Field(primary_key=True, sa_type=Key)
    portal: str = Field(primary_key=True, sa_type=Key, foreign_key="portal.key")
    day: datetime.date = Field(primary_key=True)
    datasets: int
    latest: bool = True

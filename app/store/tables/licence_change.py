# SPDX-License-Identifier: EUPL-1.2
"""Licences that became others in a swap, counted, so that asking for them reads no history."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from app.store.columns import Instant, Key
from app.store.tables.base import Row


class LicenceChangeRow(Row, table=True):
    """How many datasets of one Kommune went from one licence to another in one batch of a run.

    before, after: licence id, empty for "not given", else ``unknown`` or ``ambiguous``; several of
    these words with a space between where files differ (``none`` for "not given"), ``mixed`` where
    it is not known which. kommune: key of the body, empty where none was read. example: the first
    of the datasets.
    """

    __tablename__ = "licence_change"
    __table_args__ = (Index("ix_licence_change_at", "at"),)
    id: int | None = Field(default=None, primary_key=True)
    run: int = Field(foreign_key="run.id")
    portal: str = Field(sa_type=Key, foreign_key="portal.key")
    at: datetime = Field(sa_type=Instant)
    kommune: str = Field(sa_type=Key)
    before: str = Field(sa_type=Key)
    after: str = Field(sa_type=Key)
    datasets: int
    example: str = Field(sa_type=Key, foreign_key="dataset.id")

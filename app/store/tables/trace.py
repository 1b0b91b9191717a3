# SPDX-License-Identifier: EUPL-1.2
"""Findings (Hinweise) and the trace that every change leaves."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, LargeBinary
from sqlmodel import Field

from app.store.columns import Instant, Json, Key, Words
from app.store.tables.base import Row


class FindingRow(Row, table=True):
    """Something noticed about a dataset, or about a page of its portal (dataset is NULL)."""

    __tablename__ = "finding"
    __table_args__ = (
        Index("ix_finding_portal_code", "portal", "code", "id"),
        Index("ix_finding_dataset", "dataset"),
    )
    id: int | None = Field(default=None, primary_key=True)
    dataset: str | None = Field(default=None, sa_type=Key, foreign_key="dataset.id")
    portal: str = Field(sa_type=Key, foreign_key="portal.key")
    run: int = Field(foreign_key="run.id")
    code: str = Field(sa_type=Key)
    subject: str = Field(sa_type=Words)
    params: Any = Field(default=None, sa_type=Json, nullable=True)


class HistoryRow(Row, table=True):
    """What was before a change. fields: [{"field", "before"}]; statements: former ones, zlib."""

    __tablename__ = "history"
    __table_args__ = (
        Index("ix_history_dataset", "dataset", "id"),
        Index("ix_history_run", "run"),
    )
    id: int | None = Field(default=None, primary_key=True)
    dataset: str = Field(sa_type=Key, foreign_key="dataset.id")
    run: int = Field(foreign_key="run.id")
    at: datetime = Field(sa_type=Instant)
    kind: str = Field(sa_type=Key)
    fields: Any = Field(default=None, sa_type=Json, nullable=True)
    statements: bytes | None = Field(default=None, sa_type=LargeBinary)

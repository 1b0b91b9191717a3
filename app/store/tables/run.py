# SPDX-License-Identifier: EUPL-1.2
"""Runs and the items they could not take."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field

from app.store.columns import Instant, Json, Key, Words
from app.store.tables.base import Row

RUNNING = text("state = 'running'")


class RunRow(Row, table=True):
    """One harvest of one portal. The partial index lets a portal have one running run only."""

    __tablename__ = "run"
    __table_args__ = (
        Index(
            "uq_run_running",
            "portal",
            unique=True,
            sqlite_where=RUNNING,
            postgresql_where=RUNNING,
        ),
        Index("ix_run_portal_id", "portal", "id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    portal: str = Field(sa_type=Key, foreign_key="portal.key")
    state: str = Field(sa_type=Key)
    owner: str = Field(sa_type=Words)
    started: datetime = Field(sa_type=Instant)
    heartbeat: datetime = Field(sa_type=Instant)
    ended: datetime | None = Field(default=None, sa_type=Instant)
    received: int = 0
    added: int = 0
    changed: int = 0
    same: int = 0
    retired: int = 0
    rejected: int = 0
    distributions: int = 0
    announced: int | None = None
    notes: Any = Field(default=None, sa_type=Json, nullable=True)


class RunRejectRow(Row, table=True):
    """An item that was rejected, in the order they were met."""

    __tablename__ = "run_reject"
    run: int = Field(primary_key=True, foreign_key="run.id")
    number: int = Field(primary_key=True)
    identifier: str | None = Field(default=None, sa_type=Words)
    position: str = Field(sa_type=Words)
    reason: str = Field(sa_type=Key)
    value: str = Field(sa_type=Words)

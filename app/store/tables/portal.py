# SPDX-License-Identifier: EUPL-1.2
"""Portals, the catalogues they publish, and the store's own counters."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, LargeBinary
from sqlmodel import Field

from app.store.columns import Instant, Json, Key, Words
from app.store.tables.base import Row


class PortalRow(Row, table=True):
    """A portal that was harvested. state and reason: of the last run that ended."""

    __tablename__ = "portal"
    key: str = Field(primary_key=True, sa_type=Key)
    kind: str = Field(sa_type=Key)
    url: str = Field(sa_type=Key)
    base: str = Field(sa_type=Words)
    ags: str | None = Field(default=None, sa_type=Key)
    title: str | None = Field(default=None, sa_type=Words)
    exclusive: bool = False
    remembered_at: datetime = Field(sa_type=Instant)
    last_try: datetime | None = Field(default=None, sa_type=Instant)
    last_success: datetime | None = Field(default=None, sa_type=Instant)
    state: str | None = Field(default=None, sa_type=Key)
    reason: Any = Field(default=None, sa_type=Json, nullable=True)


class CatalogueRow(Row, table=True):
    """A dcat:Catalog of a portal. licence: of the metadata; statements: zlib, its own triples."""

    __tablename__ = "catalogue"
    portal: str = Field(primary_key=True, sa_type=Key, foreign_key="portal.key")
    number: int = Field(primary_key=True)
    identifier: str = Field(sa_type=Words)
    title: str | None = Field(default=None, sa_type=Words)
    publisher: str | None = Field(default=None, sa_type=Words)
    licence: str | None = Field(default=None, sa_type=Key)
    licence_raw: str | None = Field(default=None, sa_type=Words)
    homepage: str | None = Field(default=None, sa_type=Words)
    statements: bytes = Field(sa_type=LargeBinary)


class StateRow(Row, table=True):
    """Counters and fingerprints: ``generation``, ``index`` (numbers), ``vocabulary`` (text)."""

    __tablename__ = "state"
    name: str = Field(primary_key=True, sa_type=Key)
    number: int = Field(default=0, sa_type=BigInteger)
    text: str = Field(default="", sa_type=Words)

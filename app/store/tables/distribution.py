# SPDX-License-Identifier: EUPL-1.2
"""Distributions and services of a dataset, and the data standards in use there."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from app.store.columns import Instant, Key, Strings, Words
from app.store.tables.base import Row

Many = tuple[str, ...]


class DistributionRow(Row, table=True):
    """One Datei oder Dienst, in the portal's order."""

    __tablename__ = "distribution"
    dataset: str = Field(primary_key=True, sa_type=Key, foreign_key="dataset.id")
    position: int = Field(primary_key=True)
    uri: str | None = Field(default=None, sa_type=Words)
    title: str | None = Field(default=None, sa_type=Words)
    access_url: str | None = Field(default=None, sa_type=Words)
    download_url: str | None = Field(default=None, sa_type=Words)
    format: str | None = Field(default=None, sa_type=Key)
    format_status: str = Field(sa_type=Key)
    format_rule: str = Field(sa_type=Key)
    format_raw: str | None = Field(default=None, sa_type=Words)
    format_candidates: Many = Field(default=(), sa_type=Strings, nullable=True)
    media_type: str | None = Field(default=None, sa_type=Key)
    media_type_status: str = Field(sa_type=Key)
    media_type_rule: str = Field(sa_type=Key)
    media_type_raw: str | None = Field(default=None, sa_type=Words)
    media_type_candidates: Many = Field(default=(), sa_type=Strings, nullable=True)
    licence: str | None = Field(default=None, sa_type=Key)
    licence_status: str = Field(sa_type=Key)
    licence_rule: str = Field(sa_type=Key)
    licence_raw: str | None = Field(default=None, sa_type=Words)
    licence_candidates: Many = Field(default=(), sa_type=Strings, nullable=True)
    attribution: str | None = Field(default=None, sa_type=Words)
    availability: str | None = Field(default=None, sa_type=Key)
    issued: date | None = None
    modified: datetime | None = Field(default=None, sa_type=Instant)
    byte_size: int | None = Field(default=None, sa_type=BigInteger)
    service: str | None = Field(default=None, sa_type=Words)


class ServiceRow(Row, table=True):
    """A dcat:DataService that a dataset is served by."""

    __tablename__ = "service"
    dataset: str = Field(primary_key=True, sa_type=Key, foreign_key="dataset.id")
    position: int = Field(primary_key=True)
    identifier: str = Field(sa_type=Words)
    title: str | None = Field(default=None, sa_type=Words)
    endpoint_url: str | None = Field(default=None, sa_type=Words)
    endpoint_description: str | None = Field(default=None, sa_type=Words)
    licence: str | None = Field(default=None, sa_type=Key)
    licence_status: str = Field(sa_type=Key)
    licence_rule: str = Field(sa_type=Key)
    licence_raw: str | None = Field(default=None, sa_type=Words)
    licence_candidates: Many = Field(default=(), sa_type=Strings, nullable=True)
    serves: Many = Field(default=(), sa_type=Strings, nullable=True)


class StandardUseRow(Row, table=True):
    """A data standard in use. distribution or service: position of the part that names it."""

    __tablename__ = "standard_use"
    __table_args__ = (Index("ix_standard_use_key", "key", "dataset"),)
    dataset: str = Field(primary_key=True, sa_type=Key, foreign_key="dataset.id")
    number: int = Field(primary_key=True)
    distribution: int | None = None
    service: int | None = None
    key: str | None = Field(default=None, sa_type=Key)
    raw: str = Field(sa_type=Words)
    evidence: str = Field(sa_type=Key)

# SPDX-License-Identifier: EUPL-1.2
"""Datasets as understood, what their portal said, and persons apart from both.

A Reading takes five columns: NAME, NAME_status, NAME_rule, NAME_raw, NAME_candidates.
"""

from datetime import date, datetime

from sqlalchemy import Index, LargeBinary, text
from sqlmodel import Field

from app.store.columns import Instant, Key, Strings, Words
from app.store.tables.base import Row

Many = tuple[str, ...]
COPIES = text("copy_of IS NOT NULL")
# a body of a Land or of one; as a text, so that SQLite sees that the index of these has them
OF_LAND = text("(level = 'land' OR body_kind = 'land')")
DOUBTED = "('keyword', 'model', 'model.unsure', 'reference')"
DOUBTS = text(f"retired_at IS NULL AND musterdatensatz_rule IN {DOUBTED}")


class DatasetRow(Row, table=True):
    """A dataset, live or retired. sort_title: folded title; distribution_count: of its own.

    copy_of: id of the live dataset that is counted in its place, NULL for one that is counted.
    """

    __tablename__ = "dataset"
    __table_args__ = (
        Index("ix_dataset_portal_live", "portal", "retired_at", "distribution_count"),
        Index("ix_dataset_place", "kommune", "musterdatensatz"),
        Index("ix_dataset_sort_title", "sort_title", "id"),
        Index("ix_dataset_changed", "changed_at", "id", "portal", "copy_of", "retired_at"),
        Index(
            "ix_dataset_doubt",
            *("musterdatensatz_rule", "sort_title", "id", "portal", "kommune", "land", "copy_of"),
            "retired_at",  # always NULL here; without it SQLite would look into each row
            sqlite_where=DOUBTS,
            postgresql_where=DOUBTS,
        ),
        Index(
            "ix_dataset_of_land",
            *("land", "portal"),
            sqlite_where=OF_LAND,
            postgresql_where=OF_LAND,
        ),
        Index(
            "ix_dataset_copy_of",
            "copy_of",
            "portal",
            sqlite_where=COPIES,
            postgresql_where=COPIES,
        ),
    )
    id: str = Field(primary_key=True, sa_type=Key)
    portal: str = Field(sa_type=Key, foreign_key="portal.key")
    identifier: str = Field(sa_type=Key)
    uri: str | None = Field(default=None, sa_type=Words)
    kind: str = Field(sa_type=Key)
    hash: str = Field(sa_type=Key)
    first_seen: datetime = Field(sa_type=Instant)
    changed_at: datetime = Field(sa_type=Instant)
    missing_since: datetime | None = Field(default=None, sa_type=Instant)
    missing_runs: int = 0
    retired_at: datetime | None = Field(default=None, sa_type=Instant)
    run: int = Field(foreign_key="run.id")
    copy_of: str | None = Field(default=None, sa_type=Key)

    title: str | None = Field(default=None, sa_type=Words)
    sort_title: str = Field(default="", sa_type=Key)
    description: str | None = Field(default=None, sa_type=Words)
    languages: Many = Field(default=(), sa_type=Strings, nullable=True)
    keywords: Many = Field(default=(), sa_type=Strings, nullable=True)

    publisher_name: str | None = Field(default=None, sa_type=Words)
    kommune: str | None = Field(default=None, sa_type=Key)
    kommune_status: str = Field(sa_type=Key)
    kommune_rule: str = Field(sa_type=Key)
    kommune_raw: str | None = Field(default=None, sa_type=Words)
    kommune_candidates: Many = Field(default=(), sa_type=Strings, nullable=True)
    level: str | None = Field(default=None, sa_type=Key)
    body_kind: str = Field(sa_type=Key)
    land: str | None = Field(default=None, sa_type=Key)
    contributors: Many = Field(default=(), sa_type=Strings, nullable=True)

    musterdatensatz: str | None = Field(default=None, sa_type=Key)
    musterdatensatz_status: str = Field(sa_type=Key)
    musterdatensatz_rule: str = Field(sa_type=Key)
    musterdatensatz_raw: str | None = Field(default=None, sa_type=Words)
    musterdatensatz_candidates: Many = Field(default=(), sa_type=Strings, nullable=True)
    thema: str | None = Field(default=None, sa_type=Key)
    thema_status: str = Field(sa_type=Key)
    thema_rule: str = Field(sa_type=Key)
    thema_raw: str | None = Field(default=None, sa_type=Words)
    thema_candidates: Many = Field(default=(), sa_type=Strings, nullable=True)
    themes: Many = Field(default=(), sa_type=Strings, nullable=True)
    inspire_themes: Many = Field(default=(), sa_type=Strings, nullable=True)
    hvd_categories: Many = Field(default=(), sa_type=Strings, nullable=True)

    licence: str | None = Field(default=None, sa_type=Key)
    licence_status: str = Field(sa_type=Key)
    licence_rule: str = Field(sa_type=Key)
    licence_raw: str | None = Field(default=None, sa_type=Words)
    licence_candidates: Many = Field(default=(), sa_type=Strings, nullable=True)

    issued: date | None = None
    modified: datetime | None = Field(default=None, sa_type=Instant)
    data_as_of: date | None = None
    data_as_of_rule: str = Field(default="", sa_type=Key)
    temporal_start: date | None = None
    temporal_end: date | None = None
    frequency: str | None = Field(default=None, sa_type=Key)
    access_rights: str | None = Field(default=None, sa_type=Key)
    availability: str | None = Field(default=None, sa_type=Key)
    landing_page: str | None = Field(default=None, sa_type=Words)
    series: str | None = Field(default=None, sa_type=Words)
    holding: str | None = Field(default=None, sa_type=Key)
    metadata_standards: Many = Field(default=(), sa_type=Strings, nullable=True)
    catalogue: str | None = Field(default=None, sa_type=Words)
    distribution_count: int = 0


class DatasetSourceRow(Row, table=True):
    """What the portal said, without persons. statements: zlib over UTF-8."""

    __tablename__ = "dataset_source"
    dataset: str = Field(primary_key=True, sa_type=Key, foreign_key="dataset.id")
    media_type: str = Field(sa_type=Key)
    statements: bytes = Field(sa_type=LargeBinary)


class DatasetPersonRow(Row, table=True):
    """What the portal said about persons (promise S11): gone with the dataset, never in history."""

    __tablename__ = "dataset_person"
    dataset: str = Field(primary_key=True, sa_type=Key, foreign_key="dataset.id")
    statements: str = Field(sa_type=Words)

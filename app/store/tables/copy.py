# SPDX-License-Identifier: EUPL-1.2
"""The same dataset in several portals: by what it is recognised, why, and where copies differ.

Which dataset another is a copy of stands in ``dataset.copy_of``.
"""

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from app.store.columns import Key
from app.store.tables.base import Row


class MarkRow(Row, table=True):
    """A mark (app.model.mark) of a live dataset. gone: it had it until this transaction."""

    __tablename__ = "mark"
    __table_args__ = (Index("ix_mark_key", "key", "dataset"),)
    dataset: str = Field(primary_key=True, sa_type=Key, foreign_key="dataset.id")
    key: int = Field(primary_key=True, sa_type=BigInteger)
    rule: str = Field(sa_type=Key)
    gone: bool = False


class CopyRow(Row, table=True):
    """How a copy was recognised. via: the dataset it shares a mark of this rule with.

    reason: why the canonical one is nearer to the origin (app.store.cluster_links.REASONS).
    """

    __tablename__ = "copy"
    __table_args__ = (Index("ix_copy_via", "via"),)
    dataset: str = Field(primary_key=True, sa_type=Key, foreign_key="dataset.id")
    via: str = Field(sa_type=Key, foreign_key="dataset.id")
    rule: str = Field(sa_type=Key)
    reason: str = Field(sa_type=Key)


class ContradictionRow(Row, table=True):
    """That a copy and the dataset that is counted differ in a field."""

    __tablename__ = "contradiction"
    dataset: str = Field(primary_key=True, sa_type=Key, foreign_key="dataset.id")
    field: str = Field(primary_key=True, sa_type=Key)

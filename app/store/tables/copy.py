# SPDX-License-Identifier: EUPL-1.2
"""The same dataset in several portals: by what it is recognised, why, and where copies differ.

Which dataset another is a copy of stands in ``dataset.copy_of``.
"""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from app.store.columns import Instant, Key
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
    """That a copy and the dataset that is counted, its head, differ.

    fields: a bit for each of app.store.contradiction_rows.FIELDS; number: how many they are.
    portal: of the copy. All from head_portal on is the head's, so that a question reads this alone.
    licences, formats, standards: keys with a space on either side; ``none`` where something says
    nothing, ``unknown`` where no key stands for what was said.
    """

    __tablename__ = "contradiction"
    __table_args__ = (
        Index(
            "ix_contradiction_sort_title",
            *("sort_title", "head", "portal", "dataset"),
            *("fields", "number"),  # to skip the pages before one without looking into rows
        ),
    )
    dataset: str = Field(primary_key=True, sa_type=Key, foreign_key="dataset.id")
    head: str = Field(sa_type=Key)  # a foreign key would cost a look a row
    fields: int
    number: int
    portal: str = Field(sa_type=Key)
    head_portal: str = Field(sa_type=Key)
    sort_title: str = Field(sa_type=Key)
    kommune: str | None = Field(default=None, sa_type=Key)
    land: str | None = Field(default=None, sa_type=Key)
    musterdatensatz: str | None = Field(default=None, sa_type=Key)
    thema: str | None = Field(default=None, sa_type=Key)
    data_as_of: date | None = None
    changed_at: datetime = Field(sa_type=Instant)
    licences: str = Field(sa_type=Key)
    formats: str = Field(sa_type=Key)
    standards: str = Field(sa_type=Key)

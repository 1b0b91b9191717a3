# SPDX-License-Identifier: EUPL-1.2
"""The counts once more, packed by topic, so that a question reads all of them in milliseconds."""

from sqlalchemy import Index
from sqlmodel import Field

from app.store.columns import Key, Words
from app.store.tables.base import Row


class PackRow(Row, table=True):
    """Every place's counts of one topic (app.store.topic_pack). portal: empty for all together.

    topic_kind: as in cells; ``all`` for the sum of all Themen; ``places`` for the keys in the
    order of their bits, which all packs of the unit share.
    """

    __tablename__ = "pack"
    __table_args__ = (Index("ix_pack_topic", "unit", "topic_kind", "topic"),)
    portal: str = Field(primary_key=True, sa_type=Key)
    unit: str = Field(primary_key=True, sa_type=Key)
    topic_kind: str = Field(primary_key=True, sa_type=Key)
    topic: str = Field(primary_key=True, sa_type=Key)
    body: str = Field(sa_type=Words)

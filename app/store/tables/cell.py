# SPDX-License-Identifier: EUPL-1.2
"""Counts made in the swap, so that a comparison reads no dataset."""

from sqlmodel import Field

from app.store.columns import Key
from app.store.tables.base import Row


class CellRow(Row, table=True):
    """How many live datasets and holdings one portal has of a topic in one place, by one facet.

    unit kommune: topic is a Musterdatensatz of the body with key kommune. unit land: topic is an
    INSPIRE theme or HVD category of a body of the Land, kommune is empty. topic_kind thema: every
    dataset of either, by its Thema or none; all: every one of them, topic empty. value: key; empty
    for "not given"; ``unknown`` where something was said that no key stands for. evidence: for
    standards only. A portal that has copies of other portals' datasets is counted twice: with them,
    and without under the units ``kommune-once`` and ``land-once``.
    """

    __tablename__ = "cell"
    __table_args__ = {"sqlite_with_rowid": False}
    portal: str = Field(primary_key=True, sa_type=Key)  # a foreign key would cost a look a row
    unit: str = Field(primary_key=True, sa_type=Key)
    topic_kind: str = Field(primary_key=True, sa_type=Key)
    land: str = Field(primary_key=True, sa_type=Key)
    kommune: str = Field(primary_key=True, sa_type=Key)
    topic: str = Field(primary_key=True, sa_type=Key)
    facet: str = Field(primary_key=True, sa_type=Key)
    value: str = Field(primary_key=True, sa_type=Key)
    evidence: str = Field(primary_key=True, sa_type=Key)
    datasets: int
    holdings: int

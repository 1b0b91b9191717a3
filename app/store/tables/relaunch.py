# SPDX-License-Identifier: EUPL-1.2
"""Which new identifiers of a portal stand for which former ones, after its relaunch."""

from sqlmodel import Field

from app.store.columns import Key, Words
from app.store.tables.base import Row


class RelaunchRow(Row, table=True):
    """A dataset that a run found under another identifier (promise H13).

    rule: by what it was recognised, ``taken`` where a new dataset could not get the id that its
    identifier stands for. carried: a person has agreed; before that it is a proposal.
    """

    __tablename__ = "relaunch"
    run: int = Field(primary_key=True, foreign_key="run.id")
    dataset: str = Field(primary_key=True, sa_type=Key, foreign_key="dataset.id")
    former: str = Field(sa_type=Words)
    identifier: str = Field(sa_type=Words)
    rule: str = Field(sa_type=Key)
    carried: bool = False

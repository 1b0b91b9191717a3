# SPDX-License-Identifier: EUPL-1.2
"""Terms that were forgotten and must not come back (promise S11), as hashes of their words."""

from datetime import datetime
from typing import Any

from sqlmodel import Field

from app.store.columns import Instant, Json, Key
from app.store.tables.base import Row


class BlockedRow(Row, table=True):
    """A term as harvesters.base.blocked keeps it. key: hash over salt and variants."""

    __tablename__ = "blocked"
    key: str = Field(primary_key=True, sa_type=Key)
    salt: str = Field(sa_type=Key)
    kind: str = Field(sa_type=Key)
    variants: Any = Field(default=None, sa_type=Json, nullable=True)
    at: datetime = Field(sa_type=Instant)

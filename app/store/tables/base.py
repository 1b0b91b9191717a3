# SPDX-License-Identifier: EUPL-1.2
"""What all tables share: one catalogue of names with fixed names for every constraint."""

from typing import cast

from sqlalchemy import MetaData, Table
from sqlmodel import SQLModel

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Row(SQLModel):
    """A row of this store; apart from other SQLModel tables of the process."""

    metadata = METADATA


def table_of(row: type[SQLModel]) -> Table:
    """The Core table behind a row class."""
    return cast(Table, row.__table__)  # type: ignore[attr-defined]

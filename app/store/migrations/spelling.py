# SPDX-License-Identifier: EUPL-1.2
"""Short names for the columns of migrations.

Types are spelled out and not taken from app.store.columns: what was once created must not change
with the code. Nothing here may change either; a new kind of column gets a new name.
"""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

Column = sa.Column[Any]
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.String(32), "sqlite")
JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def key(name: str, null: bool = False) -> Column:
    """Text that sorts by code point on both databases."""
    return sa.Column(name, KEY, nullable=null)


def words(name: str, null: bool = False) -> Column:
    """Text of any length."""
    return sa.Column(name, sa.Text(), nullable=null)


def instant(name: str, null: bool = False) -> Column:
    """An aware UTC datetime."""
    return sa.Column(name, INSTANT, nullable=null)


def json(name: str, null: bool = False) -> Column:
    """A JSON value."""
    return sa.Column(name, JSON, nullable=null)


def int_(name: str, null: bool = False) -> Column:
    """A small number."""
    return sa.Column(name, sa.Integer(), nullable=null)


def big(name: str, null: bool = False) -> Column:
    """A number of 64 bits."""
    return sa.Column(name, sa.BigInteger(), nullable=null)


def date(name: str, null: bool = False) -> Column:
    """A day."""
    return sa.Column(name, sa.Date(), nullable=null)


def bytes_(name: str, null: bool = False) -> Column:
    """Bytes."""
    return sa.Column(name, sa.LargeBinary(), nullable=null)


def bool_(name: str, null: bool = False) -> Column:
    """Yes or no."""
    return sa.Column(name, sa.Boolean(), nullable=null)


def reading(name: str) -> tuple[Column, ...]:
    """The five columns of a Reading."""
    return (
        key(name, null=True),
        key(f"{name}_status"),
        key(f"{name}_rule"),
        words(f"{name}_raw", null=True),
        json(f"{name}_candidates", null=True),
    )


def refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    """A foreign key with the name our metadata gives it."""
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")

# SPDX-License-Identifier: EUPL-1.2
"""Cells without a foreign key, on SQLite as one tree instead of two: they are most of a swap.

They are made anew from the datasets by app.store.derived, whose version was raised with this.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations import spelling as c

revision = "0011"
down_revision = "0010"
KEYS = ("portal", "unit", "topic_kind", "land", "kommune", "topic", "facet", "value", "evidence")


def upgrade() -> None:
    """The table anew and empty."""
    op.drop_table("cell")
    op.create_table(
        "cell",
        *(c.key(name) for name in KEYS),
        c.int_("datasets"),
        c.int_("holdings"),
        sa.PrimaryKeyConstraint(*KEYS, name="pk_cell"),
        sqlite_with_rowid=False,
    )
    # Whatever the store said of its counts: they are to be made again.
    op.execute("UPDATE state SET number = 5 WHERE name = 'derived' AND number > 5")

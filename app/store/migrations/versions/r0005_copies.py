# SPDX-License-Identifier: EUPL-1.2
"""Copies of datasets in other portals. Stored datasets get their marks by the next renormalise."""

import sqlalchemy as sa
from alembic import op

from app.store.migrations import spelling as c

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Whose copy a dataset is, its marks, how it was recognised, what differs."""
    op.add_column("dataset", c.key("copy_of", null=True))
    op.create_index(
        "ix_dataset_copy_of",
        "dataset",
        ["copy_of", "portal"],
        sqlite_where=sa.text("copy_of IS NOT NULL"),
        postgresql_where=sa.text("copy_of IS NOT NULL"),
    )
    _marks()
    op.create_table(
        "copy",
        *(c.key("dataset"), c.key("via"), c.key("rule"), c.key("reason")),
        sa.PrimaryKeyConstraint("dataset", name="pk_copy"),
        c.refers("copy", "dataset", "dataset.id"),
        c.refers("copy", "via", "dataset.id"),
    )
    op.create_index("ix_copy_via", "copy", ["via"])
    op.create_table(
        "contradiction",
        *(c.key("dataset"), c.key("field")),
        sa.PrimaryKeyConstraint("dataset", "field", name="pk_contradiction"),
        c.refers("contradiction", "dataset", "dataset.id"),
    )


def _marks() -> None:
    op.create_table(
        "mark",
        *(c.key("dataset"), c.big("key"), c.key("rule"), c.bool_("gone")),
        sa.PrimaryKeyConstraint("dataset", "key", name="pk_mark"),
        c.refers("mark", "dataset", "dataset.id"),
    )
    op.create_index("ix_mark_key", "mark", ["key", "dataset"])

# SPDX-License-Identifier: EUPL-1.2
"""Counts packed by topic. Filled by app.store.derived, which knows how they are made."""

import sqlalchemy as sa
from alembic import op

from app.store.migrations import spelling as c

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """The table and its way by topic."""
    op.create_table(
        "pack",
        c.key("portal"),
        c.key("unit"),
        c.key("topic_kind"),
        c.key("topic"),
        c.words("body"),
        sa.PrimaryKeyConstraint("portal", "unit", "topic_kind", "topic", name="pk_pack"),
    )
    op.create_index("ix_pack_topic", "pack", ["unit", "topic_kind", "topic"])

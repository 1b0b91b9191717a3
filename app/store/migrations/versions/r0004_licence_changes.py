# SPDX-License-Identifier: EUPL-1.2
"""Changes of licences, counted in the swap. What changed before this stays in the history only."""

import sqlalchemy as sa
from alembic import op

from app.store.migrations import spelling as c

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """The table and its way by time."""
    op.create_table(
        "licence_change",
        c.int_("id"),
        c.int_("run"),
        c.key("portal"),
        c.instant("at"),
        c.key("kommune"),
        c.key("before"),
        c.key("after"),
        c.int_("datasets"),
        c.key("example"),
        sa.PrimaryKeyConstraint("id", name="pk_licence_change"),
        c.refers("licence_change", "run", "run.id"),
        c.refers("licence_change", "portal", "portal.key"),
        c.refers("licence_change", "example", "dataset.id"),
    )
    op.create_index("ix_licence_change_at", "licence_change", ["at"])

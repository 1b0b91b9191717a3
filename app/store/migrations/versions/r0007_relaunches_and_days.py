# SPDX-License-Identifier: EUPL-1.2
"""Datasets that a relaunch gave other identifiers, and how many there were on which day."""

import sqlalchemy as sa
from alembic import op

from app.store.migrations import spelling as c

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Two tables."""
    op.create_table(
        "relaunch",
        *(c.int_("run"), c.key("dataset"), c.words("former"), c.words("identifier")),
        *(c.key("rule"), c.bool_("carried")),
        sa.PrimaryKeyConstraint("run", "dataset", name="pk_relaunch"),
        c.refers("relaunch", "run", "run.id"),
        c.refers("relaunch", "dataset", "dataset.id"),
    )
    op.create_table(
        "daily",
        *(c.key("kind"), c.key("key"), c.key("portal"), c.date("day")),
        *(c.int_("datasets"), c.bool_("latest")),
        sa.PrimaryKeyConstraint("kind", "key", "portal", "day", name="pk_daily"),
        c.refers("daily", "portal", "portal.key"),
    )
    op.create_index(
        "ix_daily_portal",
        "daily",
        ["portal", "kind"],
        sqlite_where=sa.text("latest = 1"),
        postgresql_where=sa.text("latest"),
    )

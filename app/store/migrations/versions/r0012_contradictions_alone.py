# SPDX-License-Identifier: EUPL-1.2
"""Contradictions with what they are filtered and sorted by: questions read no dataset for them.

They are compared anew by app.store.derived, whose version was raised with this.
"""

import sqlalchemy as sa
from alembic import op

from app.store.migrations import spelling as c

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """The table anew and empty."""
    op.drop_table("contradiction")
    op.create_table(
        "contradiction",
        *(c.key("dataset"), c.key("head"), c.int_("fields"), c.int_("number")),
        *(c.key("portal"), c.key("head_portal"), c.key("sort_title")),
        *(c.key(name, null=True) for name in ("kommune", "land", "musterdatensatz", "thema")),
        *(c.date("data_as_of", null=True), c.instant("changed_at")),
        *(c.key("licences"), c.key("formats"), c.key("standards")),
        sa.PrimaryKeyConstraint("dataset", name="pk_contradiction"),
        c.refers("contradiction", "dataset", "dataset.id"),
    )
    op.create_index(
        "ix_contradiction_sort_title",
        "contradiction",
        ["sort_title", "head", "portal", "dataset", "fields", "number"],
    )
    # Whatever the store said of its counts: these are to be made again.
    op.execute("UPDATE state SET number = 6 WHERE name = 'derived' AND number > 6")

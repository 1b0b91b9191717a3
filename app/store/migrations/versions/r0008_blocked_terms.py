# SPDX-License-Identifier: EUPL-1.2
"""Terms that were forgotten and must not come back."""

import sqlalchemy as sa
from alembic import op

from app.store.migrations.spelling import instant, json, key

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """The table."""
    columns = (key("key"), key("salt"), key("kind"), json("variants", null=True), instant("at"))
    op.create_table("blocked", *columns, sa.PrimaryKeyConstraint("key", name="pk_blocked"))

# SPDX-License-Identifier: EUPL-1.2
"""A way to the datasets of one Land's bodies, so that a few changed ones are counted alone."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
OF_LAND = "(level = 'land' OR body_kind = 'land')"


def upgrade() -> None:
    """The index, of bodies of Länder only."""
    op.create_index(
        "ix_dataset_of_land",
        "dataset",
        ["land", "portal"],
        sqlite_where=sa.text(OF_LAND),
        postgresql_where=sa.text(OF_LAND),
    )

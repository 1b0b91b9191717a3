# SPDX-License-Identifier: EUPL-1.2
"""A way to the datasets whose Musterdatensatz an editor should look at."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
_DOUBTED = "('keyword', 'model', 'model.unsure', 'reference')"


def upgrade() -> None:
    """The index; it answers counts and pages alone."""
    where = sa.text(f"retired_at IS NULL AND musterdatensatz_rule IN {_DOUBTED}")
    op.create_index(
        "ix_dataset_doubt",
        "dataset",
        [
            *("musterdatensatz_rule", "sort_title", "id", "portal", "kommune", "land", "copy_of"),
            "retired_at",  # always NULL here; without it SQLite would look into each row
        ],
        sqlite_where=where,
        postgresql_where=where,
    )

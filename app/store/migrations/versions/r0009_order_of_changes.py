# SPDX-License-Identifier: EUPL-1.2
"""A way to the datasets that changed last, for the feed of changes."""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """The index; it answers which datasets are on a page without reading any of them."""
    columns = ["changed_at", "id", "portal", "copy_of", "retired_at"]
    op.create_index("ix_dataset_changed", "dataset", columns)

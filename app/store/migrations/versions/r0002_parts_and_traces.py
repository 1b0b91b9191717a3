# SPDX-License-Identifier: EUPL-1.2
"""Parts of datasets, findings, history, counts."""

import sqlalchemy as sa
from alembic import op

from app.store.migrations import spelling as c

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """The tables that refer to datasets."""
    _cell()
    _distribution()
    _finding()
    _history()
    _service()
    _standard_use()


def _cell() -> None:
    op.create_table(
        "cell",
        c.key("portal"),
        c.key("unit"),
        c.key("topic_kind"),
        c.key("land"),
        c.key("kommune"),
        c.key("topic"),
        c.key("facet"),
        c.key("value"),
        c.key("evidence"),
        c.int_("datasets"),
        c.int_("holdings"),
        sa.PrimaryKeyConstraint(
            "portal",
            "unit",
            "topic_kind",
            "land",
            "kommune",
            "topic",
            "facet",
            "value",
            "evidence",
            name="pk_cell",
        ),
        c.refers("cell", "portal", "portal.key"),
    )


def _distribution() -> None:
    op.create_table(
        "distribution",
        c.key("dataset"),
        c.int_("position"),
        c.words("uri", null=True),
        c.words("title", null=True),
        c.words("access_url", null=True),
        c.words("download_url", null=True),
        *c.reading("format"),
        *c.reading("media_type"),
        *c.reading("licence"),
        c.words("attribution", null=True),
        c.key("availability", null=True),
        c.date("issued", null=True),
        c.instant("modified", null=True),
        c.big("byte_size", null=True),
        c.words("service", null=True),
        sa.PrimaryKeyConstraint("dataset", "position", name="pk_distribution"),
        c.refers("distribution", "dataset", "dataset.id"),
    )


def _finding() -> None:
    op.create_table(
        "finding",
        c.int_("id"),
        c.key("dataset", null=True),
        c.key("portal"),
        c.int_("run"),
        c.key("code"),
        c.words("subject"),
        c.json("params", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_finding"),
        c.refers("finding", "dataset", "dataset.id"),
        c.refers("finding", "portal", "portal.key"),
        c.refers("finding", "run", "run.id"),
    )
    op.create_index("ix_finding_dataset", "finding", ["dataset"])
    op.create_index("ix_finding_portal_code", "finding", ["portal", "code", "id"])


def _history() -> None:
    op.create_table(
        "history",
        c.int_("id"),
        c.key("dataset"),
        c.int_("run"),
        c.instant("at"),
        c.key("kind"),
        c.json("fields", null=True),
        c.bytes_("statements", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_history"),
        c.refers("history", "dataset", "dataset.id"),
        c.refers("history", "run", "run.id"),
    )
    op.create_index("ix_history_dataset", "history", ["dataset", "id"])
    op.create_index("ix_history_run", "history", ["run"])


def _service() -> None:
    op.create_table(
        "service",
        c.key("dataset"),
        c.int_("position"),
        c.words("identifier"),
        c.words("title", null=True),
        c.words("endpoint_url", null=True),
        c.words("endpoint_description", null=True),
        *c.reading("licence"),
        c.json("serves", null=True),
        sa.PrimaryKeyConstraint("dataset", "position", name="pk_service"),
        c.refers("service", "dataset", "dataset.id"),
    )


def _standard_use() -> None:
    op.create_table(
        "standard_use",
        c.key("dataset"),
        c.int_("number"),
        c.int_("distribution", null=True),
        c.int_("service", null=True),
        c.key("key", null=True),
        c.words("raw"),
        c.key("evidence"),
        sa.PrimaryKeyConstraint("dataset", "number", name="pk_standard_use"),
        c.refers("standard_use", "dataset", "dataset.id"),
    )
    op.create_index("ix_standard_use_key", "standard_use", ["key", "dataset"])

# SPDX-License-Identifier: EUPL-1.2
"""Portals, their runs and catalogues, and the datasets."""

import sqlalchemy as sa
from alembic import op

from app.store.migrations import spelling as c

revision = "0001"
down_revision = None
RUNNING = sa.text("state = 'running'")


def upgrade() -> None:
    """The tables that others refer to."""
    _portal()
    _state()
    _run()
    _run_reject()
    _catalogue()
    _dataset()
    _dataset_source()
    _dataset_person()


def _portal() -> None:
    op.create_table(
        "portal",
        c.key("key"),
        c.key("kind"),
        c.key("url"),
        c.words("base"),
        c.key("ags", null=True),
        c.words("title", null=True),
        c.bool_("exclusive"),
        c.instant("remembered_at"),
        c.instant("last_try", null=True),
        c.instant("last_success", null=True),
        c.key("state", null=True),
        c.json("reason", null=True),
        sa.PrimaryKeyConstraint("key", name="pk_portal"),
    )


def _state() -> None:
    op.create_table(
        "state",
        c.key("name"),
        c.big("number"),
        c.words("text"),
        sa.PrimaryKeyConstraint("name", name="pk_state"),
    )


def _run() -> None:
    op.create_table(
        "run",
        c.int_("id"),
        c.key("portal"),
        c.key("state"),
        c.words("owner"),
        c.instant("started"),
        c.instant("heartbeat"),
        c.instant("ended", null=True),
        c.int_("received"),
        c.int_("added"),
        c.int_("changed"),
        c.int_("same"),
        c.int_("retired"),
        c.int_("rejected"),
        c.int_("distributions"),
        c.int_("announced", null=True),
        c.json("notes", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_run"),
        c.refers("run", "portal", "portal.key"),
    )
    op.create_index("ix_run_portal_id", "run", ["portal", "id"])
    op.create_index(
        "uq_run_running",
        "run",
        ["portal"],
        unique=True,
        sqlite_where=RUNNING,
        postgresql_where=RUNNING,
    )


def _run_reject() -> None:
    op.create_table(
        "run_reject",
        c.int_("run"),
        c.int_("number"),
        c.words("identifier", null=True),
        c.words("position"),
        c.key("reason"),
        c.words("value"),
        sa.PrimaryKeyConstraint("run", "number", name="pk_run_reject"),
        c.refers("run_reject", "run", "run.id"),
    )


def _catalogue() -> None:
    op.create_table(
        "catalogue",
        c.key("portal"),
        c.int_("number"),
        c.words("identifier"),
        c.words("title", null=True),
        c.words("publisher", null=True),
        c.key("licence", null=True),
        c.words("licence_raw", null=True),
        c.words("homepage", null=True),
        c.bytes_("statements"),
        sa.PrimaryKeyConstraint("portal", "number", name="pk_catalogue"),
        c.refers("catalogue", "portal", "portal.key"),
    )


def _dataset() -> None:
    op.create_table(
        "dataset",
        *_identity(),
        *_understood(),
        sa.PrimaryKeyConstraint("id", name="pk_dataset"),
        c.refers("dataset", "portal", "portal.key"),
        c.refers("dataset", "run", "run.id"),
    )
    op.create_index("ix_dataset_place", "dataset", ["kommune", "musterdatensatz"])
    op.create_index(
        "ix_dataset_portal_live", "dataset", ["portal", "retired_at", "distribution_count"]
    )
    op.create_index("ix_dataset_sort_title", "dataset", ["sort_title", "id"])


def _identity() -> tuple[c.Column, ...]:
    return (
        c.key("id"),
        c.key("portal"),
        c.key("identifier"),
        c.words("uri", null=True),
        c.key("kind"),
        c.key("hash"),
        c.instant("first_seen"),
        c.instant("changed_at"),
        c.instant("missing_since", null=True),
        c.int_("missing_runs"),
        c.instant("retired_at", null=True),
        c.int_("run"),
    )


def _understood() -> tuple[c.Column, ...]:
    return (
        c.words("title", null=True),
        c.key("sort_title"),
        c.words("description", null=True),
        c.json("languages", null=True),
        c.json("keywords", null=True),
        c.words("publisher_name", null=True),
        *c.reading("kommune"),
        c.key("level", null=True),
        c.key("body_kind"),
        c.key("land", null=True),
        c.json("contributors", null=True),
        *c.reading("musterdatensatz"),
        *c.reading("thema"),
        c.json("themes", null=True),
        c.json("inspire_themes", null=True),
        c.json("hvd_categories", null=True),
        *c.reading("licence"),
        c.date("issued", null=True),
        c.instant("modified", null=True),
        c.date("data_as_of", null=True),
        c.key("data_as_of_rule"),
        c.date("temporal_start", null=True),
        c.date("temporal_end", null=True),
        c.key("frequency", null=True),
        c.key("access_rights", null=True),
        c.key("availability", null=True),
        c.words("landing_page", null=True),
        c.words("series", null=True),
        c.key("holding", null=True),
        c.json("metadata_standards", null=True),
        c.words("catalogue", null=True),
        c.int_("distribution_count"),
    )


def _dataset_source() -> None:
    op.create_table(
        "dataset_source",
        c.key("dataset"),
        c.key("media_type"),
        c.bytes_("statements"),
        sa.PrimaryKeyConstraint("dataset", name="pk_dataset_source"),
        c.refers("dataset_source", "dataset", "dataset.id"),
    )


def _dataset_person() -> None:
    op.create_table(
        "dataset_person",
        c.key("dataset"),
        c.words("statements"),
        sa.PrimaryKeyConstraint("dataset", name="pk_dataset_person"),
        c.refers("dataset_person", "dataset", "dataset.id"),
    )

# SPDX-License-Identifier: EUPL-1.2
"""Runs the migrations inside the connection and transaction that preparation hands over."""

from alembic import context

from app.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()

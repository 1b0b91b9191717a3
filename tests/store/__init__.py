# SPDX-License-Identifier: EUPL-1.2
"""Tests of the store, on SQLite and PostgreSQL alike."""

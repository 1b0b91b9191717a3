# SPDX-License-Identifier: EUPL-1.2
"""Tests of what is understood of a record."""

# SPDX-License-Identifier: EUPL-1.2
"""The interface /api/v1: one table of operations routes, checks and describes it (OpenAPI 3.1)."""

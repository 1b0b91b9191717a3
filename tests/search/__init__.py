# SPDX-License-Identifier: EUPL-1.2
"""Tests of the search: words, compounds, queries, facets, and the life of the index on disk."""

# SPDX-License-Identifier: EUPL-1.2
"""Tests of what leaves the house as RDF."""

# SPDX-License-Identifier: EUPL-1.2
"""Tests of the pages and of the answers programs get."""

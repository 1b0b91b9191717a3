# SPDX-License-Identifier: EUPL-1.2
"""Tests of the harvesters, with files and servers of their own."""

# SPDX-License-Identifier: EUPL-1.2
"""Tests of the command line as people and scripts use it."""

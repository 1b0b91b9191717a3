# SPDX-License-Identifier: EUPL-1.2
"""Tests of the intake: whole runs of made-up portals into real stores."""

# SPDX-License-Identifier: EUPL-1.2
"""The portal that ships with the project; pages mark what comes from it."""

PORTAL = "demonstration"
"""Its id; its datasets are invented."""

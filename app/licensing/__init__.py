# SPDX-License-Identifier: EUPL-1.2
"""Clearing: may these licences be combined for this result, under which licence, with what duty."""

from app.licensing.check import check
from app.licensing.errors import LicensingError

__all__ = ["LicensingError", "check"]

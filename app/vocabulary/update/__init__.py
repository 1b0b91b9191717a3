# SPDX-License-Identifier: EUPL-1.2
"""Renews vocabulary files from official ones; all is built and checked before a byte is written."""

from app.vocabulary.update.run import update
from app.vocabulary.update.tables import Changed

__all__ = ["Changed", "update"]

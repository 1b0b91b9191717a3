# SPDX-License-Identifier: EUPL-1.2
"""The derived full-text index with facets: built from the store, never a source of truth itself."""

from app.search.building import Refreshed, rebuild, refresh
from app.search.finding import ORDERS, PAGE, Found, find
from app.search.folder import BROKEN
from app.search.keeping import ensure, give_up
from app.search.suggesting import Suggestions, suggest

__all__ = [
    "BROKEN",
    "ORDERS",
    "PAGE",
    "Found",
    "Refreshed",
    "Suggestions",
    "ensure",
    "find",
    "give_up",
    "rebuild",
    "refresh",
    "suggest",
]

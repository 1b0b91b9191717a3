# SPDX-License-Identifier: EUPL-1.2
"""The store: the only room that speaks SQL, to SQLite or PostgreSQL."""

from sqlmodel import Session

from app.store.errors import StoreError
from app.store.preparation import prepare
from app.store.session import Store, open_store

__all__ = ["Session", "Store", "StoreError", "open_store", "prepare"]

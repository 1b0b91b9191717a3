# SPDX-License-Identifier: EUPL-1.2
"""The store's own counters and fingerprints, read."""

from sqlmodel import Session

from app.store.tables import StateRow


def generation(session: Session) -> int:
    """How many swaps there were; two reads of one generation see the same data."""
    return number(session, "generation")


def number(session: Session, name: str) -> int:
    """The number kept under this name, 0 if none is."""
    row = session.get(StateRow, name)
    return row.number if row else 0


def text(session: Session, name: str) -> str:
    """The text kept under this name, empty if none is."""
    row = session.get(StateRow, name)
    return row.text if row else ""

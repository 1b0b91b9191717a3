# SPDX-License-Identifier: EUPL-1.2
"""Where datasets of one portal stand, for marks that say whose they are."""

from sqlmodel import Session, col, select

from app.store.tables import DatasetRow


def kommunen(session: Session, portal: str, musterdatensatz: str) -> frozenset[str]:
    """Keys of the Kommunen to which live datasets of the portal give a Musterdatensatz."""
    statement = (
        select(DatasetRow.kommune)
        .where(DatasetRow.portal == portal, DatasetRow.musterdatensatz == musterdatensatz)
        .where(col(DatasetRow.retired_at).is_(None))
        .distinct()
    )
    return frozenset(key for key in session.exec(statement) if key)

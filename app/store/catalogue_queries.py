# SPDX-License-Identifier: EUPL-1.2
"""The catalogues that portals publish, read."""

from sqlmodel import Session, col, select

from app.store.catalogue_writes import Catalogue
from app.store.packing import unpack
from app.store.tables import CatalogueRow


def catalogues(session: Session) -> dict[tuple[str, str], Catalogue]:
    """Every catalogue by portal and identifier."""
    rows = session.exec(select(CatalogueRow).order_by(col(CatalogueRow.portal), "number"))
    return {(row.portal, row.identifier): _catalogue(row) for row in rows}


def _catalogue(row: CatalogueRow) -> Catalogue:
    return Catalogue(
        identifier=row.identifier,
        title=row.title,
        publisher=row.publisher,
        licence=row.licence,
        licence_raw=row.licence_raw,
        homepage=row.homepage,
        statements=unpack(row.statements),
    )

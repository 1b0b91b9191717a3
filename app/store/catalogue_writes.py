# SPDX-License-Identifier: EUPL-1.2
"""The catalogues (dcat:Catalog) that a portal publishes."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete
from sqlmodel import Session

from app.store import bulk, encoding
from app.store.packing import pack
from app.store.tables import CatalogueRow, table_of

COLUMNS = (
    *("portal", "number", "identifier", "title", "publisher", "licence", "licence_raw"),
    *("homepage", "statements"),
)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A catalogue. licence: of the metadata, as vocabulary key; licence_raw: as said."""

    identifier: str
    title: str | None = None
    publisher: str | None = None
    licence: str | None = None
    licence_raw: str | None = None
    homepage: str | None = None
    statements: str = ""


def replace_catalogues(session: Session, portal: str, catalogues: Iterable[Catalogue]) -> None:
    """The catalogues of a portal as now said, in place of the former ones."""
    table = table_of(CatalogueRow)
    session.connection().execute(delete(table).where(table.c.portal == portal))
    rows = [_row(portal, number, catalogue) for number, catalogue in enumerate(catalogues)]
    bulk.insert(session, CatalogueRow, COLUMNS, rows)


def _row(portal: str, number: int, catalogue: Catalogue) -> encoding.Values:
    said = (
        catalogue.identifier,
        catalogue.title,
        catalogue.publisher,
        catalogue.licence,
        catalogue.licence_raw,
        catalogue.homepage,
    )
    return (portal, number, *map(encoding.text, said), pack(catalogue.statements))

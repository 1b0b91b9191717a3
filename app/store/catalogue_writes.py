# SPDX-License-Identifier: EUPL-1.2
"""The catalogues (dcat:Catalog) that a portal publishes."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from app.store import bulk, encoding
from app.store.packing import pack
from app.store.tables import CatalogueRow, PortalRow, table_of

COLUMNS = (
    *("portal", "number", "identifier", "title", "publisher", "licence", "licence_raw"),
    *("homepage", "statements"),
)
LONGEST_NAME = 120


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
    _name(session, portal)


def own_title(session: Session, portal: str) -> str | None:
    """What the portal's catalogues are called, all of them alike; None where they say more."""
    c = col(CatalogueRow.title)
    titles = select(c).where(CatalogueRow.portal == portal, c.is_not(None)).distinct().limit(2)
    found = [" ".join((title or "").split()) for title in session.exec(titles)]
    named = len(found) == 1 and 0 < len(found[0]) <= LONGEST_NAME
    return found[0] if named else None


def _name(session: Session, portal: str) -> None:
    """A portal that nobody named is called after its catalogue instead of by its id."""
    title = own_title(session, portal)
    if title is not None:
        c = table_of(PortalRow).c
        nameless = update(table_of(PortalRow)).where(c.key == portal, c.title.is_(None))
        session.connection().execute(nameless.values(title=title))


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

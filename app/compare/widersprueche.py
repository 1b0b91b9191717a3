# SPDX-License-Identifier: EUPL-1.2
"""Widersprüche: the same dataset in several portals, and what one says otherwise than another.

Compared in the swap (app.store.contradiction_writes). That contacts differ is said, never who.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.compare import reading
from app.compare.answer import Answer, Cell, Column, Link, Note, Portion
from app.compare.facets import Look
from app.compare.meaning import format_look, licence_look
from app.compare.place_links import place_link, portal_link
from app.model.selection import Selection
from app.store import Session, contradiction_queries
from app.store.cluster_queries import Version
from app.store.contradiction_queries import SORTINGS as ORDERS
from app.store.contradiction_queries import Contradiction
from app.vocabulary import Vocabulary

SLUG = "widersprueche"
PAGE = 50
COLUMNS = (
    Column("datensatz", "link", "datensatz"),
    Column("kommune", "link"),
    Column("feld", "code", "feld"),
    Column("portal", "link"),
    Column("hier", "portions"),
    Column("portal_kopie", "link", "portal"),
    Column("dort", "portions"),
    Column("kopie", "link"),
)
SORTINGS: tuple[str, ...] = tuple(column.sorting for column in COLUMNS if column.sorting)
IGNORED = ("offen",)


def answer(
    session: Session, vocabulary: Vocabulary, selection: Selection, lang: str = "de"
) -> Answer:
    """A row for each copy and field that differs from the dataset that is counted."""
    size = selection.pro_seite or PAGE
    sorting = selection.sortierung if selection.sortierung in ORDERS else "datensatz"
    asked = replace(_resolved(vocabulary, selection), sortierung=sorting)
    found = contradiction_queries.contradictions(session, asked, size, (selection.seite - 1) * size)
    generation, extent = reading.contradictions(session, asked)
    ignored = [name for name in IGNORED if getattr(selection, name)]
    return Answer(
        question=SLUG,
        columns=COLUMNS,
        rows=tuple(_row(each, vocabulary, lang) for each in found),
        notes=(
            Note("note.widersprueche_base", {"count": extent.total, "datasets": extent.datasets}),
            Note("note.widersprueche_copies"),
            Note("note.widersprueche_silence"),
            *(Note("note.ignored", {"parameter": name}) for name in ignored),
        ),
        total=extent.total,
        base=extent.datasets,
        page=selection.seite,
        page_size=size,
        sorting=sorting,
        selection=selection,
        generation=generation,
    )


def _resolved(vocabulary: Vocabulary, selection: Selection) -> Selection:
    """``groesse`` and ``typ`` as keys of Kommunen; a Land of its own kind stays a key too."""
    if not selection.groesse and not selection.typ:
        return replace(selection, offen=())
    named = set(selection.kommune)
    keys = tuple(
        place.key
        for place in vocabulary.register
        if (not selection.groesse or place.size_class in selection.groesse)
        and (not selection.typ or place.typ in selection.typ)
        and (not named or place.key in named)
    )
    return replace(selection, kommune=keys or ("-",), groesse=(), typ=(), offen=())


def _row(each: Contradiction, vocabulary: Vocabulary, lang: str) -> tuple[Cell, ...]:
    one, other = each.canonical, each.copy
    return (
        _dataset(one),
        place_link(vocabulary, one.kommune) if one.kommune else Link("", ""),
        each.field,
        portal_link(one.portal, one.portal_title),
        _said(each.field, one, vocabulary, lang),
        portal_link(other.portal, other.portal_title),
        _said(each.field, other, vocabulary, lang),
        _dataset(other),
    )


def _dataset(version: Version) -> Link:
    return Link(version.id, version.title or version.id, f"/datensatz/{version.id}")


def _said(field: str, version: Version, vocabulary: Vocabulary, lang: str) -> tuple[Portion, ...]:
    if field == "licence":
        return _portions(licence_look(vocabulary, lang), version.licences or ("",))
    if field == "format":
        return _portions(format_look(vocabulary, lang), version.formats or ("",))
    if field == "title":
        return (Portion(version.title or "", version.title),)
    if field in ("issued", "as_of"):
        day = version.issued if field == "issued" else version.data_as_of
        return (Portion(str(day or ""), _written(day, lang)),)
    return (Portion("differs", None, code="value.contact_differs"),)


def _written(day: date | None, lang: str) -> str | None:
    if day is None:
        return None
    return f"{day.day:02}.{day.month:02}.{day.year}" if lang == "de" else day.isoformat()


def _portions(look: Look, keys: Iterable[str]) -> tuple[Portion, ...]:
    found = ((key, look(key)) for key in keys)
    return tuple(
        Portion(key, known.label, open=known.open) if key else Portion("", None)
        for key, known in found
    )

# SPDX-License-Identifier: EUPL-1.2
"""Where copies contradict the dataset that is counted: pages of it, and how much there is.

A row of the table is a copy with all fields it differs in, an answer has one for each field.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlmodel import Session

from app.model.selection import Selection
from app.store.cluster_queries import Version, versions
from app.store.columns import clean
from app.store.conditions import among, day, instant, position_in, refuse_unresolved
from app.store.contradiction_rows import FIELDS, fields_of
from app.store.sorting import fold
from app.store.tables import ContradictionRow, table_of

X = table_of(ContradictionRow).c
SORTINGS = ("datensatz", "-datensatz", "feld", "-feld", "portal", "-portal")
TIES = (X.head, X.portal, X.dataset)
Condition = ColumnElement[bool]


class Contradiction(NamedTuple):
    """A copy that differs. field: one of app.store.contradiction_rows.FIELDS."""

    field: str
    canonical: Version
    copy: Version


class Extent(NamedTuple):
    """How many contradictions there are, and in how many datasets."""

    total: int
    datasets: int


class _Place(NamedTuple):
    """A contradiction as the table has it."""

    field: str
    head: str
    copy: str


class _Section(NamedTuple):
    """Contradictions that stand together. total: None for not counted; field: the one of all."""

    wanted: tuple[Condition, ...]
    total: int | None = None
    field: str = ""


def contradictions(
    session: Session, selection: Selection, limit: int = 50, offset: int = 0
) -> tuple[Contradiction, ...]:
    """A page of the contradictions of datasets that are in the selection.

    A portal that is named is that of either side. Sorted by a key of SORTINGS, else by title.
    ``groesse``, ``typ`` and ``offen``: as for app.store.conditions.
    """
    found = _page(session, selection, limit, offset)
    known = versions(session, {id for each in found for id in each[1:]})
    return tuple(Contradiction(each.field, known[each.head], known[each.copy]) for each in found)


def extent(session: Session, selection: Selection) -> Extent:
    """How much contradictions would find on all its pages."""
    wanted = _wanted(session, selection)
    heads = select(func.sum(X.number).label("number")).where(*wanted).group_by(X.head).subquery()
    counted = select(func.coalesce(func.sum(heads.c.number), 0), func.count()).select_from(heads)
    total, datasets = session.connection().execute(counted).one()
    return Extent(int(total), datasets)


def _page(session: Session, selection: Selection, limit: int, offset: int) -> list[_Place]:
    """Sections before the page are skipped by their numbers alone."""
    found: list[_Place] = []
    descending = selection.sortierung == "-datensatz"
    for section in _sections(session, selection):
        if section.total is not None and offset >= section.total:
            offset -= section.total
            continue
        found += _some(session, section, limit - len(found), offset, descending)
        offset = 0
        if len(found) >= limit:
            break
    return found


def _sections(session: Session, selection: Selection) -> Iterable[_Section]:
    """In the order of the sorting: one a field, one a portal of copies, or a single one."""
    wanted = _wanted(session, selection)
    name = selection.sortierung.removeprefix("-")
    if name not in ("feld", "portal"):
        return [_Section(wanted)]
    found = list(_by_field(session, wanted) if name == "feld" else _by_portal(session, wanted))
    return found if name == selection.sortierung else found[::-1]


def _by_field(session: Session, wanted: tuple[Condition, ...]) -> Iterator[_Section]:
    numbers = (func.sum(X.fields.op(">>")(at).op("&")(1)) for at in range(len(FIELDS)))
    totals = session.connection().execute(select(*numbers).where(*wanted)).one()
    for at, (field, total) in enumerate(zip(FIELDS, totals, strict=True)):
        yield _Section((*wanted, X.fields.op("&")(1 << at) != 0), total or 0, field)


def _by_portal(session: Session, wanted: tuple[Condition, ...]) -> Iterator[_Section]:
    numbers = select(X.portal, func.sum(X.number)).where(*wanted)
    rows = session.connection().execute(numbers.group_by(X.portal).order_by(X.portal))
    for portal, total in rows.all():
        yield _Section((*wanted, X.portal == portal), total)


def _some(
    session: Session, section: _Section, limit: int, offset: int, descending: bool
) -> list[_Place]:
    order = (X.sort_title.desc() if descending else X.sort_title, *TIES)
    here = select(X.head, X.dataset, X.fields, X.number).where(*section.wanted).order_by(*order)
    if section.field:
        rows = session.connection().execute(here.limit(limit).offset(offset))
        return [_Place(section.field, row.head, row.dataset) for row in rows]
    found = []
    for row in session.connection().execute(_window(here, order, limit, offset)):
        before = row.upto - row.number
        fields = fields_of(row.fields)[max(0, offset - before) : offset + limit - before]
        found += [_Place(field, row.head, row.dataset) for field in fields]
    return found


def _window(here: Select[Any], order: tuple[Any, ...], limit: int, offset: int) -> Select[Any]:
    """Copies on the page. upto: fields up to and with those of the copy; each has one at least."""
    upto = func.sum(X.number).over(order_by=order, rows=(None, 0)).label("upto")
    found = here.add_columns(upto).limit(offset + limit).subquery()
    on_page = (found.c.upto > offset, found.c.upto - found.c.number < offset + limit)
    return select(found).where(*on_page).order_by(found.c.upto)


def _wanted(session: Session, selection: Selection) -> tuple[Condition, ...]:
    """As app.store.conditions has it for the head."""
    refuse_unresolved(selection)
    keys = ((X.land, selection.land), (X.thema, selection.thema))
    members = (*keys, (X.musterdatensatz, selection.musterdatensatz))
    found: list[Condition] = [column.in_(values) for column, values in members if values]
    if selection.kommune:
        found.append(among(session, X.kommune, selection.kommune))
    if selection.portal:
        found.append(or_(X.portal.in_(selection.portal), X.head_portal.in_(selection.portal)))
    if selection.stand:
        found.append(X.data_as_of >= day(selection.stand))
    if selection.modified_since:
        found.append(X.changed_at >= instant(selection.modified_since))
    return (*found, *_held(selection))


def _held(selection: Selection) -> Iterator[Condition]:
    """What is looked for in texts: words in the title, keys in lists of them."""
    for word in fold(clean(selection.q)).split():
        yield position_in(X.sort_title, word) > 0
    lists = ((X.licences, selection.lizenz), (X.formats, selection.format))
    for column, keys in (*lists, (X.standards, selection.standard)):
        if keys:
            yield or_(*(position_in(column, f" {key} ") > 0 for key in keys))

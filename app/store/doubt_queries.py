# SPDX-License-Identifier: EUPL-1.2
"""Datasets whose Musterdatensatz an editor should look at, by kind of doubt.

A contradiction is told by its finding; for the rest the rule of the reading tells.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import ColumnElement, case, exists, func, or_, select, text
from sqlmodel import Session

from app.model.selection import Selection
from app.store.conditions import conditions
from app.store.tables import DatasetRow, FindingRow, PortalRow, table_of
from app.store.tables.dataset import DOUBTED

TABLE = table_of(DatasetRow)
D = TABLE.c
F = table_of(FindingRow).c
P = table_of(PortalRow).c
CONTRADICTION = "musterdatensatz.contradiction"
# kind of doubt -> rule of the reading; the gravest first
RULES: Mapping[str, str] = {
    "angabe": "reference",
    "schlagwort": "keyword",
    "unsicher": "model.unsure",
    "vorschlag": "model",
}
_SAID = ("reference", "keyword")
_PLACE = case({rule: at for at, rule in enumerate(RULES.values())}, value=D.musterdatensatz_rule)
ORDERS = {
    "zweifel": (_PLACE, D.sort_title),
    "-zweifel": (_PLACE.desc(), D.sort_title),
    "name": (D.sort_title,),
    "-name": (D.sort_title.desc(),),
    "kommune": (D.kommune.is_(None), D.kommune, D.sort_title),
    "-kommune": (D.kommune.is_(None), D.kommune.desc(), D.sort_title),
    "portal": (D.portal, D.sort_title),
    "-portal": (D.portal.desc(), D.sort_title),
}


class Doubt(NamedTuple):
    """One dataset. rule: of the reading; musterdatensatz: what holds now, if anything does."""

    id: str
    title: str | None
    description: str | None
    portal: str
    portal_title: str | None
    kommune: str | None
    musterdatensatz: str | None
    rule: str


def count(session: Session, selection: Selection, kinds: tuple[str, ...]) -> int:
    """How many datasets of the selection are in doubt in one of these ways (keys of RULES)."""
    statement = select(func.count()).select_from(TABLE).where(*_wanted(selection, kinds))
    return int(session.connection().execute(statement).scalar_one())


def doubts(
    session: Session, selection: Selection, kinds: tuple[str, ...], limit: int, offset: int
) -> tuple[Doubt, ...]:
    """A page of them, in the order ``sortierung`` names (a key of ORDERS)."""
    order = ORDERS[selection.sortierung]
    # First only what the index holds, then the rows of the page.
    page = select(D.id).where(*_wanted(selection, kinds)).order_by(*order, D.id)
    columns = (D.id, D.title, D.description, D.portal, P.title, D.kommune)
    statement = (
        select(*columns, D.musterdatensatz, D.musterdatensatz_rule)
        .join_from(table_of(DatasetRow), table_of(PortalRow), P.key == D.portal)
        .where(D.id.in_(page.limit(limit).offset(offset)))
        .order_by(*order, D.id)
    )
    return tuple(Doubt(*row) for row in session.connection().execute(statement))


def _wanted(selection: Selection, kinds: tuple[str, ...]) -> tuple[ColumnElement[bool], ...]:
    rules = [RULES[kind] for kind in kinds]
    contradicted = exists().where(F.dataset == D.id, F.code == CONTRADICTION)
    guessed = [rule for rule in rules if rule not in _SAID]
    said = [rule for rule in rules if rule in _SAID]
    ways: list[ColumnElement[bool]] = []
    ways += [D.musterdatensatz_rule.in_(guessed)] if guessed else []
    ways += [D.musterdatensatz_rule.in_(said) & contradicted] if said else []
    # In the words of the partial index, or no database would use it.
    indexed = text(f"dataset.musterdatensatz_rule IN {DOUBTED}")
    return (*_filters(selection), indexed, or_(*ways))  # type: ignore[arg-type]


def _filters(selection: Selection) -> list[ColumnElement[bool]]:
    """The filters, portal and Kommune spelt so that no index of theirs is preferred to ours."""
    copies = D.copy_of.is_(None)
    found = [
        each
        for each in conditions(replace(selection, portal=(), kommune=()))
        if not (selection.portal and each.compare(copies))
    ]
    values = ((D.portal, selection.portal), (D.kommune, selection.kommune))
    return found + [column.concat("").in_(wanted) for column, wanted in values if wanted]

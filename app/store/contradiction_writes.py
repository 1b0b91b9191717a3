# SPDX-License-Identifier: EUPL-1.2
"""Where copies of a dataset differ: compared in the swap, so that asking for it reads no dataset.

What only one of them says is no contradiction, except for the licence: there silence decides.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session

from app.store import bulk
from app.store.packing import unpack
from app.store.sorting import UNTITLED
from app.store.tables import (
    ContradictionRow,
    DatasetPersonRow,
    DatasetRow,
    DatasetSourceRow,
    DistributionRow,
    table_of,
)

FIELDS = ("licence", "format", "issued", "as_of", "contact", "title")
D = table_of(DatasetRow).c
PART = table_of(DistributionRow).c
DIFFERENT = table_of(ContradictionRow).c.dataset
SAID, PERSONS = table_of(DatasetSourceRow), table_of(DatasetPersonRow)
# Addresses said for a contact: vcard:hasEmail, foaf:mbox, ..._email of CKAN, electronicMailAddress.
_CONTACT = re.compile(
    r"(?:hasEmail|hasValue|mbox|email|electronicMailAddress)[\">\s:<]{1,20}"
    r"(?:gco:CharacterString>|mailto:)?([^\s@\"<>:]{1,100}@[^\s@\"<>,;]{1,200})",
    re.IGNORECASE,
)
_AT = re.compile(r"@(?<=[^\s@\"<>:]@)(?=[^\s@\"<>,;])")  # not that of a language: "..."@de
_BEFORE, _BEHIND = 200, 200  # longest match before and behind the sign
Values = frozenset[str]


class Said(NamedTuple):
    """What is compared of one copy; an empty set where it says nothing."""

    licence: Values
    format: Values
    issued: Values
    as_of: Values
    contact: Values
    title: Values


def rewrite(
    session: Session, concerned: Collection[str], clusters: Mapping[str, Collection[str]]
) -> None:
    """Compares copies with the canonical dataset of their cluster.

    concerned: datasets whose former differences go.
    """
    members = {id for found in clusters.values() for id in found}
    former = {*concerned, *members}
    if len(former) > bulk.NAMED:  # most have none, and each thousand of names costs a statement
        former &= set(session.connection().execute(select(DIFFERENT).distinct()).scalars())
    bulk.delete(session, ContradictionRow, sorted(former))
    for some in bulk.batches(sorted(clusters.items())):
        said = _said(session, sorted({id for _, found in some for id in found}))
        rows = [
            (id, field)
            for head, found in some
            for id in sorted(found)
            if id != head
            for field in differing([said[head], said[id]])
        ]
        bulk.insert(session, ContradictionRow, ("dataset", "field"), rows)


def differing(copies: Collection[Said]) -> tuple[str, ...]:
    """The fields in which copies differ, as FIELDS orders them."""
    return tuple(field for field in FIELDS if _differ(copies, field))


def _differ(copies: Collection[Said], field: str) -> bool:
    values = {getattr(each, field) for each in copies}
    return len(values if field == "licence" else values - {frozenset()}) > 1


def _said(session: Session, ids: list[str]) -> dict[str, Said]:
    found: dict[str, Said] = {}
    for batch in bulk.batches(ids, bulk.NAMED):
        licences, formats = _parts(session, batch)
        contacts = _contacts(session, batch)
        columns = (D.id, D.sort_title, D.issued, D.data_as_of, D.licence, D.licence_status)
        for row in session.connection().execute(select(*columns).where(D.id.in_(batch))):
            licence = frozenset(licences.get(row.id) or _licence(row.licence, row.licence_status))
            title = None if row.sort_title == UNTITLED else row.sort_title
            # when metadata were changed is each portal's own affair
            dates = (_one(row.issued), _one(row.data_as_of))
            files = frozenset(formats[row.id])
            found[row.id] = Said(licence, files, *dates, contacts[row.id], _one(title))
    return found


def _one(value: object) -> Values:
    return frozenset() if value is None else frozenset({str(value)})


def _licence(key: str | None, status: str) -> Values:
    if key or status == "missing":
        return frozenset({key} if key else ())
    return frozenset({status})


def _parts(session: Session, ids: list[str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    licences: dict[str, set[str]] = defaultdict(set)
    formats: dict[str, set[str]] = defaultdict(set)
    columns = (PART.dataset, PART.licence, PART.licence_status, PART.format)
    statement = select(*columns).where(PART.dataset.in_(ids)).distinct()
    for dataset, licence, status, format in session.connection().execute(statement):
        licences[dataset] |= _licence(licence, status)
        formats[dataset] |= {format} if format else set()
    return licences, formats


def _contacts(session: Session, ids: list[str]) -> dict[str, Values]:
    """Mail addresses said for contacts. They are compared here and kept nowhere (promise S11)."""
    found: dict[str, Values] = defaultdict(frozenset)
    joined = SAID.outerjoin(PERSONS, PERSONS.c.dataset == SAID.c.dataset)
    columns = (SAID.c.dataset, SAID.c.statements, PERSONS.c.statements)
    statement = select(*columns).select_from(joined).where(SAID.c.dataset.in_(ids))
    for dataset, statements, personal in session.connection().execute(statement):
        found[dataset] = frozenset(mails(unpack(statements) + "\n" + (personal or "")))
    return found


def mails(statements: str) -> Iterator[str]:
    """The mail addresses that statements (N-Triples, JSON or XML) give for contacts, folded."""
    for at in _AT.finditer(statements):  # looking for the words alone costs ten times as much
        around = statements[max(0, at.start() - _BEFORE) : at.end() + _BEHIND]
        for found in _CONTACT.finditer(around):
            if found.start(1) < min(at.start(), _BEFORE) < found.end(1):
                yield found[1].casefold().rstrip(".")

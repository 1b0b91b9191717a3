# SPDX-License-Identifier: EUPL-1.2
"""Where copies of a dataset differ: compared in the swap, so that asking for it reads no dataset.

What only one of them says is no contradiction, except for the licence: there silence decides.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import delete, select
from sqlmodel import Session

from app.store import bulk, contradiction_rows
from app.store.contradiction_rows import FIELDS, Different, Part
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
Parts = defaultdict[str, list[Part]]


class Said(NamedTuple):
    """What is compared of one copy; an empty set where it says nothing."""

    licence: Values
    format: Values
    issued: Values
    as_of: Values
    contact: Values
    title: Values
    portal: str


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
        _compare(session, some)


def recount(session: Session) -> None:
    """Compares all copies anew."""
    session.connection().execute(delete(table_of(ContradictionRow)))
    clusters: dict[str, list[str]] = {}
    copies = select(D.copy_of, D.id).where(D.copy_of.is_not(None), D.retired_at.is_(None))
    for head, copy in session.connection().execute(copies):
        clusters.setdefault(head, [head]).append(copy)
    for some in bulk.batches(sorted(clusters.items())):
        _compare(session, some)


def _compare(session: Session, clusters: Iterable[tuple[str, Collection[str]]]) -> None:
    ids = sorted({id for _, found in clusters for id in found})
    parts = _parts(session, ids)
    said = _said(session, ids, parts)
    different = [
        Different(id, said[id].portal, head, fields)
        for head, found in clusters
        for id in sorted(found)
        if id != head and (fields := differing([said[head], said[id]]))
    ]
    contradiction_rows.write(session, different, parts)


def differing(copies: Collection[Said]) -> tuple[str, ...]:
    """The fields in which copies differ, as FIELDS orders them."""
    return tuple(field for field in FIELDS if _differ(copies, field))


def _differ(copies: Collection[Said], field: str) -> bool:
    values = {getattr(each, field) for each in copies}
    return len(values if field == "licence" else values - {frozenset()}) > 1


def _said(session: Session, ids: list[str], parts: Parts) -> dict[str, Said]:
    found: dict[str, Said] = {}
    for batch in bulk.batches(ids, bulk.NAMED):
        contacts = _contacts(session, batch)
        columns = (D.id, D.portal, D.sort_title, D.issued, D.data_as_of, D.licence)
        statement = select(*columns, D.licence_status).where(D.id.in_(batch))
        for row in session.connection().execute(statement):
            here = parts[row.id]
            licences = {key for part in here for key in _licence(part.licence, part.licence_status)}
            licence = frozenset(licences or _licence(row.licence, row.licence_status))
            formats = frozenset(part.format for part in here if part.format)
            # when metadata were changed is each portal's own affair
            dates = (_one(row.issued), _one(row.data_as_of))
            title = _one(None if row.sort_title == UNTITLED else row.sort_title)
            found[row.id] = Said(licence, formats, *dates, contacts[row.id], title, row.portal)
    return found


def _one(value: object) -> Values:
    return frozenset() if value is None else frozenset({str(value)})


def _licence(key: str | None, status: str) -> Values:
    if key or status == "missing":
        return frozenset({key} if key else ())
    return frozenset({status})


def _parts(session: Session, ids: list[str]) -> Parts:
    """The different distributions of datasets."""
    found: Parts = defaultdict(list)
    for batch in bulk.batches(ids, bulk.NAMED):
        columns = (PART.licence, PART.licence_status, PART.format, PART.format_status)
        statement = select(PART.dataset, *columns).where(PART.dataset.in_(batch)).distinct()
        for dataset, *part in session.connection().execute(statement):
            found[dataset].append(Part(*part))
    return found


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

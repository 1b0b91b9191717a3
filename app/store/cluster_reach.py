# SPDX-License-Identifier: EUPL-1.2
"""Which datasets a change can make copies of each other or part: all that marks connect them to."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple, cast

from sqlalchemy import func, select
from sqlmodel import Session

from app.model.mark import MarkRule
from app.store import bulk
from app.store.cluster_links import MOST, Node
from app.store.columns import instant_text
from app.store.tables import DatasetRow, MarkRow, PortalRow, table_of

M = table_of(MarkRow).c
DATASET, PORTAL = table_of(DatasetRow), table_of(PortalRow)
D, P = DATASET.c, PORTAL.c


class Reach(NamedTuple):
    """ids: every dataset that may be concerned. carriers: key -> dataset -> rule, of those keys
    that connect any."""

    ids: set[str]
    carriers: dict[int, dict[str, MarkRule]]


def whole(session: Session) -> Reach:
    """Everything that shares a mark or did; quicker than ``near`` where much is touched."""
    shared = select(M.key).where(~M.gone).group_by(M.key).having(func.count().between(2, MOST))
    rows = select(M.dataset, M.key, M.rule).where(~M.gone, M.key.in_(shared))
    carriers: dict[int, dict[str, MarkRule]] = defaultdict(dict)
    for dataset, key, rule in session.connection().execute(rows):
        carriers[key][dataset] = cast(MarkRule, rule)
    ids = {dataset for found in carriers.values() for dataset in found}
    for id, of in session.connection().execute(
        select(D.id, D.copy_of).where(D.copy_of.is_not(None))
    ):
        ids |= {id, of}
    return Reach(ids, carriers)


def near(session: Session, touched: Collection[str]) -> Reach:
    """What the touched datasets share a mark with, directly or over others, or did until now.

    A key that too many carry connects nothing and did not before, unless the touched ones are what
    makes it so.
    """
    frontier = set(touched) | _mates(session, touched)
    reach = Reach(set(frontier), {})
    own = Counter(key for _, key in _marks(session, touched))
    asked: set[int] = set()
    while frontier:
        keys = {key for _, key in _marks(session, frontier)} - asked
        asked |= keys
        new: set[str] = set()
        telling = (key for key, count in _counts(session, keys) if 1 < count <= MOST + own[key])
        for key, found in _carriers(session, telling).items():
            reach.carriers[key] = {id: rule for id, (rule, gone) in found.items() if not gone}
            new.update(found)
        new -= reach.ids
        frontier = new | (_mates(session, new) - reach.ids)
        reach.ids.update(frontier)
    return reach


def _marks(session: Session, ids: Iterable[str]) -> Iterable[tuple[str, int]]:
    for batch in bulk.batches(ids, bulk.NAMED):
        statement = select(M.dataset, M.key).where(M.dataset.in_(batch))
        yield from ((row[0], row[1]) for row in session.connection().execute(statement))


def _counts(session: Session, keys: Iterable[int]) -> Iterable[tuple[int, int]]:
    """How many carry each key, without reading who: of a common service thousands do."""
    for batch in bulk.batches(keys, bulk.NAMED):
        statement = select(M.key, func.count()).where(M.key.in_(batch)).group_by(M.key)
        yield from ((row[0], row[1]) for row in session.connection().execute(statement))


def _carriers(session: Session, keys: Iterable[int]) -> dict[int, dict[str, tuple[MarkRule, bool]]]:
    """Who carries each key, by which rule, and whether no more."""
    found: dict[int, dict[str, tuple[MarkRule, bool]]] = defaultdict(dict)
    for batch in bulk.batches(keys, bulk.NAMED):
        statement = select(M.key, M.dataset, M.rule, M.gone).where(M.key.in_(batch))
        for key, dataset, rule, gone in session.connection().execute(statement):
            found[key][dataset] = (cast(MarkRule, rule), gone)
    return found


def _mates(session: Session, ids: Iterable[str]) -> set[str]:
    """Who was in one cluster with these."""
    found: set[str] = set()
    for batch in bulk.batches(ids, bulk.NAMED):
        of = session.connection().execute(
            select(D.copy_of).where(D.id.in_(batch), D.copy_of.is_not(None))
        )
        heads = {*batch, *of.scalars()}
        for some in bulk.batches(heads, bulk.NAMED):
            mates = select(D.id, D.copy_of).where(D.copy_of.in_(some))
            for id, head in session.connection().execute(mates):
                found |= {id, head}
    return found - set(ids)


def nodes(session: Session, ids: Iterable[str]) -> dict[str, Node]:
    """What copies are told by, of those datasets that are live."""
    columns = (D.id, D.portal, D.sort_title, D.first_seen, D.uri, D.identifier, D.contributors)
    joined = DATASET.join(PORTAL, P.key == D.portal)
    statement = select(*columns, D.kommune, P.ags, P.url).select_from(joined)
    found = {}
    for batch in bulk.batches(ids, bulk.NAMED):
        here = statement.where(D.id.in_(batch), D.retired_at.is_(None))
        for id, portal, title, seen, uri, identifier, chain, *rest in session.connection().execute(
            here
        ):
            names = tuple(name for name in (uri, identifier) if name)
            at = instant_text(seen)
            found[id] = Node(id, portal, title, at, names, len(chain), *rest)
    return found

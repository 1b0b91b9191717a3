# SPDX-License-Identifier: EUPL-1.2
"""Understands what is stored anew, after vocabularies or rules have changed; no network."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from app.intake.collect import land_of
from app.intake.spool import Spool
from app.model import Finding
from app.model.selection import Selection
from app.normalise import Reader, understand
from app.store import (
    Session,
    Store,
    feed_queries,
    findings_queries,
    portal_queries,
    run_queries,
    swap_writes,
)
from app.store.feed_queries import FeedItem
from app.store.swap_writes import Change
from harvesters import HARVESTERS
from harvesters.base.record import Harvester, Portal, Repair

# What was mended at the harvest cannot be seen in the mended statements; its findings are kept.
_REPAIRS = (
    "encoding.repaired",
    "iri.relative",
    "iri.repaired",
    "language_tag.repaired",
    "statement.unwritable",
    "text.control_characters",
)


class Totals(NamedTuple):
    """datasets: looked at; reread: understood differently now; portals: with their number."""

    portals: int
    datasets: int
    reread: int


def renormalise(store: Store, reader: Reader) -> Totals:
    """Goes over all live datasets, a portal a transaction. What is not different is not written."""
    with store.session() as session:
        portals = [standing.portal for standing in portal_queries.list_portals(session)]
    datasets = reread = 0
    for portal in portals:
        harvester = HARVESTERS.get(portal.kind)
        if harvester is None:
            continue
        seen, different = _one(store, portal, harvester, reader)
        datasets += seen
        reread += different
    return Totals(len(portals), datasets, reread)


def _one(store: Store, portal: Portal, harvester: Harvester, reader: Reader) -> tuple[int, int]:
    spool = Spool()
    with store.session() as session:
        for change in _changes(session, portal, harvester, reader):
            spool.put(change)
    if not len(spool):
        return 0, 0
    with store.transaction() as session:
        run = run_queries.latest(session, portal.key)
        counted = swap_writes.replace(session, (run.id if run else None) or 0, spool)
        if counted.reread:
            swap_writes.rebuild_cells(session, portal.key)
            swap_writes.bump_generation(session)
    seen = len(spool)
    spool.close()
    return seen, counted.reread


def _changes(
    session: Session, portal: Portal, harvester: Harvester, reader: Reader
) -> Iterator[Change]:
    mended = findings_queries.by_dataset(session, portal.key, _REPAIRS)
    for item in feed_queries.walk(session, Selection(portal=(portal.key,))):
        yield _change(item, portal, harvester, reader, mended.get(item.id, []))


def _change(
    item: FeedItem, portal: Portal, harvester: Harvester, reader: Reader, mended: list[Finding]
) -> Change:
    record = harvester.reread(portal, item.identifier, item.kind, item.statements, item.personal)
    repairs = tuple(
        Repair(f.code, f.params.get("value", ""), f.params.get("field", ""), f.subject)
        for f in mended
        for _ in range(int(f.params.get("count", "1")))
    )
    record = replace(record, catalogue=item.catalogue, repairs=repairs)
    dataset, findings = understand(reader, portal, record)
    return Change(
        dataset,
        land_of(dataset, portal.ags),
        item.hash,
        item.media_type,
        item.statements,
        item.personal,
        findings,
    )

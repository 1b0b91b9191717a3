# SPDX-License-Identifier: EUPL-1.2
"""Understands what is stored anew, after vocabularies or rules have changed; no network."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from app.intake.reading import change_of, pack, unpack
from app.intake.spool import Spool
from app.model import Finding
from app.model.selection import Selection
from app.normalise import Reader
from app.store import (
    Session,
    Store,
    StoreError,
    feed_queries,
    findings_queries,
    portal_queries,
    relaunch_queries,
    run_queries,
    run_writes,
    swap_writes,
)
from app.store.feed_queries import FeedItem
from app.store.swap_writes import Change, Known
from harvesters import HARVESTERS
from harvesters.base.errors import MalformedRecord
from harvesters.base.record import Harvester, Portal, Repair

LOG = logging.getLogger(__name__)

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
    """datasets: looked at; reread: understood differently now; portals: with their number.

    busy: portals left out because somebody is harvesting them.
    """

    portals: int
    datasets: int
    reread: int
    busy: tuple[str, ...] = ()


def renormalise(store: Store, reader: Reader) -> Totals:
    """Goes over all live datasets, a portal a transaction. What is not different is not written."""
    with store.session() as session:
        portals = [standing.portal for standing in portal_queries.list_portals(session)]
    datasets = reread = 0
    busy = []
    for portal in portals:
        harvester = HARVESTERS.get(portal.kind)
        if harvester is None:
            continue
        try:
            seen, different = _one(store, portal, harvester, reader)
        except StoreError as error:
            if error.code != "store.run_active":
                raise
            busy.append(portal.key)
            continue
        datasets += seen
        reread += different
    return Totals(len(portals) - len(busy), datasets, reread, tuple(busy))


def _one(store: Store, portal: Portal, harvester: Harvester, reader: Reader) -> tuple[int, int]:
    spool = Spool(unpack)
    with store.session() as session:
        for identifier, parts in _changes(session, portal, harvester, reader):
            spool.put(identifier, parts)
    try:
        reread = _write(store, portal, spool) if len(spool) else 0
        return len(spool), reread
    finally:
        spool.close()


def _write(store: Store, portal: Portal, spool: Spool[Change]) -> int:
    """Nobody harvests meanwhile; what was harvested since it was read here stays as it is."""
    with store.transaction() as session:
        run_writes.reserve(session, portal.key)
        run = run_queries.latest(session, portal.key)
        known = swap_writes.known(session, portal.key)
        changes = (change for change in spool if _is_as_read(change, known))
        counted = swap_writes.replace(session, (run.id if run else None) or 0, changes)
        ids = relaunch_queries.identities(session)
        touched = {ids.of(portal.key, identifier) for identifier in spool.identifiers()}
        switched = swap_writes.find_copies(session, touched)
        if counted.reread or portal.key in switched:
            swap_writes.recount(session, portal.key, switched)
        else:
            for key, found in switched.items():
                swap_writes.recount_copies(session, key, found)
        if counted.reread or switched:
            swap_writes.bump_generation(session)
    return counted.reread


def _is_as_read(change: Change, known: Mapping[str, Known]) -> bool:
    held = known[change.dataset.identifier]
    return held.hash == change.hash and not held.retired


def _changes(
    session: Session, portal: Portal, harvester: Harvester, reader: Reader
) -> Iterator[tuple[str, bytes]]:
    mended = findings_queries.by_dataset(session, portal.key, _REPAIRS)
    for item in feed_queries.walk(session, Selection(portal=(portal.key,))):
        try:
            parts = _parts(item, portal, harvester, reader, mended.get(item.id, []))
            yield item.identifier, parts
        except MalformedRecord as error:  # stored by an older version; it stays as it is
            LOG.warning("%s %s: %s", portal.key, item.identifier, error)


def _parts(
    item: FeedItem, portal: Portal, harvester: Harvester, reader: Reader, mended: list[Finding]
) -> bytes:
    record = harvester.reread(portal, item.identifier, item.kind, item.statements, item.personal)
    repairs = tuple(
        Repair(f.code, f.params.get("value", ""), f.params.get("field", ""), f.subject)
        for f in mended
        for _ in range(int(f.params.get("count", "1")))
    )
    record = replace(
        record,
        catalogue=item.catalogue,
        repairs=repairs,
        media_type=item.media_type,
        statements=item.statements,
        personal=item.personal,
    )
    return pack(change_of(portal, reader, record, item.hash))

# SPDX-License-Identifier: EUPL-1.2
"""Datasets and catalogues as the store keeps them become items of the feed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from app.export.catalogues import SourceCatalogue
from app.export.feed import Frame
from app.export.item import Copy, Facts, FileFacts, Item, facts_of
from app.export.meaning import make_meaning
from app.export.said import Profile
from app.export.site import FeedSite
from app.model.selection import Selection
from app.store import (
    Session,
    catalogue_queries,
    cluster_queries,
    dataset_queries,
    feed_queries,
    portal_queries,
    stored,
)
from app.store.dataset_queries import FeedItem, FeedPart, StoredDataset
from app.vocabulary import Vocabulary

RDF_MEDIA_TYPE = "application/n-triples"
SURE = ("exact", "likely")
TOGETHER = 200


def make_frame(session: Session, vocabulary: Vocabulary, site: FeedSite, profile: Profile) -> Frame:
    """What all datasets of a document share; portals without catalogues are named by title."""
    sources = {
        (portal, identifier): SourceCatalogue(
            portal, identifier, catalogue.title, catalogue.statements
        )
        for (portal, identifier), catalogue in catalogue_queries.catalogues(session).items()
    }

    @cache
    def title(key: str) -> str | None:
        portal = portal_queries.get(session, key)
        return portal.title if portal else None

    return Frame(site, make_meaning(vocabulary), sources, profile, title)


def items(
    session: Session, selection: Selection, after: str = "", limit: int | None = None
) -> Iterator[Item]:
    """Live datasets of a resolved selection by id; the session must stay open meanwhile."""
    rows = dataset_queries.walk(session, selection, after, limit)
    while batch := list(islice(rows, TOGETHER)):
        yield from _made(session, batch)


def items_of(session: Session, ids: Sequence[str]) -> Iterator[Item]:
    """Those of the datasets that are live, ascending by id; as for items."""
    for start in range(0, len(ids), TOGETHER):
        yield from _made(session, feed_queries.named(session, ids[start : start + TOGETHER]))


def _made(session: Session, batch: list[FeedItem]) -> Iterator[Item]:
    others = [row.id for row in batch if row.media_type != RDF_MEDIA_TYPE]
    whole = stored.load(session, others) if others else {}
    copies = _copies(session, [row.id for row in batch])
    for row in batch:
        made = _from_fields(whole[row.id]) if row.id in whole else _from_row(row)
        yield replace(made, copies=copies[row.id]) if row.id in copies else made


def _copies(session: Session, ids: list[str]) -> dict[str, tuple[Copy, ...]]:
    found = cluster_queries.elsewhere(session, ids)
    return {id: tuple(map(Copy._make, names)) for id, names in found.items()}


def item(session: Session, dataset_id: str) -> Item | None:
    """One live dataset; None if there is none, or if it is retired."""
    found = dataset_queries.get(session, dataset_id)
    said = dataset_queries.source(session, dataset_id)
    if found is None or said is None or found.retired_at:
        return None
    whole = _from_fields(found)
    if copies := _copies(session, [found.id]):
        whole = replace(whole, copies=copies[found.id])
    if said.media_type != RDF_MEDIA_TYPE:
        return whole
    return replace(whole, dataset=None, statements=said.statements, personal=said.personal)


def _from_fields(found: StoredDataset) -> Item:
    dataset = found.dataset
    return Item(
        id=found.id,
        portal=dataset.portal,
        identifier=dataset.identifier,
        first_seen=found.first_seen,
        changed_at=found.changed_at,
        uri=dataset.uri,
        catalogue=dataset.catalogue,
        facts=facts_of(dataset),
        dataset=dataset,
    )


def _from_row(row: FeedItem) -> Item:
    return Item(
        id=row.id,
        portal=row.portal,
        identifier=row.identifier,
        first_seen=row.first_seen,
        changed_at=row.changed_at,
        uri=row.uri,
        catalogue=row.catalogue,
        statements=row.statements,
        personal=row.personal,
        facts=_facts(row),
    )


def _facts(row: FeedItem) -> Facts:
    """The same as app.export.item.facts_of, without building core types for a stream."""
    likely = {
        name
        for name, status in (
            ("dct:spatial", row.kommune_status),
            ("dct:references", row.musterdatensatz_status),
        )
        if status == "likely"
    }
    return Facts(
        key=_sure(row.kommune, row.kommune_status),
        musterdatensatz=_sure(row.musterdatensatz, row.musterdatensatz_status),
        themes=row.themes,
        hvd_categories=row.hvd_categories,
        frequency=row.frequency,
        access_rights=row.access_rights,
        availability=row.availability,
        files=tuple(_file(part) for part in row.distributions),
        likely=frozenset(likely),
    )


def _file(part: FeedPart) -> FileFacts:
    return FileFacts(
        uri=part.uri,
        access_url=part.access_url,
        licence=part.licence if part.licence_status == "exact" else None,
        format=_sure(part.format, part.format_status),
        media_type=_sure(part.media_type, part.media_type_status),
        availability=part.availability,
    )


def _sure(value: str | None, status: str) -> str | None:
    return value if status in SURE else None

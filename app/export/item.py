# SPDX-License-Identifier: EUPL-1.2
"""One dataset on its way out: what the portal said as N-Triples, and what we read, as facts."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from app.model import Dataset, Distribution, Reading


class FileFacts(NamedTuple):
    """What we read about one distribution; vocabulary keys, None where nothing sure was read.

    uri: None for a blank node, which is then found by its addresses.
    """

    uri: str | None = None
    access_url: str | None = None
    download_url: str | None = None
    licence: str | None = None
    format: str | None = None
    media_type: str | None = None
    availability: str | None = None


class Facts(NamedTuple):
    """What we read about a dataset; vocabulary keys. likely: short names of the
    properties whose value a rule gave that can err.
    """

    key: str | None = None
    musterdatensatz: str | None = None
    themes: tuple[str, ...] = ()
    hvd_categories: tuple[str, ...] = ()
    frequency: str | None = None
    access_rights: str | None = None
    availability: str | None = None
    files: tuple[FileFacts, ...] = ()
    likely: frozenset[str] = frozenset()


class Copy(NamedTuple):
    """The dataset in another portal: its public id, the portal's title, its URI or identifier."""

    id: str
    portal: str
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """One dataset for the feed.

    id: the public id. uri: the dataset's IRI, None where the portal left a blank node. statements,
    personal: sorted N-Triples lines, empty for portals that are not RDF; those come with dataset,
    from which everything is written. copies: in other portals. first_seen, changed_at: aware UTC.
    """

    id: str
    portal: str
    identifier: str
    first_seen: datetime
    changed_at: datetime
    uri: str | None = None
    catalogue: str | None = None
    statements: str = ""
    personal: str = ""
    facts: Facts = Facts()
    dataset: Dataset | None = None
    copies: tuple[Copy, ...] = ()


def facts_of(dataset: Dataset) -> Facts:
    """The facts of an understood dataset that are sure enough to be told to others."""
    muster = dataset.musterdatensatz
    likely = {
        name
        for name, reading in (("dct:spatial", dataset.publisher.key), ("dct:references", muster))
        if reading.status == "likely"
    }
    return Facts(
        key=_told(dataset.publisher.key),
        musterdatensatz=_told(muster),
        themes=dataset.themes,
        hvd_categories=dataset.hvd_categories,
        frequency=dataset.frequency,
        access_rights=dataset.access_rights,
        availability=dataset.availability,
        files=tuple(file_facts(distribution) for distribution in dataset.distributions),
        likely=frozenset(likely),
    )


def file_facts(distribution: Distribution) -> FileFacts:
    """The facts of one distribution; a licence only where it was read exactly."""
    licence = distribution.licence
    return FileFacts(
        uri=distribution.uri,
        access_url=distribution.access_url,
        download_url=distribution.download_url,
        licence=licence.value if licence.status == "exact" else None,
        format=_told(distribution.format),
        media_type=_told(distribution.media_type),
        availability=distribution.availability,
    )


def _told(reading: Reading) -> str | None:
    return reading.value if reading.status in ("exact", "likely") else None

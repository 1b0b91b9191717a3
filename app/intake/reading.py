# SPDX-License-Identifier: EUPL-1.2
"""What one page says and what its datasets mean; knows no store, so any process may do it."""

import logging
import pickle
from collections.abc import Callable, Iterator
from typing import NamedTuple

from app.model import Dataset, Finding, ItemOutcome
from app.normalise import Reader, copies, understand
from harvesters.base.errors import MalformedRecord
from harvesters.base.marks import refuse_marks
from harvesters.base.record import Contents, Harvester, Item, Portal

LOG = logging.getLogger(__name__)
Skip = Callable[[str, str], bool]
"""Whether the dataset of this identifier and hash is stored as it is and need not be understood."""


class Read(NamedTuple):
    """One dataset of a page.

    parts: pickled arguments of a Change; None where it was skipped or rejected.
    """

    identifier: str
    position: str
    hash: str
    distributions: int
    parts: bytes | None = None
    findings: tuple[Finding, ...] = ()
    reject: ItemOutcome | None = None


def read_items(
    portal: Portal, harvester: Harvester, reader: Reader, contents: Contents, skip: Skip
) -> Iterator[Read]:
    """The datasets of an opened page in its order, one at a time."""
    for item in contents.items:
        if skip(item.identifier, item.hash):
            yield Read(item.identifier, item.position, item.hash, item.distributions)
        else:
            yield read_item(portal, harvester, reader, item)


def read_item(portal: Portal, harvester: Harvester, reader: Reader, item: Item) -> Read:
    """One dataset, parsed and understood. One bad item costs one item (promise H8)."""
    try:
        record = harvester.parse(portal, item)
        refuse_marks(record.statements, record.personal)
        dataset, findings = understand(reader, portal, record)
    except MalformedRecord as error:
        return _rejected(item, error.code, error.params.get("value", ""))
    except Exception as error:  # a fault of ours
        LOG.debug("%s %s", portal.key, item.identifier, exc_info=True)
        return _rejected(item, "item.unexpected", type(error).__name__)
    parts = pack(
        dataset,
        land_of(dataset, portal.ags),
        item.hash,
        record.media_type,
        record.statements,
        record.personal,
        findings,
        copies.marks(record, dataset),
    )
    files = len(dataset.distributions)
    return Read(item.identifier, item.position, item.hash, files, parts, findings)


def pack(dataset: Dataset, *rest: object) -> bytes:
    """The arguments of a Change, in their order, as they travel and wait."""
    return pickle.dumps((dataset, *rest), protocol=pickle.HIGHEST_PROTOCOL)


def _rejected(item: Item, code: str, value: str) -> Read:
    outcome = ItemOutcome(item.identifier, item.position, code, value)
    return Read(item.identifier, item.position, item.hash, item.distributions, reject=outcome)


def land_of(dataset: Dataset, portal_key: str | None) -> str | None:
    """Two digits of the Land: of the publisher's key, else of the portal where a Land publishes."""
    key = dataset.publisher.key.value
    if key:
        return key[:2]
    return portal_key[:2] if portal_key and dataset.publisher.kind == "land" else None

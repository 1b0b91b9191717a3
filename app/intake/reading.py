# SPDX-License-Identifier: EUPL-1.2
"""What one page says and what its datasets mean; asks no store, so any process may do it."""

import logging
import pickle
from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple, Protocol

from app.model import Dataset, Finding, ItemOutcome
from app.normalise import Reader, copies, understand
from app.store import prepared
from app.store.swap_writes import Change
from harvesters.base.errors import MalformedRecord
from harvesters.base.marks import refuse_marks
from harvesters.base.record import Contents, Harvester, Item, Portal, Record

LOG = logging.getLogger(__name__)
_FIELDS = tuple(field.name for field in fields(Change))


class Held(Protocol):
    """What is stored, as far as readers need to know."""

    def as_it_is(self, identifier: str, hash: str) -> bool:
        """Whether the dataset is stored like this and need not be understood."""

    def knows(self, identifier: str) -> bool:
        """Whether the dataset is stored, live or retired, whatever it says."""


class Read(NamedTuple):
    """One dataset of a page.

    parts: None where it was skipped or rejected; else, of one that is new, its rows (dumped by
    app.store.prepared), and of others the arguments of a Change (``pack``).
    """

    identifier: str
    position: str
    hash: str
    distributions: int
    parts: bytes | None = None
    is_new: bool = False
    findings: tuple[Finding, ...] = ()
    reject: ItemOutcome | None = None


def read_items(
    portal: Portal, harvester: Harvester, reader: Reader, contents: Contents, held: Held
) -> Iterator[Read]:
    """The datasets of an opened page in its order, one at a time."""
    for item in contents.items:
        if held.as_it_is(item.identifier, item.hash):
            yield Read(item.identifier, item.position, item.hash, item.distributions)
        else:
            yield read_item(portal, harvester, reader, item, held)


def read_item(portal: Portal, harvester: Harvester, reader: Reader, item: Item, held: Held) -> Read:
    """One dataset, parsed and understood. One bad item costs one item (promise H8)."""
    try:
        record = harvester.parse(portal, item)
        refuse_marks(record.statements, record.personal)
        change = change_of(portal, reader, record, item.hash)
        is_new = not held.knows(item.identifier)
        parts = prepared.dump(prepared.prepare(change)) if is_new else pack(change)
    except MalformedRecord as error:
        return _rejected(item, error.code, error.params.get("value", ""))
    except Exception as error:  # a fault of ours
        LOG.debug("%s %s", portal.key, item.identifier, exc_info=True)
        return _rejected(item, "item.unexpected", type(error).__name__)
    files = len(change.dataset.distributions)
    return Read(item.identifier, item.position, item.hash, files, parts, is_new, change.findings)


def change_of(portal: Portal, reader: Reader, record: Record, hash: str) -> Change:
    """What a record means, as the store takes it."""
    dataset, findings = understand(reader, portal, record)
    return Change(
        dataset,
        land_of(dataset, portal.ags),
        hash,
        record.media_type,
        record.statements,
        record.personal,
        findings,
        copies.marks(record, dataset),
    )


def pack(change: Change) -> bytes:
    """The change as it travels and waits."""
    return pickle.dumps(
        tuple(getattr(change, name) for name in _FIELDS), protocol=pickle.HIGHEST_PROTOCOL
    )


def unpack(parts: bytes) -> Change:
    """What was packed by this very program."""
    return Change(*pickle.loads(parts))  # noqa: S301 - as said


def _rejected(item: Item, code: str, value: str) -> Read:
    outcome = ItemOutcome(item.identifier, item.position, code, value)
    return Read(item.identifier, item.position, item.hash, item.distributions, reject=outcome)


def land_of(dataset: Dataset, portal_key: str | None) -> str | None:
    """Two digits of the Land: of the publisher's key, else of the portal where a Land publishes."""
    key = dataset.publisher.key.value
    if key:
        return key[:2]
    return portal_key[:2] if portal_key and dataset.publisher.kind == "land" else None

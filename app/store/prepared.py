# SPDX-License-Identifier: EUPL-1.2
"""A new dataset as the rows it will be, made by whoever read it, so that the swap only writes.

Its id, the run and the time are not known yet and stand nowhere in it.
"""

import marshal
from typing import NamedTuple

from app.store import encoding
from app.store.change import Change
from app.store.columns import clean
from app.store.encoding import Values
from app.store.packing import pack


class Parts(NamedTuple):
    """Rows of what hangs on a dataset, without its id; findings without portal and run, too."""

    files: list[Values]
    services: list[Values]
    standards: list[Values]
    findings: list[Values]


class Prepared(NamedTuple):
    """Values of rows, each without its first columns.

    portal, identifier: as said, for the id. understood: UNDERSTOOD_COLUMNS. source: media type and
    packed statements. personal: empty if nothing. parts: as Parts. marks: key and rule.
    """

    portal: str
    identifier: str
    hash: str
    understood: Values
    source: tuple[str, bytes]
    personal: str
    parts: tuple[list[Values], ...]
    marks: list[tuple[int, str]]

    def said(self, column: str) -> str | None:
        """A text of the dataset's own row."""
        value: str | None = self.understood[encoding.UNDERSTOOD_COLUMNS.index(column)]
        return value


def prepare(change: Change) -> Prepared:
    """The rows of a dataset that the store does not know."""
    dataset = change.dataset
    return Prepared(
        dataset.portal,
        dataset.identifier,
        change.hash,
        encoding.understood(change),
        source_of(change),
        clean(change.personal),
        tuple(parts_of(change)),
        [(mark.key, mark.rule) for mark in change.marks],
    )


def source_of(change: Change) -> tuple[str, bytes]:
    """What the portal said, without persons."""
    return clean(change.media_type), pack(change.statements)


def parts_of(change: Change) -> Parts:
    """Distributions, services, standards and findings."""
    dataset = change.dataset
    return Parts(
        [encoding.distribution_row(part, at) for at, part in enumerate(dataset.distributions)],
        [encoding.service_row(service, at) for at, service in enumerate(dataset.services)],
        encoding.standard_rows(dataset),
        [encoding.finding_row(finding) for finding in change.findings],
    )


def dump(prepared: Prepared) -> bytes:
    """As it travels between processes of this program and waits on disk."""
    return marshal.dumps(tuple(prepared))


def load(dumped: bytes) -> Prepared:
    """What was dumped by this very program: never give it anything else."""
    return Prepared(*marshal.loads(dumped))  # noqa: S302 - as said

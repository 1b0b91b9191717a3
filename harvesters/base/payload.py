# SPDX-License-Identifier: EUPL-1.2
"""One dataset of an RDF page as it waits to be mapped: its statements, small where many wait."""

from dataclasses import dataclass, replace
from zlib import compress, decompress

from harvesters.base.canonical import Groups, groups_of, lines_of
from harvesters.base.nodes import Nodes, node_of
from harvesters.base.record import Repair


@dataclass(frozen=True, slots=True)
class Payload:
    """One dataset before it is mapped.

    name: that of its node in groups, its statements as in canonical.Labelled.
    """

    name: str
    kind: str
    groups: Groups
    catalogue: str | None
    repairs: tuple[Repair, ...]
    small: bytes = b""

    def packed(self) -> "Payload":
        """The same in a tenth of the room: thousands of datasets of a large page wait in memory."""
        return replace(self, groups=(), small=compress(self.lines.encode(), 1))

    def unpacked(self) -> "Payload":
        """The payload as it can be read."""
        if not self.small:
            return self
        return replace(self, groups=groups_of(decompress(self.small).decode()), small=b"")

    @property
    def lines(self) -> str:
        """The statements as N-Triples text."""
        return lines_of(self.groups)

    @property
    def nodes(self) -> Nodes:
        """The statements by subject and short property name."""
        return {subject: node_of(rests) for subject, rests in self.groups if rests}

# SPDX-License-Identifier: EUPL-1.2
"""One dataset of an RDF page as it waits to be mapped: its statements, small where many wait."""

from dataclasses import dataclass, replace
from zlib import compress, decompress

from harvesters.base.nodes import Nodes, nodes_in
from harvesters.base.record import Repair


@dataclass(frozen=True, slots=True)
class Payload:
    """One dataset before it is mapped.

    root: its node in nodes. name: its name in lines, where blank nodes have canonical labels.
    telling: those of the nodes that may be persons or services; None where all may be.
    """

    root: str
    name: str
    kind: str
    nodes: Nodes
    lines: str
    catalogue: str | None
    repairs: tuple[Repair, ...]
    small: bytes = b""
    telling: Nodes | None = None

    def packed(self) -> "Payload":
        """The same in a tenth of the room: thousands of datasets of a large page wait in memory."""
        small = compress(self.lines.encode(), 1)
        return replace(self, root=self.name, nodes={}, lines="", small=small, telling=None)

    def unpacked(self) -> "Payload":
        """The payload as it can be read."""
        if not self.small:
            return self
        lines = decompress(self.small).decode()
        return replace(self, nodes=nodes_in(lines), lines=lines, small=b"")

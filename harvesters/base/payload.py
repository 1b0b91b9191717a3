# SPDX-License-Identifier: EUPL-1.2
"""One dataset of an RDF page as it waits to be mapped: its statements, small where many wait."""

from dataclasses import dataclass, replace
from zlib import compress, decompress

from harvesters.base.nodes import Nodes, nodes_in
from harvesters.base.record import Repair
from harvesters.base.rest import Rest, Shelf


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
    rest: Rest | None = None
    telling: Nodes | None = None

    def laid(self, shelf: Shelf | None) -> "Payload":
        """The same with its statements on a shelf, if there is one, in a tenth of the room."""
        if shelf is None:
            return self
        rest = shelf.lay(compress(self.lines.encode(), 1))
        return replace(self, root=self.name, nodes={}, lines="", rest=rest, telling=None)

    def unpacked(self) -> "Payload":
        """The payload as it can be read."""
        if self.rest is None:
            return self
        lines = decompress(self.rest.take()[0]).decode()
        return replace(self, nodes=nodes_in(lines), lines=lines, rest=None)

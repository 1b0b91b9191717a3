# SPDX-License-Identifier: EUPL-1.2
"""Whole lines out of pieces of a text, in time that grows with the text and not with its square."""


class WholeLines:
    """Keeps the pieces of a line that has not ended; one of 10 MB comes in thousands of them."""

    def __init__(self) -> None:
        self._begun: list[bytes] = []

    def take(self, data: bytes) -> list[bytes]:
        """The lines that this piece ends, without their line feeds."""
        first, feed, after = data.partition(b"\n")
        self._begun.append(first)
        if not feed:
            return []
        whole = b"".join(self._begun)
        *lines, rest = after.split(b"\n")
        self._begun = [rest]
        return [whole, *lines]

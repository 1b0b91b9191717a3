# SPDX-License-Identifier: EUPL-1.2
"""Compressed bodies: decoded in small steps, and complete or refused."""

import zlib
from collections.abc import Iterator

from harvesters.base.errors import UnexpectedAnswer

_STEP = 1_000_000


class Decoder:
    """Decodes one body (gzip, deflate or none) so that a bomb never unfolds in one piece."""

    def __init__(self, encoding: str, url: str) -> None:
        self._url = url
        name = encoding.strip().lower()
        if name in ("gzip", "x-gzip"):
            self._inflate: zlib._Decompress | None = zlib.decompressobj(zlib.MAX_WBITS | 16)
        elif name == "deflate":
            self._inflate = zlib.decompressobj()
        elif name in ("", "identity"):
            self._inflate = None
        else:
            raise UnexpectedAnswer("network.encoding", url=url, encoding=name)

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Decoded parts of at most a megabyte; UnexpectedAnswer when the body is damaged."""
        if self._inflate is None:
            yield chunk
            return
        waiting = chunk
        while waiting:
            try:
                part = self._inflate.decompress(waiting, _STEP)
            except zlib.error as error:
                raise UnexpectedAnswer("network.damaged", url=self._url) from error
            waiting = self._inflate.unconsumed_tail
            if part:
                yield part
            if self._inflate.eof:
                return

    def finish(self) -> None:
        """UnexpectedAnswer when the compressed body stops before its end."""
        if self._inflate is not None and not self._inflate.eof:
            raise UnexpectedAnswer("network.cut", url=self._url)

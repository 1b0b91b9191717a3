# SPDX-License-Identifier: EUPL-1.2
"""Compressed bodies and files: decoded in small steps, and complete or refused."""

import zlib
from collections.abc import Iterator

from harvesters.base.errors import UnexpectedAnswer

_STEP = 1_000_000
GZIP = b"\x1f\x8b"
_MEMBER = zlib.MAX_WBITS | 16
_ZLIB_HEADER = 2
# How files begin that hold others and are not unpacked here.
_PACKED = {
    GZIP: "gzip in gzip",
    b"PK\x03\x04": "ZIP",
    b"BZh9": "bzip2",
    b"\xfd7zXZ\0": "xz",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"\x28\xb5\x2f\xfd": "Zstandard",
}
_TAR = 257, b"ustar"


class _Gzip:
    """One gzip file. RFC 1952, 2.2: members may follow each other; what else follows is dropped."""

    def __init__(self) -> None:
        self._member: zlib._Decompress | None = zlib.decompressobj(_MEMBER)
        self._is_over = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Decoded parts of at most a megabyte."""
        waiting = chunk
        while waiting and not self._is_over:
            if self._member is None:
                if not waiting.startswith(GZIP[:1]):
                    self._is_over = True
                    return
                self._member = zlib.decompressobj(_MEMBER)
            yield self._member.decompress(waiting, _STEP)
            waiting = self._member.unconsumed_tail
            if self._member.eof:
                waiting, self._member = self._member.unused_data, None

    def is_whole(self) -> bool:
        """Whether no member lacks its end."""
        return self._member is None


class _Deflate:
    """A body of zlib's own form, or bare: RFC 9110, 8.4.1.2 knows that servers send it so."""

    def __init__(self) -> None:
        self._start = b""
        self._inflate: zlib._Decompress | None = None

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Decoded parts of at most a megabyte."""
        waiting = chunk
        if self._inflate is None:
            self._start += chunk
            if len(self._start) < _ZLIB_HEADER:
                return
            bits = zlib.MAX_WBITS if _is_zlib(self._start) else -zlib.MAX_WBITS
            self._inflate = zlib.decompressobj(bits)
            waiting, self._start = self._start, b""
        while waiting and not self._inflate.eof:
            yield self._inflate.decompress(waiting, _STEP)
            waiting = self._inflate.unconsumed_tail

    def is_whole(self) -> bool:
        """Whether its end has come."""
        return self._inflate is not None and self._inflate.eof


def _is_zlib(start: bytes) -> bool:
    """Whether these two bytes are zlib's header (RFC 1950, 2.2: method 8 and a check by 31)."""
    return start[0] & 0x0F == 8 and (start[0] << 8 | start[1]) % 31 == 0


class _Bare:
    """What is not compressed."""

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The same."""
        yield chunk

    def is_whole(self) -> bool:
        """Always."""
        return True


class _Inner:
    """A file: unpacked where it begins as gzip does, whatever it is said to be."""

    def __init__(self) -> None:
        self._start = b""
        self._file: _Bare | _Gzip | None = None

    def feed(self, part: bytes) -> Iterator[bytes]:
        """The file's content in parts."""
        if self._file is None:
            self._start += part
            if len(self._start) < len(GZIP):
                return
            self._file = _Gzip() if self._start.startswith(GZIP) else _Bare()
            part, self._start = self._start, b""
        yield from self._file.feed(part)

    def rest(self) -> bytes:
        """What was too short to tell what it is."""
        return self._start

    def is_whole(self) -> bool:
        """Whether a gzip file has its end."""
        return self._file is None or self._file.is_whole()


class Decoder:
    """Decodes one body (gzip, deflate or none) so that a bomb never unfolds in one piece.

    A body that is a gzip file itself, such as a dump, is unpacked, too. Portals serve them with and
    without saying so.
    """

    def __init__(self, encoding: str, url: str) -> None:
        self._url = url
        name = encoding.strip().lower()
        self._body: _Gzip | _Deflate | _Bare
        if name in ("gzip", "x-gzip"):
            self._body = _Gzip()
        elif name == "deflate":
            self._body = _Deflate()
        elif name in ("", "identity"):
            self._body = _Bare()
        else:
            raise UnexpectedAnswer("network.encoding", url=url, encoding=name)
        self._file = _Inner()

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Decoded parts of at most a megabyte; UnexpectedAnswer when the body is damaged."""
        try:
            for part in self._body.feed(chunk):
                yield from filter(None, self._file.feed(part))
        except zlib.error as error:
            raise UnexpectedAnswer("network.damaged", url=self._url) from error

    def finish(self) -> bytes:
        """What still waits; UnexpectedAnswer when the compressed body stops before its end."""
        if not (self._body.is_whole() and self._file.is_whole()):
            raise UnexpectedAnswer("network.cut", url=self._url)
        return self._file.rest()


def refuse_packed(body: bytes, page: str) -> None:
    """UnexpectedAnswer for what is still packed: other programs unpack it."""
    packed = next((name for start, name in _PACKED.items() if body.startswith(start)), "")
    at, mark = _TAR
    if not packed and body[at : at + len(mark)] == mark:
        packed = "tar"
    if packed:
        raise UnexpectedAnswer("answer.packed", page=page, packed=packed)

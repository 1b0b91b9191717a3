# SPDX-License-Identifier: EUPL-1.2
"""Answers that are no answers: connections, heads, lengths, statuses and redirects gone wrong."""

import gzip
import socket
import struct
import time
import zlib

from tests.harvesters.loopback import Call, answer
from tests.hostile.answers import Reply
from tests.intake.making import towns

BODY = towns(*range(1, 13)).encode()
OK = b"HTTP/1.1 200 OK\r\n"
_LINGER = struct.pack("ii", 1, 0)


def said(data: bytes) -> Reply:
    """These bytes, then the connection is closed."""

    def reply(call: Call) -> None:
        call.connection.sendall(data)

    return reply


def reset(data: bytes) -> Reply:
    """These bytes, then a reset."""

    def reply(call: Call) -> None:
        call.connection.sendall(data)
        call.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER)
        call.connection.close()

    return reply


def drip(start: bytes) -> Reply:
    """The start, then a byte now and then for as long as anybody listens."""

    def reply(call: Call) -> None:
        call.connection.sendall(start)
        call.drip(b"x" * 400, 0.1)

    return reply


def silence(call: Call) -> None:
    """Nothing, with the connection open."""
    time.sleep(1.6)


def endless(call: Call) -> None:
    """Chunk after chunk."""
    call.connection.sendall(OK + b"Transfer-Encoding: chunked\r\n\r\n")
    for _ in range(10_000):
        call.connection.sendall(b"ffff\r\n" + b"#" * 0xFFFF + b"\r\n")


def many_headers(call: Call) -> None:
    """Header after header."""
    call.connection.sendall(OK)
    for number in range(50_000):
        call.connection.sendall(b"X-%d: y\r\n" % number)


def plus(head: bytes, body: bytes = BODY) -> bytes:
    """A whole answer with this head."""
    return OK + head + b"\r\n" + body


ZIPPED = gzip.compress(BODY)
BOMB = gzip.compress(bytes(60_000_000))
MODES: dict[str, Reply | bytes] = {
    "closed at once": said(b""),
    "reset at once": reset(b""),
    "reset in the head": reset(OK),
    "reset in the body": reset(plus(b"Content-Length: 99999\r\n", BODY[:500])),
    "closed in the body": said(plus(b"Content-Length: 99999\r\n", BODY[:500])),
    "length too small": plus(b"Content-Length: 700\r\n"),
    "length negative": said(plus(b"Content-Length: -5\r\n")),
    "length no number": said(plus(b"Content-Length: viel\r\n")),
    "two lengths": said(plus(b"Content-Length: 10\r\nContent-Length: 20\r\n")),
    "length of exabytes": said(plus(b"Content-Length: 999999999999999999\r\n")),
    "silence": silence,
    "drip in the head": drip(OK + b"X-A: "),
    "drip in the body": drip(plus(b"Content-Length: 400\r\n", b"")),
    "drip in the status": drip(b"HTTP/1.1 200 O"),
    "chunks broken": said(plus(b"Transfer-Encoding: chunked\r\n", b"zz\r\nabc\r\n")),
    "chunks cut": said(plus(b"Transfer-Encoding: chunked\r\n", b"ff\r\nabc")),
    "chunks negative": said(plus(b"Transfer-Encoding: chunked\r\n", b"-5\r\nabc\r\n0\r\n\r\n")),
    "chunks endless": endless,
    "headers endless": many_headers,
    "header of a megabyte": said(OK + b"X: " + b"y" * 1_000_000 + b"\r\n\r\n"),
    "header without colon": said(OK + b"nonsense\r\n\r\n" + BODY[:100]),
    "100 for ever": said(b"HTTP/1.1 100 Continue\r\n\r\n" * 5_000),
    "HTTP 0.9": said(BODY),
    "HTTP 3000": said(b"HTTP/3000 200 OK\r\n\r\n" + BODY),
    "status of words": said(b"HTTP/1.1 gut gut\r\n\r\n"),
    "status 999": said(b"HTTP/1.1 999 Nein\r\n\r\n"),
    "garbage": said(bytes(range(256)) * 20),
    "TLS greeting": said(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"),
    "gzip cut": answer(ZIPPED[:-20], Content_Encoding="gzip"),
    "gzip damaged": answer(ZIPPED[:90] + b"\xff" * 30 + ZIPPED[120:], Content_Encoding="gzip"),
    "gzip bomb": answer(BOMB, Content_Encoding="gzip"),
    "gzip that is none": answer(BODY, Content_Encoding="gzip"),
    "gzip not declared": answer(ZIPPED),
    "gzip twice": answer(gzip.compress(ZIPPED), Content_Encoding="gzip"),
    "gzip twice declared": answer(gzip.compress(ZIPPED), Content_Encoding="gzip, gzip"),
    "deflate cut": answer(zlib.compress(BODY)[:-9], Content_Encoding="deflate"),
    "br without being asked": answer(BODY, Content_Encoding="br"),
    "encoding unknown": answer(BODY, Content_Encoding="☃".encode().decode("latin-1")),
    **{
        f"status {status}": answer(b"<html>Fehler</html>", status)
        for status in (
            *(201, 202, 203, 204, 205, 206, 226, 300, 304, 305, 306, 400, 401, 402, 403, 404, 405),
            *(406, 407, 408, 409, 410, 418, 429, 451, 500, 501, 502, 503, 504, 511, 599),
        )
    },
    **{
        f"retry after {after}": answer(b"", 503, Retry_After=after)
        for after in ("1", "-5", "99999999", "Wed, 21 Oct 2099 07:28:00 GMT", "bald", "nan", "1e9")
    },
}

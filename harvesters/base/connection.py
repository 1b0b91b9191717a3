# SPDX-License-Identifier: EUPL-1.2
"""Connections that resolve and check their address themselves and can be cut at a deadline.

The check happens on the address that is connected to, so a name that changes its address between a
check and the connection (DNS rebinding) gains nothing.
"""

import socket
import threading
import time
from collections.abc import Collection
from contextlib import suppress
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from harvesters.base.address import resolve
from harvesters.base.errors import PortalUnreachable

_MOST_ADDRESSES = 16  # of one name; each that does not answer takes time and a socket
# What the system, OpenSSL and urllib3 write, and our word for it; the first that fits counts.
_REASONS = (
    ("certificate has expired", "expired"),
    ("self-signed", "own"),
    ("self signed", "own"),
    ("mismatch", "name"),
    ("doesn't match", "name"),
    ("certificate", "certificate"),
    ("SSL", "tls"),
    ("refused", "refused"),
    ("timed out", "timeout"),
    ("unreachable", "unreachable"),
    ("No route to host", "unreachable"),
    ("reset", "reset"),
    ("Broken pipe", "reset"),
    ("closed connection without response", "closed"),
    ("BadStatusLine", "protocol"),
    ("got more than", "protocol"),
)


class Cut:
    """Ends the current request's connection when its time is over, whatever it is waiting for.

    Timeouts of sockets count single reads; a server that sends a byte every few seconds would never
    meet one. Duplicates are held: TLS takes the socket itself away from us.
    """

    def __init__(self) -> None:
        self._held: list[tuple[HTTPConnection, socket.socket]] = []
        self.fired = False
        self._end = 0.0

    def is_over(self) -> bool:
        """Whether the time is over; the timer or a timeout of the socket may see it first."""
        return self.fired or time.monotonic() >= self._end

    def after(self, seconds: float) -> threading.Timer:
        """A started timer that cuts; cancel it when the answer is there."""
        self._forget_closed()
        self.fired = False
        self._end = time.monotonic() + seconds
        timer = threading.Timer(seconds, self._fire)
        timer.daemon = True
        timer.start()
        return timer

    def hold(self, connection: HTTPConnection, connected: socket.socket) -> None:
        """Remembers a connection's socket.

        It is held beyond the connection's close, which comes before the body when the server will
        not keep the connection alive.
        """
        self._held.append((connection, connected.dup()))

    def _forget_closed(self) -> None:
        for connection, held in self._held:
            if connection.sock is None:
                held.close()
        self._held = [each for each in self._held if each[0].sock is not None]

    def close(self) -> None:
        """Closes what is held; the door is used no more."""
        for _, held in self._held:
            held.close()
        self._held = []

    def __del__(self) -> None:
        self.close()

    def _fire(self) -> None:
        self.fired = True
        for _, held in list(self._held):
            with suppress(OSError):
                held.shutdown(socket.SHUT_RDWR)


def _connect(
    connection: HTTPConnection, port: int, allowed: Collection[str], cut: Cut
) -> socket.socket:
    host = connection.host.strip("[]")
    last: OSError | None = None
    for family, address in resolve(host, port, allowed)[:_MOST_ADDRESSES]:
        if cut.fired:
            break
        plain = socket.socket(family, socket.SOCK_STREAM)
        plain.settimeout(_limit(connection))
        cut.hold(connection, plain)
        try:
            plain.connect((address, port))
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return plain
        except OSError as error:
            plain.close()
            last = error
    problem = reason_of(last) if last else "timeout"
    raise PortalUnreachable(
        "network.no_connection", host=host, port=port, problem=problem
    ) from last


def pool_classes(allowed: Collection[str], cut: Cut) -> dict[str, Any]:
    """urllib3's pool classes by scheme, on connections that check their address."""

    class CheckedHTTP(HTTPConnection):
        """Plain connection to a checked address."""

        def _new_conn(self) -> socket.socket:
            return _connect(self, self.port or 80, allowed, cut)

    class CheckedHTTPS(HTTPSConnection):
        """TLS connection to a checked address; the certificate is checked against the name."""

        def _new_conn(self) -> socket.socket:
            return _connect(self, self.port or 443, allowed, cut)

    class PlainPool(HTTPConnectionPool):
        """Pool of checked plain connections."""

        ConnectionCls = CheckedHTTP

    class TlsPool(HTTPSConnectionPool):
        """Pool of checked TLS connections."""

        ConnectionCls = CheckedHTTPS

    return {"http": PlainPool, "https": TlsPool}


def _limit(connection: HTTPConnection) -> float | None:
    timeout = connection.timeout
    return float(timeout) if isinstance(timeout, int | float) else None


def reason_of(error: Exception) -> str:
    """Why a connection failed, as one of the words the messages know; ``other`` for the rest."""
    text = str(error)
    return next((word for sign, word in _REASONS if sign in text), "other")

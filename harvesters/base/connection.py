# SPDX-License-Identifier: EUPL-1.2
"""Connections that resolve and check their address themselves and can be cut at a deadline.

The check happens on the address that is connected to, so a name that changes its address between a
check and the connection (DNS rebinding) gains nothing.
"""

import socket
import threading
from collections.abc import Collection
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from harvesters.base.address import resolve
from harvesters.base.errors import PortalUnreachable


class Cut:
    """Ends the current request's connection when its time is over, whatever it is waiting for.

    Timeouts of sockets count single reads; a server that sends a byte every few seconds would never
    meet one.
    """

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        self.fired = False

    def after(self, seconds: float) -> threading.Timer:
        """A started timer that cuts; cancel it when the answer is there."""
        self.fired = False
        timer = threading.Timer(seconds, self._fire)
        timer.daemon = True
        timer.start()
        return timer

    def hold(self, connected: socket.socket) -> None:
        """Remembers the socket to cut."""
        self._socket = connected

    def release(self) -> None:
        """Forgets the socket."""
        self._socket = None

    def _fire(self) -> None:
        self.fired = True
        held = self._socket
        if held is not None:
            try:
                held.shutdown(socket.SHUT_RDWR)
            except OSError:
                return


def _connect(
    host: str, port: int, timeout: float | None, allowed: Collection[str], cut: Cut
) -> socket.socket:
    last: OSError | None = None
    for family, address in resolve(host, port, allowed):
        connection = socket.socket(family, socket.SOCK_STREAM)
        connection.settimeout(timeout)
        cut.hold(connection)
        try:
            connection.connect((address, port))
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return connection
        except OSError as error:
            connection.close()
            last = error
    raise PortalUnreachable(
        "network.no_connection", host=host, port=port, problem=(last and last.strerror) or str(last)
    ) from last


def pool_classes(allowed: Collection[str], cut: Cut) -> dict[str, Any]:
    """urllib3's pool classes by scheme, on connections that check their address."""

    class CheckedHTTP(HTTPConnection):
        """Plain connection to a checked address."""

        def _new_conn(self) -> socket.socket:
            return _connect(self.host.strip("[]"), self.port or 80, _limit(self), allowed, cut)

    class CheckedHTTPS(HTTPSConnection):
        """TLS connection to a checked address; the certificate is checked against the name."""

        def _new_conn(self) -> socket.socket:
            return _connect(self.host.strip("[]"), self.port or 443, _limit(self), allowed, cut)

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

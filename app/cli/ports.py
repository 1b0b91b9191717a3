# SPDX-License-Identifier: EUPL-1.2
"""Where the pages are served: a port is tried before anything else is done."""

from errno import EADDRINUSE
from ipaddress import AddressValueError, IPv4Address
from socketserver import BaseRequestHandler, TCPServer

from granian.server.common import SocketSpec  # type: ignore[attr-defined]

from app.cli.failures import Refused, WrongUse

HOST = "127.0.0.1"
PORT = 8000
TRIED = 100


def claim(host: str, port: int) -> None:
    """Refuses in a clear sentence when somebody else is at the port, or the host is no address."""
    problem = _problem(host, port)
    if problem is not None:
        raise Refused("cli.serve.busy", host=host, port=str(port), problem=problem)


def next_free(host: str) -> int:
    """The usual port, or the nearest above it that nobody is at."""
    for port in range(PORT, PORT + TRIED):
        if _problem(host, port) is None:
            return port
    raise Refused("demo.no_port", host=host, first=str(PORT), last=str(PORT + TRIED - 1))


def address(host: str, port: int) -> str:
    """What to type into a browser on this machine."""
    shown = {"0.0.0.0": HOST, "::": "::1"}.get(host, host)  # noqa: S104 - read, not bound
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"


class _Alone(TCPServer):
    """Wants the port for itself.

    The web's own workers share a port, so a second server of ours would be let in beside the first,
    and each would answer a part of the requests out of its own store.
    """

    allow_reuse_address = True  # what is left of connections that have ended is nobody


def _problem(host: str, port: int) -> str | None:
    """What the system or the server says of this port; None when it can have it."""
    try:
        _Alone((str(IPv4Address(host)), port), BaseRequestHandler).server_close()
    except AddressValueError:
        pass  # IPv6, or no address: the server's word counts
    except OSError as error:
        if error.errno == EADDRINUSE:
            return error.strerror
    try:
        SocketSpec(host, port, 1).build()
    except ValueError as error:
        raise WrongUse("cli.serve.no_address", host=host) from error
    except RuntimeError as error:  # the server's own words, a backtrace below them
        return str(error).partition("\n")[0]
    return None

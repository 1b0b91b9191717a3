# SPDX-License-Identifier: EUPL-1.2
"""Which addresses of the network may be asked: public ones, and pairs the operator opened (S1)."""

import ipaddress
import socket
from collections.abc import Collection
from contextlib import suppress
from urllib.parse import urljoin, urlsplit

from harvesters.base.errors import PortalUnreachable, UnexpectedAnswer

# IANA gives out addresses of the internet from this block only (RFC 4291, 2.4).
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")


def resolve(host: str, port: int, allowed: Collection[str]) -> list[tuple[int, str]]:
    """(family, address) of a host whose addresses are all public, or whose pair is allowed.

    One private address among several refuses the host: an attacker who names both would otherwise
    only have to wait. allowed: exact ``host:port``. PortalUnreachable when unknown or refused.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, ValueError) as error:  # ValueError: no name at all (labels, NUL)
        raise PortalUnreachable("network.unknown_host", host=host) from error
    addresses = list(dict.fromkeys((int(family), str(sock[0])) for family, _, _, _, sock in found))
    if f"{host}:{port}" in allowed or f"[{host}]:{port}" in allowed:
        return addresses
    for _, address in addresses:
        if not is_public(address):
            raise PortalUnreachable("network.private_address", host=host, port=port)
    return addresses


def is_public(address: str) -> bool:
    """Whether an address belongs to the public internet, also behind IPv6 transition forms."""
    ip = ipaddress.ip_address(address.split("%", 1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):  # NAT64, RFC 6052
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip not in _GLOBAL_UNICAST:
            return False
    return ip.is_global and not ip.is_multicast


def place_of(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of an address; UnexpectedAnswer where it is none of http(s)."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise UnexpectedAnswer("network.scheme", url=url) from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UnexpectedAnswer("network.scheme", url=url)
    return parts.scheme, parts.hostname, port


def target_of(url: str, location: str) -> str:
    """Where a redirect leads. Headers come as Latin-1; addresses with umlauts are sent as UTF-8."""
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise UnexpectedAnswer("network.scheme", url=location[:200]) from error

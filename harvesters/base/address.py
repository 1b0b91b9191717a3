# SPDX-License-Identifier: EUPL-1.2
"""Which addresses of the network may be asked: public ones, and pairs the operator opened (S1)."""

import ipaddress
import socket
from collections.abc import Collection

from harvesters.base.errors import PortalUnreachable


def resolve(host: str, port: int, allowed: Collection[str]) -> list[tuple[int, str]]:
    """(family, address) of a host whose addresses are all public, or whose pair is allowed.

    One private address among several refuses the host: an attacker who names both would otherwise
    only have to wait. allowed: exact ``host:port``. PortalUnreachable when unknown or refused.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
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
    return ip.is_global and not ip.is_multicast

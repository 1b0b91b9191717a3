# SPDX-License-Identifier: EUPL-1.2
"""Whom a portal shares its server with: one request at a time goes there (promise H10)."""

from urllib.parse import urlsplit

_PORTS = {"http": 80, "https": 443}


def lane_of(url: str, portal: str) -> str:
    """``https://host:443``, whatever the path; what is read from files is a lane of its own."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:  # no address at all; the run will say so
        return f"file:{portal}"
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not parts.hostname:
        return f"file:{portal}"
    return f"{scheme}://{parts.hostname.lower()}:{port or _PORTS[scheme]}"

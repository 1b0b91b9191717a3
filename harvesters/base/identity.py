# SPDX-License-Identifier: EUPL-1.2
"""Stable identifiers made from what a portal calls its dataset."""

import base64
import hashlib


def dataset_id(portal: str, identifier: str) -> str:
    """13 lower-case letters and digits made from portal and identifier; the same on every machine.

    64 bits of SHA-256 in base 32: among a million datasets a collision has a chance of 3 in 10^8.
    """
    digest = hashlib.sha256(f"{portal}\0{identifier}".encode()).digest()
    return base64.b32encode(digest[:8]).decode().rstrip("=").lower()

# SPDX-License-Identifier: EUPL-1.2
"""The portal as the store remembers it: one address for ever, whatever port serves it today."""

import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable

from app.model.demonstration import PORTAL
from harvesters.base.record import Portal

ORIGIN = "http://demonstration.example"  # a name that leads nowhere (RFC 2606)
PATH = "/katalog"
TITLE = "Demonstrationsportal (erfundene Beispieldaten)"
KIND = "dcat"


def portal() -> Portal:
    """The portal to be harvested. Its address is reserved: only ``serving`` knows the way."""
    url = f"{ORIGIN}{PATH}"
    return Portal(PORTAL, KIND, url, url, title=TITLE)


def version() -> str:
    """Fingerprint of source and code: another one means that the catalogue may say other things."""
    digest = hashlib.sha256()
    for file in _all(files(__package__)):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def _all(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _all(entry)
        elif entry.name.endswith((".py", ".toml")):
            found.append(entry)
    return found

# SPDX-License-Identifier: EUPL-1.2
"""Datasets leave the house as DCAT-AP.de 3.0: what portals said, our readings beside it."""

from app.export.feed import ExportResult
from app.export.formats import BY_SUFFIX, FORMATS, Syntax
from app.export.said import PROFILES, Profile
from app.export.site import FeedSite
from app.export.writing import Addresses, Document, NoSuchPage, write, write_one, write_page

__all__ = [
    "BY_SUFFIX",
    "FORMATS",
    "PROFILES",
    "Addresses",
    "Document",
    "ExportResult",
    "FeedSite",
    "NoSuchPage",
    "Profile",
    "Syntax",
    "write",
    "write_one",
    "write_page",
]

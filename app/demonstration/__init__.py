# SPDX-License-Identifier: EUPL-1.2
"""The portal that ships with the project: an invented catalogue, served over loopback."""

from app.demonstration.portal import portal, version
from app.demonstration.server import serving

__all__ = ["portal", "serving", "version"]

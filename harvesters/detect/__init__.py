# SPDX-License-Identifier: EUPL-1.2
"""Finds out which kind of catalogue an address offers, with few requests and by robots.txt."""

from harvesters.detect.finding import Attempt, Detection, detect
from harvesters.detect.probe import Probe, probe_through

__all__ = ["Attempt", "Detection", "Probe", "detect", "probe_through"]

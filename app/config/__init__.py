# SPDX-License-Identifier: EUPL-1.2
"""The operator's choices: config.toml and the environment become one frozen Settings."""

from app.config.errors import ConfigError, Problem
from app.config.loading import describe_portal, kinds, load
from app.config.settings import (
    Feed,
    Guard,
    Harvest,
    Limits,
    PortalSettings,
    Settings,
    Site,
    StoreSettings,
    Texts,
    Timetable,
)

__all__ = [
    "ConfigError",
    "Feed",
    "Guard",
    "Harvest",
    "Limits",
    "PortalSettings",
    "Problem",
    "Settings",
    "Site",
    "StoreSettings",
    "Texts",
    "Timetable",
    "describe_portal",
    "kinds",
    "load",
]

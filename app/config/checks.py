# SPDX-License-Identifier: EUPL-1.2
"""Checks of single values: each takes a value of the right type and says what is wrong with it."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from app.config.cron import fault_in_schedule

Fault = tuple[str, dict[str, str]]
Check = Callable[[Any], Fault | None]

MUNICIPAL_KEY = re.compile(r"(0[1-9]|1[0-6])(\d{3}|\d{6}|\d{7})?")
PORTAL_ID = re.compile(r"[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?")
HOST_AND_PORT = re.compile(r"(\[[0-9a-f:.]+\]|[^\s\[\]:/@]+):(\d{1,5})", re.IGNORECASE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
DATABASES = ("sqlite", "postgresql", "postgres", "postgresql+psycopg")


def filled(value: object) -> Fault | None:
    """Not empty."""
    return None if str(value).strip() else ("config.empty", {})


def at_least(minimum: float) -> Check:
    """A check that refuses smaller numbers."""

    def check(value: float) -> Fault | None:
        return ("config.too_small", {"minimum": f"{minimum}"}) if value < minimum else None

    return check


def at_most(maximum: float) -> Check:
    """A check that refuses larger numbers."""

    def check(value: float) -> Fault | None:
        return ("config.too_large", {"maximum": f"{maximum}"}) if value > maximum else None

    return check


def one_of(*allowed: str) -> Check:
    """A check that refuses every other text."""

    def check(value: str) -> Fault | None:
        return None if value in allowed else ("config.not_one_of", {"allowed": ", ".join(allowed)})

    return check


def each(check: Check) -> Check:
    """A check of every member; the first fault is told, with the member as value."""

    def check_all(values: tuple[str, ...]) -> Fault | None:
        for value in values:
            if fault := check(value):
                return fault[0], {"value": value} | fault[1]
        return None

    return check_all


def empty_or(check: Check) -> Check:
    """A check that lets an empty text pass."""
    return lambda value: check(value) if value else None


def web_address(value: str) -> Fault | None:
    """An absolute http or https address with a host."""
    return None if _is_web(value) else ("config.not_an_address", {})


def bare(value: str) -> Fault | None:
    """Paths are appended to it, so no query and no fragment."""
    return ("config.not_bare", {}) if "?" in value or "#" in value else None


def contact(value: str) -> Fault | None:
    """Empty, a web address, or a mail address that a portal's operator can write to."""
    if not value or _is_web(value):
        return None
    known = re.fullmatch(r"(mailto:)?[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", value)
    return None if known else ("config.not_a_contact", {})


def portal_id(value: str) -> Fault | None:
    """Small letters, digits and hyphens: it becomes part of addresses and folder names."""
    return None if PORTAL_ID.fullmatch(value) else ("config.bad_portal_id", {})


def portal_address(value: str) -> Fault | None:
    """http, https or file: address, or a path; a path is told by having no scheme."""
    scheme = SCHEME.match(value)
    if not value.strip():
        return "config.empty", {}
    if _is_web(value) or not scheme or scheme[0].lower() == "file":
        return None
    return "config.not_a_portal_address", {}


def official_key(value: str) -> Fault | None:
    """2 digits for a Land, 5 Kreis, 8 Gemeinde (AGS), 9 Gemeindeverband; the Land is 01 to 16."""
    return None if MUNICIPAL_KEY.fullmatch(value) else ("config.bad_official_key", {})


def host_and_port(value: str) -> Fault | None:
    """``host:port`` exactly, an IPv6 address in brackets; no ranges, no wildcards."""
    match = HOST_AND_PORT.fullmatch(value)
    good = match and "*" not in match[1] and 0 < int(match[2]) < 65_536
    return None if good else ("config.not_host_and_port", {})


def database(value: str) -> Fault | None:
    """Empty, or the URL of a database we can use."""
    scheme = value.partition("://")[0]
    if not value or ("://" in value and scheme in DATABASES):
        return None
    return "config.bad_database", {}


def without_password(value: str) -> Fault | None:
    """Secrets come from the environment only, so that the file may be shown to anybody."""
    try:
        secret = urlsplit(value).password
    except ValueError:
        return "config.not_an_address", {}
    return ("config.secret", {}) if secret else None


def timezone(value: str) -> Fault | None:
    """A name of the time zone database, such as Europe/Berlin."""
    try:
        ZoneInfo(value)
    except (ValueError, OSError, KeyError):
        return "config.bad_timezone", {}
    return None


def schedule(value: str) -> Fault | None:
    """Five cron fields, weekdays by name."""
    return fault_in_schedule(value)


def _is_web(value: str) -> bool:
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        return False
    plain = not re.search(r"[\s<>\"]", value)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and port != 0 and plain

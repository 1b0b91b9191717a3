# SPDX-License-Identifier: EUPL-1.2
"""The Reader of records as the configuration wants it."""

from datetime import UTC, datetime

from app.cli.desk import Desk
from app.config import ConfigError, Problem
from app.intake.second_reader import Spec
from app.normalise import Reader, make_reader
from app.normalise.licence_reading import read


def reader_of(desk: Desk) -> Reader:
    """The Reader over this vocabulary and the portals' default licences; ConfigError."""
    return make_reader(desk.vocabulary, licence_defaults=_licence_defaults(desk))


def second_reader_of(desk: Desk) -> Spec:
    """How another process makes the same Reader."""
    overlay = desk.overlay if desk.overlay.is_dir() else None
    return Spec(overlay, datetime.now(UTC).date(), _licence_defaults(desk))


def _licence_defaults(desk: Desk) -> dict[str, str]:
    """The ids of the licences that portals fill in, by portal; ConfigError for what is none."""
    found: dict[str, str] = {}
    problems = []
    for number, portal in enumerate(desk.settings.portals, start=1):
        if not portal.licence_default.strip():
            continue
        id = read(desk.vocabulary, portal.licence_default).value
        if id is None:
            key = f"portal {number}: licence_default"
            where = {"file": str(desk.settings.file or "–"), "line": "none", "key": key}
            value = portal.licence_default[:200]
            problems.append(Problem("config.licence_unread", where | {"value": value}))
        else:
            found[portal.id] = id
    if problems:
        raise ConfigError(problems)
    return found

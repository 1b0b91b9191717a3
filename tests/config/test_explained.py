# SPDX-License-Identifier: EUPL-1.2
"""The config.toml that ships: every key explained, every default true, every portal asleep."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from app.config import Limits, PortalSettings, Settings, load
from app.config.places import find_lines
from app.vocabulary import load as vocabulary

ROOT = Path(__file__).resolve().parent.parent.parent


def test_config_toml_holds_the_defaults() -> None:
    settings = load(ROOT / "config.toml", {})
    plain = load(None, {"DATENSPIEGEL_CONFIG": str(ROOT / "config.toml")})
    assert plain == settings
    for name in ("site", "harvest", "limits", "guard", "timetable", "feed"):
        assert getattr(settings, name) == getattr(Settings(), name), name


def test_shipped_portals_wait_to_be_enabled() -> None:
    text = (ROOT / "config.toml").read_text(encoding="utf-8")
    portals = load(ROOT / "config.toml", {}).portals
    assert portals and not any(portal.enabled for portal in portals)
    dated = re.findall(r"(?m)^# (?:unverified|checked \d{4}-\d\d-\d\d by ).*\n\[\[portal]]", text)
    assert len(dated) == len(portals) > 20


def test_shipped_portals_are_those_of_the_directory() -> None:
    known = vocabulary().portals
    for portal in load(ROOT / "config.toml", {}).portals:
        listed = known.get(portal.id)
        assert listed is not None, portal.id
        assert (portal.kind, portal.url, portal.ags) == (listed.kind, listed.url, listed.key)


def test_the_catalogue_of_everything_has_room() -> None:
    govdata = load(ROOT / "config.toml", {}).portal("govdata")
    assert govdata is not None
    assert (govdata.limits.run_mb, govdata.limits.run_minutes) == (4000, 180)


def keys_of(value: Any, prefix: str = "") -> set[str]:
    """Every key of a settings object: ``limits.records``, ``portal.limits.records``."""
    found: set[str] = set()
    for each in fields(value):
        inner = getattr(value, each.name)
        name = f"{prefix}{each.name}"
        found |= keys_of(inner, f"{name}.") if is_dataclass(inner) else {name}
    return found


def is_explained(rows: list[str], line: int) -> bool:
    """Whether a comment stands above a line, or above the keys and headers right over it."""
    above = line - 2
    while rows[above].strip() and not rows[above].startswith("#"):
        above -= 1
    return rows[above].startswith("#")


def explained_keys() -> set[str]:
    """Every key and table that stands in config.toml with a comment above it."""
    text = (ROOT / "config.toml").read_text(encoding="utf-8")
    return {
        ".".join(part for part in path if isinstance(part, str))
        for path, line in find_lines(text).items()
        if is_explained(text.splitlines(), line)
    }


def test_every_key_is_in_config_toml_and_the_operating_guide() -> None:
    wanted = keys_of(Settings()) - {"file", "portals"}
    own = keys_of(PortalSettings()) - keys_of(Limits(), "limits.")
    own = {name for name in own if not name.startswith("guard.")}
    wanted |= {f"portal.{name}" for name in own}
    missing = wanted - explained_keys()
    assert not missing
    guide = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    unmentioned = {name for name in wanted if f"`{name.rsplit('.', 1)[-1]}`" not in guide}
    assert not unmentioned

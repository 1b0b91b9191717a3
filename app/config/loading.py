# SPDX-License-Identifier: EUPL-1.2
"""From a file and an environment to Settings; everything wrong with the file is told at once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from app.config import checks
from app.config.environment import complete
from app.config.errors import ConfigError, Problem
from app.config.places import Path as Place
from app.config.places import find_lines
from app.config.reading import Source, key_names, read, report_unknown, type_name
from app.config.settings import PortalSettings, Settings

DEFAULT_FILE = "config.toml"
POLITE_GAP_MS = 200
SECTIONS = ("site", "store", "harvest", "limits", "guard", "timetable", "feed")
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def load(path: Path | None, environ: Mapping[str, str], database: str | None = None) -> Settings:
    """Settings from the file and the environment; database is what ``--database`` said.

    path: what ``--config`` said; else $DATENSPIEGEL_CONFIG, else ./config.toml, whose absence means
    the defaults. Relative paths in the file start at the file's folder, those of the command line
    and the environment at the working directory. Raises ConfigError.
    """
    said = environ.get("DATENSPIEGEL_CONFIG")
    named = path or (Path(said) if said else None)
    file = named or Path(DEFAULT_FILE)
    if named is None and not file.exists():
        settings, base = Settings(), Path()
    else:
        settings, base = _read_file(file), file.parent
    return complete(settings, base, environ, database)


def describe_portal(settings: Settings, values: Mapping[str, Any], source: str) -> PortalSettings:
    """A portal that is not in the file, checked like one that is. Raises ConfigError.

    source: what messages name in place of the file, such as ``--url``.
    """
    origin = Source(source)
    portal = _read_portal(settings, values, (), origin)
    _refuse(origin)
    return portal


def kinds() -> tuple[str, ...]:
    """The kinds of portals there are harvesters for."""
    from harvesters import HARVESTERS  # here, because it loads the parsers; most files name none

    return tuple(sorted(HARVESTERS))


def _read_file(file: Path) -> Settings:
    text = _text(file)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([_broken(file, text, str(error))]) from error
    source = Source(str(file), find_lines(text))
    settings = _read_tables(tables, source)
    _refuse(source)
    return replace(settings, file=file)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise ConfigError([Problem("config.missing", {"file": str(file)})]) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        params = {"file": str(file), "line": str(line)}
        raise ConfigError([Problem("config.not_utf8", params)]) from error
    except OSError as error:
        raise ConfigError([Problem("config.unreadable", {"file": str(file)})]) from error


def _broken(file: Path, text: str, message: str) -> Problem:
    """The line tomllib names in its message, with what stands there."""
    lines = text.splitlines() or [""]
    found = re.search(r"line (\d+), column (\d+)", message)
    number = int(found[1]) if found else len(lines)
    shown = lines[min(number, len(lines)) - 1].strip()[:80]
    return Problem("config.broken", {"file": str(file), "line": str(number), "text": shown})


def _read_tables(tables: dict[str, Any], source: Source) -> Settings:
    known = {name: key_names(Settings)[name] for name in SECTIONS}
    for name in tables:
        if name not in known and name != "portal":
            report_unknown(name, known | {"portal": known["site"]}, (), source)
    sections = {name: value for name, value in tables.items() if name in known}
    settings = read(Settings(), sections, (), source)
    _check_common_gap(settings, source)
    return replace(settings, portals=_read_portals(settings, tables.get("portal", []), source))


def _check_common_gap(settings: Settings, source: Source) -> None:
    if settings.harvest.gap_ms < POLITE_GAP_MS:
        place = ("harvest", "gap_ms")
        source.report("config.impolite_gap", place, minimum=str(POLITE_GAP_MS))


def _read_portals(settings: Settings, blocks: object, source: Source) -> tuple[PortalSettings, ...]:
    if not isinstance(blocks, list):
        source.report("config.portal_not_repeated", ("portal",), given=type_name(blocks))
        return ()
    portals: dict[str, PortalSettings] = {}
    for number, block in enumerate(blocks):
        place = ("portal", number)
        portal = _read_portal(settings, block, place, source)
        if portal.id in portals:
            source.report("config.duplicate_portal", (*place, "id"), value=portal.id)
        if portal.id:
            portals[portal.id] = portal
    return tuple(portals.values())


def _read_portal(settings: Settings, block: object, place: Place, source: Source) -> PortalSettings:
    base = PortalSettings(limits=settings.limits, guard=settings.guard)
    portal = read(base, block, place, source)
    if not isinstance(block, Mapping):
        return portal
    for name in ("id", "kind", "url"):
        if name not in block:
            source.report("config.missing_key", (*place, name), needed=name)
    if portal.kind and portal.kind not in kinds():
        allowed = ", ".join(kinds())
        source.report("config.bad_kind", (*place, "kind"), value=portal.kind, allowed=allowed)
    if portal.gap_ms is not None and portal.gap_ms < POLITE_GAP_MS and not _is_loopback(portal.url):
        source.report("config.impolite_gap", (*place, "gap_ms"), minimum=str(POLITE_GAP_MS))
    return portal


def _is_loopback(url: str) -> bool:
    return not checks.web_address(url) and urlsplit(url).hostname in LOOPBACK


def _refuse(source: Source) -> None:
    if source.problems:
        line = [problem.params["line"] for problem in source.problems]
        order = sorted(range(len(line)), key=lambda at: int(line[at]) if line[at] != "none" else 0)
        raise ConfigError([source.problems[at] for at in order])

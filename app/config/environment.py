# SPDX-License-Identifier: EUPL-1.2
"""What comes from outside the file: the environment's and the command line's word, and paths.

DATENSPIEGEL_CONFIG          the file, where ``--config`` does not name one (app.config.loading)
DATENSPIEGEL_DATABASE_URL    the database, with its password if it needs one
DATENSPIEGEL_PROXY           the proxy, with its password if it needs one
DATENSPIEGEL_SITE_URL        the public address, for containers and for servers on another port
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from app.config import checks
from app.config.errors import ConfigError, Problem
from app.config.settings import PortalSettings, Settings

DATABASE_FILE = "datenspiegel.sqlite"
DATABASE_VARIABLE = "DATENSPIEGEL_DATABASE_URL"
PROXY_VARIABLE = "DATENSPIEGEL_PROXY"
SITE_VARIABLE = "DATENSPIEGEL_SITE_URL"
SQLITE = "sqlite:///"


def complete(
    settings: Settings, base: Path, environ: Mapping[str, str], database: str | None
) -> Settings:
    """Settings with database, proxy and paths as they count; base is the file's folder."""
    folder = base / settings.store.folder
    given = (
        _said("--database", database, checks.database)
        or _said(DATABASE_VARIABLE, environ.get(DATABASE_VARIABLE), checks.database)
        or _from_file(settings.store.database, base)
        or f"{SQLITE}{(folder / DATABASE_FILE).as_posix()}"
    )
    proxy = _said(PROXY_VARIABLE, environ.get(PROXY_VARIABLE), checks.web_address)
    site = _said(SITE_VARIABLE, environ.get(SITE_VARIABLE), _public_address)
    bundle = settings.harvest.ca_bundle
    return replace(
        settings,
        site=replace(settings.site, url=(site or settings.site.url).rstrip("/")),
        store=replace(settings.store, database=given, folder=folder),
        harvest=replace(
            settings.harvest,
            proxy=proxy or settings.harvest.proxy,
            ca_bundle=str(base / bundle) if bundle else "",
        ),
        portals=tuple(_placed(portal, base) for portal in settings.portals),
    )


def _said(name: str, value: str | None, check: checks.Check) -> str:
    """A value from outside the file; the message names the variable or option, never the value."""
    if value and (fault := check(value)):
        params = {"file": name, "line": "none", "key": name, "value": ""}
        raise ConfigError([Problem(fault[0], params | fault[1])])
    return value or ""


def _public_address(value: str) -> checks.Fault | None:
    """What the key ``[site] url`` must be."""
    return checks.web_address(value) or checks.bare(value)


def _from_file(url: str, base: Path) -> str:
    """A SQLite file is looked for from the configuration file's folder, like every path in it."""
    name = url.removeprefix(SQLITE)
    if not url.startswith(SQLITE) or name in ("", ":memory:"):
        return url
    return f"{SQLITE}{(base / name).as_posix()}"


def _placed(portal: PortalSettings, base: Path) -> PortalSettings:
    """The portal with a plain path made to start at the file's folder."""
    is_path = not checks.SCHEME.match(portal.url)
    return replace(portal, url=str(base / portal.url)) if is_path else portal

# SPDX-License-Identifier: EUPL-1.2
"""From settings and arguments to a Job of the intake."""

import os
import platform
from dataclasses import replace
from datetime import timedelta
from difflib import get_close_matches

from app import version
from app.cli.desk import Desk
from app.cli.failures import WrongUse
from app.cli.readers import reader_of, second_reader_of
from app.config import ConfigError, PortalSettings, Problem, checks, describe_portal
from app.intake.guards import Rules
from app.intake.job import Job, Progress
from app.store import portal_queries
from harvesters import HARVESTERS
from harvesters.base.errors import PortalUnreachable, UnexpectedAnswer
from harvesters.base.files import local_path
from harvesters.base.http import Door, NetworkDoor
from harvesters.base.record import Portal

_MEGABYTE = 1_000_000
_MUNICIPAL = (5, 8, 9)


def portal_of(block: PortalSettings) -> Portal:
    """The portal of a configuration block. A file's address is absolute, whatever folder we are in.

    PortalUnreachable when the file does not exist: a mistyped path must not be remembered.
    """
    url = block.url
    path = local_path(url)
    if path is not None:
        if not os.path.lexists(path):
            raise PortalUnreachable("file.missing", file=str(path), problem="")
        url = path.resolve().as_uri()
    base = url if path is None else f"https://{block.id}.invalid/"
    key = block.ags or None
    title = block.title or None
    return Portal(block.id, block.kind, url, base, key, block.exclusive, title)


def one_off_id(url: str) -> str:
    """The id of a portal that was given none: its host, or its file's name, as small letters."""
    path = local_path(url)
    name = path.resolve().stem if path else url.split("://", 1)[1].partition("/")[0]
    letters = "".join(char if char.isascii() and char.isalnum() else "-" for char in name.lower())
    return "-".join(part for part in letters.split("-") if part)[:60] or "portal"


def is_single_kommune(ags: str) -> bool:
    """Whether a portal of this key publishes for one Kommune; a Land's portal does not."""
    return len(ags) in _MUNICIPAL


def job_of(
    desk: Desk,
    block: PortalSettings,
    progress: Progress,
    limit: int | None = None,
    portal: Portal | None = None,
) -> Job:
    """The job of one portal; UnexpectedAnswer when its kind is not known here.

    portal: as the store remembers it, where nothing is to be fetched from it.
    """
    harvester = HARVESTERS.get(block.kind)
    if harvester is None:
        known = ", ".join(sorted(HARVESTERS))
        raise UnexpectedAnswer("portal.unknown_kind", portal=block.id, kind=block.kind, known=known)
    guard = block.guard
    return Job(
        portal=portal or portal_of(block),
        harvester=harvester,
        http=NetworkDoor(door_of(desk, block)),
        reader=reader_of(desk),
        staging=desk.settings.store.folder / "staging",
        rules=Rules(
            guard.retire_number,
            guard.retire_share,
            guard.min_runs,
            guard.min_days,
            block.expected,
            guard.relaunch_share,
        ),
        owner=f"{platform.node()}:{os.getpid()}",
        records=block.limits.records,
        seconds=block.limits.run_minutes * 60.0,
        limit=limit,
        progress=progress,
        second_reader=second_reader_of(desk),
        resume=timedelta(hours=desk.settings.harvest.resume_hours),
    )


def door_of(desk: Desk, block: PortalSettings) -> Door:
    """How this portal may be asked."""
    asked = desk.settings.harvest
    limits = block.limits
    gap = asked.gap_ms if block.gap_ms is None else block.gap_ms
    contact = asked.contact or desk.settings.site.contact or desk.settings.site.url
    return Door(
        agent=f"Datenspiegel/{version()} (+{contact})",
        allowed=frozenset(asked.allow_private),
        gap=gap / 1000,
        tries=asked.tries,
        largest_answer=limits.answer_mb * _MEGABYTE,
        largest_run=limits.run_mb * _MEGABYTE,
        request_time=float(limits.request_seconds),
        proxy=asked.proxy,
        ca_bundle=asked.ca_bundle,
    )


def remembered_block(desk: Desk, portal: Portal) -> PortalSettings:
    """The configuration block of a portal, made from what is remembered if the file has none."""
    configured = desk.settings.portal(portal.key)
    if configured is not None:
        return configured
    values: dict[str, object] = {"id": portal.key, "kind": portal.kind, "url": portal.url}
    if portal.ags:
        values |= {"ags": portal.ags, "exclusive": portal.exclusive}
    return describe_portal(desk.settings, values, portal.key)


def find_portal(desk: Desk, name: str) -> Portal | None:
    """A portal the store remembers; WrongUse when it is not even in the configuration."""
    with desk.store.session() as session:
        remembered = portal_queries.list_portals(session)
    found = next((each.portal for each in remembered if each.portal.key == name), None)
    if found is None and desk.settings.portal(name) is None:
        ids = {each.portal.key for each in remembered} | {each.id for each in desk.settings.portals}
        near = get_close_matches(name, ids, 1)
        known = ", ".join(sorted(ids)) or "none"
        raise WrongUse("cli.unknown_portal", portal=name, known=near[0] if near else known)
    return found


def opened(desk: Desk, allow_private: tuple[str, ...], gap_ms: int | None) -> None:
    """Puts ``--allow-private`` and ``--gap-ms`` on top of the settings; ConfigError for no pair."""
    settings = desk.settings
    for pair in allow_private:
        if fault := checks.host_and_port(pair):
            named = "--allow-private"
            params = {"file": named, "line": "none", "key": named, "value": pair} | fault[1]
            raise ConfigError([Problem(fault[0], params)])
    asked = replace(
        settings.harvest,
        allow_private=settings.harvest.allow_private + allow_private,
        gap_ms=settings.harvest.gap_ms if gap_ms is None else gap_ms,
    )
    desk.__dict__["settings"] = replace(settings, harvest=asked)

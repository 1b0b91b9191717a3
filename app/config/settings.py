# SPDX-License-Identifier: EUPL-1.2
"""The types of the configuration: every key with its type, default and check.

A field is the key of the same name; config.toml explains each, docs/operating.md names each.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.config import checks


def key(default: Any, *tests: checks.Check) -> Any:
    """A key with its default and the checks its value must pass, in that order."""
    return field(default=default, metadata={"checks": tests})


def table(kind: type) -> Any:
    """A table of its own whose keys all have defaults."""
    return field(default_factory=kind)


@dataclass(frozen=True, slots=True)
class Texts:
    """A text of the operator in both languages; an empty one is not shown."""

    de: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """Who offers this site. url: the public address without a slash at its end.

    authority: shows the header line of German authorities, which others must not use.
    """

    title: str = key("Datenspiegel", checks.filled)
    url: str = key("http://127.0.0.1:8000", checks.web_address, checks.bare)
    language: str = key("de", checks.one_of("de", "en"))
    operator: str = ""
    contact: str = key("", checks.contact)
    authority: bool = False
    imprint: Texts = table(Texts)
    privacy: Texts = table(Texts)
    accessibility: Texts = table(Texts)


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """Where data lives.

    database: a complete URL after loading, made from folder when the file leaves it empty.
    folder: for staged pages, the search index, dumps and newer vocabularies.
    """

    database: str = key("", checks.database, checks.without_password)
    folder: Path = key(Path("data"), checks.filled)


@dataclass(frozen=True, slots=True)
class Harvest:
    """How portals are asked. gap_ms: pause between two requests to the same host and port.

    crawl_delay_s: the longest Crawl-delay of a robots.txt that is followed. allow_private: exact
    ``host:port`` pairs that may be private addresses. resume_hours: so long the pages of a run that
    was killed are used.
    """

    contact: str = key("", checks.contact)
    gap_ms: int = key(200, checks.at_least(0))
    crawl_delay_s: int = key(2, checks.at_least(0))
    tries: int = key(3, checks.at_least(1), checks.at_most(10))
    allow_private: tuple[str, ...] = key((), checks.each(checks.host_and_port))
    resume_hours: int = key(6, checks.at_least(0), checks.at_most(48))
    proxy: str = key("", checks.empty_or(checks.web_address), checks.without_password)
    ca_bundle: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """Ceilings of one run. Megabytes are decoded bytes; request_seconds is the whole request."""

    answer_mb: int = key(50, checks.at_least(1))
    run_mb: int = key(500, checks.at_least(1))
    request_seconds: int = key(60, checks.at_least(1))
    run_minutes: int = key(30, checks.at_least(1))
    nesting: int = key(64, checks.at_least(8), checks.at_most(500))
    records: int = key(200_000, checks.at_least(1))


@dataclass(frozen=True, slots=True)
class Guard:
    """When a run may retire datasets.

    More than the larger of retire_number and retire_share (of the portal's datasets) waits for a
    person; what vanished is retired after min_runs complete runs and min_days days. relaunch_share:
    from this share of changed identifiers on, a run is taken for a relaunch.
    """

    retire_number: int = key(5, checks.at_least(0))
    retire_share: float = key(0.1, checks.at_least(0), checks.at_most(1))
    min_runs: int = key(2, checks.at_least(1))
    min_days: int = key(7, checks.at_least(0))
    relaunch_share: float = key(0.5, checks.at_least(0), checks.at_most(1))


@dataclass(frozen=True, slots=True)
class Timetable:
    """When portals are harvested unless their block says otherwise: cron with weekday names.

    lanes: portals at once, on this machine. jitter_s: a portal starts up to so many seconds after
    it is due. grace_minutes: so long a run that was missed is made up.
    """

    enabled: bool = True
    schedule: str = key("0 3 * * *", checks.schedule)
    timezone: str = key("Europe/Berlin", checks.timezone)
    lanes: int = key(2, checks.at_least(1), checks.at_most(32))
    jitter_s: int = key(300, checks.at_least(0), checks.at_most(3600))
    grace_minutes: int = key(360, checks.at_least(1), checks.at_most(10_080))


@dataclass(frozen=True, slots=True)
class Feed:
    """The catalogue we publish. licence: of our readings only, never of the portals' metadata."""

    title: Texts = table(Texts)
    description: Texts = table(Texts)
    publisher: str = ""
    publisher_url: str = key("", checks.empty_or(checks.web_address))
    licence: str = key("http://dcat-ap.de/def/licenses/cc-zero", checks.web_address)
    page_size: int = key(100, checks.at_least(1), checks.at_most(1000))


@dataclass(frozen=True, slots=True)
class PortalSettings:
    """One portal. limits and guard are complete: the common ones with the portal's own on top.

    gap_ms, crawl_delay_s: None follows [harvest]; schedule: empty follows [timetable]. expected: a
    complete run with fewer datasets waits for a person. licence_default: the licence that its
    harvester fills in where nothing was declared; empty for none.
    """

    id: str = key("", checks.portal_id)
    kind: str = key("", checks.filled)
    url: str = key("", checks.portal_address, checks.without_password)
    title: str = ""
    ags: str = key("", checks.empty_or(checks.official_key))
    exclusive: bool = False
    enabled: bool = False
    schedule: str = key("", checks.empty_or(checks.schedule))
    expected: int = key(0, checks.at_least(0))
    licence_default: str = ""
    gap_ms: int | None = key(None, checks.at_least(0))
    crawl_delay_s: int | None = key(None, checks.at_least(0))
    limits: Limits = table(Limits)
    guard: Guard = table(Guard)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the operator chose. file: where from, None when only defaults are in force."""

    site: Site = table(Site)
    store: StoreSettings = table(StoreSettings)
    harvest: Harvest = table(Harvest)
    limits: Limits = table(Limits)
    guard: Guard = table(Guard)
    timetable: Timetable = table(Timetable)
    feed: Feed = table(Feed)
    portals: tuple[PortalSettings, ...] = ()
    file: Path | None = None

    def portal(self, portal_id: str) -> PortalSettings | None:
        """The portal of this id, or None."""
        return next((portal for portal in self.portals if portal.id == portal_id), None)

# SPDX-License-Identifier: EUPL-1.2
"""Asks an address for one kind of catalogue after the other, RDF first, until one is found."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit

from harvesters.base.errors import HarvestError
from harvesters.base.record import Page
from harvesters.base.text import decode, shorten
from harvesters.detect import questions
from harvesters.detect.page_links import read_head
from harvesters.detect.probe import Probe
from harvesters.detect.questions import Ask, Found, look, site_of

_FIRST = "text/html;q=0.9, application/rdf+xml, text/turtle, application/json;q=0.8, */*;q=0.1"
_MOST_LINKS = 2
_FEEDS = ("/catalog.ttl", "/catalog.rdf", "/catalog.xml")
_PIVEAU = "/api/hub/repo/datasets"
_HUB = (
    "/api/feed/dcat-ap/3.0.0.json",
    "/api/feed/dcat-ap/2.0.1.json",
    "/api/feed/dcat-us/1.1.json",
)
_ACTION = re.compile(r"^(.*?/api/3/action)(?:/|$)")
_OUT_OF_REACH = {
    *("network.unknown_host", "network.private_address", "network.no_connection", "network.tls"),
    *("network.no_answer", "network.scheme", "detect.robots_unread"),
}
_SPENT = {"detect.enough", "detect.too_long"}


class Attempt(NamedTuple):
    """One question. found: the catalogue, or None with the code and params of what is against."""

    kind: str
    url: str
    found: Found | None = None
    code: str = ""
    params: tuple[tuple[str, str], ...] = ()


@dataclass
class Detection:
    """What came of it. pages: what the pages that were looked at call themselves."""

    attempts: list[Attempt] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)

    @property
    def found(self) -> Found | None:
        """The catalogue to configure, or None."""
        return next((each.found for each in self.attempts if each.found), None)

    @property
    def names(self) -> tuple[str, ...]:
        """Whatever tells whose catalogue it is: its titles, its publishers, the pages' titles."""
        found = self.found
        return (*(found.titles if found else ()), *(found.publishers if found else ()), *self.pages)


class _Candidate(NamedTuple):
    kind: str
    url: str
    ask: Ask


Report = Callable[[Attempt], None]


def detect(url: str, probe: Probe, report: Report = lambda _attempt: None) -> Detection:
    """Which catalogue is at an address or beside it. report: is told each attempt as it ends.

    The first kind that gives datasets ends the search; where the site cannot be reached, or the
    probe's limits are met, nothing more is asked.
    """
    detection = Detection()
    page = _open(url, probe, detection, report)
    if detection.found or _is_over(detection):
        return detection
    links = _links(page, detection) if page else ()
    for candidate in _candidates(page.name if page else url, links):
        attempt = _try(candidate, probe)
        if candidate.url in links and attempt.found and not attempt.found.is_whole:
            attempt = Attempt("dcat", candidate.url, code="detect.one_dataset")
        _note(attempt, detection, report)
        if attempt.found or _is_over(detection):
            break
    return detection


def _open(url: str, probe: Probe, detection: Detection, report: Report) -> Page | None:
    """The page at the address itself; noted as found where it is a catalogue already."""
    try:
        page = probe.http.get(url, _FIRST)
    except HarvestError as error:
        _note(_refused("dcat", url, error), detection, report)
        return None
    refused: Attempt | None = None
    for kind in _kinds_at(url):
        try:
            found = look(kind, page, page.name)
        except Exception as error:
            refused = refused or _refused(kind, url, error)
        else:
            _note(Attempt(kind, url, found), detection, report)
            return page
    if refused:
        _note(refused, detection, report)
    return page


def _kinds_at(url: str) -> tuple[str, ...]:
    """What the address itself may be, by the path of its interface."""
    path = urlsplit(url).path
    if _ACTION.match(path):
        return ("ckan", "dkan")
    if "/catalog/" in path and "/api/" in path:
        return ("opendatasoft", "dcat")
    if "/api/feed/" in path:
        return ("arcgis",)
    return ("dcat", "dkan") if path.endswith(".json") else ("dcat",)


def _links(page: Page, detection: Detection) -> tuple[str, ...]:
    try:
        text = decode(page)[0]
    except HarvestError:
        return ()
    if "<html" not in text[:5_000].lower():
        return ()
    title, links = read_head(text, page.name)
    detection.pages += [title] if title else []
    return links[:_MOST_LINKS]


def _candidates(url: str, links: tuple[str, ...]) -> Iterator[_Candidate]:
    """In the order of preference: RDF, kinds that say much, the rest."""
    site = site_of(url)
    folder = _folder(url)
    bases = (folder, site) if folder != site else (site,)
    services = list(_services(url, site))
    if services[0].url == _bare(url):
        yield services.pop(0)
    for link in links:
        yield _Candidate("dcat", link, questions.ask_rdf)
    for base in bases:
        yield from (_Candidate("dcat", base + feed, questions.ask_rdf) for feed in _FEEDS)
    yield _Candidate("dcat", site + _PIVEAU, questions.ask_rdf)
    yield from (_Candidate("arcgis", site + feed, questions.ask_hub) for feed in _HUB)
    yield _Candidate(
        "opendatasoft", f"{site}/api/explore/v2.1/catalog/datasets", questions.ask_explore
    )
    action = _ACTION.match(url)
    for base in (action[1],) if action else (f"{each}/api/3/action" for each in bases):
        yield _Candidate("ckan", base, questions.ask_ckan)
    yield _Candidate("dkan", f"{site}/data.json", questions.ask_pod)
    yield from services


def _services(url: str, site: str) -> Iterator[_Candidate]:
    """Catalogue services and endpoints: at the address where it looks like one, else beside it."""
    path = urlsplit(url).path.lower()
    own = _bare(url)
    services = [own] if "csw" in path else [f"{site}/csw", f"{site}/geonetwork/srv/ger/csw"]
    endpoints = [own] if "sparql" in path else [f"{site}/sparql"]
    first = [_Candidate("csw", each, questions.ask_csw) for each in services]
    second = [_Candidate("sparql", each, questions.ask_sparql) for each in endpoints]
    yield from (*second, *first) if "sparql" in path else (*first, *second)


def _bare(url: str) -> str:
    return url.partition("#")[0]


def _folder(url: str) -> str:
    """The address without what names a file or an interface in it."""
    path = urlsplit(url).path.partition("/api/")[0].rstrip("/")
    if "." in path.rpartition("/")[2]:
        path = path.rpartition("/")[0]
    return site_of(url) + path


def _try(candidate: _Candidate, probe: Probe) -> Attempt:
    try:
        found = candidate.ask(probe.http, candidate.url)
    except Exception as error:
        return _refused(candidate.kind, candidate.url, error)
    return Attempt(candidate.kind, candidate.url, found)


def _refused(kind: str, url: str, error: Exception) -> Attempt:
    """What is against it. A reader that stumbles over an answer costs this attempt only."""
    if not isinstance(error, HarvestError):
        problem = shorten(f"{type(error).__name__}: {error}", 200)
        return Attempt(kind, url, code="detect.unexpected", params=(("problem", problem),))
    return Attempt(kind, url, code=error.code, params=tuple(error.params.items()))


def _note(attempt: Attempt, detection: Detection, report: Report) -> None:
    detection.attempts.append(attempt)
    report(attempt)


def _is_over(detection: Detection) -> bool:
    """Whether what was met last holds for the whole site."""
    if not detection.attempts:
        return False
    last = detection.attempts[-1]
    is_here = site_of(last.url) == site_of(detection.attempts[0].url)
    return last.code in _SPENT or (is_here and last.code in _OUT_OF_REACH)

# SPDX-License-Identifier: EUPL-1.2
"""What is asked of an address to see whether a kind of harvester would get datasets there.

Each question answers with the catalogue it found, or raises what is against it.
"""

import json
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

from harvesters import HARVESTERS
from harvesters.base.csw_desk import Desk as CatalogueDesk
from harvesters.base.csw_desk import service_at
from harvesters.base.csw_page import answer_of
from harvesters.base.csw_request import DATASETS
from harvesters.base.errors import HarvestError, UnexpectedAnswer
from harvesters.base.record import Http, Page, Portal
from harvesters.base.sparql_desk import Desk as SparqlDesk
from harvesters.base.text import decode
from harvesters.base.windows import Survey
from harvesters.dcat import ACCEPT as RDF

_LANGUAGES = {"de": 0, "": 1, "en": 2}
_UNNAMED = "CKAN"  # what the software calls a site until somebody names it
_JSON = "application/json, application/ld+json;q=0.9, */*;q=0.1"


class Found(NamedTuple):
    """A catalogue. url: for the configuration. datasets: None where it was not told.

    titles: what it calls itself, German first; publishers: who publishes it. is_whole: it says
    that it is a catalogue.
    """

    kind: str
    url: str
    datasets: int | None
    titles: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    is_whole: bool = True


Ask = Callable[[Http, str], Found]


def look(kind: str, page: Page, url: str) -> Found:
    """The datasets in a page as this kind reads it; HarvestError where there are none."""
    portal = Portal("probe", kind, page.name, page.name)
    contents = HARVESTERS[kind].open(portal, page)
    if not contents.items:
        raise UnexpectedAnswer("detect.empty", url=page.name)
    titles = [text for each in contents.catalogues for text in each.titles if text.value.strip()]
    titles.sort(key=lambda text: _LANGUAGES.get(text.lang[:2], len(_LANGUAGES)))
    publishers = tuple(each.publisher for each in contents.catalogues if each.publisher)
    count = contents.announced or len(contents.items)
    named = tuple(text.value for text in titles)
    return Found(kind, url, count, named, publishers, bool(contents.catalogues))


def ask_rdf(http: Http, url: str) -> Found:
    """A catalogue in RDF at this very address."""
    page = http.get(url, RDF)
    return look("dcat", page, page.name)


def ask_hub(http: Http, url: str) -> Found:
    """A feed of ArcGIS Hub; the site is what is configured."""
    page = http.get(url, _JSON)
    return look("arcgis", page, site_of(page.name))


def ask_explore(http: Http, url: str) -> Found:
    """The catalogue of Explore 2.1."""
    page = http.get(f"{url}?limit=1", _JSON)
    return look("opendatasoft", page, site_of(page.name))


def ask_pod(http: Http, url: str) -> Found:
    """data.json of Project Open Data."""
    page = http.get(url, _JSON)
    return look("dkan", page, page.name.removesuffix("/data.json"))


def ask_ckan(http: Http, url: str) -> Found:
    """The action interface at ``…/api/3/action``: what it is, then one package."""
    status = _object(http.get(f"{url}/status_show", _JSON))
    said = status.get("result")
    if status.get("success") is not True or not isinstance(said, dict):
        raise UnexpectedAnswer("detect.no_ckan", url=url)
    page = http.get(f"{url}/package_search?rows=1", _JSON)
    found = look("ckan", page, url.removesuffix("/api/3/action"))
    title = str(said.get("site_title") or "").strip()
    return found._replace(titles=(title,) if title and title != _UNNAMED else ())


def _object(page: Page) -> dict[str, object]:
    text = decode(page)[0].lstrip()
    if text[:1] == "<":
        raise UnexpectedAnswer("answer.ckan_html", page=page.name)
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnexpectedAnswer("detect.no_ckan", url=page.name) from error
    return read if isinstance(read, dict) else {}


def ask_csw(http: Http, url: str) -> Found:
    """Capabilities of a catalogue service, then how many open datasets it has."""
    service = service_at(url, http)
    desk = CatalogueDesk(http, _no_survey, service, DATASETS)
    try:
        count = answer_of(desk.hits()).matched
    except HarvestError:  # another dialect of questions; the harvester tries them all
        count = None
    if count == 0:
        raise UnexpectedAnswer("detect.no_open_records", url=url)
    return Found("csw", url, count, (service.title,) if service.title else ())


def _no_survey(page: Page) -> Survey:
    return Survey((), None)


def ask_sparql(http: Http, url: str) -> Found:
    """How many datasets an endpoint counts, in the default graph or in named ones."""
    desk = SparqlDesk(http, url, url, listed=1)
    desk.find_graphs()
    count = desk.total()
    if not count:
        raise UnexpectedAnswer("detect.empty", url=url)
    return Found("sparql", url, count)


def site_of(url: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"

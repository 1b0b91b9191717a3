# SPDX-License-Identifier: EUPL-1.2
"""Portals that publish an RDF catalogue (DCAT-AP, DCAT-AP.de) as pages, a file or a folder."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from harvesters.base import files
from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.hydra import glance
from harvesters.base.latest import forget_latest
from harvesters.base.rdf_page import open_page, parse, reread
from harvesters.base.record import Harvester, Http, Page, Portal
from harvesters.base.text import shorten

__all__ = ["HARVESTER", "fetch", "open_page", "parse", "reread"]

_MOST_IDLE = 3
ACCEPT = (
    "application/rdf+xml;q=1.0, text/turtle;q=0.9, application/ld+json;q=0.8, "
    "application/n-triples;q=0.8, application/xml;q=0.5, */*;q=0.1"
)


def fetch(portal: Portal, http: Http) -> Iterator[Page]:
    """The pages of the catalogue, following Hydra's next links; from files no link is followed.

    UnexpectedAnswer when the links lead in a circle.
    """
    path = files.local_path(portal.url)
    if path is not None:
        yield from files.pages(path, http.largest_answer)
        return
    url: str | None = portal.url
    walk = _Walk(portal)
    seen: set[str] = set()
    while url:
        if url in seen:
            raise UnexpectedAnswer("paging.circle", page=url)
        seen.add(url)
        page = http.get(url, ACCEPT, len(seen))
        yield page
        url = _following(page.name, walk.look(page))
        del page  # or it would be held while the next one is read
        forget_latest()


@dataclass
class _Walk:
    """What the walk has met. Pages that bring nothing new would never end (promise H11).

    met: hashes of the identifiers, which need less room than the identifiers.
    """

    portal: Portal
    met: set[int] = field(default_factory=set)
    idle: int = 0

    def look(self, page: Page) -> str | None:
        """The page's next link, from its bytes where they leave no doubt.

        UnexpectedAnswer when several pages in a row have brought nothing new.
        """
        seen = glance(page.body)
        if seen.sure and (new := set(map(hash, seen.datasets)) - self.met):
            self.met |= new
            self.idle = 0
            return seen.next_url
        contents = open_page(self.portal, page)
        new = {hash(item.identifier.encode()) for item in contents.items} - self.met
        self.met |= new
        self.idle = 0 if new else self.idle + 1
        if self.idle >= _MOST_IDLE and contents.next_url:
            raise UnexpectedAnswer("paging.repeats", page=page.name)
        return contents.next_url


def _following(page: str, address: str | None) -> str | None:
    if not address:
        return None
    try:
        return urljoin(page, address.strip())
    except ValueError as error:
        raise UnexpectedAnswer("network.scheme", url=shorten(address)) from error


HARVESTER = Harvester(fetch, open_page, parse, reread)

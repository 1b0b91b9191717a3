# SPDX-License-Identifier: EUPL-1.2
"""What a page for people tells of the catalogue behind it: its title and links to RDF."""

from contextlib import suppress
from html.parser import HTMLParser
from urllib.parse import urljoin

_LONGEST = 200_000
_RDF = frozenset(
    ("text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples")
)


class _Head(HTMLParser):
    """Collects the title and the links with rel=alternate to a type of RDF."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.title = ""
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self._in_title = tag == "title" and not self.title
        kind = said.get("type", "").partition(";")[0].strip().lower()
        is_other_form = "alternate" in said.get("rel", "").lower().split()
        if tag in ("link", "a") and is_other_form and kind in _RDF and said.get("href"):
            self.links.append(said["href"])

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data


def read_head(text: str, page: str) -> tuple[str, tuple[str, ...]]:
    """(title, absolute addresses of RDF) of an HTML page at the address page."""
    head = _Head()
    with suppress(AssertionError):  # what html.parser says to marked sections nobody knows
        head.feed(text[:_LONGEST])
    links = []
    for link in dict.fromkeys(head.links):
        try:
            links.append(urljoin(page, link.strip()))
        except ValueError:
            continue
    return " ".join(head.title.split())[:200], tuple(links)

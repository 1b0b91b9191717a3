# SPDX-License-Identifier: EUPL-1.2
"""The feed of changes as a document: entries, deleted entries (RFC 6721), how its portals stand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from app.store.change_queries import Changed
from app.store.portal_queries import Told
from app.web.desk import Site, href, say
from app.web.pages.portal_words import how_fresh, told

ATOM = "http://www.w3.org/2005/Atom"
GONE = "http://purl.org/atompub/tombstones/1.0"
OWN = "urn:datenspiegel:feed"
NAMESPACES: Any = {None: ATOM, "at": GONE, "ds": OWN}
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CATEGORIES = ("portal", "kommune", "musterdatensatz", "licence")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Feed:
    """A page of the feed. portals: those its entries come from. links: relation and address."""

    language: str
    entries: tuple[Changed, ...]
    portals: tuple[Told, ...]
    links: tuple[tuple[str, str], ...]


def write(feed: Feed, site: Site) -> bytes:
    """The document. Nothing in it depends on the hour but whether a portal has grown old."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap=NAMESPACES)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", feed.language)
    first = dict(feed.links)["first"]
    _add(root, "id", first)
    _add(root, "title", say("atom.title", site=site.title))
    _add(root, "updated", _instant(_newest(feed)))
    _add(_add(root, "author"), "name", site.operator or site.title)
    for relation, address in feed.links:
        _add(root, "link", rel=relation, href=address, type="application/atom+xml")
    _add(root, "link", rel="alternate", href=f"{site.url}{href('/')}", type="text/html")
    for portal in feed.portals:
        _stand(root, portal)
    for entry in feed.entries:
        if entry.retired:
            gone = etree.SubElement(root, f"{{{GONE}}}deleted-entry")
            gone.set("ref", _id(entry, site))
            gone.set("when", _instant(entry.changed_at))
        else:
            _entry(root, entry, site)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return written


def _newest(feed: Feed) -> datetime:
    moments = [entry.changed_at for entry in feed.entries[:1]]
    moments += [portal.last_try for portal in feed.portals if portal.last_try]
    return max(moments, default=EPOCH)


def _stand(root: etree._Element, portal: Told) -> None:
    """How fresh the data is (promise H14), in a namespace that readers of feeds pass over."""
    said = etree.SubElement(root, f"{{{OWN}}}portal")
    values: Mapping[str, str | None] = {
        "key": portal.key,
        "freshness": how_fresh(portal.key, portal.last_success),
        "state": portal.state,
        "last-success": _instant(portal.last_success) if portal.last_success else None,
        "last-try": _instant(portal.last_try) if portal.last_try else None,
    }
    for name, value in values.items():
        if value:
            said.set(name, _clean(value))
    if portal.reason_code:
        said.text = _clean(told(portal.reason_code, portal.reason_params))


def _entry(root: etree._Element, entry: Changed, site: Site) -> None:
    made = _add(root, "entry")
    _add(made, "id", _id(entry, site))
    _add(made, "title", entry.title or say("web.dataset.untitled"))
    _add(made, "updated", _instant(entry.changed_at))
    _add(made, "published", _instant(entry.first_seen))
    if entry.publisher:
        _add(_add(made, "author"), "name", entry.publisher)
    _add(made, "link", rel="alternate", href=f"{site.url}{href(f'/datensatz/{entry.id}')}")
    for scheme in CATEGORIES:
        value = getattr(entry, scheme)
        if value:
            _add(made, "category", scheme=f"{OWN}:{scheme}", term=value)
    labels = dict.fromkeys(say(f"field.{name}") for name in entry.fields)
    words = say(f"history.{entry.kind}")
    _add(made, "summary", f"{words}: {', '.join(labels)}" if labels else words)


def _id(entry: Changed, site: Site) -> str:
    """The same in every language."""
    return f"{site.url}/datensatz/{entry.id}"


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    for key, value in attributes.items():
        made.set(key, _clean(value))
    if text:
        made.text = _clean(text)
    return made


def _clean(text: str) -> str:
    return UNWRITABLE.sub("\ufffd", text)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

# SPDX-License-Identifier: EUPL-1.2
"""Marks by which a dataset is recognised in another portal: names, addresses, title and dates.

What a mark does not say is decided where all datasets are known (app.store.cluster_links): one that
several datasets of a portal carry is no proof.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b
from urllib.parse import parse_qsl, unquote, urlsplit

from app.model import Dataset, Distribution
from app.model.mark import ORDER, Mark, MarkRule
from app.normalise.words import flatten
from harvesters.base.record import Record

_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_URL = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_PORTS = (":80", ":443")
_TRACKING = re.compile(r"utm_\w+|jsessionid|phpsessid|sid", re.IGNORECASE)
_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
# A service or a page shows many data sets; its address alone names none of them.
_SERVICE = re.compile(
    r"(?:^|[/.?&=_-])(?:wms|wfs|wmts|wcs|csw|sos|ows|services?|mapserver|featureserver|arcgis)"
    r"(?=$|[/.?&=_-])|(?:^|[?&])(?:request|service)=",
    re.IGNORECASE,
)
_START = re.compile(r"/?(?:index\.(?:html?|php|jsp)|home|start|startseite|de|en)?/?", re.IGNORECASE)
_SHORTEST_IDENTIFIER = 6
MOST_FILES = 50  # beyond that more files tell nothing more


def marks(record: Record, dataset: Dataset) -> tuple[Mark, ...]:
    """The dataset's marks, each key once under its surest rule, sorted."""
    found: dict[int, MarkRule] = {}
    for rule, value in _said(record, dataset):
        key = _key(f"{dataset.kind}\0{value}")
        before = found.get(key)
        if before is None or ORDER.index(rule) < ORDER.index(before):
            found[key] = rule
    return tuple(sorted(Mark(rule, key) for key, rule in found.items()))


def _key(value: str) -> int:
    return int.from_bytes(blake2b(value.encode(), digest_size=8).digest(), "big", signed=True)


def _said(record: Record, dataset: Dataset) -> Iterator[tuple[MarkRule, str]]:
    title = flatten(dataset.title or "")
    own = dict.fromkeys(value for value in (record.uri, record.identifier) if value)
    for value in own:
        if _URL.match(value.strip()):
            yield from _named("uri", value)
    for value in dict.fromkeys((*record.identifiers, record.identifier)):
        yield from _identifier(value.strip(), title)
    for value in record.landing_pages:
        yield from _named("landing_page", value)
    for part in dataset.distributions[:MOST_FILES]:
        yield from _file(part, title)
    yield from _titled(dataset, title)


def _identifier(value: str, title: str) -> Iterator[tuple[MarkRule, str]]:
    """A UUID or an address names one thing in the world, any other name only with its title."""
    if _URL.match(value):
        yield from _named("identifier", value)
    elif found := _UUID.search(value):
        yield "identifier", f"id:{found.group().lower()}"
    elif title and len(value) >= _SHORTEST_IDENTIFIER:
        yield "identifier", f"name:{value.casefold()}\0{title}"


def _named(rule: MarkRule, value: str) -> Iterator[tuple[MarkRule, str]]:
    """An address of the dataset: whole, and by the UUID it ends with."""
    url = normal_url(value)
    if url is None:
        return
    yield rule, f"url:{url}"
    if found := _UUID.fullmatch(re.split(r"[/=]", url)[-1]):
        yield rule, f"id:{found.group().lower()}"


def _file(part: Distribution, title: str) -> Iterator[tuple[MarkRule, str]]:
    for value in dict.fromkeys((part.download_url, part.access_url)):
        url = normal_url(value) if value else None
        if url is None:
            continue
        if not _SERVICE.search(url):
            yield "file", f"file:{url}"
        elif title:
            yield "file", f"file:{url}\0{title}"


def _titled(dataset: Dataset, title: str) -> Iterator[tuple[MarkRule, str]]:
    """The same title of the same publisher, and one date of a kind that is the same too."""
    publisher = dataset.publisher.key.value or flatten(dataset.publisher.name or "")
    if not title or not publisher:
        return
    modified = dataset.modified.date() if dataset.modified else None
    start, end = dataset.temporal_start, dataset.temporal_end
    dates = {
        "issued": dataset.issued,
        "modified": modified,
        "temporal": f"{start}/{end}" if start or end else None,
    }
    for name, value in dates.items():
        if value:
            yield "title", f"title:{title}\0{publisher}\0{name}:{value}"


def normal_url(value: str) -> str | None:
    """The address in the form in which spellings of one are equal; None for none or a start page.

    Scheme, ``www.``, default port, fragment, the order of parameters, session and tracking
    parameters and a slash at the end do not tell two addresses apart.
    """
    if not _URL.match(value.strip()):
        return None
    try:
        parts = urlsplit(value.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:  # a port or a bracket that is none
        return None
    path = unquote(_SESSION.sub("", parts.path)).rstrip("/")
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = "&".join(f"{k}={v}" for k, v in sorted(pairs) if not _TRACKING.fullmatch(k))
    if not host or (_START.fullmatch(path) and not query):
        return None
    return f"{host}{'' if port in _PORTS else port}{path}{'?' if query else ''}{query}"

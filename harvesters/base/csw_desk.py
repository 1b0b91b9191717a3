# SPDX-License-Identifier: EUPL-1.2
"""The interface of one catalogue service: where and how it is asked, how much at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from lxml import etree

from harvesters.base.csw_request import BARE, BRIEF, DIALECTS, Dialect, Query, by_id, capabilities
from harvesters.base.errors import HarvestError, UnexpectedAnswer
from harvesters.base.iso19139_answer import refuse_large
from harvesters.base.iso19139_xml import Element, every, local, parse, refuse_foreign
from harvesters.base.record import Body, Http, Page
from harvesters.base.text import decode, without_declaration
from harvesters.base.windows import Survey, is_too_much

ACCEPT = "application/xml, text/xml;q=0.9, */*;q=0.1"
KEYWORD = "opendata"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_FIRST_ROWS, _MOST_ROWS, _FEWEST_ROWS = 50, 200, 5
_TARGET = 4_000_000  # bytes of an answer
_OWN = {"service", "request", "version", "acceptversions", "keyword"}
_REFUSED = {"400", "403", "404", "405", "501"}
# Services answer a question they do not understand with 500 and an exception report.
_MAYBE_REFUSED = _REFUSED | {"500"}

Look = Callable[[Page], Survey]


class Service(NamedTuple):
    """A catalogue service. get, post: addresses of GetRecords, empty where it has no such way.

    title: what its capabilities call it.
    """

    address: str
    get: str
    post: str
    keyword: str
    title: str = ""


@dataclass(slots=True)
class Desk:
    """One walk's way of asking a service for records of some types."""

    http: Http
    look: Look
    service: Service
    types: tuple[str, ...]
    dialect: Dialect = DIALECTS[0]
    rows: int = _FIRST_ROWS
    pages: int = 1
    listing: str = BRIEF

    def search(self, start: int, fields: str = "") -> tuple[Page, Survey]:
        """One window of records; fewer at once when the service cannot give so many."""
        while True:
            try:
                query = Query(
                    self.dialect,
                    self.service.keyword,
                    self.types,
                    start + 1,
                    self.rows,
                    fields or "full",
                )
                page = self.ask(query)
                return page, self.look(page)
            except HarvestError as error:
                if not _is_too_much(error) or self.rows <= _FEWEST_ROWS:
                    raise
                self.rows = max(_FEWEST_ROWS, self.rows // 5)

    def ask(self, query: Query) -> Page:
        """The answer to a question, under the address that tells it."""
        service = self.service
        if service.post:
            body = Body(query.as_xml(), "application/xml; charset=UTF-8")
            page = self.http.post(service.post, body, ACCEPT, self.pages)
        else:
            page = self.http.get(query.as_address(service.get), ACCEPT, self.pages)
        return replace(page, name=query.name(service.address))

    def show(self, name: str) -> tuple[Page, Survey]:
        """One record alone."""
        url = by_id(self.service.get or self.service.address, name)
        page = self.http.get(url, ACCEPT, self.pages)
        page = replace(page, name=f"{url}&{urlencode({'keyword': self.service.keyword})}")
        return page, self.look(page)

    def hits(self) -> Page:
        """How many records there are, without them; closes a walk known to be complete."""
        query = Query(self.dialect, self.service.keyword, self.types, result_type="hits")
        return self.ask(query)

    def adapt(self, page: Page, received: int) -> None:
        """So many records at once as the service gives and as make an answer of handy size."""
        if received < self.rows:
            self.rows = received
            return
        each = max(1, len(page.body) // received)
        self.rows = min(_MOST_ROWS, max(_FIRST_ROWS, _TARGET // each), self.rows * 2)

    def hand_out(self, page: Page) -> Page:
        """The page, counted: the next one gets the next number."""
        self.pages += 1
        return page

    def first(self) -> tuple[Page, Survey]:
        """The first window, in a dialect the service understands and finds something with.

        Some services know no queryable and find nothing, others answer with an exception. Only one
        that refuses every filter is read as a whole.
        """
        empty: tuple[Dialect, tuple[Page, Survey]] | None = None
        for self.dialect in DIALECTS:
            try:
                found = self.search(0)
            except UnexpectedAnswer as error:
                if not is_refusal(error):
                    raise
                continue
            if found[1].ids:
                return found
            empty = empty or (self.dialect, found)
        if empty:
            self.dialect = empty[0]
            return empty[1]
        self.dialect = BARE
        return self.search(0)


def is_refusal(error: UnexpectedAnswer) -> bool:
    """Whether the service said that it does not understand the question."""
    return error.code == "answer.csw_refused" or error.params.get("status") in _MAYBE_REFUSED


def _is_too_much(error: HarvestError) -> bool:
    return is_too_much(error) and error.params.get("status") != "500"


def service_at(url: str, http: Http) -> Service:
    """The service at an address, as its capabilities tell; ``keyword=`` there replaces opendata.

    Addresses in capabilities are taken where they lead to the same host: behind proxies many name
    a host of the inner network.
    """
    address, keyword = _address(url)
    page = http.get(capabilities(address), ACCEPT)
    root = _capabilities(page)
    ways: dict[str, str] = {}
    for operation in every(root, "OperationsMetadata/Operation"):
        if operation.get("name") == "GetRecords":
            for way, href in _ways(operation):
                ways.setdefault(way, href if _host(href) == _host(address) else address)
    if not ways:
        raise UnexpectedAnswer("answer.csw_no_records", page=page.name)
    named = every(root, "ServiceIdentification/Title")
    title = next((" ".join((each.text or "").split()) for each in named), "")
    return Service(address, _bare(ways.get("Get", "")), ways.get("Post", ""), keyword, title)


def _address(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    keyword = next((said for name, said in pairs if name.lower() == "keyword"), KEYWORD)
    kept = urlencode([pair for pair in pairs if pair[0].lower() not in _OWN])
    return urlunsplit((parts.scheme, parts.netloc, parts.path, kept, "")), keyword


def _bare(address: str) -> str:
    return address.rstrip("?&")


def _ways(operation: Element) -> Iterator[tuple[str, str]]:
    """(Get or Post, address); of several addresses for POST the one for XML, not for SOAP."""
    for way in ("Get", "Post"):
        for element in every(operation, f"DCP/HTTP/{way}"):
            said = "".join(element.itertext()).casefold()
            found = (way, element.get(_XLINK, ""))
            if found[1] and ("soap" not in said or "xml" in said):
                yield found


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").casefold()


def _capabilities(page: Page) -> Element:
    text, _ = decode(page)
    refuse_foreign(text, page)
    text = without_declaration(text)
    refuse_large(text, page)
    try:
        root = parse(text)
    except etree.XMLSyntaxError as error:
        raise UnexpectedAnswer(
            "answer.unreadable", page=page.name, problem=str(error)[:200]
        ) from error
    if local(root) == "ExceptionReport":
        problem = " ".join(" ".join(root.itertext()).split())
        raise UnexpectedAnswer("answer.csw_refused", page=page.name, problem=problem[:200])
    if local(root) != "Capabilities" or not every(root, "OperationsMetadata"):
        raise UnexpectedAnswer("answer.csw_other", page=page.name, element=local(root))
    return root

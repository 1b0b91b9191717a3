# SPDX-License-Identifier: EUPL-1.2
"""A catalogue service on loopback: GetRecords by POST or GET, pages by position, bad habits."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

_SPACES = (
    'xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco" '
    'xmlns:srv="http://www.isotc211.org/2005/srv"'
)
_CSW = "http://www.opengis.net/cat/csw/2.0.2"


def text(name: str, said: str) -> str:
    """An element with a character string."""
    return f"<gmd:{name}><gco:CharacterString>{said}</gco:CharacterString></gmd:{name}>"


@dataclass(frozen=True)
class Entry:
    """A record of the service. serves: identifier of the dataset a service operates on."""

    identifier: str
    type: str = "dataset"
    keywords: tuple[str, ...] = ("opendata",)
    serves: str = ""
    raw: str = ""

    def as_xml(self) -> str:
        """The record in ISO 19139."""
        if self.raw:
            return self.raw
        title = f"<gmd:citation><gmd:CI_Citation>{text('title', f'Titel {self.identifier}')}"
        words = "".join(text("keyword", each) for each in self.keywords)
        keywords = f"<gmd:descriptiveKeywords><gmd:MD_Keywords>{words}</gmd:MD_Keywords>"
        body = f"{title}</gmd:CI_Citation></gmd:citation>{keywords}</gmd:descriptiveKeywords>"
        info = f"<gmd:MD_DataIdentification>{body}</gmd:MD_DataIdentification>"
        if self.type == "service":
            link = f"<gmd:linkage><gmd:URL>https://d.example/{self.identifier}</gmd:URL>"
            info = (
                f"<srv:SV_ServiceIdentification>{body}<srv:serviceTypeVersion>"
                "<gco:CharacterString>OGC:WFS 2.0</gco:CharacterString></srv:serviceTypeVersion>"
                "<srv:containsOperations><srv:SV_OperationMetadata><srv:connectPoint>"
                f"<gmd:CI_OnlineResource>{link}</gmd:linkage></gmd:CI_OnlineResource>"
                "</srv:connectPoint></srv:SV_OperationMetadata></srv:containsOperations>"
                f'<srv:operatesOn uuidref="{self.serves}"/></srv:SV_ServiceIdentification>'
            )
        return (
            f"<gmd:MD_Metadata {_SPACES}>{text('fileIdentifier', self.identifier)}"
            f'<gmd:hierarchyLevel><gmd:MD_ScopeCode codeListValue="{self.type}"/>'
            f"</gmd:hierarchyLevel><gmd:identificationInfo>{info}</gmd:identificationInfo>"
            "</gmd:MD_Metadata>"
        )


@dataclass
class Catalogue:
    """What the service holds and how it behaves.

    ways: Get and Post as its capabilities list them. most: records an answer has at most. count:
    what it claims instead of the truth. filters: whether it heeds a filter; refuses: parts of a
    question that it answers with an exception. before: called with each question's number. body:
    maps each answer to GetRecords.
    """

    entries: list[Entry] = field(default_factory=list)
    ways: tuple[str, ...] = ("Get", "Post")
    most: int = 1_000
    count: int | None = None
    filters: bool = True
    moves: bool = True
    refuses: tuple[str, ...] = ()
    status: int = 200
    before: Callable[["Catalogue", int], None] = lambda _catalogue, _number: None
    body: Callable[[str, int], str] = lambda body, _number: body
    address: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)

    def add(self, *numbers: int) -> None:
        """Datasets with the keyword."""
        self.entries += [Entry(f"id-{number:04}") for number in numbers]

    def remove(self, *numbers: int) -> None:
        """Takes datasets away."""
        gone = {f"id-{number:04}" for number in numbers}
        self.entries = [each for each in self.entries if each.identifier not in gone]

    def answer(self, method: str, url: str, body: str) -> tuple[int, str]:
        """Status and body."""
        query = {name.lower(): said[0] for name, said in parse_qs(urlsplit(url).query).items()}
        if query.get("request") == "GetCapabilities":
            return 200, self._capabilities()
        question = body or query.get("constraint", "")
        self.asked.append((method, unescape(question or url)))
        number = len(self.asked)
        self.before(self, number)
        if any(each in question for each in self.refuses):
            return self.status, _exception("unbekannte Eigenschaft")
        if query.get("request") == "GetRecordById":
            return 200, _page([each for each in self.entries if each.identifier == query["id"]], 1)
        return 200, self.body(self._records(question, query, body), number)

    def _records(self, question: str, query: dict[str, str], body: str) -> str:
        def said(name: str, else_: str) -> str:
            found = re.search(f'{name}="([^"]*)"', body)
            return found[1] if found else query.get(name.lower(), else_)

        wanted = set(re.findall(r"<ogc:Literal>([^<]*)</ogc:Literal>", question))
        found = sorted(self.entries, key=lambda each: each.identifier)
        if self.filters and wanted:
            found = [each for each in found if each.type in wanted]
            found = [each for each in found if set(each.keywords) & wanted]
        start = int(said("startPosition", "1")) - 1 if self.moves else 0
        window = found[start : start + min(int(said("maxRecords", "10")), self.most)]
        if said("resultType", "") == "hits":
            window = []
        return _page(window, len(found) if self.count is None else self.count)

    def _capabilities(self) -> str:
        ways = "".join(f'<ows:{way} xlink:href="{self.address}"/>' for way in self.ways)
        return (
            f'<csw:Capabilities xmlns:csw="{_CSW}" xmlns:ows="http://www.opengis.net/ows" '
            'xmlns:xlink="http://www.w3.org/1999/xlink"><ows:ServiceIdentification>'
            "<ows:Title>\n Geodaten  Kiel</ows:Title></ows:ServiceIdentification>"
            "<ows:OperationsMetadata>"
            f'<ows:Operation name="GetRecords"><ows:DCP><ows:HTTP>{ways}</ows:HTTP></ows:DCP>'
            "</ows:Operation></ows:OperationsMetadata></csw:Capabilities>"
        )


def _page(entries: list[Entry], count: int) -> str:
    records = "".join(each.as_xml() for each in entries)
    return (
        f'<csw:GetRecordsResponse xmlns:csw="{_CSW}"><csw:SearchResults '
        f'numberOfRecordsMatched="{count}" numberOfRecordsReturned="10" nextRecord="3">'
        f"{records}</csw:SearchResults></csw:GetRecordsResponse>"
    )


def _exception(problem: str) -> str:
    return (
        '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows"><ows:Exception>'
        f"<ows:ExceptionText>{problem}</ows:ExceptionText></ows:Exception></ows:ExceptionReport>"
    )


@contextmanager
def serve(answer: Callable[[str, str, str], tuple[int, str]], kind: str) -> Iterator[str]:
    """The address of a server that answers method, path and body; kind: its Content-Type."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._talk("")

        def do_POST(self) -> None:
            self._talk(self.rfile.read(int(self.headers["Content-Length"])).decode())

        def _talk(self, body: str) -> None:
            status, said = answer(self.command, self.path, body)
            data = said.encode()
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def serving(catalogue: Catalogue) -> Iterator[str]:
    """The service's address while it is up."""
    with serve(catalogue.answer, "application/xml; charset=UTF-8") as url:
        catalogue.address = catalogue.address or f"{url}/csw"
        yield f"{url}/csw"

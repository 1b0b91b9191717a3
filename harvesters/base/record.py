# SPDX-License-Identifier: EUPL-1.2
"""What the portal said, kept verbatim: Portal, Record and its parts, and the Harvester protocol.

Nothing here is interpreted: values are the strings of the portal, in its order without doubles.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, NamedTuple, Protocol


class Text(NamedTuple):
    """A text and its language tag (lower case, empty if none)."""

    value: str
    lang: str = ""


class RawAgent(NamedTuple):
    """A person or organisation that is not a natural person's private data (those are kept apart).

    role: publisher, creator, maintainer, originator, contributor.
    """

    role: str
    names: tuple[Text, ...] = ()
    uri: str | None = None
    mail: str | None = None
    homepage: str | None = None
    types: tuple[str, ...] = ()


class RawPeriod(NamedTuple):
    """dct:temporal as said."""

    start: str | None
    end: str | None


class RawStandard(NamedTuple):
    """A value of dct:conformsTo: IRI or text, and its label where the portal gave one."""

    value: str
    label: str | None = None


class Repair(NamedTuple):
    """Something that had to be mended before it could be read or stored.

    code: id of the finding. value: the original, at most 500 characters. position: where it
    stood, ``page 1, line 3``.
    """

    code: str
    value: str
    position: str = ""
    subject: str = ""


class RawService(NamedTuple):
    """dcat:DataService as said."""

    identifier: str
    titles: tuple[Text, ...] = ()
    endpoint_urls: tuple[str, ...] = ()
    endpoint_descriptions: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    conforms_to: tuple[RawStandard, ...] = ()
    licences: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()


class RawDistribution(NamedTuple):
    """dcat:Distribution, CKAN resource and the like, as said. licence_entry: as in Record."""

    uri: str | None = None
    titles: tuple[Text, ...] = ()
    descriptions: tuple[Text, ...] = ()
    access_urls: tuple[str, ...] = ()
    download_urls: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    packaging: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    attributions: tuple[Text, ...] = ()
    conforms_to: tuple[RawStandard, ...] = ()
    availabilities: tuple[str, ...] = ()
    issued: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    byte_sizes: tuple[str, ...] = ()
    access_services: tuple[str, ...] = ()
    licence_entry: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One dataset as the portal said it.

    identifier: the dataset's IRI, else its dct:identifier; with the portal it is the identity.
    statements: the dataset's own statements: N-Triples for RDF portals, JSON or XML text for others
    (media_type says which), without those about persons, which stand apart in personal.
    licence_entry: one entry of the portal's own list of licences, named in several ways (id,
    address, title). All mean one licence, so a way that cannot be read takes nothing from the rest.
    """

    portal: str
    identifier: str
    kind: Literal["dataset", "series"] = "dataset"
    uri: str | None = None
    identifiers: tuple[str, ...] = ()
    titles: tuple[Text, ...] = ()
    descriptions: tuple[Text, ...] = ()
    keywords: tuple[Text, ...] = ()
    languages: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    hvd_categories: tuple[str, ...] = ()
    agents: tuple[RawAgent, ...] = ()
    contributor_ids: tuple[str, ...] = ()
    geocodings: tuple[str, ...] = ()
    spatial: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    licence_entry: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    attributions: tuple[Text, ...] = ()
    access_rights: tuple[str, ...] = ()
    issued: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    temporal: tuple[RawPeriod, ...] = ()
    frequencies: tuple[str, ...] = ()
    availabilities: tuple[str, ...] = ()
    landing_pages: tuple[str, ...] = ()
    conforms_to: tuple[RawStandard, ...] = ()
    references: tuple[str, ...] = ()
    in_series: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    version_of: tuple[str, ...] = ()
    catalogue: str | None = None
    distributions: tuple[RawDistribution, ...] = ()
    services: tuple[RawService, ...] = ()
    media_type: str = "application/n-triples"
    statements: str = ""
    personal: str = ""
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class RawCatalogue:
    """dcat:Catalog as said; licences: those of the metadata themselves."""

    identifier: str
    titles: tuple[Text, ...] = ()
    publisher: str | None = None
    licences: tuple[str, ...] = ()
    homepage: str | None = None
    statements: str = ""


@dataclass(frozen=True, slots=True)
class Portal:
    """A portal to harvest. base: absolute IRI for relative IRIs, never a file path.

    ags: official key (2, 5, 8 or 9 digits) of the Kommune that runs it. exclusive: everything there
    is that Kommune's own, so its key may stand for a publisher that is not named.
    """

    key: str
    kind: str
    url: str
    base: str
    ags: str | None = None
    exclusive: bool = False
    title: str | None = None


class Validators(NamedTuple):
    """What a server calls the state of an answer: its ETag and Last-Modified, verbatim."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One answer of the portal as it came.

    number: 1, 2, ...; name: URL or file name, for messages; fetched: when, aware UTC. local: read
    from a file, so the pages it names as next are not fetched.
    """

    number: int
    name: str
    body: bytes
    fetched: datetime
    media_type: str | None = None
    charset: str | None = None
    local: bool = False
    validators: Validators = Validators()


@dataclass(frozen=True, slots=True)
class Item:
    """One dataset of a page before it is mapped. hash: over a canonical form of what was said."""

    identifier: str
    position: str
    hash: str
    payload: Any
    distributions: int = 0


@dataclass(frozen=True, slots=True)
class Broken:
    """One item that cannot be taken. reason: message code; value: the original text, shortened."""

    identifier: str | None
    position: str
    reason: str
    value: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a page holds.

    announced: total the portal claims. next_url: the page it names as next. truncated: its end was
    missing. recounted: it was asked for at the end of a walk during which the portal changed;
    announced then replaces what earlier pages claimed (None: there is no number to compare with).
    """

    items: tuple[Item, ...] = ()
    broken: tuple[Broken, ...] = ()
    catalogues: tuple[RawCatalogue, ...] = ()
    announced: int | None = None
    next_url: str | None = None
    self_url: str | None = None
    repairs: tuple[Repair, ...] = ()
    truncated: bool = False
    recounted: bool = False

    def without_items(self) -> "Contents":
        """The same without the datasets, which are large."""
        return replace(self, items=())


class Body(NamedTuple):
    """A question in the body of a POST."""

    data: bytes
    media_type: str


class Http(Protocol):
    """The network door as harvesters see it (harvesters.base.http).

    largest_answer: bytes one answer or file may have, decoded.
    """

    @property
    def largest_answer(self) -> int:
        """Bytes one answer or file may have, decoded."""
        ...

    def get(self, url: str, accept: str, number: int = 1) -> Page:
        """The answer to one GET as page ``number``; PortalUnreachable or UnexpectedAnswer else."""
        ...

    def post(self, url: str, question: Body, accept: str, number: int = 1) -> Page:
        """The answer to a question asked by POST, which changes nothing there."""
        ...


@dataclass(frozen=True, slots=True)
class Harvester:
    """The functions of one kind of portal. Only fetch touches the network or a file.

    fetch: pages as they come. open: a page (whole, never in windows) into items. parse: one item
    into a Record. reread: a Record from what the store kept (identifier, kind, statements, then
    personal).
    """

    fetch: Callable[[Portal, Http], Iterator[Page]]
    open: Callable[[Portal, Page], Contents]
    parse: Callable[[Portal, Item], Record]
    reread: Callable[[Portal, str, str, str, str], Record]


def first(values: tuple[str, ...]) -> str | None:
    """The first value, or None."""
    return values[0] if values else None

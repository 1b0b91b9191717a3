# SPDX-License-Identifier: EUPL-1.2
"""What a catalogue service is asked: GetRecords and GetRecordById of CSW 2.0.2 (OGC 07-006r1).

A question goes as XML by POST or as key-value pairs by GET; which of both, capabilities say. The
filter is OGC Filter Encoding 1.1.0 either way, on queryables of the ISO profile (OGC 07-045).
"""

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, urlencode
from xml.sax.saxutils import escape

_GMD = "http://www.isotc211.org/2005/gmd"
_SPACES = (
    'xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:ogc="http://www.opengis.net/ogc" '
    f'xmlns:gmd="{_GMD}" xmlns:apiso="http://www.opengis.net/cat/csw/apiso/1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
DATASETS = ("dataset", "series", "nonGeographicDataset")
SERVICES = ("service",)
BRIEF = "brief"


class Dialect(NamedTuple):
    """How a service names its queryables, empty where it can filter by none. sorts: in order."""

    subject: str
    type: str
    identifier: str
    sorts: bool = True


_NAMES = (
    Dialect("apiso:Subject", "apiso:Type", "apiso:Identifier"),
    Dialect("Subject", "Type", "Identifier"),
    Dialect("dc:subject", "dc:type", "dc:identifier"),
)
DIALECTS = tuple(each._replace(sorts=sorts) for each in _NAMES for sorts in (True, False))
BARE = Dialect("", "", "", sorts=False)


@dataclass(frozen=True, slots=True)
class Query:
    """One window of a service's records. start: from 1. element_set: brief or full."""

    dialect: Dialect
    keyword: str
    types: tuple[str, ...]
    start: int = 1
    rows: int = 1
    element_set: str = "full"
    result_type: str = "results"

    @property
    def filter(self) -> str:
        """The filter as XML, empty where nothing is asked for in particular."""
        names = self.dialect
        if not names.type:
            return ""
        types = "".join(_equal(names.type, each) for each in self.types)
        types = f"<ogc:Or>{types}</ogc:Or>" if len(self.types) > 1 else types
        if not self.keyword:
            return types
        return f"<ogc:And>{_equal(names.subject, self.keyword)}{types}</ogc:And>"

    def name(self, address: str) -> str:
        """An address that tells the question, for messages and for who opens the page."""
        said = {
            "request": "GetRecords",
            "keyword": self.keyword,
            "types": ",".join(self.types),
            "elementSetName": self.element_set,
            "resultType": self.result_type,
            "startPosition": str(self.start),
            "maxRecords": str(self.rows),
        }
        return _with(address, said)

    def as_xml(self) -> bytes:
        """The question as the body of a POST."""
        names = self.dialect
        constraint = (
            f'<csw:Constraint version="1.1.0"><ogc:Filter>{self.filter}</ogc:Filter>'
            "</csw:Constraint>"
            if self.filter
            else ""
        )
        order = (
            f"<ogc:SortBy><ogc:SortProperty><ogc:PropertyName>{names.identifier}"
            "</ogc:PropertyName><ogc:SortOrder>ASC</ogc:SortOrder></ogc:SortProperty></ogc:SortBy>"
            if names.sorts
            else ""
        )
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><csw:GetRecords {_SPACES} service="CSW" '
            f'version="2.0.2" resultType="{self.result_type}" outputFormat="application/xml" '
            f'outputSchema="{_GMD}" startPosition="{self.start}" maxRecords="{self.rows}">'
            f'<csw:Query typeNames="gmd:MD_Metadata">'
            f"<csw:ElementSetName>{self.element_set}</csw:ElementSetName>{constraint}{order}"
            "</csw:Query></csw:GetRecords>"
        ).encode()

    def as_address(self, address: str) -> str:
        """The question as an address for GET."""
        said = {
            **_GET,
            "request": "GetRecords",
            "typeNames": "gmd:MD_Metadata",
            "resultType": self.result_type,
            "outputSchema": _GMD,
            "outputFormat": "application/xml",
            "elementSetName": self.element_set,
            "startPosition": str(self.start),
            "maxRecords": str(self.rows),
        }
        if self.filter:
            said["constraintLanguage"] = "FILTER"
            said["constraint_language_version"] = "1.1.0"
            said["constraint"] = f"<ogc:Filter {_SPACES}>{self.filter}</ogc:Filter>"
        if self.dialect.sorts:
            said["sortBy"] = f"{self.dialect.identifier}:A"
        return _with(address, said)


_GET = {"service": "CSW", "version": "2.0.2"}


def _equal(name: str, literal: str) -> str:
    return (
        f"<ogc:PropertyIsEqualTo><ogc:PropertyName>{name}</ogc:PropertyName>"
        f"<ogc:Literal>{escape(literal)}</ogc:Literal></ogc:PropertyIsEqualTo>"
    )


def capabilities(address: str) -> str:
    """The address of a service's capabilities."""
    return _with(address, {"service": "CSW", "version": "2.0.2", "request": "GetCapabilities"})


def by_id(address: str, identifier: str) -> str:
    """The address of one record, by GET, which every service has to offer."""
    said = {"request": "GetRecordById", "id": identifier, "elementSetName": "full"}
    return _with(address, {**_GET, **said, "outputSchema": _GMD})


def _with(address: str, said: dict[str, str]) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode(said, quote_via=quote)}"

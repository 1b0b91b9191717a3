# SPDX-License-Identifier: EUPL-1.2
"""Brings service records to the page of the datasets they operate on.

A page is opened alone, and a service stands on another one than its dataset. So services are
gathered first, and each page gets those that operate on its datasets, cut down to what couples.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape, quoteattr

from harvesters.base.csw_page import answer_of, serving
from harvesters.base.errors import HarvestError
from harvesters.base.iso19139_dataset import resource_identifiers
from harvesters.base.iso19139_files import Service, service_of
from harvesters.base.iso19139_xml import identifier_of, kind_of
from harvesters.base.record import Page
from harvesters.base.text import decode, without_declaration

_END = re.compile(r"</(?:[\w.-]+:)?SearchResults\s*>")
_CSW = "http://www.opengis.net/cat/csw/2.0.2"
_SPACES = (
    'xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco" '
    'xmlns:srv="http://www.isotc211.org/2005/srv"'
)


@dataclass(slots=True)
class Services:
    """Services by the datasets they operate on."""

    by_target: dict[str, list[Service]] = field(default_factory=lambda: defaultdict(list))

    def learn(self, page: Page) -> None:
        """Takes the services of a page."""
        for record in answer_of(page).records:
            service = service_of(record)
            for target in service.operates_on if service else ():
                self.by_target[target].append(service)  # type: ignore[arg-type]

    def coupled(self, page: Page) -> Page:
        """The page with the services that operate on its datasets; itself where there are none."""
        if not self.by_target:
            return page
        records = answer_of(page).records
        own = {identifier_of(record) for record in records if kind_of(record) == "service"}
        found: dict[Service, set[str]] = defaultdict(set)
        for record in records:
            if kind_of(record) == "dataset":
                for service in serving(record, self.by_target):
                    found[service] |= {identifier_of(record), *resource_identifiers(record)}
        wanted = {service: ids for service, ids in found.items() if service.identifier not in own}
        return _joined(page, wanted) if wanted else page


def used_in(pages: Iterable[Page], services: Services) -> set[str]:
    """Identifiers of services that operate on a dataset of these pages."""
    found: set[str] = set()
    for page in pages:
        try:
            records = answer_of(page).records
        except HarvestError:
            continue
        for record in records:
            if kind_of(record) == "dataset":
                found |= {each.identifier for each in serving(record, services.by_target)}
    return found


def _joined(page: Page, services: dict[Service, set[str]]) -> Page:
    """The page's text with services before the end of its results, or around a lone record."""
    text = without_declaration(decode(page)[0])
    more = "".join(
        _as_xml(service, sorted(service.operates_on & ids))
        for service, ids in sorted(services.items(), key=lambda pair: pair[0].identifier)
    )
    ends = list(_END.finditer(text))
    if ends:
        at = ends[-1].start()
        text = f"{text[:at]}{more}{text[at:]}"
    else:
        start = f'<csw:GetRecordsResponse xmlns:csw="{_CSW}"><csw:SearchResults>'
        text = f"{start}{text}{more}</csw:SearchResults></csw:GetRecordsResponse>"
    return replace(page, body=text.encode())


def _as_xml(service: Service, targets: list[str]) -> str:
    """A service record with nothing but what couples it."""
    code = f"<gmd:MD_Identifier><gmd:code>{_text(service.uri)}</gmd:code></gmd:MD_Identifier>"
    versions = "".join(
        f"<srv:serviceTypeVersion>{_text(each)}</srv:serviceTypeVersion>" for each in service.types
    )
    targeted = "".join(f"<srv:operatesOn uuidref={quoteattr(each)}/>" for each in targets)
    return (
        f"<gmd:MD_Metadata {_SPACES}>"
        f"<gmd:fileIdentifier>{_text(service.identifier)}</gmd:fileIdentifier>"
        '<gmd:hierarchyLevel><gmd:MD_ScopeCode codeListValue="service"/></gmd:hierarchyLevel>'
        "<gmd:identificationInfo><srv:SV_ServiceIdentification><gmd:citation><gmd:CI_Citation>"
        f"<gmd:title>{_text(service.title)}</gmd:title>"
        f"<gmd:identifier>{code}</gmd:identifier></gmd:CI_Citation></gmd:citation>{versions}"
        "<srv:containsOperations><srv:SV_OperationMetadata><srv:operationName>"
        f"{_text('GetCapabilities')}</srv:operationName><srv:connectPoint><gmd:CI_OnlineResource>"
        f"<gmd:linkage><gmd:URL>{escape(service.address)}</gmd:URL></gmd:linkage>"
        "</gmd:CI_OnlineResource></srv:connectPoint></srv:SV_OperationMetadata>"
        f"</srv:containsOperations>{targeted}</srv:SV_ServiceIdentification>"
        "</gmd:identificationInfo></gmd:MD_Metadata>"
    )


def _text(said: str) -> str:
    return f"<gco:CharacterString>{escape(said)}</gco:CharacterString>"

# SPDX-License-Identifier: EUPL-1.2
"""Files, services and pages of a record: transfer options become distributions or landing pages.

A service record that operates on the dataset becomes one of its distributions, with the service
itself beside it; it is never a dataset of its own.
"""

import re
from typing import NamedTuple

from owslib.iso import CI_OnlineResource

from harvesters.base.iso19139_said import Said
from harvesters.base.iso19139_terms import iri, is_address, literal, named
from harvesters.base.iso19139_xml import Element, every, identifier_of, links, text, texts

_SERVICE = re.compile(
    r"(?<![a-z])(WMTS|WMS|WFS|WCS|WPS|CSW|SOS|WCTS|ATOM|OGC[ -]?API(?:[ -]+\w+)?)(?![a-z])", re.I
)
_NO_FORMAT = re.compile(r"^\W*(?:unknown|unbekannt|keine angabe|n/?a|-)?\W*$", re.I)
_ONLINE = "MD_DigitalTransferOptions/onLine/CI_OnlineResource"
_OPTIONS = f"distributionInfo/MD_Distribution/transferOptions/{_ONLINE}"
_DISTRIBUTOR = "distributionInfo/MD_Distribution/distributor/MD_Distributor"
_PLACES = (_OPTIONS, f"{_DISTRIBUTOR}/distributorTransferOptions/{_ONLINE}")
_PAGES = {"information", "search", "order"}
_FORMATS = (
    "distributionInfo/MD_Distribution/distributionFormat/MD_Format",
    f"{_DISTRIBUTOR}/distributorFormat/MD_Format",
    "identificationInfo/*/resourceFormat/MD_Format",
)
_ENDPOINT = "containsOperations/SV_OperationMetadata"


class Service(NamedTuple):
    """A service record, as much of it as its datasets need.

    operates_on: identifiers and addresses of the datasets. address: of its capabilities.
    """

    identifier: str
    title: str
    uri: str
    address: str
    types: tuple[str, ...]
    operates_on: frozenset[str]


def service_of(record: Element) -> Service | None:
    """The service that a record describes; None where it names no address."""
    info = next(iter(every(record, "identificationInfo/SV_ServiceIdentification")), None)
    if info is None:
        return None
    address = _endpoint(record, info)
    if not address:
        return None
    kind = text(info, "serviceType")
    versions = texts(info, "serviceTypeVersion")
    uris = texts(info, "citation/CI_Citation/identifier/*/code")
    return Service(
        identifier_of(record),
        text(info, "citation/CI_Citation/title"),
        next(filter(is_address, uris), ""),
        address,
        tuple(dict.fromkeys(filter(None, [*versions, kind]))),
        frozenset(_targets(info)),
    )


def _endpoint(record: Element, info: Element) -> str:
    """GetCapabilities, else any operation, else what the distribution links to."""
    operations = every(info, _ENDPOINT)
    ranked = sorted(operations, key=lambda each: text(each, "operationName") != "GetCapabilities")
    for operation in ranked:
        found = text(operation, "connectPoint/CI_OnlineResource/linkage")
        if found:
            return found
    return text(record, f"{_OPTIONS}/linkage")


def _targets(info: Element) -> list[str]:
    """What operatesOn names: uuidref, xlink:href and the id its address asks for."""
    found = []
    for element in every(info, "operatesOn"):
        href = element.get("{http://www.w3.org/1999/xlink}href", "")
        found += [element.get("uuidref", ""), href]
        found += re.findall(r"[?&](?:id|uuid)=([^&#]+)", href, re.I)
    found += texts(info, "coupledResource/SV_CoupledResource/identifier")
    return [each.strip() for each in found if each.strip()]


def say_files(said: Said, root: str, record: Element) -> None:
    """Adds distributions and landing pages."""
    formats = list(dict.fromkeys(f for place in _FORMATS for f in _formats(record, place)))
    seen: set[str] = set()
    for element in (each for place in _PLACES for each in every(record, place)):
        online = CI_OnlineResource(element)
        address = (online.url or "").strip()
        if not address or address in seen:
            continue
        seen.add(address)
        if online.function in _PAGES:
            said.add(root, "dcat:landingPage", iri(address))
        else:
            _say_file(said, root, online, formats)


def _formats(record: Element, place: str) -> list[str]:
    found = [name or address for name, address in links(record, f"{place}/name")]
    return [name for name in found if len(name) > 40 or not _NO_FORMAT.match(name)]


def _say_file(said: Said, root: str, online: CI_OnlineResource, formats: list[str]) -> None:
    address = online.url.strip()
    node = said.blank()
    said.add(root, "dcat:distribution", node)
    said.add(node, "rdf:type", named("dcat:Distribution"))
    said.add(node, "dcat:accessURL", iri(address))
    said.text(node, "dct:title", online.name or "")
    said.text(node, "dct:description", online.description or "")
    protocol = " ".join(filter(None, [online.protocol, online.protocol_url]))
    service = _SERVICE.search(protocol)
    if service:
        said.add(node, "dct:format", literal(service[1].upper()))
        return
    if online.function == "download":
        said.add(node, "dcat:downloadURL", iri(address))
    for name in formats:
        said.add(node, "dct:format", iri(name))


def say_services(said: Said, root: str, services: list[Service]) -> None:
    """Adds services that operate on the dataset, each with a distribution of its own."""
    for service in services:
        node = iri(service.uri) if service.uri else said.blank()
        file = said.blank()
        said.add(root, "dcat:distribution", file)
        said.add(file, "rdf:type", named("dcat:Distribution"))
        said.add(file, "dcat:accessURL", iri(service.address))
        said.text(file, "dct:title", service.title)
        said.add(file, "dcat:accessService", node)
        said.add(node, "rdf:type", named("dcat:DataService"))
        said.text(node, "dct:title", service.title)
        said.add(node, "dct:identifier", literal(service.identifier))
        said.add(node, "dcat:endpointURL", iri(service.address.partition("?")[0]))
        said.add(node, "dcat:endpointDescription", iri(service.address))
        said.add(node, "dcat:servesDataset", root)
        for name in _type_names(service.types):
            said.add(file, "dct:format", literal(name))
            said.add(node, "dct:format", literal(name))


def _type_names(types: tuple[str, ...]) -> list[str]:
    """WMS, WFS, … where the type names one, else the types as they are said."""
    found = [match[1].upper() for each in types if (match := _SERVICE.search(each))]
    return list(dict.fromkeys(found)) or list(types)

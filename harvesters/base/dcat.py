# SPDX-License-Identifier: EUPL-1.2
"""A dataset's statements become a Record: DCAT 2 and 3, DCAT-AP(.de) 1.1 to 3.0, verbatim."""

from collections.abc import Mapping
from typing import Any

from harvesters.base.nodes import Node, Nodes
from harvesters.base.record import (
    RawAgent,
    RawDistribution,
    RawPeriod,
    RawService,
    RawStandard,
    Record,
)
from harvesters.base.terms import NAMES, Known, text_of, value
from harvesters.base.values import SAID, label_of, texts, values, values_of

_ROLES = {
    "dct:publisher": "publisher",
    "dct:creator": "creator",
    "dcatde:maintainer": "maintainer",
    "dcatde:originator": "originator",
    "dct:contributor": "contributor",
}
# Fields of Record and the properties they take, DCAT 3 names first.
_PROPERTIES = {
    "identifiers": ("dct:identifier", "adms:identifier"),
    "languages": ("dct:language",),
    "themes": ("dcat:theme",),
    "subjects": ("dct:subject",),
    "hvd_categories": ("dcatap:hvdCategory",),
    "contributor_ids": ("dcatde:contributorID",),
    "geocodings": ("dcatde:politicalGeocodingURI",),
    "spatial": ("dct:spatial",),
    "licences": ("dct:license",),
    "rights": ("dct:rights",),
    "access_rights": ("dct:accessRights",),
    "issued": ("dct:issued",),
    "modified": ("dct:modified",),
    "frequencies": ("dct:accrualPeriodicity",),
    "availabilities": ("dcatap:availability", "dcatde:plannedAvailability"),
    "landing_pages": ("dcat:landingPage",),
    "references": ("dct:references", "dct:isReferencedBy", "dct:relation"),
    "in_series": ("dcat:inSeries",),
    "versions": ("dcat:hasVersion", "dct:hasVersion"),
    "version_of": ("dcat:isVersionOf", "dct:isVersionOf"),
}
# Property -> its field and all properties of that.
_FIELDS = {name: (field, names) for field, names in _PROPERTIES.items() for name in names}
_TEXTS = {
    "titles": "dct:title",
    "descriptions": "dct:description",
    "keywords": "dcat:keyword",
    "attributions": "dcatde:licenseAttributionByText",
}
_STARTS = ("dcat:startDate", "schema:startDate", "time:hasBeginning")
_ENDS = ("dcat:endDate", "schema:endDate", "time:hasEnd")
SERVING, SERVICE_TYPE = {"dcat:endpointURL", "dcat:servesDataset"}, "dcat:DataService"
_EMPTY: Node = {}


def record(
    portal: str,
    identifier: str,
    root: str,
    nodes: Nodes,
    kept: Mapping[str, Any],
    telling: Nodes | None = None,
) -> Record:
    """The Record of the dataset ``root`` out of its own nodes (without those about persons).

    kept: the fields of Record that are not read from the nodes (kind, catalogue, statements, ...).
    telling: those of the nodes that may be services, where that is known.
    """
    node = nodes.get(root, _EMPTY)
    said: dict[str, Any] = {}
    for name in node:
        if name in _FIELDS:
            field, names = _FIELDS[name]
            said[field] = values(node, nodes, *names)
    said |= {field: texts(node, name) for field, name in _TEXTS.items() if name in node}
    return Record(
        portal=portal,
        identifier=identifier,
        uri=value(root) or None,
        agents=_agents(node, nodes),
        temporal=_periods(node, nodes),
        conforms_to=_standards(node, nodes),
        distributions=_distributions(node, nodes),
        services=_services(nodes, nodes if telling is None else telling),
        **said,
        **kept,
    )


def _agents(node: Node, nodes: Nodes) -> tuple[RawAgent, ...]:
    return tuple(
        _agent(role, term, nodes) for name, role in _ROLES.items() for term in node.get(name, ())
    )


def _agent(role: str, term: str, nodes: Nodes) -> RawAgent:
    if term[0] == '"':
        return RawAgent(role, (text_of(term),))
    node = nodes.get(term, _EMPTY)
    mails = values(node, nodes, "foaf:mbox", "vcard:hasEmail")
    pages = values(node, nodes, "foaf:homepage", "foaf:workplaceHomepage")
    return RawAgent(
        role,
        texts(node, "foaf:name", "vcard:fn", "rdfs:label", "skos:prefLabel"),
        value(term) or None,
        mails[0] if mails else None,
        pages[0] if pages else None,
        values(node, nodes, "dct:type"),
    )


def _periods(node: Node, nodes: Nodes) -> tuple[RawPeriod, ...]:
    periods = []
    for term in node.get("dct:temporal", ()):
        if term[0] == '"':
            periods.append(RawPeriod(value(term), None))
            continue
        part = nodes.get(term, _EMPTY)
        start, end = values(part, nodes, *_STARTS), values(part, nodes, *_ENDS)
        if start or end:
            periods.append(RawPeriod(start[0] if start else None, end[0] if end else None))
    return tuple(periods)


def _standards(node: Node, nodes: Nodes) -> tuple[RawStandard, ...]:
    terms = node.get("dct:conformsTo", ())
    if len(terms) == 1:
        return _STANDARD[terms[0]] if terms[0] not in nodes else (_standard(terms[0], nodes),)
    return tuple(dict.fromkeys([_standard(term, nodes) for term in terms]))


def _standard(term: str, nodes: Nodes) -> RawStandard:
    said = value(term)
    if term not in nodes:
        return RawStandard(said)
    label = label_of(nodes[term])
    return RawStandard(said or label, label or None)


_STANDARD = Known(lambda term: (RawStandard(value(term)),))


def _distributions(node: Node, nodes: Nodes) -> tuple[RawDistribution, ...]:
    terms = dict.fromkeys(node.get("dcat:distribution", ()))
    return tuple(_distribution(term, nodes.get(term, _EMPTY), nodes) for term in terms)


def _distribution(term: str, node: Node, nodes: Nodes) -> RawDistribution:
    said: list[Any] = [()] * len(RawDistribution._fields)
    said[0] = value(term) or None
    for name, terms in node.items():
        place = _SIMPLE.get(name)
        if place is not None:
            only = terms[0]
            said[place] = (
                SAID[only] if len(terms) == 1 and only[0] != "_" else values_of(terms, nodes)
            )
        elif name in _PLACES:
            said[_PLACES[name]] = _special(name, terms, node, nodes)
    return RawDistribution._make(said)


# Property -> place of its field in RawDistribution.
_PLACES = {
    name: RawDistribution._fields.index(field)
    for field, names in {
        "titles": ("dct:title",),
        "descriptions": ("dct:description",),
        "access_urls": ("dcat:accessURL",),
        "download_urls": ("dcat:downloadURL",),
        "formats": ("dct:format",),
        "media_types": ("dcat:mediaType",),
        "packaging": ("dcat:packageFormat", "dcat:compressFormat"),
        "licences": ("dct:license",),
        "rights": ("dct:rights",),
        "attributions": ("dcatde:licenseAttributionByText",),
        "conforms_to": ("dct:conformsTo",),
        "availabilities": ("dcatap:availability", "dcatde:plannedAvailability"),
        "issued": ("dct:issued",),
        "modified": ("dct:modified",),
        "byte_sizes": ("dcat:byteSize",),
        "access_services": ("dcat:accessService",),
    }.items()
    for name in names
}
_TEXT_NAMES = {name for name in _TEXTS.values() if name in _PLACES}
# Properties that share a field.
_SHARED = {
    name: names
    for names in (
        ("dcat:packageFormat", "dcat:compressFormat"),
        ("dcatap:availability", "dcatde:plannedAvailability"),
    )
    for name in names
}
_SIMPLE = {
    name: place
    for name, place in _PLACES.items()
    if name not in _TEXT_NAMES and name not in _SHARED and name != "dct:conformsTo"
}


def _special(name: str, terms: list[str], node: Node, nodes: Nodes) -> tuple[Any, ...]:
    """The value of a property of a file that is more than an IRI or a text."""
    if name in _TEXT_NAMES:
        return texts(node, name)
    if name in _SHARED:
        first, second = _SHARED[name]
        both = first in node and second in node
        return values(node, nodes, first, second) if both else values_of(terms, nodes)
    return _standards(node, nodes)


def _services(nodes: Nodes, among: Nodes) -> tuple[RawService, ...]:
    found = [_service(term, node, nodes) for term, node in among.items() if _is_service(node)]
    return tuple(sorted(found, key=lambda service: (service.identifier, service.endpoint_urls)))


def _is_service(node: Node) -> bool:
    if not SERVING.isdisjoint(node):
        return True
    for term in node.get("rdf:type", ()):  # noqa: SIM110 - any() takes three times as long
        if NAMES[term] == SERVICE_TYPE:
            return True
    return False


def _service(term: str, node: Node, nodes: Nodes) -> RawService:
    identifiers = values(node, nodes, "dct:identifier")
    endpoints = values(node, nodes, "dcat:endpointURL")
    return RawService(
        value(term) or next(iter(identifiers + endpoints), ""),
        texts(node, "dct:title"),
        endpoints,
        values(node, nodes, "dcat:endpointDescription"),
        values(node, nodes, "dct:format", "dcat:mediaType"),
        _standards(node, nodes),
        values(node, nodes, "dct:license"),
        values(node, nodes, "dct:rights"),
        values(node, nodes, "dcat:servesDataset"),
    )

# SPDX-License-Identifier: EUPL-1.2
"""A dataset's statements become a Record: DCAT 2 and 3, DCAT-AP(.de) 1.1 to 3.0, verbatim."""

from collections.abc import Iterable

from harvesters.base.graph import Statement
from harvesters.base.record import (
    RawAgent,
    RawDistribution,
    RawPeriod,
    RawService,
    RawStandard,
    Record,
    Repair,
    Text,
)
from harvesters.base.terms import curie, text_of, value

Node = dict[str, list[str]]
Nodes = dict[str, Node]

_ROLES = {
    "dct:publisher": "publisher",
    "dct:creator": "creator",
    "dcatde:maintainer": "maintainer",
    "dcatde:originator": "originator",
    "dct:contributor": "contributor",
}
_LABELS = ("rdfs:label", "skos:prefLabel", "dct:title", "foaf:name", "rdf:value", "dct:identifier")
_STARTS = ("dcat:startDate", "schema:startDate", "time:hasBeginning")
_ENDS = ("dcat:endDate", "schema:endDate", "time:hasEnd")
_EMPTY: Node = {}


def nodes_of(statements: Iterable[Statement]) -> Nodes:
    """Subject -> short property name -> terms."""
    nodes: Nodes = {}
    for subject, predicate, object_ in statements:
        node = nodes.get(subject)
        if node is None:
            node = nodes[subject] = {}
        name = curie(predicate)
        if name in node:
            node[name].append(object_)
        else:
            node[name] = [object_]
    return nodes


def values(node: Node, nodes: Nodes, *names: str) -> tuple[str, ...]:
    """IRIs and texts of properties without doubles; a blank node stands as its label."""
    found: dict[str, None] = {}
    for name in names:
        for term in node.get(name, ()):
            text = value(term) if term[0] != "_" else _label(nodes.get(term, _EMPTY))
            if text:
                found[text] = None
    return tuple(found)


def _label(node: Node) -> str:
    for name in _LABELS:
        for term in node.get(name, ()):
            if term[0] != "_":
                return value(term)
    return ""


def texts(node: Node, *names: str) -> tuple[Text, ...]:
    """Texts with their language, without empty ones."""
    if len(names) == 1 and names[0] not in node:
        return ()
    found = (text_of(term) for name in names for term in node.get(name, ()) if term[0] == '"')
    return tuple(dict.fromkeys(text for text in found if text.value.strip()))


def record(
    portal: str,
    root: str,
    identifier: str,
    nodes: Nodes,
    kind: str = "dataset",
    catalogue: str | None = None,
    statements: str = "",
    personal: str = "",
    repairs: tuple[Repair, ...] = (),
) -> Record:
    """The Record of the dataset ``root`` out of its own nodes (without those about persons)."""
    node = nodes.get(root, _EMPTY)

    def own(*names: str) -> tuple[str, ...]:
        return values(node, nodes, *names)

    return Record(
        portal=portal,
        identifier=identifier,
        kind="series" if kind == "series" else "dataset",
        uri=value(root) or None,
        identifiers=own("dct:identifier", "adms:identifier"),
        titles=texts(node, "dct:title"),
        descriptions=texts(node, "dct:description"),
        keywords=texts(node, "dcat:keyword"),
        languages=own("dct:language"),
        themes=own("dcat:theme"),
        subjects=own("dct:subject"),
        hvd_categories=own("dcatap:hvdCategory"),
        agents=_agents(node, nodes),
        contributor_ids=own("dcatde:contributorID"),
        geocodings=own("dcatde:politicalGeocodingURI"),
        spatial=own("dct:spatial"),
        licences=own("dct:license"),
        rights=own("dct:rights"),
        attributions=texts(node, "dcatde:licenseAttributionByText"),
        access_rights=own("dct:accessRights"),
        issued=own("dct:issued"),
        modified=own("dct:modified"),
        temporal=_periods(node, nodes),
        frequencies=own("dct:accrualPeriodicity"),
        availabilities=own("dcatap:availability", "dcatde:plannedAvailability"),
        landing_pages=own("dcat:landingPage"),
        conforms_to=_standards(node, nodes),
        references=own("dct:references", "dct:isReferencedBy", "dct:relation"),
        in_series=own("dcat:inSeries"),
        versions=own("dcat:hasVersion", "dct:hasVersion"),
        version_of=own("dcat:isVersionOf", "dct:isVersionOf"),
        catalogue=catalogue,
        distributions=_distributions(node, nodes),
        services=_services(node, nodes, root),
        statements=statements,
        personal=personal,
        repairs=repairs,
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
    found = []
    for term in node.get("dct:conformsTo", ()):
        label = _label(nodes.get(term, _EMPTY)) if term[0] != '"' else ""
        said = value(term) or label
        if said:
            found.append(RawStandard(said, label or None))
    return tuple(dict.fromkeys(found))


def _distributions(node: Node, nodes: Nodes) -> tuple[RawDistribution, ...]:
    terms = dict.fromkeys(node.get("dcat:distribution", ()))
    return tuple(_distribution(term, nodes.get(term, _EMPTY), nodes) for term in terms)


def _distribution(term: str, node: Node, nodes: Nodes) -> RawDistribution:
    def own(*names: str) -> tuple[str, ...]:
        for name in names:
            if name in node:
                return values(node, nodes, *names)
        return ()

    return RawDistribution(
        value(term) or None,
        texts(node, "dct:title"),
        texts(node, "dct:description"),
        own("dcat:accessURL"),
        own("dcat:downloadURL"),
        own("dct:format"),
        own("dcat:mediaType"),
        own("dcat:packageFormat", "dcat:compressFormat"),
        own("dct:license"),
        own("dct:rights"),
        texts(node, "dcatde:licenseAttributionByText"),
        _standards(node, nodes),
        own("dcatap:availability", "dcatde:plannedAvailability"),
        own("dct:issued"),
        own("dct:modified"),
        own("dcat:byteSize"),
        own("dcat:accessService"),
    )


def _services(node: Node, nodes: Nodes, root: str) -> tuple[RawService, ...]:
    return tuple(
        _service(term, service, nodes)
        for term, service in nodes.items()
        if "dcat:endpointURL" in service or "dcat:servesDataset" in service
    )


def _service(term: str, node: Node, nodes: Nodes) -> RawService:
    identifiers = values(node, nodes, "dct:identifier")
    endpoints = values(node, nodes, "dcat:endpointURL")
    return RawService(
        value(term) or next(iter(identifiers + endpoints), term),
        texts(node, "dct:title"),
        endpoints,
        values(node, nodes, "dcat:endpointDescription"),
        values(node, nodes, "dct:format", "dcat:mediaType"),
        _standards(node, nodes),
        values(node, nodes, "dct:license"),
        values(node, nodes, "dct:rights"),
        values(node, nodes, "dcat:servesDataset"),
    )

# SPDX-License-Identifier: EUPL-1.2
"""A dataset of a portal without RDF, written from what was understood (DCAT-AP.de 3.0)."""

from datetime import date, datetime

from app.export.item import FileFacts, facts_of, file_facts
from app.export.meaning import Meaning
from app.export.terms import (
    DCAT,
    DCATAP,
    DCATDE,
    DCT,
    FOAF,
    LANGUAGE,
    TYPE,
    day,
    instant,
    iri,
    safe_iri,
    text,
    triple,
    typed,
)
from app.model import DataService, Dataset, Distribution

LANGUAGES = {"de": "DEU", "en": "ENG", "fr": "FRA", "pl": "POL", "da": "DAN", "nl": "NLD"}
CLASSES = {"dataset": "Dataset", "series": "DatasetSeries"}


def describe(dataset: Dataset, address: str, meaning: Meaning) -> tuple[str, list[str]]:
    """The dataset's term and its lines. address: stands for the dataset if it has no IRI.

    Parts without an IRI of their own are named below the address, never as blank nodes, so that
    they keep their names from one export to the next.
    """
    subject = (safe_iri(dataset.uri) if dataset.uri else None) or iri(address)
    lines = [f"{subject} {TYPE} <{DCAT}{CLASSES[dataset.kind]}> ."]
    lines += _texts(dataset, subject) + _dates(dataset, subject)
    lines += _publisher(dataset, subject, f"{address}#stelle")
    lines += _coded(dataset, subject, meaning)
    lines += _period(dataset, subject, f"{address}#zeitraum")
    for number, distribution in enumerate(dataset.distributions, 1):
        own = iri(f"{address}#datei-{number}")
        term = (safe_iri(distribution.uri) if distribution.uri else None) or own
        lines.append(triple(subject, DCAT + "distribution", term))
        lines += _file(distribution, term, meaning)
    for number, service in enumerate(dataset.services, 1):
        lines += _service(service, subject, iri(f"{address}#dienst-{number}"))
    return subject, lines


def _texts(dataset: Dataset, subject: str) -> list[str]:
    lang = dataset.languages[0] if dataset.languages else ""
    lang = lang if lang in LANGUAGES else ""
    lines = [triple(subject, DCT + "identifier", text(dataset.identifier))]
    for name, value in (("title", dataset.title), ("description", dataset.description)):
        if value:
            lines.append(triple(subject, DCT + name, text(value, lang)))
    lines += [triple(subject, DCAT + "keyword", text(word, lang)) for word in dataset.keywords]
    lines += [
        triple(subject, DCT + "language", iri(LANGUAGE + LANGUAGES[tag]))
        for tag in dataset.languages
        if tag in LANGUAGES
    ]
    return lines + _link(subject, DCAT + "landingPage", dataset.landing_page)


def _dates(dataset: Dataset, subject: str) -> list[str]:
    issued, modified = dataset.issued, dataset.modified
    return [
        triple(subject, DCT + name, instant(value) if isinstance(value, datetime) else day(value))
        for name, value in (("issued", issued), ("modified", modified))
        if value
    ]


def _publisher(dataset: Dataset, subject: str, address: str) -> list[str]:
    if not dataset.publisher.name:
        return []
    agent = iri(address)
    return [
        triple(subject, DCT + "publisher", agent),
        f"{agent} {TYPE} <{FOAF}Agent> .",
        triple(agent, FOAF + "name", text(dataset.publisher.name)),
    ]


def _coded(dataset: Dataset, subject: str, meaning: Meaning) -> list[str]:
    """Everything that is a term of a vocabulary."""
    facts = facts_of(dataset)
    pairs = [
        (DCT + "spatial", facts.key),
        (DCT + "references", facts.musterdatensatz),
        (DCT + "accrualPeriodicity", facts.frequency),
        (DCT + "accessRights", facts.access_rights),
        (DCATAP + "availability", facts.availability),
        *((DCAT + "theme", theme) for theme in facts.themes),
        *((DCATAP + "hvdCategory", category) for category in facts.hvd_categories),
    ]
    lines = _terms(subject, pairs, meaning)
    for contributor in dataset.contributors:
        lines += _link(subject, DCATDE + "contributorID", contributor)
    return lines + _link(subject, DCAT + "inSeries", _absolute(dataset.series.explicit))


def _period(dataset: Dataset, subject: str, address: str) -> list[str]:
    ends = (("startDate", dataset.temporal_start), ("endDate", dataset.temporal_end))
    said: list[tuple[str, date]] = [(name, value) for name, value in ends if value]
    if not said:
        return []
    period = iri(address)
    lines = [triple(period, DCAT + name, day(value)) for name, value in said]
    lines.append(f"{period} {TYPE} <{DCT}PeriodOfTime> .")
    return [triple(subject, DCT + "temporal", period), *lines]


def _file(distribution: Distribution, subject: str, meaning: Meaning) -> list[str]:
    facts: FileFacts = file_facts(distribution)
    lines = [f"{subject} {TYPE} <{DCAT}Distribution> ."]
    lines += _link(subject, DCAT + "accessURL", facts.access_url or facts.download_url)
    lines += _link(subject, DCAT + "downloadURL", facts.download_url)
    pairs = [
        (DCT + "license", facts.licence),
        (DCT + "format", facts.format),
        (DCAT + "mediaType", facts.media_type),
        (DCATAP + "availability", facts.availability),
    ]
    lines += _terms(subject, pairs, meaning) + _file_literals(distribution, subject)
    for use in distribution.standards:
        if use.evidence == "declared":
            lines += _link(subject, DCT + "conformsTo", _absolute(use.raw))
    return lines + _link(subject, DCAT + "accessService", _absolute(distribution.service))


def _file_literals(distribution: Distribution, subject: str) -> list[str]:
    attribution, size = distribution.attribution, distribution.byte_size
    pairs = (
        (DCT + "title", text(distribution.title) if distribution.title else None),
        (DCATDE + "licenseAttributionByText", text(attribution) if attribution else None),
        (DCT + "issued", day(distribution.issued) if distribution.issued else None),
        (DCT + "modified", instant(distribution.modified) if distribution.modified else None),
        (DCAT + "byteSize", typed(str(size), "nonNegativeInteger") if size is not None else None),
    )
    return [triple(subject, predicate, value) for predicate, value in pairs if value]


def _service(service: DataService, dataset: str, own: str) -> list[str]:
    absolute = _absolute(service.identifier)
    subject = (safe_iri(absolute) if absolute else None) or own
    lines = [
        f"{subject} {TYPE} <{DCAT}DataService> .",
        triple(subject, DCAT + "servesDataset", dataset),
    ]
    if service.title:
        lines.append(triple(subject, DCT + "title", text(service.title)))
    lines += _link(subject, DCAT + "endpointURL", service.endpoint_url)
    return lines + _link(subject, DCAT + "endpointDescription", service.endpoint_description)


def _terms(subject: str, pairs: list[tuple[str, str | None]], meaning: Meaning) -> list[str]:
    found = ((predicate, meaning.uri[predicate](key)) for predicate, key in pairs if key)
    return [triple(subject, predicate, iri(value)) for predicate, value in found if value]


def _link(subject: str, predicate: str, url: str | None) -> list[str]:
    term = safe_iri(url) if url else None
    return [triple(subject, predicate, term)] if term else []


def _absolute(value: str | None) -> str | None:
    return value if value and value.startswith(("http://", "https://", "urn:")) else None

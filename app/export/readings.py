# SPDX-License-Identifier: EUPL-1.2
"""What we read, set beside what the portal said, never in its place.

DCAT-AP 3 allows one value for most properties. So a reading is written
- not at all, where the portal said the same;
- beside, where the property may repeat or the portal said nothing;
- as ``skos:exactMatch`` of the portal's IRI, where that is another spelling of ours;
- as an ``rdf:Statement`` (RDF Schema 1.1, section 5.3) in our catalogue record otherwise.
A second value would turn a valid description into an invalid one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from app.export.item import Facts, FileFacts, Item
from app.export.meaning import Meaning
from app.export.said import Said
from app.export.terms import DCAT, DCATAP, DCT, PREFIXES, RDF, SKOS, TYPE, iri, safe_iri, triple

REPEATABLE = frozenset(
    {DCT + "spatial", DCT + "references", DCAT + "theme", DCATAP + "hvdCategory"}
)


class Claim(NamedTuple):
    """One reading: subject (term), predicate (full IRI), value (full IRI)."""

    subject: str
    predicate: str
    value: str


@dataclass(slots=True)
class Readings:
    """lines: what is added. told: short names of the properties, for the record's description."""

    lines: list[str] = field(default_factory=list)
    told: set[str] = field(default_factory=set)


def read(item: Item, dataset: str, record: str, said: Said, meaning: Meaning) -> Readings:
    """Our readings of one dataset; dataset and record are terms.

    A blank node of the portal gets nothing added, except distributions: it has no name under which
    others could tell our words from the portal's.
    """
    readings = Readings()
    for number, claim in enumerate(_claims(item.facts, dataset, said, meaning), 1):
        lines = _place(claim, f"{record[:-1]}-{number}>", record, said, meaning)
        if lines:
            readings.lines += lines
            readings.told.add(short_name(claim.predicate))
    return readings


@lru_cache(maxsize=64)
def short_name(predicate: str) -> str:
    """``dct:license`` for a full IRI."""
    known = ((name, space) for name, space in PREFIXES.items() if predicate.startswith(space))
    return next((f"{name}:{predicate[len(space) :]}" for name, space in known), predicate)


def _claims(facts: Facts, dataset: str, said: Said, meaning: Meaning) -> Iterator[Claim]:
    single = (
        (DCT + "spatial", facts.key),
        (DCT + "references", facts.musterdatensatz),
        (DCT + "accrualPeriodicity", facts.frequency),
        (DCT + "accessRights", facts.access_rights),
        (DCATAP + "availability", facts.availability),
    )
    for predicate, key in single:
        yield from _claim(dataset, predicate, key, meaning)
    for theme in facts.themes:
        yield from _claim(dataset, DCAT + "theme", theme, meaning)
    for category in facts.hvd_categories:
        yield from _claim(dataset, DCATAP + "hvdCategory", category, meaning)
    for file in facts.files:
        if subject := find_file(file, said):
            yield from _file_claims(file, subject, meaning)


def _file_claims(file: FileFacts, subject: str, meaning: Meaning) -> Iterator[Claim]:
    yield from _claim(subject, DCT + "license", file.licence, meaning)
    yield from _claim(subject, DCT + "format", file.format, meaning)
    yield from _claim(subject, DCAT + "mediaType", file.media_type, meaning)
    yield from _claim(subject, DCATAP + "availability", file.availability, meaning)


def _claim(subject: str, predicate: str, key: str | None, meaning: Meaning) -> Iterator[Claim]:
    value = meaning.uri[predicate](key) if key else None
    if value:
        yield Claim(subject, predicate, value)


def find_file(file: FileFacts, said: Said) -> str | None:
    """The distribution's term in the statements: its IRI, else the only one with its address."""
    if file.uri:
        return safe_iri(file.uri)
    for predicate, url in (("accessURL", file.access_url), ("downloadURL", file.download_url)):
        term = safe_iri(url) if url else None
        found = set(said.subjects(DCAT + predicate, term)) if term else set()
        if len(found) == 1:
            return found.pop()
    return None


def _place(claim: Claim, name: str, record: str, said: Said, meaning: Meaning) -> list[str]:
    """The lines for one reading; name: term of the rdf:Statement if one is needed."""
    value = iri(claim.value)
    values = said.values(claim.subject, claim.predicate)
    if value in values:
        return []
    portals_blank = claim.subject.startswith("_:") and not _is_file(claim.subject, said)
    if portals_blank:
        return _statement(claim, name, record)
    if not values or claim.predicate in REPEATABLE:
        return [triple(claim.subject, claim.predicate, value)]
    return _match(claim, values, meaning) or _statement(claim, name, record)


def _match(claim: Claim, values: list[str], meaning: Meaning) -> list[str]:
    """exactMatch lines for the said IRIs that mean our value; none unless all of them do."""
    names = [value[1:-1] for value in values if value.startswith("<")]
    if len(names) < len(values):
        return []
    if any(meaning.same(claim.predicate, name) != claim.value for name in names):
        return []
    return [triple(iri(name), SKOS + "exactMatch", iri(claim.value)) for name in names]


def _statement(claim: Claim, name: str, record: str) -> list[str]:
    """The reading as a statement of our own, part of our catalogue record."""
    return [
        triple(record, DCT + "hasPart", name),
        f"{name} {TYPE} <{RDF}Statement> .",
        triple(name, RDF + "subject", claim.subject),
        triple(name, RDF + "predicate", iri(claim.predicate)),
        triple(name, RDF + "object", iri(claim.value)),
    ]


def _is_file(subject: str, said: Said) -> bool:
    types = said.values(subject, RDF + "type")
    return f"<{DCAT}Distribution>" in types or bool(said.values(subject, DCAT + "accessURL"))

# SPDX-License-Identifier: EUPL-1.2
"""One dataset as DCAT-AP.de 3.0: the portal's statements, our readings, our catalogue record."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.export.copies import PROPERTY, names_elsewhere
from app.export.describe import describe
from app.export.item import Item
from app.export.meaning import Meaning
from app.export.readings import Readings, read
from app.export.said import Profile, Said, hear, settle
from app.export.site import FeedSite
from app.export.terms import DCAT, DCT, FOAF, RDF, TYPE, instant, iri, safe_iri, text, triple

DATASETS = (f"<{DCAT}Dataset>", f"<{DCAT}DatasetSeries>")


@dataclass(frozen=True, slots=True)
class Written:
    """One dataset's lines (sorted, each once) and what had to be left out, as it was said."""

    lines: Sequence[str]
    left_out: Sequence[str] = ()


def write_item(
    item: Item, catalogue: str, site: FeedSite, meaning: Meaning, profile: Profile
) -> Written:
    """The lines of one dataset as a member of a source catalogue (term)."""
    said = hear(_statements(item), profile)
    record = iri(f"{site.dataset(item.id)}#record")
    if item.dataset and not item.statements:
        dataset, added = describe(item.dataset, site.dataset(item.id), meaning)
        readings = Readings()
    else:
        dataset, added = find_dataset(item, said) or iri(site.dataset(item.id)), []
        readings = read(item, dataset, record, said, meaning)
    added += readings.lines
    if names := list(names_elsewhere(item, dataset, site)):
        added += names
        readings.told.add(PROPERTY)
    added.append(triple(catalogue, DCAT + "dataset", dataset))
    added += _record(item, dataset, record, said, site)
    added += _told(record, readings, item, site)
    lines = settle(said, added)
    return Written(lines, tuple(said.left_out))


def find_dataset(item: Item, said: Said) -> str | None:
    """The dataset's term: its IRI, else the blank node that is typed as one."""
    if item.uri:
        return safe_iri(item.uri)
    found = (said.subjects(RDF + "type", name) for name in DATASETS)
    return next((subjects[0] for subjects in found if subjects), None)


def _statements(item: Item) -> str:
    return f"{item.statements}\n{item.personal}" if item.personal else item.statements


def _record(item: Item, dataset: str, record: str, said: Said, site: FeedSite) -> list[str]:
    """Our dcat:CatalogRecord, and the portal's own where it gave none (dct:source needs one)."""
    lines = [
        triple(site.catalog, DCAT + "record", record),
        f"{record} {TYPE} <{DCAT}CatalogRecord> .",
        triple(record, FOAF + "primaryTopic", dataset),
        triple(record, DCT + "identifier", text(item.id)),
        triple(record, DCT + "issued", instant(item.first_seen)),
        triple(record, DCT + "modified", instant(item.changed_at)),
        triple(record, DCT + "license", iri(site.licence)),
    ]
    source = _portal_record(dataset, said)
    if source is None:
        source = iri(f"{site.dataset(item.id)}#quelle")
        lines += _source(item, dataset, source)
    return [*lines, triple(record, DCT + "source", source)]


def _portal_record(dataset: str, said: Said) -> str | None:
    """The portal's own catalogue record about the dataset."""
    wanted = f"<{DCAT}CatalogRecord>"
    about = said.subjects(FOAF + "primaryTopic", dataset)
    return next((name for name in about if wanted in said.values(name, RDF + "type")), None)


def _source(item: Item, dataset: str, source: str) -> list[str]:
    """The portal's entry as we met it: its identifier there, and when we saw it change."""
    return [
        f"{source} {TYPE} <{DCAT}CatalogRecord> .",
        triple(source, FOAF + "primaryTopic", dataset),
        triple(source, DCT + "identifier", text(item.identifier)),
        triple(source, DCT + "modified", instant(item.changed_at)),
    ]


def _told(record: str, readings: Readings, item: Item, site: FeedSite) -> list[str]:
    """A sentence that lists our readings, because our licence covers these and nothing else."""
    if not readings.told:
        return []
    names = ", ".join(sorted(readings.told))
    likely = ", ".join(sorted(item.facts.likely & readings.told))
    return [triple(record, DCT + "description", _sentence(site, names, likely))]


@lru_cache(maxsize=1024)
def _sentence(site: FeedSite, names: str, likely: str) -> str:
    code = "export.readings_likely" if likely else "export.readings"
    return text(site.say(site.language, code, names=names, likely=likely), site.language)

# SPDX-License-Identifier: EUPL-1.2
"""Our vocabularies' addresses, and the lines every SKOS scheme and concept has in common."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from app.export.site import FeedSite
from app.export.terms import DCT, FOAF, SKOS, TYPE, iri, safe_iri, text, triple

ODRL = "http://www.w3.org/ns/odrl/2/"
CC = "http://creativecommons.org/ns#"
DC = "http://purl.org/dc/elements/1.1/"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"


@dataclass(frozen=True, slots=True)
class Scheme:
    """One vocabulary of the site. name: last part of its address."""

    name: str
    site: FeedSite

    @property
    def term(self) -> str:
        """The term of the skos:ConceptScheme."""
        return iri(f"{self.site.url}/vocab/{self.name}")

    def concept(self, key: str) -> str:
        """The term of our concept with this key."""
        return iri(f"{self.site.url}/vocab/{self.name}#{quote(key, safe='')}")

    def page(self, path: str) -> str:
        """The term of a page of the site."""
        return iri(f"{self.site.url}{quote(path)}")

    def head(self) -> list[str]:
        """The scheme itself: titles in both languages, who publishes it."""
        lines = [f"{self.term} {TYPE} <{SKOS}ConceptScheme> ."]
        for lang in ("de", "en"):
            title = self.site.say(lang, f"vocab.title.{self.name}")
            lines.append(triple(self.term, DCT + "title", text(title, lang)))
        return [*lines, triple(self.term, DCT + "publisher", self.site.agent)]

    def basics(self, subject: str, key: str, labels: Iterable[tuple[str, str]]) -> list[str]:
        """Type, scheme, notation and labels (text, language) of a concept."""
        return [
            f"{subject} {TYPE} <{SKOS}Concept> .",
            triple(subject, SKOS + "inScheme", self.term),
            triple(subject, SKOS + "notation", text(key)),
            *(triple(subject, SKOS + "prefLabel", text(*label)) for label in labels if label[0]),
        ]

    def top(self, subject: str) -> list[str]:
        """A concept without one above it."""
        return [
            triple(subject, SKOS + "topConceptOf", self.term),
            triple(self.term, SKOS + "hasTopConcept", subject),
        ]


def links(subject: str, predicate: str, urls: Iterable[str]) -> Iterator[str]:
    """One line for each address that is an IRI, doubles once."""
    terms = dict.fromkeys(safe_iri(url) for url in urls if url)
    yield from (triple(subject, predicate, term) for term in terms if term)


def page_of(subject: str, page: str) -> str:
    """The page for people about a concept."""
    return triple(subject, FOAF + "page", page)

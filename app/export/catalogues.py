# SPDX-License-Identifier: EUPL-1.2
"""Our catalogue and the source catalogues below it, each with the licence of its own metadata."""

from dataclasses import dataclass

from app.export.said import Profile, Said, hear, settle
from app.export.site import FeedSite
from app.export.terms import (
    DCAT,
    DCT,
    FOAF,
    HYDRA,
    LANGUAGE,
    RDF,
    TYPE,
    iri,
    safe_iri,
    text,
    triple,
)
from app.model.identity import dataset_id

OURS = {"de": "DEU", "en": "ENG"}


@dataclass(frozen=True, slots=True)
class SourceCatalogue:
    """A catalogue of a portal, or (without statements) a portal that names none.

    identifier: its IRI, or a name for a blank node. title: of the portal. statements: N-Triples
    without the links to its datasets.
    """

    portal: str
    identifier: str = ""
    title: str | None = None
    statements: str = ""


def our_catalogue(site: FeedSite) -> list[str]:
    """Our dcat:Catalog; its licence covers our readings, never what portals say."""
    node = site.catalog
    lines = [f"{node} {TYPE} <{DCAT}Catalog> ."]
    lines += [triple(node, DCT + "title", text(*title)) for title in site.titles]
    described = site.descriptions or site.titles
    lines += [triple(node, DCT + "description", text(*words)) for words in described]
    lines += [
        triple(node, DCT + "publisher", site.agent),
        triple(node, DCT + "license", iri(site.licence)),
        triple(node, FOAF + "homepage", iri(f"{site.url}/")),
        triple(node, DCT + "language", iri(LANGUAGE + OURS.get(site.language, "DEU"))),
        f"{iri(site.url + '/')} {TYPE} <{FOAF}Document> .",
    ]
    return [*lines, *_our_agent(site)]


def _our_agent(site: FeedSite) -> list[str]:
    lines = [
        f"{site.agent} {TYPE} <{FOAF}Agent> .",
        triple(site.agent, FOAF + "name", text(site.publisher)),
    ]
    homepage = safe_iri(site.publisher_url) if site.publisher_url else None
    if homepage:
        lines.append(triple(site.agent, FOAF + "homepage", homepage))
    return lines


def source_catalogue(
    source: SourceCatalogue, site: FeedSite, profile: Profile
) -> tuple[str, list[str], list[str]]:
    """Term, lines and left-out lines of a source catalogue, or of a node for its portal."""
    prefix = f"k{dataset_id(source.portal, source.identifier)}x"
    said = hear(source.statements, profile, prefix)
    said.lines = [line for line in said.lines if HYDRA not in line]
    term = _catalogue_term(source, said)
    added = []
    if term is None:
        term = site.portal(source.portal)
        added = _portal_node(source, term, site)
    added.append(triple(site.catalog, DCAT + "catalog", term))
    return term, settle(said, added), said.left_out


def _catalogue_term(source: SourceCatalogue, said: Said) -> str | None:
    """Its IRI, else the blank node that is typed dcat:Catalog; None if nothing is said of it."""
    found = said.subjects(RDF + "type", f"<{DCAT}Catalog>")
    named = safe_iri(source.identifier) if ":" in source.identifier else None
    if named in found:
        return named
    return next((term for term in found if term.startswith("_:")), None)


def _portal_node(source: SourceCatalogue, term: str, site: FeedSite) -> list[str]:
    name = source.title or source.portal
    lang = site.language
    title = site.say(lang, "export.portal_title", portal=name)
    description = site.say(lang, "export.portal_description", portal=name)
    agent = f"{term[:-1]}-stelle>"
    return [
        f"{term} {TYPE} <{DCAT}Catalog> .",
        triple(term, DCT + "title", text(title, lang)),
        triple(term, DCT + "description", text(description, lang)),
        triple(term, DCT + "publisher", agent),
        f"{agent} {TYPE} <{FOAF}Agent> .",
        triple(agent, FOAF + "name", text(name)),
    ]

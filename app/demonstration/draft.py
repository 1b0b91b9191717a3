# SPDX-License-Identifier: EUPL-1.2
"""A dataset as the catalogue will say it: plain values, before they become RDF.

Everywhere a value that begins with ``http`` and holds no space is an IRI, all else a literal.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileDraft:
    """One Datei oder Dienst. endpoint: of the dcat:DataService that delivers it, or empty."""

    iri: str
    title: str
    access: str
    download: str = ""
    formats: tuple[str, ...] = ()
    media: str = ""
    licences: tuple[str, ...] = ()
    rights: str = ""
    modified: str = ""
    size: str = ""
    attribution: str = ""
    conforms: tuple[str, ...] = ()
    endpoint: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Who answers questions. person: whether it is a natural person."""

    name: str
    mail: str
    person: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One dataset or, with series_kind, a series. dcatde: namespace for German properties.

    issued, modified: text as it will be written. geocoding: (property, IRI) pairs. availability:
    key of the EU list.
    """

    iri: str
    identifier: str
    title: str
    description: str
    dcatde: str
    publisher: tuple[str, str] | None
    contact: Contact
    landing: str
    keywords: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    issued: str = ""
    modified: str = ""
    frequency: str = ""
    language: str = "http://publications.europa.eu/resource/authority/language/DEU"
    access_rights: str = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
    availability: str = (
        "http://publications.europa.eu/resource/authority/planned-availability/STABLE"
    )
    geocoding: tuple[tuple[str, str], ...] = ()
    period: tuple[str, str] | None = None
    references: tuple[str, ...] = ()
    hvd: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    files: tuple[FileDraft, ...] = ()
    in_series: str = ""
    is_series: bool = False

# SPDX-License-Identifier: EUPL-1.2
"""Pages made by hand and what the harvester reads in them."""

from datetime import UTC, datetime
from pathlib import Path

from harvesters import dcat
from harvesters.base.record import Contents, Item, Page, Portal, Record

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "dcat"
NOW = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)
BASE = "https://daten.grauheim.example/"
PORTAL = Portal("grauheim", "dcat", f"{BASE}catalog.rdf", BASE)
SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "adms": "http://www.w3.org/ns/adms#",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dcatap": "http://data.europa.eu/r5r/",
    "hydra": "http://www.w3.org/ns/hydra/core#",
    "locn": "http://www.w3.org/ns/locn#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
PREFIXES = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in SPACES.items())
PREFIXES += f"@prefix : <{BASE}> .\n"
XML_START = "<rdf:RDF" + "".join(f'\n  xmlns:{name}="{iri}"' for name, iri in SPACES.items()) + ">"
XML_END = "</rdf:RDF>"


def page(body: str | bytes, name: str = "seite", **more: object) -> Page:
    """A page of the portal Grauheim, fetched at NOW."""
    data = body.encode() if isinstance(body, str) else body
    known: dict[str, object] = {"number": 1, "fetched": NOW} | more
    return Page(name=name, body=data, **known)  # type: ignore[arg-type]


def turtle(statements: str) -> str:
    """A Turtle text with all prefixes; ``:`` is the portal's own."""
    return PREFIXES + statements


def xml(content: str) -> str:
    """An RDF/XML text with all prefixes."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{XML_START}\n{content}\n{XML_END}\n'


def dataset_xml(number: int, inner: str = "") -> str:
    """A dataset with a title and one distribution inside."""
    return (
        f'<dcat:Dataset rdf:about="{BASE}d{number}">\n'
        f"  <dct:title>Datensatz {number}</dct:title>\n"
        f"  <dct:description>Beschreibung zu {number}.</dct:description>\n{inner}"
        f'  <dcat:distribution><dcat:Distribution rdf:about="{BASE}d{number}/csv">\n'
        f'    <dcat:accessURL rdf:resource="{BASE}d{number}.csv"/>\n'
        f"  </dcat:Distribution></dcat:distribution>\n"
        f"</dcat:Dataset>"
    )


def catalogue_xml(*datasets: str) -> str:
    """A catalogue with its datasets inside, as CKAN portals write it."""
    members = "\n".join(f"<dcat:dataset>\n{each}\n</dcat:dataset>" for each in datasets)
    return xml(
        "<dcat:Catalog"
        f' rdf:about="{BASE}">\n<dct:title>Katalog</dct:title>\n{members}\n</dcat:Catalog>'
    )


def read(body: str | bytes, **more: object) -> Contents:
    """What the harvester finds in a page."""
    return dcat.open_page(PORTAL, page(body, **more))


def names(contents: Contents) -> list[str]:
    """Identifiers of the datasets without the portal's base, in the page's order."""
    return [item.identifier.removeprefix(BASE) for item in contents.items]


def records(body: str | bytes, **more: object) -> list[Record]:
    """The records of all datasets of a page."""
    return [dcat.parse(PORTAL, item) for item in read(body, **more).items]


def only(body: str | bytes) -> Record:
    """The record of the page's only dataset."""
    found = records(body)
    assert len(found) == 1, found
    return found[0]


def item_of(body: str | bytes, **more: object) -> Item:
    """The page's only dataset before it is mapped."""
    (found,) = read(body, **more).items
    return found

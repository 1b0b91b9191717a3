# SPDX-License-Identifier: EUPL-1.2
"""Catalogues of a made-up town, in Turtle and in whatever else the same can be written."""

import random
import re
from collections.abc import Iterable

import pyoxigraph as ox

HOST = "https://daten.musterstadt.example"
PREFIXES = """@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix hydra: <http://www.w3.org/ns/hydra/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SYNTAXES = {
    "ttl": ox.RdfFormat.TURTLE,
    "rdf": ox.RdfFormat.RDF_XML,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
}


def name(number: int) -> str:
    """The IRI of the dataset of this number."""
    return f"{HOST}/datensatz/{number}"


def dataset(number: int, title: str = "", more: str = "") -> str:
    """A dataset with one file and a nameless publisher and contact; more: further properties."""
    return f"""<{name(number)}> a dcat:Dataset ;
  dct:title "{title or f"Heft {number}"}"@de ;
  dct:description "Standorte, Art und Pflanzjahr"@de ;
  dct:publisher [ a foaf:Organization ; foaf:name "Stadt Musterstadt" ] ;
  dcat:contactPoint [ a vcard:Organization ; vcard:fn "Grünflächenamt" ;
    vcard:hasEmail <mailto:opendata@musterstadt.example> ] ;
  {more}
  dcat:distribution <{HOST}/datei/{number}> .
<{HOST}/datei/{number}> a dcat:Distribution ;
  dcat:accessURL <{HOST}/datei/{number}.csv> ; dct:format "CSV" ;
  dct:license <http://dcat-ap.de/def/licenses/cc-by/4.0> .
"""


def person(number: int, given: str, family: str) -> str:
    """A contact that is a natural person, as a property of the dataset of this number."""
    return f"""dcat:contactPoint [ a vcard:Individual ; vcard:fn "{given} {family}" ;
    vcard:hasEmail <mailto:{given.lower()}.{family.lower()}@musterstadt.example> ;
    vcard:hasTelephone <tel:+49-30-555{number:04d}> ] ;"""


def nameless(title: str) -> str:
    """A dataset that nothing identifies, hence rejected."""
    return f'[] a dcat:Dataset ; dct:title "{title}"@de .\n'


def modified(stamp: str) -> str:
    """When the metadata were changed, as a property."""
    return f'dct:modified "{stamp}"^^xsd:dateTime ;'


def catalogue(parts: Iterable[str], title: str = "Offene Daten", more: str = "") -> str:
    """A catalogue of these datasets in Turtle. Each part may be a number, or what makes one."""
    texts = list(parts)
    members = re.findall(rf"<({HOST}/datensatz/[^>]+)> a dcat:Dataset", "".join(texts))
    listed = "".join(f" ;\n  dcat:dataset <{member}>" for member in members)
    head = f'<{HOST}/katalog> a dcat:Catalog ; dct:title "{title}"@de{listed} .\n'
    return PREFIXES + head + more + "".join(texts)


def towns(*numbers: int) -> str:
    """A catalogue of plain datasets of these numbers."""
    return catalogue(dataset(number) for number in numbers)


def paging(page: int, last: int, total: int) -> str:
    """What a page says of the pages around it."""
    view = f"<{HOST}/katalog?page={page}>"
    following = f" ;\n  hydra:next <{HOST}/katalog?page={page + 1}>" if page < last else ""
    return (
        f"<{HOST}/katalog> hydra:totalItems {total} ; hydra:view {view} .\n"
        f"{view} a hydra:PartialCollectionView ;\n"
        f"  hydra:first <{HOST}/katalog?page=1> ;\n"
        f"  hydra:totalItems {total}{following} .\n"
    )


def written(turtle: str, syntax: str) -> str:
    """The same statements in another syntax."""
    triples = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
    statements = list(triples)
    if syntax != "jsonld":
        statements = [quad.triple for quad in statements]
    return (ox.serialize(statements, format=SYNTAXES[syntax]) or b"").decode()


def shuffled(turtle: str, seed: int = 7) -> str:
    """The same statements in another order with other labels of blank nodes, as N-Triples."""
    lines = written(turtle, "nt").splitlines(keepends=True)
    random.Random(seed).shuffle(lines)
    labels: dict[str, str] = {}

    def renamed(match: re.Match[str]) -> str:
        return labels.setdefault(match.group(), f"_:z{seed}n{900 - len(labels)}")

    return "".join(re.sub(r"_:\w+", renamed, line) for line in lines)

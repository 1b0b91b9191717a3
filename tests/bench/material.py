# SPDX-License-Identifier: EUPL-1.2
"""Catalogues to measure with: a real page where the shared material is there, else one made."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from harvesters.base.record import Page, Portal
from tests.conftest import shared_folder

REAL = "data/portals/dcat-rdf/rostock/rostock-catalog-original-input.rdf"
HOST = "www.opendata-hro.de"
PORTAL = Portal("bench", "dcat", f"https://{HOST}/", f"https://{HOST}/", "13003000", exclusive=True)

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/"
  xmlns:foaf="http://xmlns.com/foaf/0.1/">
<dcat:Catalog rdf:about="https://{host}/"><dct:title>Made for measuring</dct:title></dcat:Catalog>
"""
DATASET = """<dcat:Dataset rdf:about="https://{host}/dataset/{number}">
  <dct:title xml:lang="de">Baumkataster Teil {number}</dct:title>
  <dct:description>Lage, Art und Höhe der Bäume, Ausschnitt {number}.</dct:description>
  <dct:issued>2020-01-01</dct:issued><dct:modified>2024-05-0{digit}</dct:modified>
  <dcat:keyword>Baum</dcat:keyword><dcat:keyword>Grün</dcat:keyword>
  <dcat:theme rdf:resource="http://publications.europa.eu/resource/authority/data-theme/ENVI"/>
  <dct:publisher><foaf:Organization><foaf:name>Hansestadt Rostock</foaf:name></foaf:Organization>
  </dct:publisher>
  {files}
</dcat:Dataset>
"""
FILE = """<dcat:distribution><dcat:Distribution rdf:about="https://{host}/datei/{number}/{part}">
  <dct:title>Bäume als {format}</dct:title><dct:format>{format}</dct:format>
  <dcat:accessURL rdf:resource="https://{host}/baum/{number}.{format}"/>
  <dct:license rdf:resource="http://dcat-ap.de/def/licenses/cc-zero"/>
</dcat:Distribution></dcat:distribution>
"""
FORMATS = ("CSV", "GeoJSON", "GML", "GPKG", "KML", "PDF", "SHP", "XLSX")


@cache
def page() -> bytes:
    """About a hundred datasets with eight distributions each, as RDF/XML."""
    real = shared_folder() / REAL
    return real.read_bytes() if real.is_file() else made(100)


def is_real() -> bool:
    """Whether page() is a real one."""
    return (shared_folder() / REAL).is_file()


def made(datasets: int) -> bytes:
    """A page of this many datasets."""
    parts = [HEAD.format(host=HOST)]
    for number in range(datasets):
        files = "".join(
            FILE.format(host=HOST, number=number, part=part, format=name)
            for part, name in enumerate(FORMATS)
        )
        row = {"host": HOST, "number": number, "digit": number % 9 + 1, "files": files}
        parts.append(DATASET.format(**row))
    return "".join([*parts, "</rdf:RDF>\n"]).encode()


def pages(folder: Path, copies: int) -> Iterator[Path]:
    """Copies of the page in a folder, each under a host of its own: no dataset is there twice."""
    for number in range(copies):
        file = folder / f"page-{number}.rdf"
        file.write_bytes(page().replace(HOST.encode(), f"c{number}.example".encode()))
        yield file


def opened(body: bytes) -> Page:
    """The bytes as a page of the portal, as the network door would give it."""
    return Page(1, "page-1.rdf", body, datetime.now(UTC))

# SPDX-License-Identifier: EUPL-1.2
"""Reading: bytes of a page to Records, against rdflib's parse of the same bytes alone."""

from collections.abc import Iterator

from rdflib import Graph

from harvesters import dcat
from harvesters.base.record import Record
from tests.bench import material
from tests.bench.figure import Figure, best_of


def measure() -> Iterator[Figure]:
    """Ratio of rdflib's time to ours; datasets a second."""
    body = material.page()
    records = read(body)
    ours = best_of(5, lambda: read(body))
    theirs = best_of(2, lambda: Graph().parse(data=body, format="xml"))
    note = "Rostock" if material.is_real() else "catalogue made for measuring"
    yield Figure("bytes to Records against rdflib's parse", theirs / ours, "×", 10, note)
    yield Figure("bytes to Records", len(records) / ours, "datasets/s")


def read(body: bytes) -> list[Record]:
    """Every Record of a page; the remembered last page is forgotten first."""
    dcat.open_page.cache_clear()
    contents = dcat.open_page(material.PORTAL, material.opened(body))
    return [dcat.parse(material.PORTAL, item) for item in contents.items]

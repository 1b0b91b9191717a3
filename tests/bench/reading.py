# SPDX-License-Identifier: EUPL-1.2
"""Reading: bytes of a page to Records, against ckanext-dcat's parser on the same bytes."""

from collections.abc import Iterator

from harvesters import dcat
from harvesters.base.record import Record
from tests.bench import material
from tests.bench.figure import Figure, best_of
from tests.bench.rival import pages, rivals


def measure() -> Iterator[Figure]:
    """Datasets a second of both, and ours as a multiple of theirs."""
    for name, body in pages().items():
        records = read(body)
        ours = len(records) / best_of(7, lambda body=body: read(body))  # type: ignore[misc]
        rival = rivals()[name]
        theirs = rival.datasets / rival.reading
        yield Figure(f"page to Records, {name}", ours / theirs, "×", 10, f"against {rival.name}")
        yield Figure(f"page to Records, {name}", ours, "datasets/s")
        yield Figure(f"{rival.name}, {name}", theirs, "datasets/s")


def read(body: bytes) -> list[Record]:
    """Every Record of a page, of which none is remembered: each has a time of its own."""
    contents = dcat.open_page(material.PORTAL, material.opened(body))
    return [dcat.parse(material.PORTAL, item) for item in contents.items]

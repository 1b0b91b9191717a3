# SPDX-License-Identifier: EUPL-1.2
"""Every real catalogue gives what was counted in it by other means, or one clear reason."""

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pytest
import rdflib

from harvesters import dcat
from harvesters.base.errors import HarvestError
from harvesters.base.record import Contents, Page, Portal, Record
from tests.conftest import shared_folder

pytestmark = pytest.mark.shared
PORTAL = Portal("probe", "dcat", "https://probe.example/", "https://probe.example/")
NOW = datetime(2031, 1, 1, tzinfo=UTC)
COUNT = re.compile(r"(\d+) (ds|dist|cat)\b")

# Where our count differs from the table's, and why. (datasets, distributions)
DIFFERENT = {
    # Distributions in the table: nodes of that type. Ours: links of the datasets to them.
    "dcat-validator-samples/148.ttl": (1, 2),  # two more, to which no dataset points
    "govdata-shacl-cases/konv-21.ttl": (2, 0),  # distributions on their own
    "govdata-shacl-cases/konv-32.ttl": (0, 0),
    "govdata-shacl-cases/konv31.ttl": (0, 0),
    "govdata-shacl-cases/konv32.ttl": (0, 0),
    "govdata-shacl-cases/konv12_13.ttl": (6, 6),  # one distribution of six datasets
    "govdata-shacl-cases/konv36.ttl": (2, 2),  # one distribution of two datasets
    "mcloud/mcloud-moers-innenstadt.ttl": (1, 3),  # linked, described elsewhere
    "piveau/example_distribution.ttl": (0, 0),
    "piveau/example_distribution_update.ttl": (0, 0),
    "schleswig-holstein/collection1.rdf": (10, 9),  # linked, described elsewhere
    "xplanung-plu/plu-example-full.xml": (1, 1),  # the second has no dataset
    # A member of the catalogue without a type is a dataset too.
    "govdata-shacl-cases/v3.0_shapes__quicktest.ttl": (2, 1),
    # A blank node without any identifier: refused, and named.
    "dcat-ap-de-reference/ex-23-dataservice.rdf": (0, 0),
}
REFUSED = {"piveau/test.nt": "answer.not_rdf"}  # line feeds inside addresses, no dataset
# What rdflib could not read at all, so that the table has no count. Counted by eye.
BROKEN = {
    "dcat-ap-de-reference/2024-02-22_UAG_Beispieldatensatz_v1.ttl": (1, 1),
    "edp-de/kriminalstatistik.nt": (1, 4),
    "edp-de/zinkbelastung.nt": (1, 1),
    "piveau/example_catalog.ttl": (0, 0),
    "piveau/example_dataset_geonames.ttl": (1, 3),
    "piveau/example_empty_catalog.ttl": (0, 0),
    "piveau/example_external_dataset.ttl": (1, 3),
    "piveau/example_index_dataset.ttl": (1, 3),
    "piveau/example_metric.ttl": (1, 1),
    "piveau/resources__example_catalog.ttl": (0, 0),
    "piveau/resources__example_dataset.ttl": (1, 3),
    "piveau/resources__example_distribution.ttl": (0, 0),
    "piveau/simple_dataset.ttl": (1, 2),
    "schleswig-holstein/odsh-proxy-invalid_iri.xml": (1, 1),
}


class Counted(NamedTuple):
    """A line of the table; None where it says PARSE ERROR."""

    path: str
    datasets: int | None
    distributions: int | None


def table() -> Iterator[Counted]:
    """The lines of the index about RDF catalogues."""
    index = shared_folder() / "data" / "INDEX.md"
    if not index.is_file():
        return
    for line in index.read_text().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) < 5 or not cells[1].startswith("portals/dcat-rdf/"):
            continue
        if cells[2] != "dcat-rdf":
            continue
        counts = {name: int(number) for number, name in COUNT.findall(cells[4])}
        known = "PARSE ERROR" not in cells[4]
        path = cells[1].removeprefix("portals/dcat-rdf/")
        yield Counted(path, counts.get("ds", 0) if known else None, counts.get("dist", 0))


TABLE = list(table())


def harvested(shared: Path, path: str) -> tuple[Contents, list[Record]]:
    file = shared / "data" / "portals" / "dcat-rdf" / path
    contents = dcat.open_page(PORTAL, Page(1, file.name, file.read_bytes(), NOW))
    return contents, [dcat.parse(PORTAL, item) for item in contents.items]


@pytest.mark.parametrize("counted", TABLE, ids=lambda counted: counted.path)
def test_a_real_file(shared: Path, counted: Counted) -> None:
    begun = time.process_time()
    if counted.path in REFUSED:
        with pytest.raises(HarvestError) as raised:
            harvested(shared, counted.path)
        assert raised.value.code == REFUSED[counted.path]
        return
    contents, records = harvested(shared, counted.path)
    assert time.process_time() - begun < 10
    found = (len(records), sum(len(each.distributions) for each in records))
    expected = DIFFERENT.get(counted.path) or BROKEN.get(counted.path)
    assert found == (expected or (counted.datasets, counted.distributions))
    if found[0] == 0 and counted.datasets is None:
        reasons = [each.reason for each in contents.broken]
        assert reasons or contents.repairs


def test_the_table_was_read(shared: Path) -> None:
    assert len(TABLE) > 100
    files = {each.path for each in TABLE}
    assert not (DIFFERENT.keys() | BROKEN.keys() | REFUSED.keys()) - files
    assert {each.path for each in TABLE if each.datasets is None} == BROKEN.keys() | REFUSED.keys()
    folder = shared / "data" / "portals" / "dcat-rdf"
    there = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert there == files


def test_what_is_kept_of_all_files_is_valid_and_comes_back(shared: Path) -> None:
    """Strict parsers read all kept statements; the store's copy gives the same record."""
    for counted in TABLE:
        if counted.path in REFUSED:
            continue
        _, records = harvested(shared, counted.path)
        for record in records:
            kept = record.statements + record.personal
            assert len(list(ox.parse(kept, format=ox.RdfFormat.N_TRIPLES))) == kept.count("\n")
            again = dcat.reread(
                PORTAL, record.identifier, record.kind, record.statements, record.personal
            )
            assert again.distributions == record.distributions, counted.path
            assert again.titles == record.titles, counted.path


SMALL = "schleswig-holstein/odsh-rdf_catalog.xml"


def test_another_writing_of_a_real_catalogue_has_the_same_hashes(shared: Path) -> None:
    file = shared / "data" / "portals" / "dcat-rdf" / SMALL
    graph = rdflib.Graph().parse(data=file.read_bytes(), format="xml", publicID=PORTAL.base)
    seen = set()
    for form in ("xml", "turtle", "nt", "json-ld"):
        body = graph.serialize(format=form).encode()
        contents = dcat.open_page(PORTAL, Page(1, form, body, NOW))
        seen.add(frozenset((item.identifier, item.hash) for item in contents.items))
    assert len(seen) == 1
    assert len(next(iter(seen))) == 38

# SPDX-License-Identifier: EUPL-1.2
"""Times ckanext-dcat's RDFParser and RDFSerializer; run by the interpreter that has them.

Arguments: RDF/XML files. Prints one JSON object a file: datasets, seconds to read it, seconds to
write its datasets in each syntax. Its default profile, no database, no search engine.
"""

import gc
import json
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

SYNTAXES = {"rdf": "xml", "ttl": "ttl", "nt": "nt", "jsonld": "jsonld"}
TIMES = 3


def main(files: list[str]) -> None:
    """One line of JSON for each file."""
    toolkit, base = import_module("ckan.plugins.toolkit"), import_module("ckanext.dcat.profiles")
    toolkit.config["ckan.site_url"] = "https://catalogue.example"
    # It would ask a search engine when the catalogue was last changed.
    base.RDFProfile._last_catalog_modification = lambda _: "2024-01-01"
    processors = import_module("ckanext.dcat.processors")
    for file in files:
        print(json.dumps(measure(processors, Path(file).read_text(encoding="utf-8"))), flush=True)


def measure(processors: Any, text: str) -> dict[str, Any]:
    """Processor seconds of the fastest of several times, as tests.bench.figure takes them."""
    found: list[dict[str, Any]] = []
    seconds = [timed(lambda: found.append({"all": read(processors, text)})) for _ in range(TIMES)]
    datasets = [with_ids(number, each) for number, each in enumerate(found[-1]["all"])]
    writing = {
        ours: min(timed(lambda name=name: write(processors, datasets, name)) for _ in range(2))
        for ours, name in SYNTAXES.items()
    }
    return {"datasets": len(datasets), "reading": min(seconds), "writing": writing}


def read(processors: Any, text: str) -> list[dict[str, Any]]:
    """The page's datasets as CKAN takes them."""
    parser = processors.RDFParser()
    parser.parse(text, "xml")
    return list(parser.datasets())


def with_ids(number: int, dataset: dict[str, Any]) -> dict[str, Any]:
    """The dataset as its database would hold it."""
    own = f"dataset-{number}"
    for part, file in enumerate(dataset.get("resources", [])):
        file |= {"id": f"{own}-{part}", "package_id": own}
    return dataset | {"id": own, "name": own}


def write(processors: Any, datasets: list[dict[str, Any]], syntax: str) -> object:
    """The catalogue in one syntax."""
    return processors.RDFSerializer().serialize_catalog({}, datasets, _format=syntax)


def timed(work: Any) -> float:
    """Processor seconds of one go."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1:])

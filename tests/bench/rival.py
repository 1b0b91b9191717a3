# SPDX-License-Identifier: EUPL-1.2
"""ckanext-dcat's own figures of the same bytes, from an environment made for it on first use.

It needs other versions than ours of several packages, so it gets a folder in the user's cache, with
the pinned, hash-checked packages of ckan/requirements.txt. Where that cannot be, the reason is told
and rdflib stands in: its parse of the page and a walk over every dataset's statements.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from rdflib import DCAT, RDF, Graph
from rdflib.term import Node

from tests.bench import material, served
from tests.bench.figure import best_of

HERE = Path(__file__).parent / "ckan"
PINS = HERE / "requirements.txt"
_INSTALL = ("install", "--quiet", "--require-hashes", "--no-deps", "--retries", "1")


class Rival(NamedTuple):
    """Who was measured on a page, and how many processor seconds it took for all its datasets.

    writing: by our names of the syntaxes; empty where there is no serialiser to compare with.
    """

    name: str
    datasets: int
    reading: float
    writing: dict[str, float]


def pages() -> dict[str, bytes]:
    """A light and a rich page, by what they are called in the report."""
    return {"4 KB a dataset": served.light_page(), "18 KB, 8 files a dataset": material.page()}


@cache
def rivals() -> dict[str, Rival]:
    """The figures for each of the pages."""
    try:
        answers = asked(environment(), pages().values())
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        print(f"ckanext-dcat could not be measured ({reason(error)}); rdflib stands in", flush=True)
        return {name: stand_in(page) for name, page in pages().items()}
    return {
        name: Rival("ckanext-dcat", each["datasets"], each["reading"], each["writing"])
        for name, each in zip(pages(), answers, strict=True)
    }


def environment() -> Path:
    """The interpreter that has ckanext-dcat. OSError or SubprocessError where it cannot be made."""
    cached = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    version = f"{sys.implementation.cache_tag}-{sha256(PINS.read_bytes()).hexdigest()[:12]}"
    folder = Path(cached) / "datenspiegel-bench" / version
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        shutil.rmtree(folder, ignore_errors=True)
        print(f"Installing ckanext-dcat into {folder} ...", flush=True)
        run([sys.executable, "-m", "venv", str(folder)])
        run([str(python), "-m", "pip", "--disable-pip-version-check", *_INSTALL, "-r", str(PINS)])
        (folder / "ready").touch()
    return python


def asked(python: Path, bodies: Iterable[bytes]) -> list[dict[str, Any]]:
    """What ckan/work.py answers about each page."""
    with tempfile.TemporaryDirectory() as at:
        files = [Path(at) / f"{number}.rdf" for number, _ in enumerate(bodies)]
        for file, body in zip(files, bodies, strict=True):
            file.write_bytes(body)
        said = run([str(python), str(HERE / "work.py"), *map(str, files)])
    return [json.loads(line) for line in said.splitlines()]


def run(command: list[str]) -> str:
    """What a command prints; SubprocessError when it fails or takes a quarter of an hour."""
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=900)  # noqa: S603
    return done.stdout


def reason(error: Exception) -> str:
    """The last line of what a failed command said, else the error itself."""
    said = getattr(error, "stderr", None) or str(error)
    return str(said).strip().rpartition("\n")[2][:200]


def stand_in(page: bytes) -> Rival:
    """rdflib's parse and walk."""
    return Rival("rdflib's parse and walk", walk(page), best_of(2, lambda: walk(page)), {})


def walk(page: bytes) -> int:
    """Visits all that an rdflib graph says of each dataset, as a parser has to; how many."""
    graph = Graph().parse(data=page, format="xml")
    found = set(graph.subjects(RDF.type, DCAT.Dataset))
    for dataset in found:
        visit(graph, dataset, found)
    return len(found)


def visit(graph: Graph, root: Node, datasets: set[Node]) -> int:
    """Statements of a dataset and of what it leads to."""
    seen, stack, count = {root}, [root], 0
    while stack:
        for _, object_ in graph.predicate_objects(stack.pop()):
            count += 1
            if object_ not in seen and object_ not in datasets:
                seen.add(object_)
                stack.append(object_)
    return count

# SPDX-License-Identifier: EUPL-1.2
"""SPARQL 1.1 queries over the feed's statements: killed after ten seconds, two at once (S6)."""

import fcntl
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, NamedTuple

SECONDS = 10
ROWS = 10_000
AT_ONCE = 2
PATIENCE = 3.0
LONGEST = 100_000
WORKER = Path(__file__).with_name("sparql_worker.py")
RESULTS = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
GRAPHS = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json",
}
_PLACES = BoundedSemaphore(AT_ONCE)


class SparqlError(Exception):
    """A query that has no answer; carries the code of the sentence and its parameters."""

    def __init__(self, code: str, **params: str) -> None:
        self.code, self.params = code, params
        super().__init__(code)


class Answer(NamedTuple):
    """kind: a key of RESULTS or GRAPHS. cut: there is more than the rows (triples) given."""

    kind: str
    data: bytes
    rows: int
    cut: bool


def ask(folder: Path, query: str, result: str = "json", graph: str = "ttl") -> Answer:
    """The answer from the store in the folder; SparqlError.

    result, graph: syntaxes, the one for SELECT and ASK, the other for CONSTRUCT and DESCRIBE.
    """
    if len(query) > LONGEST:
        raise SparqlError("sparql.too_long", most=str(LONGEST))
    asked = {"query": query, "format": result, "graph": graph, "rows": ROWS, "seconds": SECONDS}
    with _place(folder.parent):
        output = _run(folder, json.dumps(asked).encode())
    line, _, data = output.partition(b"\n")
    head: dict[str, Any] = json.loads(line)
    if "failure" in head:
        raise SparqlError(head["failure"], problem=head.get("problem", ""))
    return Answer(head["kind"], data, head["rows"], head["cut"])


def _run(folder: Path, asked: bytes) -> bytes:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-P", str(WORKER), str(folder)]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            command, input=asked, capture_output=True, timeout=SECONDS, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        raise SparqlError("sparql.too_slow", seconds=str(SECONDS)) from None
    if done.returncode:  # ended by a limit: memory, or the depth of its nesting
        raise SparqlError("sparql.too_much")
    return done.stdout


@contextmanager
def _place(folder: Path) -> Iterator[None]:
    """One of the places, over all worker processes of the site; SparqlError ``sparql.busy``."""
    end = time.monotonic() + PATIENCE
    if not _PLACES.acquire(timeout=PATIENCE):
        raise SparqlError("sparql.busy")
    try:
        held = _lock(folder, end)
        try:
            yield
        finally:
            os.close(held)
    finally:
        _PLACES.release()


def _lock(folder: Path, end: float) -> int:
    """A file of the places, locked until it is closed."""
    while True:
        for number in range(AT_ONCE):
            held = os.open(folder / f".place-{number}", os.O_RDONLY | os.O_CREAT, 0o644)
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                os.close(held)
                continue
            return held
        if time.monotonic() > end:
            raise SparqlError("sparql.busy")
        time.sleep(0.05)

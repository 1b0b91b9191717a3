# SPDX-License-Identifier: EUPL-1.2
"""Prints every figure; ``python -m tests.bench reading`` only those of one module."""

import sys
import time
from collections.abc import Iterator
from importlib import import_module

from tests.bench.figure import Figure

MODULES = (
    "reading",
    "feeding",
    "writing",
    "whole",
    "runs",
    "growth",
    "serving",
    "comparing",
    "searching",
    "clearing",
    "licences",
    "kommunen",
    "pages",
)


def main(wanted: list[str]) -> int:
    """Measure and print, missed aims once more at the end; 0 where every aim was reached."""
    start, missed = time.perf_counter(), []
    for name in wanted or MODULES:
        missed += [figure for figure in _told(name) if figure.verdict() == "MISSED"]
    print(f"all of it took {_minutes(start)}; {len(missed)} aims missed", flush=True)
    for figure in missed:
        print(figure.line(), flush=True)
    return 1 if missed else 0


def _told(name: str) -> Iterator[Figure]:
    """The figures of a module as they are measured and printed."""
    start = time.perf_counter()
    for figure in import_module(f"tests.bench.{name}").measure():
        print(figure.line(), flush=True)
        yield figure
    print(f"-- {name} took {_minutes(start)}", flush=True)


def _minutes(start: float) -> str:
    minutes, seconds = divmod(round(time.perf_counter() - start), 60)
    return f"{minutes} min {seconds} s"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

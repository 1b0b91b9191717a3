# SPDX-License-Identifier: EUPL-1.2
"""Prints every figure; ``python -m tests.bench reading`` only those of one module."""

import sys
from importlib import import_module

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
    """Measure and print; the exit status tells whether every aim was reached."""
    missed = 0
    for name in wanted or MODULES:
        for figure in import_module(f"tests.bench.{name}").measure():
            print(figure.line(), flush=True)
            missed += figure.verdict() == "MISSED"
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

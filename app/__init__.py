# SPDX-License-Identifier: EUPL-1.2
"""Datenspiegel: harvests municipal open-data catalogues, understands and compares them."""

import tomllib
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as _installed
from pathlib import Path

_PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def version() -> str:
    """The version installed, else that of the folder it runs from, as in the container image.

    ``0`` where neither says so.
    """
    try:
        return _installed("datenspiegel")
    except PackageNotFoundError:
        return _of_folder()


def _of_folder() -> str:
    if not _PROJECT.is_file():
        return "0"
    return str(tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"])

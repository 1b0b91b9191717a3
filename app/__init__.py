# SPDX-License-Identifier: EUPL-1.2
"""Datenspiegel: harvests municipal open-data catalogues, understands and compares them."""

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as _installed


def version() -> str:
    """The version installed; ``0`` when run from a folder that is not installed."""
    try:
        return _installed("datenspiegel")
    except PackageNotFoundError:
        return "0"

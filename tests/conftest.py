# SPDX-License-Identifier: EUPL-1.2
"""What every test may ask for: the shared material, the vocabulary, the PostgreSQL plugin."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from app.vocabulary import Vocabulary

ROOT = Path(__file__).resolve().parent.parent
pytest_plugins = ["tests.postgres"] if find_spec("tests.postgres") else []


def shared_folder() -> Path:
    """The shared material beside the checkout, or where $DATENSPIEGEL_SHARED points."""
    return Path(os.environ.get("DATENSPIEGEL_SHARED") or ROOT.parent / "shared")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is marked ``shared`` where the shared material is absent."""
    if shared_folder().is_dir():
        return
    skip = pytest.mark.skip(reason="the shared material is not beside the checkout")
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the shared material; only for tests marked ``shared``."""
    folder = shared_folder()
    if not folder.is_dir():
        pytest.skip("the shared material is not beside the checkout")
    return folder


@pytest.fixture(scope="session")
def vocabulary() -> "Vocabulary":
    """The vocabulary as it ships, loaded once a session."""
    from app.vocabulary import load

    return load()

# SPDX-License-Identifier: EUPL-1.2
"""Trials: on both databases where the store matters, on SQLite alone where it does not."""

from pathlib import Path

import pytest

from app.normalise import Reader, make_reader
from app.store import Store
from app.vocabulary import Vocabulary
from tests.intake.trial import Trial


@pytest.fixture(scope="session")
def reader(vocabulary: Vocabulary) -> Reader:
    """A reader of records, made once a session."""
    return make_reader(vocabulary)


@pytest.fixture
def trial(store: Store, tmp_path: Path, reader: Reader) -> Trial:
    """A portal and a store; runs on SQLite and on PostgreSQL."""
    return Trial(store, tmp_path, reader)


@pytest.fixture
def sqlite_trial(sqlite_store: Store, tmp_path: Path, reader: Reader) -> Trial:
    """A portal and a store on SQLite only."""
    return Trial(sqlite_store, tmp_path, reader)

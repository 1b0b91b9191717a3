# SPDX-License-Identifier: EUPL-1.2
"""One Reader and one Finder for all tests of this room: they hold pure answers only."""

import pytest

from app.normalise import Reader, make_reader
from app.normalise.kommune import Finder, make_finder
from app.vocabulary import Vocabulary
from tests.normalise.builders import TODAY


@pytest.fixture(scope="session")
def reader(vocabulary: Vocabulary) -> Reader:
    """A Reader over the vocabulary as it ships, on a fixed day."""
    return make_reader(vocabulary, TODAY)


@pytest.fixture(scope="session")
def finder(vocabulary: Vocabulary) -> Finder:
    """A Finder over the register as it ships."""
    return make_finder(vocabulary)

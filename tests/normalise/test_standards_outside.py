# SPDX-License-Identifier: EUPL-1.2
"""Values of dct:conformsTo collected by someone who had not read the rules."""

import csv
from pathlib import Path

import pytest

from app.normalise.standard import read
from app.vocabulary import Vocabulary
from harvesters.base.record import RawStandard

with Path(__file__).with_name("standards_outside.csv").open(encoding="utf-8") as _file:
    ROWS = [tuple(row) for row in list(csv.reader(_file))[1:]]
NO_DATA_STANDARD = ("none", "epsg", "dcat", "dcat-ap", "dcat-ap-de", "mobilitydcat-ap", "iso-8601")


@pytest.mark.parametrize(("text", "ids"), ROWS, ids=[row[0][:80] for row in ROWS])
def test_standards_are_named(vocabulary: Vocabulary, text: str, ids: str) -> None:
    """none: no entry is right; profiles of metadata and reference systems are no data standard."""
    found = {use.key for use in read(vocabulary, (RawStandard(text),)).value.standards}
    expected = set(ids.split())
    assert (found & expected) or (not found - {None} and expected & set(NO_DATA_STANDARD))

# SPDX-License-Identifier: EUPL-1.2
"""Formats, media types and addresses collected by someone who had not read the rules."""

import csv
from pathlib import Path

import pytest

from app.normalise.address import read_address
from app.normalise.format import Said, read
from app.vocabulary import Vocabulary

with Path(__file__).with_name("formats_outside.csv").open(encoding="utf-8") as _file:
    ROWS = [tuple(row) for row in list(csv.reader(_file))[1:]]


@pytest.mark.parametrize("row", ROWS, ids=["|".join(row[:3]) for row in ROWS])
def test_formats_are_read(vocabulary: Vocabulary, row: tuple[str, ...]) -> None:
    """The last column names what is right; none: to leave it open is right."""
    format_, media_type, address, keys = row
    formats, types = (tuple(filter(None, (value,))) for value in (format_, media_type))
    said = Said(formats, types, (), read_address(address or None, address or None))
    found = read(vocabulary, said).value.format
    assert {found.value or "none", *found.candidates} & set(keys.split())

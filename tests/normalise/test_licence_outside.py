# SPDX-License-Identifier: EUPL-1.2
"""Licence texts collected by someone who had not read the rules; more than one answer may do."""

import csv
from pathlib import Path

from app.normalise.licence_reading import read
from app.vocabulary import Vocabulary

TABLE = Path(__file__).parents[1] / "fixtures/licences/outside.csv"


def test_what_others_write_is_read(vocabulary: Vocabulary) -> None:
    """Column right: licences or classes that a reader would accept, none: to leave it open."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) > 800
    wrong = []
    for row in rows:
        found, right = read(vocabulary, row["text"]), set(row["right"].split())
        answers = {found.value or "none"} | (set() if found.value else set(found.candidates))
        if found.status == "missing":
            answers = {"unspecified"}
        if not answers & right:
            wrong.append((row["text"], found.value, found.status))
    assert wrong == []

# SPDX-License-Identifier: EUPL-1.2
"""Verdicts written down from the licence texts by someone who had not read the rules."""

import csv
from pathlib import Path

import pytest

from tests.licensing.clearing import clear

with Path(__file__).with_name("cases_outside.csv").open(encoding="utf-8") as _file:
    CASES = [tuple(row) for row in list(csv.reader(_file))[1:]]


@pytest.mark.parametrize("case", CASES, ids=["-".join(case[:5]) for case in CASES])
def test_verdicts_follow_from_the_texts(case: tuple[str, ...]) -> None:
    inputs, commercial, modify, result, target, verdicts = case
    found = clear(inputs, target, result, commercial == "yes", modify == "yes")
    assert found.verdict in verdicts.split()

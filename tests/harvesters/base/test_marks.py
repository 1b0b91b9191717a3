# SPDX-License-Identifier: EUPL-1.2
"""Runs of combining marks cost the dataset that has them."""

import pytest

from harvesters.base.errors import MalformedRecord
from harvesters.base.marks import refuse_marks


def test_a_long_run_is_refused() -> None:
    with pytest.raises(MalformedRecord):
        refuse_marks("", "Stra\u00dfe" + "\u0301\u0323" * 600)


def test_real_texts_pass() -> None:
    refuse_marks("Gru\u0308nfla\u0308che " * 1_000, "x" * 10_000, "e\u0301\u0323\u0302" * 9_000)


@pytest.mark.parametrize("before", [0, 1, 999, 1_000, 1_001, 54_321])
def test_a_run_is_found_wherever_it_stands(before: int) -> None:
    run = "\u0301" * 1_000
    with pytest.raises(MalformedRecord):
        refuse_marks("ä" * before + run)
    refuse_marks("ä" * before + run[:-1] + "ä" * 1_000)

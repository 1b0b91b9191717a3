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

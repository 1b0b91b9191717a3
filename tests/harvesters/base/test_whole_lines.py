# SPDX-License-Identifier: EUPL-1.2
"""Lines come whole however the text was cut, and long ones cost no more than their length."""

import time

import pytest

from harvesters.base.whole_lines import WholeLines

TEXT = b"eins\n\nzwei und mehr\ndrei\n"


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 100])
def test_lines_are_whole_wherever_the_text_is_cut(size: int) -> None:
    lines, found = WholeLines(), []
    for start in range(0, len(TEXT), size):
        found += lines.take(TEXT[start : start + size])
    assert found == TEXT.split(b"\n")[:-1]


def test_a_line_of_many_pieces_costs_its_length() -> None:
    """Processor time, generous: joined anew for each piece it would take very long."""
    lines, start = WholeLines(), time.process_time()
    for _ in range(8_000):
        assert lines.take(b"x" * 2_000) == []
    assert len(lines.take(b"\n")[0]) == 16_000_000
    assert time.process_time() - start < 5

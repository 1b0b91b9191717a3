# SPDX-License-Identifier: EUPL-1.2
"""Timetables that can and cannot be read."""

import pytest

from app.config.cron import fault_in_schedule


@pytest.mark.parametrize(
    "text",
    ["0 3 * * *", "*/15 0-6 1,15 jan-mar *", "5 4 * * mon-fri", "0 0 * * SUN", "0 0 * 12 */2"],
)
def test_good_timetables(text: str) -> None:
    assert fault_in_schedule(text) is None


BAD_TIMETABLES = """* * * *; 60 * * * *; * 24 * * *; * * 0 * *; * * * 13 *; * * * * mo; * * * * 1-5
; 5-1 * * * *; */0 * * * *; a * * * *; 1,,2 * * * *; * * * * fri-mon; ² * * * *; * * * * * *"""


@pytest.mark.parametrize("text", ["", *BAD_TIMETABLES.split(";")])
def test_bad_timetables(text: str) -> None:
    assert fault_in_schedule(text) is not None

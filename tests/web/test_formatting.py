# SPDX-License-Identifier: EUPL-1.2
"""Dates as readers of each language write them."""

from datetime import UTC, datetime

import pytest
from flask import Flask

from app.web.formatting import day, moment

AT = datetime(2026, 11, 21, 18, 57, tzinfo=UTC)


@pytest.mark.parametrize(
    ("path", "at", "on"),
    [
        ("/", "21. Nov. 2026, 19:57", "21. November 2026"),
        ("/en/", "21 Nov 2026, 19:57", "21 November 2026"),
    ],
)
def test_days_and_moments(app: Flask, path: str, at: str, on: str) -> None:
    with app.test_request_context(path):
        assert (moment(AT), day(AT)) == (at, on)

# SPDX-License-Identifier: EUPL-1.2
"""Yearly slices form one Zeitreihe; names with numbers do not."""

import pytest

from app.normalise.series import holding, read_series
from tests.normalise.builders import record


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Einwohnerzahlen 2019", "Einwohnerzahlen 2020"),
        ("Haushaltsplan 2019/2020", "Haushaltsplan 2021"),
        ("Schülerzahlen Schuljahr 2019/20", "Schülerzahlen Schuljahr 2020/21"),
        ("Einwohner (Stand: 31.12.2020)", "Einwohner (Stand: 31.12.2021)"),
        ("Baugenehmigungen im Juni 2004", "Baugenehmigungen im Mai 2005"),
        ("Arbeitslose 1. Quartal 2020", "Arbeitslose 3. Quartal 2021"),
        ("Kommunalwahl vom 26.05.2019", "Kommunalwahl vom 25.05.2014"),
        ("Abfallkalender für das Jahr 2020", "Abfallkalender 2022"),
        ("Radzählung 2020-05-01", "Radzählung Mai 2020"),
        ("verkehr_2019", "Verkehr 2020"),
    ],
)
def test_slices_of_one_title_share_a_key(one: str, other: str) -> None:
    assert holding(one, "01002000") is not None
    assert holding(one, "01002000") == holding(other, "01002000")


@pytest.mark.parametrize(
    "title",
    [
        "Baumkataster",
        "Bebauungsplan Nr. 1950",
        "Stadtplan 1:2000",
        "Grundriss nach DIN 1986",
        "Koordinaten EPSG:2056",
        "Umsatz von 2.000 Betrieben",
        "2020",
        "Haus 1999a",
    ],
)
def test_titles_without_a_time_part_form_none(title: str) -> None:
    assert holding(title, "01002000") is None


def test_publisher_and_title_both_count() -> None:
    key = holding("Einwohner 2019", "01002000")
    assert key != holding("Einwohner 2019", "01001000")
    assert key != holding("Haushalte 2019", "01002000")


def test_links_of_the_portal_are_kept_apart_from_the_guess() -> None:
    series = read_series(record(in_series=("s",), version_of=("v",)), "Baumkataster", "x")
    assert (series.explicit, series.holding) == ("s", None)
    assert read_series(record(version_of=("v",)), None, "x").explicit == "v"

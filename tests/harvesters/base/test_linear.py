# SPDX-License-Identifier: EUPL-1.2
"""Values made to be slow cost no time: patterns go through a text once (S2, H9)."""

import re
from collections.abc import Callable
from time import process_time

import pytest

from harvesters.base import (
    ckan_fields,
    ckan_package,
    mend_large,
    mend_markup,
    mend_turtle,
    mend_value,
    periods,
)
from harvesters.base.pieces import Loss, Piece
from harvesters.base.pieces_xml import cut_elements
from harvesters.base.restarts import without_graphs

SIZE = 200_000
_STRING = re.compile(r'"[^"]*+"|<[^<>\s]*+>')


def _refuse(part: str, syntax: str = "") -> bytes:
    raise SyntaxError(part[:10])


def _mend_turtle(text: str) -> None:
    with pytest.raises(SyntaxError):
        mend_turtle.mend_turtle(text, _refuse)


CASES: dict[str, tuple[str, Callable[[str], object]]] = {
    "a moment before blanks": ("a" + " " * SIZE, lambda text: periods.periods_of([text])),
    "addresses between commas": (
        "http://a" + ", " * SIZE,
        lambda text: ckan_fields.values({"uri": [text]}, "uri"),
    ),
    "a key of times": ("harvest_" + "time" * SIZE + "!", ckan_package._is_housekeeping),
    "a key of counts": ("total_views" * SIZE + "!", ckan_package._is_housekeeping),
    "quotations that never end": (
        "<![CDATA[" * SIZE,
        lambda text: mend_markup._CDATA.sub("", text),
    ),
    "prefixes of dashes": ("Z-" * (SIZE // 2) + " .\n", _mend_turtle),
    "warnings of line ends": ("x" + "\n" * SIZE, mend_value.behind_noise),
    "comments that never end": (
        "<rdf:RDF>" + "<!--" * SIZE,
        lambda text: list(cut_elements(text.encode(), Loss())),
    ),
    "instructions that never end": (
        "<rdf:RDF>" + "<?" * SIZE,
        lambda text: list(cut_elements(text.encode(), Loss())),
    ),
    "graphs of dashes": ("-" * SIZE + " {", lambda text: without_graphs(text, _STRING)),
    "graphs of blanks": (
        '<a> { <b> <c> "' + " x" * 9 + "  " * SIZE + '" }',
        lambda text: without_graphs(text, _STRING),
    ),
    "lines of nothing": (
        "\n" * SIZE,
        lambda text: list(mend_large._all_broken(Piece(text, 1), "turtle")),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_time_grows_with_the_text_and_no_faster(case: str) -> None:
    text, read = CASES[case]
    began = process_time()
    read(text)
    assert process_time() - began < 4


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("2020/2021", "2020", "2021"),
        (" 2020 / 2021 ", "2020", "2021"),
        ("2020/", "2020", None),
        ("/2021", None, "2021"),
        ("2020/2021/2022", "2020/2021/2022", None),
        ("/", "/", None),
        (" / ", " / ", None),
        ("2021/22", "2021/22", None),
        ("2020-01-01/P1Y", "2020-01-01/P1Y", None),
    ],
)
def test_intervals(said: str, start: str | None, end: str | None) -> None:
    assert [tuple(each) for each in periods.periods_of([said])] == [(start, end)]


def test_addresses_in_one_text_are_several() -> None:
    said = {"uri": ["http://a.example/x,y , ; https://b.example  http://c.example,"]}
    found = ("http://a.example/x,y", "https://b.example", "http://c.example,")
    assert ckan_fields.values(said, "uri") == found


@pytest.mark.parametrize("text", ['Warnung\n \n {"a": 1}', 'cb({"a": 1});', '<b>x</b>\t{"a": 1}'])
def test_noise_is_still_found(text: str) -> None:
    assert mend_value.behind_noise(text)[0] == '{"a": 1}'


@pytest.mark.parametrize("said", ["a]]b", "]", "", "<a>&", "a]]"])
def test_quotations_are_still_found(said: str) -> None:
    assert mend_markup._CDATA.fullmatch(f"<![CDATA[{said}]]>")

# SPDX-License-Identifier: EUPL-1.2
"""Terms are written so that every strict reader takes them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from pyoxigraph import RdfFormat, parse

from app.export.terms import day, instant, safe_iri, text, triple


@pytest.mark.parametrize(
    "value",
    ['a "quoted" \\ backslash', "line\nfeed\r\nand\ttab", "Ünïcode 🌳", "\\u0041 is no escape", ""],
)
def test_a_text_comes_back_as_it_was(value: str) -> None:
    line = triple("<urn:s>", "urn:p", text(value, "de"))
    literal = next(parse(line, RdfFormat.N_TRIPLES)).object
    assert literal.value == value
    assert literal.language == "de"


def test_what_xml_cannot_carry_is_dropped_from_texts() -> None:
    assert text("a\x00b\x0bc\ufffed\x1f") == '"abcd"'


@pytest.mark.parametrize(
    ("value", "term"),
    [
        ("https://x.example/a b", "<https://x.example/a%20b>"),
        ("https://x.example/ä{1}|", "<https://x.example/ä%7B1%7D%7C>"),
        (" https://x.example/ ", "<https://x.example/>"),
        ("https://x.example/100%", None),
        ("keine Adresse", None),
        ("", None),
    ],
)
def test_addresses_from_data_become_valid_or_nothing(value: str, term: str | None) -> None:
    assert safe_iri(value) == term


def test_instants_are_written_in_utc() -> None:
    berlin = datetime(2026, 7, 1, 1, 0, tzinfo=timezone(timedelta(hours=2)))
    assert instant(berlin).startswith('"2026-06-30T23:00:00Z"^^')
    assert instant(datetime(987, 1, 2, tzinfo=UTC)).startswith('"0987-01-02T')
    assert day(date(2026, 7, 1)).startswith('"2026-07-01"^^')

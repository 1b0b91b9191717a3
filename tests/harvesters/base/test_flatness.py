# SPDX-License-Identifier: EUPL-1.2
"""A glance that says flat is never wrong; where it is not sure, it says no."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.base import nesting
from harvesters.base.flatness import is_flat
from harvesters.base.nesting import LIMIT

HEAD = b"<?xml version='1.0'?>\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + b"<a><b/></a>",
        b"<a>" + b"<b>text <c x='/'/></b>" * 1_000 + b"</a>",
        b"<a>" * LIMIT + b"</a>" * LIMIT,
        b"no element at all",
    ],
)
def test_flat(text: bytes) -> None:
    assert is_flat(text, LIMIT)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"<",
        b"<a>" * (LIMIT + 1) + b"</a>" * (LIMIT + 1),
        b"<a></a>" * 10 + b"</a>" * 100 + b"<a>" * (LIMIT + 1) + b"</a>" * (LIMIT + 1),
        b"<a><!-- </a> --></a>",
        b"<a><![CDATA[</a>]]></a>",
        b"<a><?hidden </a>?></a>",
        b"<a x='/>'></a>",
    ],
)
def test_not_sure(text: bytes) -> None:
    assert not is_flat(text, LIMIT)


PIECES = st.sampled_from([b"<a>", b"</a>", b"<a/>", b"</>", b"<a x='/'>", b"/>", b">", b"x", b"<"])


def depth(marks: bytes) -> int:
    """How many pairs stand in each other, by the close look."""
    rounds = 0
    while b"()" in marks:
        marks, rounds = marks.replace(b"()", b""), rounds + 1
    return rounds


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_what_is_flat_is_flat_at_a_close_look(pieces: list[bytes]) -> None:
    text = b"".join(pieces)
    if is_flat(text, 3):
        assert depth(nesting._xml(text)) <= 3

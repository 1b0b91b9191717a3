# SPDX-License-Identifier: EUPL-1.2
"""A glance that says flat is never wrong; where it is not sure, it says no."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.base import nesting
from harvesters.base.flatness import is_flat, is_flat_json
from harvesters.base.nesting import LIMIT

HEAD = b"<?xml version='1.0'?>\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + b"<a><b/></a>",
        b"<a>" + b"<b>text <c x='/'/></b>" * 1_000 + b"</a>",
        b"<a>" * LIMIT + b"</a>" * LIMIT,
        b"no element at all",
        b"it's no element",
        b"""<a x="it's">it's "so"</a><b y='"/"'/>""",
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
        b"<a x='<b/>'></a>",
        b"<a" + b" x='/'" * 1_001 + b"/>",
        b"<a x='\"></a><a>'/>",
    ],
)
def test_not_sure(text: bytes) -> None:
    assert not is_flat(text, LIMIT)


PIECES = st.sampled_from(
    [b"<a>", b"</a>", b"<a/>", b"</>", b"<a x='/'>", b"/>", b">", b"x", b"<", b"'", b'"', b"<a x="]
)
SIGNS = st.sampled_from(
    [*map(bytes, zip(b'{}[]"x', strict=True)), b"\\", b'\\"', b'""', b"\\" * 80]
)


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


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        (b'{"a": [{"b": "]]]]"}, "\\\\", {"c": "\\""}]}', True),
        (b'[[["a", "]", "]", "]", [[["b"]]]]]]', False),
        (b'[[["\\"]", [[["b"]]]]]]', False),
        (b'["' + b"\\" * 200 + b'"]', False),
        (b"{", False),
    ],
)
def test_flat_json(text: bytes, flat: bool) -> None:
    assert is_flat_json(text, 3) == flat


@settings(max_examples=500, deadline=None)
@given(st.lists(SIGNS, max_size=40))
def test_json_that_is_flat_is_flat_at_a_close_look(pieces: list[bytes]) -> None:
    text = b"".join(pieces)
    if is_flat_json(text, 3):
        assert depth(nesting._json(text)) <= 3

# SPDX-License-Identifier: EUPL-1.2
"""What is found by the sign that texts seldom have is what a plain search finds."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.base import nesting, signs

PATTERNS = [(re.compile(rb"!(?<=<!)"), b"!"), (re.compile(rb"&#(?!13;)"), b"&")]
TEXTS = st.lists(st.sampled_from([b"<", b"!", b"<!", b"&", b"&#", b"&#13;", b"x"])).map(b"".join)
TURTLE = st.lists(
    st.sampled_from(
        [b'"', b"'", b'"""', b"'''", b"\\", b"\n", b" ", b"<", b">", b"<<", b">>", b"#", b"[", b"]"]
        + [b"(", b")", b"a", b"x:y", "ä".encode()]
    )
).map(b"".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_marks_are_found_wherever_they_stand(text: bytes) -> None:
    for pattern, sign in PATTERNS:
        assert signs.has(text, pattern, sign) == (pattern.search(text) is not None)


def test_marks_are_found_behind_many_of_their_signs() -> None:
    for pattern, sign in PATTERNS:
        many = b"x" + sign * 5_000
        assert not signs.has(many, pattern, sign)
        assert signs.has(many + b"<!&#1;", pattern, sign)


def test_signs_are_counted_in_pieces() -> None:
    text = b"a,[b" * 50_000
    assert signs.count(text, b",[") == 100_000
    assert signs.count(text, b"{") == signs.count(b"", b"{") == 0


@settings(max_examples=200, deadline=None)
@given(TURTLE)
def test_what_stands_between_brackets_of_turtle_is_taken_at_once(text: bytes) -> None:
    once = nesting._TURTLE_RUN.sub(b" ", text)
    singly = nesting._TURTLE_TEXT.sub(b" ", text)
    assert brackets(once) == brackets(singly)


def brackets(text: bytes) -> bytes:
    """The brackets of a text, pairs of angles as one."""
    text = text.replace(b"<<", b"{").replace(b">>", b"}")
    return bytes(sign for sign in text if sign in b"{}[]()")

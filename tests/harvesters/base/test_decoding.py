# SPDX-License-Identifier: EUPL-1.2
"""Bodies that are compressed files themselves, in whatever steps they come."""

import gzip

import pytest

from harvesters.base.decoding import Decoder

BODY = b"<rdf:RDF/>" * 50


@pytest.mark.parametrize("size", [1, 2, 7, 1_000])
def test_a_file_of_gzip_is_unpacked_in_whatever_steps_it_comes(size: int) -> None:
    packed = gzip.compress(BODY) + gzip.compress(BODY)
    decoder = Decoder("", "x")
    steps = (packed[at : at + size] for at in range(0, len(packed), size))
    found = b"".join(part for step in steps for part in decoder.feed(step))
    assert found + decoder.finish() == BODY * 2


@pytest.mark.parametrize("body", [b"", b"x", b"\x1f"])
def test_a_body_too_short_to_be_a_file_stays(body: bytes) -> None:
    decoder = Decoder("", "x")
    assert b"".join(decoder.feed(body)) + decoder.finish() == body

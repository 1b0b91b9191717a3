# SPDX-License-Identifier: EUPL-1.2
"""Bodies that are compressed files themselves, in whatever steps they come."""

import gzip
import zlib
from collections.abc import Callable

import pytest

from harvesters.base.decoding import Decoder
from harvesters.base.errors import UnexpectedAnswer

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


def bare(body: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize("size", [1, 2, 7, 1_000])
@pytest.mark.parametrize("pack", [zlib.compress, bare])
def test_deflate_may_come_in_zlib_s_form_or_bare(pack: Callable[[bytes], bytes], size: int) -> None:
    packed = pack(BODY)
    decoder = Decoder("deflate", "x")
    steps = (packed[at : at + size] for at in range(0, len(packed), size))
    found = b"".join(part for step in steps for part in decoder.feed(step))
    assert found + decoder.finish() == BODY


@pytest.mark.parametrize("packed", [zlib.compress(BODY), bare(BODY)])
def test_deflate_that_is_cut_or_damaged_is_refused(packed: bytes) -> None:
    for end in range(len(packed)):
        decoder = Decoder("deflate", "x")
        with pytest.raises(UnexpectedAnswer, match=r"network\.cut"):
            list(decoder.feed(packed[:end]))
            decoder.finish()
    with pytest.raises(UnexpectedAnswer, match=r"network\.damaged"):
        list(Decoder("deflate", "x").feed(b"<rdf:RDF/>"))


def test_a_bomb_of_bare_deflate_unfolds_in_small_steps() -> None:
    parts = Decoder("deflate", "x").feed(bare(bytes(5_000_000)))
    assert all(len(part) <= 1_000_000 for part in parts)

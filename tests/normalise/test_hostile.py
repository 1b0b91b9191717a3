# SPDX-License-Identifier: EUPL-1.2
"""Values made to be slow cost no time: every rule is linear in what the portal wrote."""

from time import process_time

import pytest

from app.normalise import Reader, understand
from harvesters.base.record import RawPeriod, Text
from tests.normalise.builders import distribution, portal, publisher, record

LENGTH = 100_000


@pytest.mark.parametrize(
    "unit",
    [
        *("a", " ", "\n", "(", "<", "&", '"', '"^^a ', "@", "-", ".", "1", "2020 ", "2020-", "ä"),
        *("zum ", "am ", "stand: ", "und ", "Stadt ", "der ", "amt", "<!--", "<script>", "<p "),
        *("1.", "mai ", "?service=", "https://", "a.de ", "a-", "kreis", "aA", "\\", "&lt;p&gt;"),
    ],
)
def test_repeated_signs_are_read_in_linear_time(reader: Reader, unit: str) -> None:
    text = unit * (LENGTH // len(unit))
    texts = (Text(text),)
    values = (text,)
    file = distribution(
        titles=texts,
        access_urls=values,
        download_urls=(f"https://x.example/{text}",),
        formats=values,
        media_types=values,
        licences=values,
        rights=values,
        byte_sizes=values,
        modified=values,
    )
    hostile = record(
        title=text,
        descriptions=texts,
        keywords=texts,
        agents=(publisher(text),),
        themes=values,
        frequencies=values,
        languages=values,
        geocodings=values,
        temporal=(RawPeriod(text, text),),
        references=values,
        distributions=(file,),
    )
    began = process_time()
    understand(reader, portal(), hostile)
    assert process_time() - began < 2

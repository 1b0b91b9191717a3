# SPDX-License-Identifier: EUPL-1.2
"""The quick look at an address never hides what the patterns find."""

import re

import pytest

from app.vocabulary import Vocabulary
from app.vocabulary.standards_hints import literal


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("/frost(?:-server)?/v1[.]", "/frost"),
        ("(?<![a-z0-9])GTFS(?![-_]?r(?:eal)?t)", "gtfs"),
        ("one|three", ""),
        ("(?:one|three)", ""),
        ("ab?cd{2,3}e+f*", "a"),
        (r"\bwahl\.csv", "wahl"),
        ("[]abc]de", "de"),
        ("a((b|c)d)ef", "ef"),
    ],
)
def test_only_what_is_surely_there_is_needed(pattern: str, expected: str) -> None:
    assert literal(pattern) == expected


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/GTFS.zip",
        "https://x.example/frost-server/V1.1/Things",
        "https://votemanager.x.example/a",
        "https://x.example/ogc-api/features/collections",
        "https://x.example/ngsi-ld/v1/entities",
        "https://x.example/geo\u212a/gtf\u017f.zip",
        "https://x.example/straßen.csv",
    ],
)
def test_every_hint_is_found(vocabulary: Vocabulary, address: str) -> None:
    hints = vocabulary.standards.hints
    found = [each.words for each in hints.in_address(address)]
    assert found == [each[0] for each in hints.addresses.finditer(address)]


def test_each_literal_stands_in_what_its_pattern_is_about(vocabulary: Vocabulary) -> None:
    for standard in vocabulary.standards:
        for pattern in standard.addresses:
            assert re.search(re.escape(literal(pattern)), pattern, re.IGNORECASE)

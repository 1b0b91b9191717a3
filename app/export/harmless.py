# SPDX-License-Identifier: EUPL-1.2
"""Addresses that a browser would run instead of opening: the feed hands none on (promise S3)."""

import re

from app.export.terms import DCAT, DCT, FOAF, SCRIPT

_MAYBE = re.compile(r'[<"]\s*[jvdJVD](?:avascript|bscript|ata):', re.I)
_RUNS = re.compile(rf"<{SCRIPT.pattern}", re.I)
_RUNS_AS_TEXT = re.compile(rf'"\s*{SCRIPT.pattern}', re.I)
_LINKS = frozenset(
    f"<{name}>"
    for name in (
        *(DCAT + "accessURL", DCAT + "downloadURL", DCAT + "landingPage", DCAT + "endpointURL"),
        *(DCAT + "endpointDescription", DCT + "license", DCT + "conformsTo", DCT + "source"),
        *(FOAF + "page", FOAF + "homepage"),
    )
)


def is_harmless(line: str) -> bool:
    """Whether no end of an N-Triples line is such an address; texts may speak of one."""
    subject, predicate, rest = line.split(" ", 2)
    if _RUNS.match(subject) or _RUNS.match(rest):
        return False
    return predicate not in _LINKS or not _RUNS_AS_TEXT.match(rest)


def harmful(statements: str) -> list[str]:
    """Lines of N-Triples text that have such an address; nearly always none, and quick then."""
    if not _MAYBE.search(statements):
        return []
    return [line for line in statements.split("\n") if line and not is_harmless(line)]

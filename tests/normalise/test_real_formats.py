# SPDX-License-Identifier: EUPL-1.2
"""Formats, media types and conformsTo of the real catalogues: read, or listed by frequency."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest

from app.normalise import Reader
from app.normalise.format import read_name
from harvesters.base.record import RawStandard

pytestmark = pytest.mark.shared
SYNTAX = {
    ".rdf": pyoxigraph.RdfFormat.RDF_XML,
    ".xml": pyoxigraph.RdfFormat.RDF_XML,
    ".ttl": pyoxigraph.RdfFormat.TURTLE,
    ".nt": pyoxigraph.RdfFormat.N_TRIPLES,
}
FORMAT = "http://purl.org/dc/terms/format"
MEDIA_TYPE = "http://www.w3.org/ns/dcat#mediaType"
CONFORMS_TO = "http://purl.org/dc/terms/conformsTo"
PROTOCOL = re.compile(r"<(?:\w+:)?protocol\b[^>]*>\s*<(?:\w+:)?CharacterString[^>]*>([^<]+)<")
MADE_UP = re.compile(
    r"example|conforms[ .-]?to|Eine Regel oder eine URL|BlankNode-Standard", re.IGNORECASE
)


@pytest.fixture(scope="module")
def said(shared: Path) -> dict[str, Counter[str]]:
    found = {FORMAT: Counter(), MEDIA_TYPE: Counter(), CONFORMS_TO: Counter()}
    for path in sorted((shared / "data/portals").rglob("*")):
        for name, value in _values(path):
            found[name][value] += 1
    return found


def _values(path: Path) -> Iterator[tuple[str, str]]:
    if path.suffix == ".json":
        yield from _resources(json.loads(path.read_bytes()))
    elif path.suffix in SYNTAX:
        body = path.read_bytes()
        if path.suffix == ".xml" and b"rdf:RDF" not in body[:3000]:
            yield from (
                (FORMAT, text) for text in PROTOCOL.findall(body.decode("utf-8", "replace"))
            )
        else:
            yield from _statements(body, path.suffix)


def _statements(body: bytes, suffix: str) -> Iterator[tuple[str, str]]:
    quads = pyoxigraph.parse(body, SYNTAX[suffix], base_iri="http://x.example/", lenient=True)
    try:
        for quad in quads:
            if quad.predicate.value in (FORMAT, MEDIA_TYPE, CONFORMS_TO):
                value = quad.object
                if not isinstance(value, pyoxigraph.BlankNode) and value.value.strip():
                    yield quad.predicate.value, value.value
    except SyntaxError:
        return  # what is broken is a test of the harvesters


def _resources(tree: object) -> Iterator[tuple[str, str]]:
    if isinstance(tree, dict):
        for name, predicate in (("format", FORMAT), ("mimetype", MEDIA_TYPE)):
            value = tree.get(name)
            if isinstance(value, str) and value.strip() and ("url" in tree or "id" in tree):
                yield predicate, value
        for value in tree.values():
            yield from _resources(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _resources(value)


def test_formats_are_read(reader: Reader, said: dict[str, Counter[str]]) -> None:
    unread = Counter(
        {
            value: number
            for value, number in said[FORMAT].items()
            if read_name(reader.vocabulary, value).status == "unknown"
        }
    )
    share = 1 - unread.total() / said[FORMAT].total()
    print(f"formats: {said[FORMAT].total()} said, {share:.1%} read; not read: {unread}")
    assert share >= 0.98


def test_media_types_are_read(reader: Reader, said: dict[str, Counter[str]]) -> None:
    known, named = reader.vocabulary.media_types.canonical, reader.vocabulary.formats.by_alias
    asked = said[MEDIA_TYPE].items()
    unread = {value: number for value, number in asked if not (known(value) or named(value))}
    share = 1 - sum(unread.values()) / said[MEDIA_TYPE].total()
    print(f"media types: {said[MEDIA_TYPE].total()} said, {share:.1%} read; not read: {unread}")
    assert share >= 0.98


def test_conforms_to_is_recognised(reader: Reader, said: dict[str, Counter[str]]) -> None:
    unread: Counter[str] = Counter()
    for value, number in said[CONFORMS_TO].items():
        notes = reader.conformance((RawStandard(value),)).notes
        if any(entry[0] == "standard.unrecognised" for entry in notes):
            unread[value] += number
    print(f"conformsTo: {said[CONFORMS_TO].total()} said; not recognised: {unread}")
    real = [value for value in unread if not MADE_UP.search(value)]
    assert len(real) <= 2, real

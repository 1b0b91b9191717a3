# SPDX-License-Identifier: EUPL-1.2
"""Four syntaxes hold the same triples, whatever is in them; what one cannot carry none carries."""

import io
import tracemalloc

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset
from rdflib.compare import isomorphic

from app.export.formats import FORMATS
from app.export.serialise import BATCH, Tally, serialise
from app.export.terms import text
from tests.export.reading import loose, strict

S, P = "<https://x.example/s>", "<https://x.example/p>"


def write(lines: list[str], syntax: str) -> tuple[bytes, Tally]:
    target, tally = io.BytesIO(), Tally()
    serialise([lines], FORMATS[syntax], target, tally)
    return target.getvalue(), tally


def canonical(data: bytes, syntax: str) -> Dataset:
    dataset = strict(data, syntax)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return dataset


HARD = [
    "Windows\r\nline\rbreaks",
    "  blanks around  ",
    "<b>&amp; ]]></b>",
    "\x85\u2028",
    "back\\slash \\u0041",
    '"quotes"',
    "🌳 ä",
    "",
]


def test_the_same_triples_in_all_four_syntaxes() -> None:
    lines = [f"{S} {P} {text(value)} ." for value in HARD]
    lines += [
        f'{S} {P} "1.0"^^<http://www.w3.org/2001/XMLSchema#decimal> .',
        f'{S} {P} "kein Datum"^^<http://www.w3.org/2001/XMLSchema#token> .',
        f'{S} {P} "wort"@de-at .',
        f"{S} {P} _:b1 .",
        f"_:b1 {P} _:b2 .",
    ]
    documents = {key: write(lines, key)[0] for key in FORMATS}
    wanted = canonical(documents["nt"], "nt")
    assert len(wanted) == len(lines)
    assert all(canonical(data, key) == wanted for key, data in documents.items())
    graph = loose(documents["nt"], "nt")
    assert all(isomorphic(loose(data, key), graph) for key, data in documents.items())


@pytest.mark.parametrize(
    "bad",
    [
        f"<https://x.example/a b> {P} {S} .",
        f"<relative> {P} {S} .",
        f"{S} {P} <https://x.example/100%> .",
        f'{S} {P} "control \\u0001" .',
        f'{S} {P} "control \x0b" .',
        f'{S} {P} "back \\b space" .',
        f'{S} {P} "not a character \\uFFFE" .',
        f'{S} {P} "not a character \uffff" .',
        f'{S} {P} "half \ud800 pair" .',
        f'{S} {P} "open .',
        f'{S} {P} "tag"@d_e .',
        "nonsense",
    ],
)
@pytest.mark.parametrize("syntax", FORMATS)
def test_what_cannot_be_carried_is_left_out_of_all_alike_and_listed(bad: str, syntax: str) -> None:
    good = [f'{S} {P} "{number}" .' for number in range(4)]
    data, tally = write([*good[:2], bad, *good[2:]], syntax)
    assert len(strict(data, syntax)) == len(good)
    assert (tally.triples, tally.left_out, tally.samples) == (4, 1, [bad])


def test_an_escaped_backslash_before_a_u_is_no_control_character() -> None:
    data, tally = write([f'{S} {P} "\\\\u0001" .'], "nt")
    assert (tally.triples, tally.left_out) == (1, 0)
    assert b"\\\\u0001" in data


def test_samples_are_few_however_much_is_left_out() -> None:
    tally = write([f"<r{number}> {P} {S} ." for number in range(100)], "ttl")[1]
    assert tally.left_out == 100
    assert len(tally.samples) == 20


@pytest.mark.parametrize("syntax", FORMATS)
def test_memory_does_not_grow_with_the_document(syntax: str) -> None:
    class Nothing(io.RawIOBase):
        def write(self, data: object) -> int:
            return len(data)  # type: ignore[arg-type]

    def peak(batches: int) -> int:
        blocks = ([f'{S} {P} "{number}" .' for number in range(BATCH)] for _ in range(batches))
        tracemalloc.start()
        serialise(blocks, FORMATS[syntax], Nothing(), Tally())  # type: ignore[arg-type]
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    assert peak(6) < 1.5 * peak(2)


def test_prefixes_are_used() -> None:
    data = write(['<urn:s> <http://purl.org/dc/terms/title> "x" .'], "ttl")[0]
    assert b"dct:title" in data

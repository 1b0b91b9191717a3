# SPDX-License-Identifier: EUPL-1.2
"""An endpoint whose results are wrong: cut, of another format or type, endless (H3, H11)."""

import json
import random
from collections.abc import Callable
from itertools import count
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.harvesters.loopback import Call, answer
from tests.hostile.answers import Reply, sparql
from tests.hostile.test_modes import Ground, ground, host, reader_of_all, suffer  # noqa: F401
from tests.intake.making import HOST

Rows = list[dict[str, Any]]
_NUMBERS = count()
_SPACE = "http://www.w3.org/2005/sparql-results#"
_DATASET = "https://andere.example/1> a <http://www.w3.org/ns/dcat#Dataset> .\n"


def behind(sign: str, bad: Callable[[str], bytes]) -> Reply:
    """Answers well but where a question has the sign in it."""

    def reply(call: Call) -> bytes:
        query = parse_qs(urlsplit(call.path).query) or parse_qs(call.body.decode())
        good = sparql(call)
        return bad(good.partition(b"\r\n\r\n")[2].decode()) if sign in query["query"][0] else good

    return reply


def said(text: str, kind: str = "application/sparql-results+json") -> bytes:
    return answer(text, Content_Type=kind)


def rows_of(make: Callable[[Rows], Any]) -> Reply:
    """A listing whose rows are made of the true ones."""

    def bad(text: str) -> bytes:
        rows = json.loads(text)["results"]["bindings"]
        return said(json.dumps({"head": {}, "results": {"bindings": make(rows)}}))

    return behind("DISTINCT ?dataset", bad)


def named(*names: object) -> Rows:
    return [{"dataset": {"type": "uri", "value": name}} for name in names]


def listing(text: str, kind: str = "application/sparql-results+json") -> Reply:
    return behind("DISTINCT ?dataset", lambda _good: said(text, kind))


def described(bad: Callable[[str], str], kind: str = "application/n-triples") -> Reply:
    return behind("CONSTRUCT", lambda good: said(bad(good), kind))


def counted(value: object) -> Reply:
    rows = [{"count": {"value": value}}]
    return behind("COUNT(", lambda _good: said(json.dumps({"results": {"bindings": rows}})))


NONE, CUT, AGAIN = "answer.sparql_no_rows", "answer.sparql_cut", "paging.repeats"
WRONG: dict[str, tuple[Reply, str]] = {
    "cut": (behind("DISTINCT ?dataset", lambda good: said(good[:-40])), NONE),
    "xml": (listing(f'<sparql xmlns="{_SPACE}"><head/><results/></sparql>'), NONE),
    "csv": (listing("dataset\r\nhttps://a.example/\r\n", "text/csv"), NONE),
    "tsv": (listing("?dataset\n<https://a.example/>\n", "text/tab-separated-values"), NONE),
    "no bindings": (listing('{"head": {}, "results": {}}'), NONE),
    "bindings in an object": (listing('{"results": {"bindings": {"dataset": 1}}}'), NONE),
    "an answer to ASK": (listing('{"head": {}, "boolean": true}'), NONE),
    "wrong types": (rows_of(lambda _rows: [None, 5, [], {"dataset": 5}]), NONE),
    "nothing is bound": (rows_of(lambda rows: [{} for _ in rows]), "run.no_datasets"),
    "nodes without address": (rows_of(lambda _rows: named("b0", "_:b1")), "run.no_datasets"),
    "without end": (
        rows_of(lambda _rows: named(*(f"https://x.example/{next(_NUMBERS):09}" for _ in "x" * 50))),
        AGAIN,
    ),
    "the same again": (rows_of(lambda _rows: named(f"{HOST}/datensatz/1")), AGAIN),
    "statements cut": (described(lambda good: good[:-50]), CUT),
    "every other statement": (described(lambda good: "\n".join(good.splitlines()[::2])), CUT),
    "other datasets": (described(lambda _good: f"<{_DATASET}"), CUT),
    "no statements": (described(lambda _good: ""), CUT),
    "a count beyond all": (counted("999999"), CUT),
}
HARMLESS: dict[str, Reply] = {
    "some are not bound": rows_of(lambda rows: [{}, *rows, {"other": {"value": "x"}}]),
    "each five times": rows_of(lambda rows: rows * 5),
    "in no order": rows_of(lambda rows: random.Random(next(_NUMBERS)).sample(rows, len(rows))),
    "a count of words": counted("viele"),
    "a count below zero": counted(-5),
}


@pytest.mark.parametrize("mode", WRONG)
def test_wrong_results_cost_nothing(ground: Ground, mode: str) -> None:  # noqa: F811
    bad, code = WRONG[mode]
    for run in suffer(ground, mode, bad, "sparql"):
        assert run.state in ("failed", "quarantined")
        assert [note.code for note in run.notes] == [code]


@pytest.mark.parametrize("mode", HARMLESS)
def test_odd_results_are_read(ground: Ground, mode: str) -> None:  # noqa: F811
    for run in suffer(ground, mode, HARMLESS[mode], "sparql"):
        assert (run.state, run.received, run.rejected) == ("complete", 12, 0)

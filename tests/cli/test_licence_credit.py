# SPDX-License-Identifier: EUPL-1.2
"""``licence credit``: stored datasets and JSON lines in, one credit out."""

import io
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command, Said, one_off

TREES = {
    "title": "Straßenbäume",
    "publisher": "Stadt Ahornau",
    "licence": "dl-by-de-2.0",
    "url": "https://offen.ahornau.example/baeume",
}
POWER = {"title": "Netz", "by_text": "Werke Ahornau AG", "licence": "cc-by-4.0"}


@pytest.fixture
def piped(command: Command, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs ``licence credit -`` with these lines: texts as they are, the rest as JSON."""

    def run(*lines: object, options: tuple[str, ...] = ()) -> Said:
        texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        stream = io.TextIOWrapper(io.BytesIO("\n".join(texts).encode()), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", stream)
        return command("licence", "credit", "-", *options)

    return run


def test_lines_make_one_credit(piped: Any) -> None:
    said = piped(TREES, POWER)
    assert said.status == 0
    assert said.out.splitlines()[0] == "Datenquellen:"
    assert "(a) Stadt Ahornau, Straßenbäume (https://" in said.out
    assert "(b) Werke Ahornau AG, CC BY 4.0 (https://" in said.out
    assert "keinen Wortlaut" in said.err


def test_every_form(piped: Any) -> None:
    html = piped(TREES, options=("--format", "html")).out
    assert 'rel="license"' in html and html.startswith("<p>Datenquelle: ")
    assert "[dl\\-de" not in piped(TREES, options=("--format", "markdown")).out
    assert "dcatde:licenseAttributionByText" in piped(TREES, options=("--format", "rdf")).out
    answer = piped(TREES, options=("--format", "json")).json()
    assert {"entries", "text", "html", "markdown", "rdf"} <= set(answer)
    assert set(answer["entries"][0]) >= {"dataset", "text", "missing"}
    english = piped(TREES, options=("--lang", "en", "--changed", "cleaned")).out
    assert english.startswith("Data source: ") and "data changed (cleaned)" in english
    result = piped(TREES, options=("--target", "cc-by-4.0", "--by", "Kreis")).out
    assert result.startswith("Ergebnis: CC BY 4.0 (https://creativecommons.org")


def test_a_change_of_the_line_goes_before_that_of_the_option(piped: Any) -> None:
    own = {**TREES, "changed": "gekürzt"}
    assert "(gekürzt)" in piped(own, options=("--changed", "sonst")).out
    assert "(sonst)" in piped({**TREES, "changed": False}, options=("--changed", "sonst")).out
    somehow = piped(TREES, options=("--changed", "--format", "text")).out
    assert somehow.rstrip().endswith("Daten geändert")


def test_each_line_its_answer_and_bad_ones_do_not_stop_the_stream(piped: Any) -> None:
    said = piped(TREES, "{", {"licence": "cc-by-9.0"}, [TREES, POWER], options=("--json",))
    first, bad, unknown, both = map(json.loads, said.out.splitlines())
    assert said.status == 1
    assert len(first["entries"]) == 1 and len(both["entries"]) == 2
    assert set(bad) == set(unknown) == {"error"}
    assert "cc-by-9.0" in unknown["error"]


@pytest.mark.parametrize(
    "line",
    [
        "[1, 2",
        "7",
        "[]",
        "null",
        {"title": 7},
        {"titel": "x"},
        {"title": "a\0b"},
        {"title": "x" * 1_000_000},
        {"licence": "gibt-es-nicht"},
        {"date": "gestern"},
        {"date": "2026-13-40"},
        {"url": "javascript:alert(1)"},
        "[" * 100_000,
        [TREES] * 10_000,
        "x" * 1_000_000,
    ],
    ids=lambda line: str(line)[:20].replace("\0", ""),
)
def test_wrong_use_gets_one_sentence_and_no_credit(piped: Any, line: object) -> None:
    started = time.process_time()
    said = piped(line)
    assert said.status == 2
    assert "Zeile 1" in said.sentence() and len(said.sentence()) < 600
    assert time.process_time() - started < 10


def test_ten_thousand_lines_or_none_are_refused(piped: Any) -> None:
    assert piped(*[TREES] * 10_000).status == 2
    assert "-" in piped().sentence()
    assert piped(options=("--json",)).status == 2


def test_ids_of_the_store(command: Command, catalogue_file: Path) -> None:
    command(*one_off(catalogue_file))
    export = command("export", "-", "--format", "nt").out
    known = sorted(set(re.findall(r"/datensatz/(\w{13})\b", export)))
    assert len(known) == 3
    said = command("licence", "credit", *known, "--format", "json")
    assert said.status == 0, said.err
    assert {entry["dataset"] for entry in said.json()["entries"]} == set(known)


def test_unknown_ids_and_targets_are_named(command: Command) -> None:
    said = command("licence", "credit", "0000000000000")
    assert said.status == 2 and "0000000000000" in said.sentence()
    assert command("licence", "credit").status == 2
    assert "-" in command("licence", "credit", "-", "x").sentence()
    assert command("licence", "credit", *["x"] * 10_000).status == 2
    for target in ("cc-by", "cc-by-9", "unknown"):
        said = command("licence", "credit", "x", "--target", target)
        assert said.status == 2 and target in said.sentence()

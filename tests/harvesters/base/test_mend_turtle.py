# SPDX-License-Identifier: EUPL-1.2
"""Broken Turtle and N-Triples: a fault costs its statement, and every mend is reported."""

import pytest

from harvesters.base.errors import UnexpectedAnswer
from tests.harvesters.pages import BASE, PREFIXES, names, only, read, turtle

A = "a dcat:Dataset"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
DATASET = "<http://www.w3.org/ns/dcat#Dataset>"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (
            PREFIXES.replace("core#> .\n@prefix locn", "core#>\n@prefix locn") + f":d {A} .",
            "core#>",
        ),
        (f"Stand: 3. April 2031\n\n{turtle(f':d {A} .')}", "Stand: 3. April 2031"),
        (turtle(f':d {A} ; dct:title "T"@de_DE .'), "@de_DE"),
        (turtle(f":d {A}\n"), ":d a dcat:Dataset"),
        (f"<{BASE}d> a dcat:Dataset .", "@prefix dcat:"),
        (turtle(f":d {A} ; dcterms:title 'T' ."), "@prefix dcterms:"),
    ],
)
def test_what_is_plain_is_mended(text: str, mended: str) -> None:
    contents = read(text)
    assert names(contents) == ["d"]
    assert mended in contents.repairs[0].value
    assert contents.repairs[0].code == "turtle.repaired"
    assert contents.repairs[0].position.startswith("page 1, line ")
    assert (contents.broken, contents.truncated) == ((), False)


def test_control_characters_and_marks_inside_are_taken_out() -> None:
    contents = read(turtle(f":d {A} .\ufeff\n:e \x00{A} ."))
    assert names(contents) == ["d", "e"]
    assert {each.code for each in contents.repairs} == {"text.control_characters"}


def test_a_graph_in_braces_is_read_as_one() -> None:
    assert names(read(turtle(f":g {{ :d {A} . }}"))) == ["d"]


@pytest.mark.parametrize(
    "fault",
    [
        ":x :y ~ .",
        ":x :y :z :w .",
        ":x :y",
        "Unsinn .",
        ':x :y "ohne Ende .',
        ":x undeclared:y 1 .",
        ":x :y <http://[kaputt .",
        ":x :y 'a'b .",
    ],
)
def test_a_broken_statement_costs_itself(fault: str) -> None:
    text = turtle(f':d {A} ; dct:title "Punkt. Und <noch>. Einer" .\n{fault}\n:e {A} .\n:f {A} .\n')
    contents = read(text)
    assert {"d", "f"} <= set(names(contents))
    assert len(names(contents)) + len(contents.broken) in (3, 4)
    (lost,) = contents.broken
    assert lost.reason == "item.broken_statement"
    assert lost.position == f"line {text[: text.index(fault)].count(chr(10)) + 1}"


def test_a_broken_dataset_is_named() -> None:
    contents = read(turtle(f":d {A} ; dct:title ~ .\n:e {A} .\n"))
    assert names(contents) == ["e"]
    assert contents.broken[0].identifier == ":d"
    full = read(turtle(f"<{BASE}d> {A} ; dct:title ~ .\n:e {A} .\n"))
    assert full.broken[0].identifier == f"{BASE}d"


def test_thousands_of_faults_take_little_time() -> None:
    faults = "".join(f":x{n} :y ~ .\n" for n in range(2_000))
    contents = read(turtle(f":d {A} .\n{faults}:e {A} .\n"))
    assert names(contents) == ["d", "e"]
    assert len(contents.broken) == 2_000


def test_a_broken_line_costs_a_line() -> None:
    lines = [f"<{BASE}d> {TYPE} {DATASET} .", "kein Tripel", f'<{BASE}d> <urn:p> "x" .', "<a> <b>"]
    contents = read("\r\n".join([*lines, ""]))
    assert names(contents) == ["d"]
    assert [(each.position, each.identifier) for each in contents.broken] == [
        ("line 2", None),
        ("line 4", "a"),
    ]
    assert "<urn:p>" in contents.items[0].payload.lines


def test_a_line_without_its_dot_gets_one() -> None:
    text = "<urn:a> <urn:b> <urn:c> .\n"
    text += f'<{BASE}d> {TYPE} {DATASET}\n<{BASE}d> <http://purl.org/dc/terms/title> "T"@de\n'
    contents = read(text)
    assert names(contents) == ["d"]
    assert [each.code for each in contents.repairs] == ["turtle.repaired"] * 2
    assert only(text).titles == (("T", "de"),)


def test_a_blank_node_that_lost_its_mark_stays_one_node() -> None:
    text = (
        f"<{BASE}d> {TYPE} {DATASET} .\n"
        f"<{BASE}d> <http://purl.org/dc/terms/publisher> <0c8e66-a1> .\n"
        '<0c8e66-a1> <http://xmlns.com/foaf/0.1/name> "Amt" .\n'
    )
    assert only(text).agents[0].names == (("Amt", ""),)


def test_nothing_readable_is_said_in_one_sentence() -> None:
    with pytest.raises(UnexpectedAnswer) as raised:
        read(turtle(":a :b ~ .\n:c :d ~ .\n"))
    assert raised.value.code == "answer.unreadable"

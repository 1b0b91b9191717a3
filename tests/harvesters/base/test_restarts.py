# SPDX-License-Identifier: EUPL-1.2
"""A broken statement costs itself, not those that it has swallowed (promises H6, H8)."""

from datetime import UTC, datetime

import pytest

from harvesters import HARVESTERS
from harvesters.base.mend_turtle import mend_turtle
from harvesters.base.rdf import to_ntriples_leniently
from harvesters.base.record import Contents, Page, Portal

URL = "https://daten.example/katalog.ttl"
HEAD = "@prefix dcat: <http://www.w3.org/ns/dcat#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n"
WRONG = '<https://daten.example/2> a dcat:Dataset ; dct:title "Zwei" ; '


def good(number: int) -> str:
    return f'<https://daten.example/{number}> a dcat:Dataset ; dct:title "Gut"@de .\n'


def opened(text: str) -> Contents:
    page = Page(1, URL, text.encode(), datetime(2026, 1, 1, tzinfo=UTC), "text/turtle")
    return HARVESTERS["dcat"].open(Portal("stadt", "dcat", URL, URL), page)


def numbers(contents: Contents) -> list[str]:
    return sorted(item.identifier[-1] for item in contents.items)


@pytest.mark.parametrize(
    "end",
    [
        'dct:description "nie zu Ende .',
        'dct:description """nie zu Ende .',
        "dct:description '''nie zu Ende .",
        'dct:description """vier"""" .',
        "dct:description",
        "dcat:distribution [ a dcat:Distribution .",
        "<<<<<<< HEAD",
    ],
)
def test_what_stands_behind_a_broken_statement_is_read_and_it_is_named(end: str) -> None:
    contents = opened(HEAD + good(1) + WRONG + end + "\n" + good(3) + good(4))
    assert numbers(contents) == ["1", "3", "4"] and not contents.truncated
    assert [each.identifier for each in contents.broken] == ["https://daten.example/2"]


@pytest.mark.parametrize("end", ['dct:description "Bäume"', 'dct:description "Bäume" ; # ja'])
def test_a_missing_dot_between_two_datasets_is_put_there_and_told(end: str) -> None:
    contents = opened(HEAD + good(1) + WRONG + end + "\n" + good(3) + "oder so ;\n")
    assert numbers(contents) == ["1", "2", "3"]
    assert "turtle.repaired" in {each.code for each in contents.repairs}


def test_a_dataset_that_stops_with_the_page_is_no_whole_one() -> None:
    contents = opened(HEAD + good(1) + WRONG + 'dct:description """nie\n' + good(3) + WRONG[:-20])
    assert numbers(contents) == ["1", "3"] and contents.truncated
    assert {each.reason for each in contents.broken} == {"item.broken_statement", "item.truncated"}


def test_one_broken_statement_of_trig_costs_itself() -> None:
    text = (
        HEAD
        + f"<https://daten.example/graph> {{\n{good(1)}}}\n"
        + f'GRAPH _:g {{ {WRONG} fremd:wort "}} {{" . {good(3).replace(" .", "")} }}\n'
        + f"{{ # ohne {{ Namen\n{good(4)}}}\n"
    )
    contents = opened(text)
    assert numbers(contents) == ["1", "3", "4"]
    assert [each.identifier for each in contents.broken] == ["https://daten.example/2"]


def test_trig_without_the_end_of_a_graph_is_read() -> None:
    text = HEAD + f"<https://daten.example/graph> {{\n{good(1)}{good(2)}"
    assert numbers(opened(text)) == ["1", "2"]


def test_many_strings_without_an_end_cost_no_more_than_some_looks() -> None:
    looks = 0

    def read(part: str, syntax: str = "") -> bytes:
        nonlocal looks
        looks += 1
        return to_ntriples_leniently(part, syntax or "turtle", URL)

    wrong = "".join(WRONG.replace("/2", f"/{n}") + 'dct:x """ .\n' for n in range(101))
    mended = mend_turtle(HEAD + good(1) + wrong + good(2), read)
    assert "<https://daten.example/1>" in mended.lines and mended.broken
    assert looks < 1_000


def test_quads_are_read_as_the_triples_they_are() -> None:
    one = "<https://daten.example/%d> <%s> %s <https://daten.example/graph> .\n"
    of_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    text = "".join(one % (n, of_type, "<http://www.w3.org/ns/dcat#Dataset>") for n in (1, 2))
    text += one % (2, "http://purl.org/dc/terms/title", '"Zwei"@de')
    wrong = one % (3, "http://purl.org/dc/terms/title", '"Der "eine" Baum"')
    assert numbers(opened(text)) == ["1", "2"]
    assert [each.identifier for each in opened(text + wrong).broken] == ["https://daten.example/3"]

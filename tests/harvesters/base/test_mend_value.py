# SPDX-License-Identifier: EUPL-1.2
"""Small faults of JSON cost nothing where it is plain what was meant (promise H8)."""

import gc
import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest

from harvesters import HARVESTERS
from harvesters.base import json_page
from harvesters.base.errors import UnexpectedAnswer
from harvesters.base.json_elements import read_elements
from harvesters.base.json_page import shape_of
from harvesters.base.mend_value import decode_mended
from harvesters.base.pod import POD
from harvesters.base.record import Contents, Page, Portal

URL = "https://daten.example/api/3/action/package_search"
NAME = "https://daten.example/"


def dataset(kind: str, number: int, title: str = "Bäume") -> dict[str, Any]:
    if kind == "ckan":
        return {"id": f"paket-{number}", "name": f"p{number}", "title": title, "resources": []}
    return {"identifier": f"{NAME}{number}", "title": title, "distribution": []}


def answer(kind: str, title: str = "Bäume") -> str:
    held = [dataset(kind, 1), dataset(kind, 2, title), dataset(kind, 3)]
    if kind == "ckan":
        return json.dumps({"success": True, "result": {"results": held}}, ensure_ascii=False)
    conforms = "https://project-open-data.cio.gov/v1.1/schema"
    return json.dumps({"conformsTo": conforms, "dataset": held}, ensure_ascii=False)


def opened(kind: str, text: str) -> Contents:
    page = Page(1, URL, text.encode(), datetime(2026, 1, 1, tzinfo=UTC), "application/json")
    return HARVESTERS[kind].open(Portal("stadt", kind, URL, URL), page)


@pytest.mark.parametrize("kind", ["ckan", "dkan"])
@pytest.mark.parametrize("is_packed", [False, True])
@pytest.mark.parametrize(
    ("good", "wrong"),
    [
        ('"TITEL"', r'"Ä C:\Daten\x \u12"'),
        ('"TITEL"', "None"),
        ('"TITEL"', '"Ä", "x": undefined, "y": True, "z": [1, 2,, ], "a": {"b": 1, }, "é": FALSE'),
    ],
)
def test_a_fault_in_one_value_is_mended_and_told(
    kind: str, is_packed: bool, good: str, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if is_packed:
        monkeypatch.setattr(json_page, "LARGE", 0)
    contents = opened(kind, answer(kind, "TITEL").replace(good, wrong))
    assert [item.identifier[-1] for item in contents.items] == ["1", "2", "3"]
    assert not contents.broken and {each.code for each in contents.repairs} == {"json.repaired"}


@pytest.mark.parametrize("kind", ["ckan", "dkan"])
@pytest.mark.parametrize(
    "around",
    [
        "<br />\n<b>Notice</b>: Undefined in <b>/var/www/x.php</b> on line <b>3</b><br />\n{}",
        "rueckruf({});",
        "while(1);{}",
        ")]}}',\n{}",
    ],
)
def test_what_stands_around_an_answer_is_no_part_of_it(kind: str, around: str) -> None:
    contents = opened(kind, around.format(answer(kind)))
    assert len(contents.items) == 3 and not contents.truncated
    assert [each.code for each in contents.repairs] == ["json.repaired"]


@pytest.mark.parametrize("kind", ["ckan", "dkan"])
@pytest.mark.parametrize(
    "text", ['<!DOCTYPE html><p>{"a": 1}</p>', "Wartung", '<?xml?><a>{"b":1}</a>']
)
def test_other_answers_are_none(kind: str, text: str) -> None:
    with pytest.raises(UnexpectedAnswer):
        opened(kind, text)


def test_what_leaves_doubt_is_not_mended_and_not_tried_for_ever() -> None:
    tries = 0

    class Counting(json.JSONDecoder):
        def raw_decode(self, s: str, idx: int = 0) -> tuple[Any, int]:
            nonlocal tries
            tries += 1
            return super().raw_decode(s, idx)

    for text in ('"der "gute" Baum', '"' + r"\q" * 1_000 + '"', "[" + "1,,]", "[,,,", ","):
        with pytest.raises(json.JSONDecodeError) as raised:
            Counting().raw_decode(text)
            json.loads(text)
        before = tries
        with suppress(json.JSONDecodeError):
            decode_mended(Counting(), text, raised.value)
        assert tries - before <= 20


def test_a_portal_that_says_so_itself_changes_nothing() -> None:
    about: dict[str, Any] = {}
    text = '{"mended": ["x"], "dataset": [{"identifier": "a", "title": None}]}'
    found = list(read_elements(text, about, shape_of((POD,))))
    assert found[0].value == {"identifier": "a", "title": None}


def test_rdf_with_json_in_a_text_stays_rdf() -> None:
    text = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/">'
        f'<dcat:Dataset rdf:about="{NAME}1"><dct:rights>{{"id": "dl-by-de"}}</dct:rights>'
        "</dcat:Dataset></rdf:RDF>"
    )
    contents = opened("dkan", text)
    assert [item.identifier for item in contents.items] == [f"{NAME}1"] and not contents.repairs


def test_what_cannot_be_mended_is_let_go_of_at_once() -> None:
    """A megabyte and more each time, which would wait for the search for circles of rubbish."""
    decoder = json.JSONDecoder()
    gc.collect()
    gc.disable()
    try:
        before = sum(isinstance(each, json.JSONDecodeError) for each in gc.get_objects())
        for piece in ('{"a" "b"}', '{"a": "b'):
            with suppress(json.JSONDecodeError):
                read(decoder, piece)
        after = sum(isinstance(each, json.JSONDecodeError) for each in gc.get_objects())
    finally:
        gc.enable()
    assert after == before


def read(decoder: json.JSONDecoder, piece: str) -> None:
    """As the run does."""
    try:
        decoder.raw_decode(piece)
    except json.JSONDecodeError as error:
        decode_mended(decoder, piece, error)

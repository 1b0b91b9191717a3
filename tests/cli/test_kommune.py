# SPDX-License-Identifier: EUPL-1.2
"""``kommune read``: what programs and people are answered about the name of a body."""

import io
import json
import sys
from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.conftest import Command, Said

Piped = Callable[..., Said]
MEMBERS = {"text", "key", "name", "level", "body", "status", "rule", "candidates"}


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def piped(command: Command, monkeypatch: pytest.MonkeyPatch) -> Piped:
    """Runs ``kommune read -`` with this on standard input."""

    def run(text: str, *options: str) -> Said:
        stream = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", stream)
        return command("kommune", "read", "-", *options)

    return run


def test_names_are_answered_in_their_order(command: Command) -> None:
    said = command("kommune", "read", "Stadt Kiel", "Kreis Unna", "Bundesnetzagentur", "--json")
    found = lines(said.out)
    assert [answer["key"] for answer in found] == ["01002000", "05978", None]
    assert [answer["level"] for answer in found] == ["gemeinde", "kreis", None]
    assert [answer["body"] for answer in found] == ["kern", "kern", "bund"]
    assert all(set(answer) == MEMBERS for answer in found)
    assert said.status == 0


def test_a_person_gets_name_key_body_and_status(command: Command) -> None:
    said = command("kommune", "read", "Stadtwerke Bonn", "Gemeinde Steinhagen")
    assert "Bonn, Stadt (05314000) · Eigenbetrieb oder Anstalt · wahrscheinlich" in said.out
    assert "mehrdeutig: Steinhagen (05754040); " in said.out
    english = command("--lang", "en", "kommune", "read", "Stadtwerke Bonn")
    assert "municipal enterprise or institution · likely" in english.out


def test_lines_are_names_strings_or_requests(piped: Piped) -> None:
    said = piped(
        "Stadt Kiel\r\n"
        '"Stadt Kiel"\n'
        '{"text": "Gemeinde Steinhagen", "land": "05"}\n'
        '{"text": "Gemeinde Steinhagen", "spatial": "05754040"}\n'
        '{"text": "Gemeinde Steinhagen", "portal_key": "05754"}\n'
        '{"text": "Gemeinde Steinhagen", "land": null}\n'
    )
    found = lines(said.out)
    keys = ["01002000", "01002000", "05754040", "05754040", "05754040", None]
    assert [answer["key"] for answer in found] == keys
    assert [answer["status"] for answer in found][2:] == ["exact", "likely", "exact", "ambiguous"]
    assert found[1]["text"] == "Stadt Kiel"


@pytest.mark.parametrize(
    ("request_", "key"),
    [
        ({"text": "Bauamt", "email": "info@stadt-muenster.de"}, "05515000"),
        ({"text": "Open Data Team", "email": "daten@duesseldorf.de"}, "05111000"),
        ({"text": "Open Data Team", "email": "daten@muuenchen.de"}, "09162000"),
        ({"text": "Open Data Team", "email": "daten@posteo.de"}, None),
        ({"text": "Open Data Team", "url": "https://daten.potsdam.de/d/1"}, None),
        ({"text": "Bundesnetzagentur", "email": "daten@bonn.de"}, None),
        ({"text": "Bauamt", "url": "https://daten.potsdam.de/d/1"}, "12054000"),
        ({"text": "Bauamt", "spatial": ["Kiel"]}, "01002000"),
        ({"text": "Bauamt", "spatial": ["https://daten.example/ort"]}, None),
        ({"text": "Hauptabteilung 2", "portal_key": "09162000"}, "09162000"),
        ({"text": "Hauptabteilung 2", "portal_key": "09"}, None),
        ({"text": "", "portal_key": "09162000"}, "09162000"),
        ({"text": "Bundesnetzagentur", "portal_key": "09162000"}, None),
        ({"text": "Stadt Kiel", "portal_key": "09162000"}, "01002000"),
    ],
)
def test_clues_stand_for_names_that_say_too_little(
    piped: Piped, request_: dict[str, object], key: str | None
) -> None:
    (found,) = lines(piped(f"{json.dumps(request_)}\n").out)
    assert found["key"] == key
    assert found["status"] == ("unknown" if key is None else found["status"])


@pytest.mark.parametrize(
    "line",
    [
        '{"text": 5}',
        '{"text": "Stadt',
        '{"name": "Kiel"}',
        '{"text": "a\\u0000b"}',
        '{"text": "Kiel", "spatial": [5]}',
        "x" * 100_001,
        "{broken",
    ],
)
def test_a_bad_line_is_an_error_and_the_stream_goes_on(piped: Piped, line: str) -> None:
    said = piped(f"{line}\nStadt Kiel\n")
    error, answer = lines(said.out)
    assert set(error) == {"error"}
    assert answer["key"] == "01002000"
    assert said.status == 1


def test_clues_of_the_command_line_count_for_all_names(command: Command, piped: Piped) -> None:
    said = command("kommune", "read", "Gemeinde Steinhagen", "--land", "nw", "--json")
    assert said.json()["key"] == "05754040"
    found = lines(piped('Gemeinde Steinhagen\n{"text": "Stadt Kiel"}\n', "--land", "NW").out)
    assert [answer["key"] for answer in found] == ["05754040", "01002000"]


def test_an_empty_line_is_a_name_not_given(piped: Piped) -> None:
    (found,) = lines(piped("\n").out)
    assert (found["key"], found["status"], found["rule"]) == (None, "unknown", "empty")


def test_an_empty_stream_is_answered_by_nothing(piped: Piped) -> None:
    said = piped("")
    assert (said.out, said.status) == ("", 0)

# SPDX-License-Identifier: EUPL-1.2
"""``licence read``, ``list`` and ``show``: what programs and people are answered."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Said

Piped = Callable[[str], Said]


def lines(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def piped(command: Command, monkeypatch: pytest.MonkeyPatch) -> Piped:
    """Runs ``licence read -`` with this on standard input."""

    def run(text: str) -> Said:
        stream = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", stream)
        return command("licence", "read", "-")

    return run


def test_texts_are_answered_in_their_order(command: Command) -> None:
    said = command("licence", "read", "CC BY 4.0", "dl-de/zero-2-0", "frei", "--json")
    assert [answer["id"] for answer in lines(said.out)] == ["cc-by-4.0", "dl-zero-de-2.0", None]
    assert said.status == 0


def test_a_person_gets_id_name_and_status(command: Command) -> None:
    said = command("licence", "read", "CC BY")
    assert "cc-by (Creative Commons Namensnennung" in said.out
    assert "mehrdeutig: " in said.out
    assert "cc-by-4.0" in said.out


def test_lines_are_texts_or_requests(piped: Piped) -> None:
    said = piped(
        "CC BY 4.0\r\n\n"
        '{"text": "cc-by-3.0", "source": "https://daten.example.de"}\n'
        '{"id": "dl-by-de/2.0", "name": "Datenlizenz Deutschland Namensnennung 2.0"}\n'
        '{"text": null}\n'
    )
    answers = lines(said.out)
    ids = ["cc-by-4.0", "unspecified", "cc-by-3.0-de", "dl-by-de-2.0", "unspecified"]
    assert [answer["id"] for answer in answers] == ids
    assert [answer["status"] for answer in answers][1:3] == ["missing", "likely"]
    assert set(answers[0]) == {"text", "id", "status", "candidates", "rule"}


@pytest.mark.parametrize(
    "line", ['{"text": 5}', '{"text": "CC BY', '{"text": "a\\u0000b"}', "x" * 100_001, "{broken"]
)
def test_a_bad_line_is_an_error_and_the_stream_goes_on(piped: Piped, line: str) -> None:
    said = piped(f"{line}\nCC0\n")
    error, answer = lines(said.out)
    assert set(error) == {"error"}
    assert answer["id"] == "cc0-1.0"
    assert said.status == 1


def test_a_source_for_all_texts(command: Command) -> None:
    said = command("licence", "read", "cc-by-3.0", "--source", "govdata", "--json")
    assert said.json()["id"] == "cc-by-3.0-de"


def test_the_list_holds_every_licence(command: Command) -> None:
    ids = {row["id"] for row in command("licence", "list", "--json").json()}
    assert {"cc-by-4.0", "dl-zero-de-2.0", "other-open", "unspecified"} <= ids
    assert "Creative Commons Namensnennung 4.0 International" in command("licence", "list").out


def test_a_licence_is_shown_with_clauses(command: Command) -> None:
    facts = command("licence", "show", "dl-by-de-2.0", "--json").json()
    assert facts["name"]["de"].startswith("Datenlizenz Deutschland")
    assert any(statement["clause"] for statement in facts["statements"])
    assert "Der Lizenztext verlangt" in command("licence", "show", "dl-by-de-2.0").out
    assert "cc-by-4.0" in command("licence", "show", "CC-BY").out


def test_an_unknown_id_is_wrong_use(command: Command) -> None:
    said = command("licence", "show", "cc-by-5.0")
    assert said.status == 2
    assert "cc-by-4.0" in said.err


def test_a_default_licence_of_a_portal_must_be_known(command: Command, folder: Path) -> None:
    block = '[[portal]]\nid = "a"\nkind = "dcat"\nurl = "a.ttl"\nlicence_default = "{}"\n'
    (folder / "a.ttl").write_text("", encoding="utf-8")
    (folder / "config.toml").write_text(block.format("unsere Lizenz"), encoding="utf-8")
    said = command("renormalise")
    assert said.status == 2
    assert "unsere Lizenz" in said.sentence()
    (folder / "config.toml").write_text(block.format("other-closed"), encoding="utf-8")
    assert command("renormalise").status == 0

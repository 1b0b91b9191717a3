# SPDX-License-Identifier: EUPL-1.2
"""``musterdatensatz``: answers, a bad line, wrong use."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def test_a_title_is_read_with_reasons(command: Command) -> None:
    answer = json.loads(command("musterdatensatz", "read", "Baumkataster", "--json").out)
    assert (answer["label"], answer["status"]) == (
        "Flora und Fauna - Baumbestand - Baumkataster",
        "sure",
    )
    assert answer["because"] == ["baumkataster"]
    assert len(answer["alternatives"]) == 2


def test_a_keyword_that_is_a_name_is_the_publishers_word(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ['{"title": "Grün", "keywords": ["Kultur - Denkmal"]}', "{}"]
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(lines)))
    said = command("musterdatensatz", "read", "-").out.splitlines()
    answer, bad = (json.loads(line) for line in said)
    assert (answer["label"], answer["because"]) == ("Kultur - Denkmal", ["keyword"])
    assert set(bad) == {"error"}


def test_a_table_too_small_or_missing_is_one_sentence(command: Command, tmp_path: Path) -> None:
    table = tmp_path / "titel.csv"
    table.write_text("title,label_v4\nDenkmäler,Kultur - Denkmal\n", encoding="utf-8")
    assert command("musterdatensatz", "evaluate", str(table)).status == 1
    assert "titel.csv" in command("musterdatensatz", "evaluate", str(table)).sentence()
    assert command("musterdatensatz", "evaluate", str(tmp_path / "fehlt.csv")).status == 2


FIELDS = {
    *("title", "uri", "label", "status", "confidence", "alternatives", "because"),
    *("thema", "thema_uri", "thema_status", "thema_confidence"),
}


@pytest.mark.parametrize("title", ["Baumkataster", "Ausländer nach Stadtteilen", "2022", ""])
def test_every_answer_has_every_field(command: Command, title: str) -> None:
    assert set(json.loads(command("musterdatensatz", "read", title, "--json").out)) == FIELDS


def test_the_thema_may_be_sure_where_the_kind_is_not(command: Command) -> None:
    title = "Ausländer nach Stadtteilen"
    answer = json.loads(command("musterdatensatz", "read", title, "--json").out)
    assert (answer["thema"], answer["thema_status"]) == ("Bevölkerungsstruktur", "sure")
    assert answer["status"] == "suggestion"


def test_none_of_the_kinds_claims_nothing(command: Command) -> None:
    assert command("musterdatensatz", "correct", "Baumkataster", "Sonstiges").status == 0
    answer = json.loads(command("musterdatensatz", "read", "Baumkataster", "--json").out)
    assert (answer["label"], answer["status"], answer["because"]) == (
        None,
        "unsure",
        ["correction"],
    )

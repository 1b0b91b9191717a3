# SPDX-License-Identifier: EUPL-1.2
"""``licence check``: text and JSON, a stream that goes on, wrong use in one sentence."""

import io
import json
from typing import Any

import pytest

from tests.cli.conftest import Command

DERIVED = ("--result", "derived_database")


def test_a_verdict_as_text(command: Command) -> None:
    said = command("licence", "check", "cc-by-4.0", "dl-by-de-2.0", *DERIVED)
    assert said.status == 0
    assert "vereinbar" in said.out
    assert "CC BY 4.0 Abschn. 3(a)" in said.out
    assert "keine Rechtsberatung" in said.out


def test_a_verdict_as_json(command: Command) -> None:
    arguments = ("cc-by-nc-4.0", *DERIVED, "--no-commercial", "--target", "cc-by-nc-4.0")
    answer = command("licence", "check", *arguments, "--json").json()
    assert (answer["verdict"], answer["commercial"]) == ("compatible", False)


@pytest.mark.parametrize(
    "arguments",
    [
        ("cc-by-4.0",),
        ("CC BY 4.0", *DERIVED),
        ("dataset:nowhere", *DERIVED),
        ("cc-by-4.0", "--result", "map"),
        ("cc-by-4.0", *DERIVED, "--target", "nothing-known"),
        ("x" * 100_000, *DERIVED),
    ],
)
def test_wrong_use_is_one_sentence(command: Command, arguments: tuple[str, ...]) -> None:
    said = command("licence", "check", *arguments)
    assert said.status == 2
    assert said.sentence()


def test_a_stream_goes_on_after_a_bad_line(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = {"inputs": ["odbl-1.0", "cc-by-sa-4.0"], "result_type": "derived_database"}
    lines = ["no json", json.dumps(good), "\udcff", json.dumps(good | {"inputs": []})]
    raw = "\n".join(lines).encode("utf-8", "surrogateescape")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    said = command("licence", "check", "-")
    answers: list[dict[str, Any]] = [json.loads(line) for line in said.out.splitlines()]
    assert said.status == 1
    assert [("error" in each) for each in answers] == [True, False, True, True]
    assert set(answers[1]["clash"]) == {"odbl-1.0", "cc-by-sa-4.0"}

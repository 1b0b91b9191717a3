# SPDX-License-Identifier: EUPL-1.2
"""Wrong requests get a code of their own and never a verdict."""

import json
from collections.abc import Mapping

import pytest

from app.licensing import LicensingError, check
from app.licensing.answers import to_json
from app.licensing.matrix import to_csv
from app.licensing.model import Input
from app.licensing.requests import from_json, from_line
from tests.house import ROOT
from tests.licensing.clearing import LICENCES

GOOD = {"inputs": ["cc-by-4.0"], "result_type": "derived_database"}


def none(names: tuple[str, ...]) -> Mapping[str, tuple[Input, ...]]:
    return {}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"inputs": []}, "licensing.inputs_missing"),
        ({"inputs": None}, "licensing.inputs_missing"),
        ({"inputs": "cc-by-4.0"}, "licensing.inputs_no_list"),
        ({"inputs": [4]}, "licensing.input_no_text"),
        ({"inputs": [" "]}, "licensing.input_no_text"),
        ({"inputs": ["cc\0by"]}, "licensing.input_unreadable"),
        ({"inputs": ["x" * 1_000]}, "licensing.input_unreadable"),
        ({"inputs": ["cc-by-4.0"] * 10_000}, "licensing.too_many"),
        ({"inputs": ["CC BY 4.0"]}, "licensing.input_unknown_but"),
        ({"inputs": ["cc-by-4,0"]}, "licensing.input_unknown_but"),
        ({"inputs": ["qqqqqqq"]}, "licensing.input_unknown"),
        ({"inputs": ["dataset:nowhere"]}, "licensing.dataset_unknown"),
        ({"result_type": "map"}, "licensing.result_type"),
        ({"result_type": ["derived_database"]}, "licensing.result_type"),
        ({"result_type": None}, "licensing.result_type"),
        ({"commercial": "yes"}, "licensing.flag"),
        ({"modify": 1}, "licensing.flag"),
        ({"target": 7}, "licensing.target_no_text"),
        ({"target": "zzzzzz"}, "licensing.target_unknown"),
        ({"target": "CC BY 4.0"}, "licensing.target_unknown_but"),
        ({"comercial": False}, "licensing.key_misspelt"),
    ],
)
def test_wrong_requests(wrong: dict[str, object], code: str) -> None:
    with pytest.raises(LicensingError) as refused:
        from_json(LICENCES, GOOD | wrong, none)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("", "licensing.no_json"),
        ("{", "licensing.no_json"),
        ("[" * 100_000, "licensing.no_json"),
        ("[]", "licensing.no_object"),
        ("x" * 1_000_000, "licensing.too_long"),
    ],
)
def test_wrong_lines(line: str, code: str) -> None:
    with pytest.raises(LicensingError) as refused:
        from_line(LICENCES, line, none)
    assert refused.value.code == code


def test_what_is_left_out_is_the_cautious_answer() -> None:
    asked = from_json(LICENCES, GOOD, none)
    assert (asked.commercial, asked.modify, asked.target) == (True, True, None)
    copied = from_json(LICENCES, GOOD | {"result_type": "unmodified_redistribution"}, none)
    assert not copied.modify


def test_datasets_are_resolved_at_once_to_all_their_licences() -> None:
    calls: list[tuple[str, ...]] = []

    def resolve(names: tuple[str, ...]) -> Mapping[str, tuple[Input, ...]]:
        calls.append(names)
        return {name: (Input("cc0-1.0", name), Input("odbl-1.0", name)) for name in names}

    names = ["dataset:a", "cc-by-4.0", "dataset:b", "dataset:a"]
    asked = from_json(LICENCES, GOOD | {"inputs": names}, resolve)
    assert calls == [("dataset:a", "dataset:b")]
    assert [each.licence for each in asked.inputs].count("odbl-1.0") == 3


def test_the_answer_is_json_with_the_promised_names() -> None:
    answer = to_json(check(LICENCES, from_json(LICENCES, GOOD, none)), "de")
    promised = "inputs result_type target verdict confidence steps clash ask_provider duties"
    assert {*promised.split(), "reasons", "targets"} <= answer.keys()
    assert json.loads(json.dumps(answer)) == answer
    assert {"code", "text", "because_of", "disputed"} <= answer["duties"][0].keys()
    assert {"input", "text", "clause", "source"} <= answer["reasons"][0].keys()


def test_the_matrix_in_the_docs_is_that_of_the_files() -> None:
    """Renew it: datenspiegel vocab matrix > docs/licence-matrix.csv, and review the difference."""
    shipped = (ROOT / "docs" / "licence-matrix.csv").read_text(encoding="utf-8")
    assert shipped == to_csv(LICENCES)


def test_every_licence_has_its_law() -> None:
    rules = LICENCES.rules
    for licence in LICENCES:
        law = licence.law
        assert law.scope != "none" or licence.kind == "none", licence.id
        assert len(law.outbound) == 5, licence.id
        assert law.statements, licence.id
        cells = [cell for each in law.outbound.values() for cell in each.listed.values()]
        cells += [each.default for each in law.outbound.values()]
        assert {cell.why for cell in cells} <= rules.reasons.keys(), licence.id
        assert {cell.step for cell in cells} <= {"", *rules.steps}, licence.id
        assert {duty.code for duty in law.obligations} <= rules.duties.keys(), licence.id
        assert set(law.hints) <= rules.hints.keys()
        assert law.ask in {"", *rules.questions}
        named = {target for each in law.outbound.values() for target in each.listed}
        assert named <= {*LICENCES.entries, "none", "proprietary"}, licence.id
        if licence.kind == "licence":
            assert all(cell.clause for cell in cells), licence.id
    assert set(rules.offered) <= {*LICENCES.entries, "none", "proprietary"}

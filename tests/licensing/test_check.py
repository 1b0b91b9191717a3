# SPDX-License-Identifier: EUPL-1.2
"""Verdicts, each resting on a clause; the clash, the way out, and what stays open."""

import csv
from pathlib import Path

import pytest

from app.licensing import check
from app.licensing.duties import spelled
from app.licensing.model import Clearing, Input, Request
from tests.licensing.clearing import LICENCES, clear

DERIVED = [
    ("cc0-1.0 pddl-1.0", "eupl-1.2", "compatible"),
    ("cc-by-4.0", "cc-by-sa-4.0", "compatible"),
    ("dl-by-de-2.0 ogl-uk-2.0", "cc-by-4.0", "compatible"),
    ("dl-by-de-2.0", "cc0-1.0", "conditional"),
    ("geonutz-be-2013", "cc-by-sa-4.0", "conditional"),
    ("dl-by-de-1.0", "odbl-1.0", "conditional"),
    ("cc-by-3.0-at", "odbl-1.0", "conditional"),
    ("nlod-1.0", "cc-by-3.0-de", "conditional"),
    ("cc-by-sa", "cc-by-sa-4.0", "conditional"),
    ("cc-by-3.0", "cc-by-4.0", "unclear"),
    ("mit dl-zero-de-2.0", "cc-by-4.0", "unclear"),
    ("other-at", "cc-by-4.0", "unclear"),
    ("cc0-1.0", "com-reuse", "unclear"),
    ("cc0-1.0", "cc-by", "unclear"),
    ("odc-by-1.0", "dl-by-de-2.0", "unclear"),
    ("gpl-3.0", "cc-by-sa-4.0", "incompatible"),
    ("odbl-1.0", "none", "incompatible"),
    ("cc-by-sa-4.0", "cc-by-sa-3.0", "incompatible"),
    ("cc-by-sa-4.0 cc-by-nc-sa-4.0", "cc-by-nc-sa-4.0", "incompatible"),
    ("cc-by-sa-3.0-de", "fal-1.3", "incompatible"),
    ("unknown odbl-1.0", "cc-by-4.0", "incompatible"),
]


@pytest.mark.parametrize(("inputs", "target", "verdict"), DERIVED)
def test_derived_database(inputs: str, target: str, verdict: str) -> None:
    commercial = "nc" not in inputs
    assert clear(inputs, target, commercial=commercial).verdict == verdict


@pytest.mark.parametrize(
    ("inputs", "target", "result", "modify", "verdict"),
    [
        ("odbl-1.0 dl-by-de-2.0", "none", "collective_database", False, "compatible"),
        ("cc-by-nc-nd-4.0", "none", "collective_database", True, "incompatible"),
        ("odbl-1.0", "cc-by-sa-4.0", "produced_work", True, "compatible"),
        ("odbl-1.0", "pddl-1.0", "produced_work", True, "unclear"),
        ("odbl-1.0 cc-by-sa-4.0", "cc-by-sa-4.0", "produced_work", True, "conditional"),
        ("gfdl", "gfdl", "unmodified_redistribution", False, "unclear"),
        ("etalab-2.0", "none", "unmodified_redistribution", False, "compatible"),
        ("cc-by-sa-4.0", "cc-by-4.0", "unmodified_redistribution", False, "incompatible"),
        ("unspecified", "none", "internal_use", False, "unclear"),
        ("odbl-1.0 cc-by-sa-4.0", "none", "internal_use", True, "compatible"),
    ],
)
def test_other_results(inputs: str, target: str, result: str, modify: bool, verdict: str) -> None:
    assert clear(inputs, target, result, modify=modify).verdict == verdict


def test_a_settled_no_beats_what_is_unclear() -> None:
    answer = clear("unspecified cc-by-nc-4.0", "cc-by-4.0")
    assert (answer.verdict, answer.confidence) == ("incompatible", "settled")
    assert answer.duties == ()
    assert answer.steps == ()


def test_the_smallest_clash_names_both_clauses() -> None:
    answer = clear("cc0-1.0 odbl-1.0 dl-by-de-2.0 cc-by-sa-4.0", None)
    assert answer.verdict == "incompatible"
    assert answer.target is None
    assert set(answer.clash) == {"odbl-1.0", "cc-by-sa-4.0"}
    clauses = {reason.input: reason.clause for reason in answer.reasons}
    assert "4.4" in clauses["odbl-1.0"]
    assert "3(b)(1)" in clauses["cc-by-sa-4.0"]


def test_a_single_input_is_the_clash_where_it_bars_alone() -> None:
    assert clear("cc-by-4.0 cc-by-nc-4.0", None).clash == ("cc-by-nc-4.0",)
    assert clear("odbl-1.0 dl-by-de-2.0", "dl-by-de-2.0").clash == ("odbl-1.0",)


def test_targets_are_suggested_international_and_open_first() -> None:
    answer = clear("dl-by-de-2.0 cc-by-4.0", None)
    assert answer.target == "cc-by-4.0"
    assert answer.verdict == "compatible"
    ids = [target.id for target in answer.targets]
    assert ids.index("cc-by-4.0") < ids.index("dl-by-de-2.0")
    verdicts = [target.verdict for target in answer.targets]
    assert verdicts == sorted(verdicts)  # compatible stands before conditional
    assert clear("dl-zero-de-2.0", None).target == "cc0-1.0"
    assert clear("cc-by-4.0", None, "internal_use").target == "none"


@pytest.mark.parametrize("label", ["official-work", "cc-pdm-1.0", "inspire-no-conditions"])
def test_labels_that_are_no_licence_are_at_most_conditional(label: str) -> None:
    for target in ("cc-by-4.0", "cc0-1.0", "none", "proprietary"):
        answer = clear(label, target)
        assert answer.verdict in ("conditional", "unclear")
        assert answer.ask_provider


def test_missing_and_unread_licences_say_what_to_ask() -> None:
    unread = Input("unknown", "dataset:a1", "a1", "Radwege", "Musterstadt", "frei nutzbar {x}")
    lacking = Input("unspecified", "dataset:a2", "a2", "Parkplätze", "Musterstadt")
    request = Request((unread, lacking), "derived_database", True, True, "cc-by-4.0")
    answer = check(LICENCES, request)
    assert answer.verdict == "unclear"
    asked = {each.input: each.text.de for each in answer.ask_provider}
    assert "frei nutzbar {x}" in asked["dataset:a1"]
    assert "Parkplätze" in asked["dataset:a2"]
    assert any("Datennutzungsgesetz" in hint.de for hint in answer.hints)


def test_a_statement_with_candidates_is_never_a_clear_yes() -> None:
    def ask(*candidates: str) -> Clearing:
        each = Input("unknown", "CC BY 3.0", candidates=candidates)
        return check(LICENCES, Request((each,), "derived_database", True, True, "cc-by-4.0"))

    assert ask("cc-by-4.0", "cc-by-3.0-de").verdict == "unclear"
    assert ask("cc-by-nc-4.0", "cc-by-nc-3.0").verdict == "incompatible"
    assert "CC BY 3.0 DE" in ask("cc-by-4.0", "cc-by-3.0-de").reasons[0].text.de


def test_duties_are_told_once_with_all_who_ask() -> None:
    inputs = tuple(
        Input("dl-by-de-2.0", f"dataset:{id}", id, provider=provider)
        for id, provider in (("a", "Stadt A"), ("b", "Stadt B"), ("a", "Stadt A"))
    )
    answer = check(LICENCES, Request(inputs, "derived_database", True, True, "dl-by-de-2.0"))
    (named,) = [duty for duty in answer.duties if duty.code == "ATTR"]
    assert named.datasets == ("dataset:a", "dataset:b")


def test_duties_follow_the_result() -> None:
    assert "OFFER_DB(odbl-1.0)" in spelled(clear("odbl-1.0", "odbl-1.0").duties)
    produced = clear("odbl-1.0", "proprietary", "produced_work")
    assert set(spelled(produced.duties)) == {
        "PRODUCED_WORK_NOTICE(odbl-1.0)",
        "OFFER_DB(odbl-1.0)",
    }
    copied = clear("odbl-1.0", "odbl-1.0", "unmodified_redistribution", modify=False)
    assert "SHARE_ALIKE(odbl-1.0)" not in spelled(copied.duties)
    assert spelled(clear("dl-by-de-1.0", "none", "internal_use").duties) == ("ATTR(dl-by-de-1.0)?",)


def test_rights_of_others_are_pointed_out() -> None:
    each = Input("cc-by-4.0", "dataset:x", "x", "Fotos der Mitglieder des Stadtrats")
    answer = check(LICENCES, Request((each,), "derived_database", True, True, "cc-by-4.0"))
    assert answer.verdict == "compatible"
    assert sum("Fotos der Mitglieder" in hint.de for hint in answer.hints) == 2
    plain = Input("cc-by-4.0", "dataset:y", "y", "Baumkataster")
    answer = check(LICENCES, Request((plain,), "derived_database", True, True, "cc-by-4.0"))
    assert answer.hints == ()


@pytest.mark.shared
def test_reviewed_cases(shared: Path) -> None:
    """Every case is answered acceptably, with exactly its duties, and never falsely yes."""
    with (shared / "facts/licences/cases_public.csv").open(encoding="utf-8-sig") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) > 100
    wrong = []
    for row in rows:
        answer = clear(
            row["inputs"].replace("+", " "),
            row["target"],
            row["result_type"],
            row["commercial"] == "yes",
            row["modify"] == "yes",
        )
        due = {duty.partition("(STEP")[0] for duty in row["remaining_duties"].split()}
        wanted = {"STEP" if duty.startswith("STEP(") else duty for duty in due}
        said = {*spelled(answer.duties), *(["STEP"] if answer.steps else [])}
        if answer.verdict not in row["acceptable_verdicts"].split(";") or said != wanted:
            wrong.append((row["case_id"], answer.verdict, said ^ wanted))
    assert wrong == []

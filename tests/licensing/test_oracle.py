# SPDX-License-Identifier: EUPL-1.2
"""Clearings against the second opinion, on drawn pairs and triples and on all single licences."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from app.licensing.model import RESULT_TYPES
from tests.licensing.clearing import LICENCES, clear
from tests.licensing.oracle import (
    FREE,
    INPUTS,
    NO_DERIVATIVES,
    NON_COMMERCIAL,
    OK,
    ORDER,
    TARGETS,
    verdicts,
)

drawn = st.lists(st.sampled_from(INPUTS), min_size=2, max_size=4)
targets = st.sampled_from(TARGETS)
results = st.sampled_from(RESULT_TYPES)
USES = ((True, True), (False, False), (True, False), (False, True))
many = settings(max_examples=400, deadline=None)


def test_every_licence_alone() -> None:
    wrong = []
    for one, target, result in product(INPUTS, TARGETS, RESULT_TYPES):
        if result == "internal_use" and target != "none":
            continue  # nothing is passed on, the target is of no concern
        bound = one in (*NON_COMMERCIAL, *NO_DERIVATIVES)
        for commercial, modify in USES if bound else USES[:1]:
            said = clear(one, target, result, commercial, modify).verdict
            if said not in verdicts([one], target, result, commercial, modify):
                wrong.append((one, target, result, commercial, modify, said))
    assert wrong == []


@many
@given(drawn, targets, results, st.booleans(), st.booleans())
def test_several_licences(ids, target, result, commercial, modify) -> None:  # type: ignore[no-untyped-def]
    said = clear(" ".join(ids), target, result, commercial, modify)
    assert said.verdict in verdicts(ids, target, result, commercial, modify)


@many
@given(drawn, results, st.booleans(), st.booleans())
def test_suggested_targets(ids, result, commercial, modify) -> None:  # type: ignore[no-untyped-def]
    """None is suggested that the second opinion rules out, none missing that it holds certain."""
    said = clear(" ".join(ids), None, result, commercial, modify)
    found = {each.id: each.verdict for each in said.targets}
    offered = ("none",) if result == "internal_use" else LICENCES.rules.offered
    for target in set(TARGETS) & set(offered):
        defended = verdicts(ids, target, result, commercial, modify)
        if defended == {OK}:
            assert found.get(target) == OK, target
        assert target not in found or found[target] in defended, target
    places = [ORDER.index(each.verdict) for each in said.targets]
    assert places == sorted(places)


@many
@given(drawn, targets, results, st.booleans(), st.booleans(), st.sampled_from(INPUTS))
def test_n_way(ids, target, result, commercial, modify, added) -> None:  # type: ignore[no-untyped-def]
    """The worst of the inputs; no rule of its own, but for layers of a produced work."""
    whole = clear(" ".join([*ids, added]), target, result, commercial, modify)
    single = [clear(each, target, result, commercial, modify) for each in {*ids, added}]
    worst = max((each.verdict for each in single), key=ORDER.index)
    if "odbl-1.0" in {*ids, added} and result == "produced_work":
        assert ORDER.index(whole.verdict) >= ORDER.index(worst)
    else:
        assert whole.verdict == worst


@many
@given(drawn, targets, results, st.booleans(), st.booleans())
def test_a_clash_clashes(ids, target, result, commercial, modify) -> None:  # type: ignore[no-untyped-def]
    """The inputs named alone clash already, each has its clause, and none can be left out."""
    said = clear(" ".join(ids), target, result, commercial, modify)
    if not said.clash:
        return
    alone = clear(" ".join(said.clash), target, result, commercial, modify)
    assert alone.verdict == "incompatible"
    assert all(each.clause and each.source for each in said.reasons if each.input in said.clash)
    for left_out in said.clash if len(said.clash) > 1 else ():
        rest = [each for each in said.clash if each != left_out]
        assert clear(" ".join(rest), None, result, commercial, modify).verdict != "incompatible"


@many
@given(drawn, targets, results, st.booleans(), st.booleans(), st.sampled_from(FREE))
def test_what_is_free_adds_no_duty(ids, target, result, commercial, modify, free) -> None:  # type: ignore[no-untyped-def]
    before = clear(" ".join(ids), target, result, commercial, modify)
    after = clear(" ".join([*ids, free]), target, result, commercial, modify)
    if before.verdict == after.verdict:
        assert {each.code for each in before.duties} == {each.code for each in after.duties}

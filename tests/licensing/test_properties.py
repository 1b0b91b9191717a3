# SPDX-License-Identifier: EUPL-1.2
"""What must hold for every combination, tried on drawn ones."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.licensing.duties import spelled
from app.licensing.model import RESULT_TYPES, VERDICTS, Clearing
from tests.licensing.clearing import LICENCES, clear

IDS = sorted(LICENCES.entries)
inputs = st.lists(st.sampled_from(IDS), min_size=1, max_size=5)
targets = st.sampled_from([*IDS, "none", "proprietary", None])
results = st.sampled_from(RESULT_TYPES)
free = st.sampled_from(["cc0-1.0", "dl-zero-de-2.0", "pddl-1.0"])
ND = [each.id for each in LICENCES if each.restrictions["no_derivatives"] == "yes"]
NC = [each.id for each in LICENCES if each.restrictions["non_commercial"] == "yes"]
quick = settings(max_examples=60, deadline=None)


def badness(answer: Clearing) -> int:
    return VERDICTS.index(answer.verdict)


@quick
@given(inputs, targets, results, st.booleans(), st.booleans(), st.randoms())
def test_order_and_doubling_change_nothing(ids, target, result, commercial, modify, random) -> None:  # type: ignore[no-untyped-def]
    first = clear(" ".join(ids), target, result, commercial, modify)
    mixed = ids + ids
    random.shuffle(mixed)
    second = clear(" ".join(mixed), target, result, commercial, modify)
    assert (first.verdict, first.confidence) == (second.verdict, second.confidence)
    assert (first.target, first.targets) == (second.target, second.targets)
    assert set(spelled(first.duties)) == set(spelled(second.duties))
    assert len(first.clash) == len(second.clash)


@quick
@given(inputs, targets, results, st.booleans(), st.booleans(), free)
def test_what_is_free_never_worsens(ids, target, result, commercial, modify, added) -> None:  # type: ignore[no-untyped-def]
    assume(result != "unmodified_redistribution")
    before = clear(" ".join(ids), target, result, commercial, modify)
    after = clear(" ".join([*ids, added]), target, result, commercial, modify)
    assert badness(after) == badness(before)


@quick
@given(inputs, targets, results, st.booleans(), st.booleans(), st.sampled_from(IDS))
def test_more_inputs_are_never_better(ids, target, result, commercial, modify, added) -> None:  # type: ignore[no-untyped-def]
    before = clear(" ".join(ids), target, result, commercial, modify)
    after = clear(" ".join([*ids, added]), target, result, commercial, modify)
    assert badness(after) >= badness(before)


@quick
@given(inputs, targets, results, st.booleans(), st.sampled_from(ND), st.sampled_from(NC))
def test_what_is_excluded_stays_excluded(ids, target, result, either, nd, nc) -> None:  # type: ignore[no-untyped-def]
    changed = clear(" ".join([*ids, nd]), target, result, either, modify=True)
    assert changed.verdict == "incompatible"
    sold = clear(" ".join([*ids, nc]), target, result, commercial=True, modify=either)
    assert sold.verdict == "incompatible"
    assert sold.clash


@quick
@given(inputs, targets, st.booleans(), st.booleans())
def test_internal_use_triggers_no_share_alike(ids, target, commercial, modify) -> None:  # type: ignore[no-untyped-def]
    answer = clear(" ".join(ids), target, "internal_use", commercial, modify)
    assert not [duty for duty in answer.duties if duty.code in ("SHARE_ALIKE", "OFFER_DB")]


@quick
@given(inputs, targets, results, st.booleans(), st.booleans())
def test_every_answer_holds_together(ids, target, result, commercial, modify) -> None:  # type: ignore[no-untyped-def]
    answer = clear(" ".join(ids), target, result, commercial, modify)
    assert not (answer.verdict == "compatible" and answer.confidence == "disputed")
    assert (answer.verdict == "conditional") == bool(answer.steps)
    assert (answer.verdict == "incompatible") == bool(answer.clash)
    assert all("{" not in reason.text.de + reason.text.en for reason in answer.reasons)
    if set(ids) & {"unknown", "unspecified"}:
        assert answer.verdict in ("unclear", "incompatible")
        assert answer.ask_provider

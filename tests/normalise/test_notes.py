# SPDX-License-Identifier: EUPL-1.2
"""Findings of a dataset are counted, bounded, and give their sentence all it needs."""

from app.normalise.notes import MAX_PER_CODE, MAX_VALUE, gather, note


def test_equal_notes_are_one_finding_with_a_count() -> None:
    twice = (note("format.unrecognised", "xyz"), note("format.unrecognised", "xyz"))
    findings = gather("d", (twice, (note("format.unrecognised", "abc"),)))
    assert [(f.subject, f.params["value"], f.params["count"]) for f in findings] == [
        ("d", "xyz", "2"),
        ("d", "abc", "1"),
    ]


def test_a_code_is_told_a_bounded_number_of_times_and_none_is_lost() -> None:
    many = tuple(note("url.invalid", str(number), field="x") for number in range(1_000))
    findings = gather("d", (many,))
    assert len(findings) == MAX_PER_CODE
    assert sum(int(finding.params["count"]) for finding in findings) == 1_000


def test_long_values_are_cut() -> None:
    (finding,) = gather("d", ((note("date.invalid", "x" * 10_000, field="f"),),))
    assert len(finding.params["value"]) == MAX_VALUE
